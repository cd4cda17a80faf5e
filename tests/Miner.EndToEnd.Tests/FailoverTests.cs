using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>
/// A PostgreSQL server that dies and whose synchronous replica takes its place: for a miner that knows both, and for one that knows an
/// address which moves. Needs the Debian package <c>postgresql</c>.
/// </summary>
[TestFixture]
internal sealed class FailoverTests : MinerProcessFixture
{
    private const int Callers = 4;

    private PostgresServer _primary = null!;
    private PostgresServer _replica = null!;
    private StubUpstream _upstream = null!;
    private string _database = "";

    [SetUp]
    public async Task StartServersAsync()
    {
        _primary = await PostgresServer.StartDurableAsync();
        _database = _primary.CreateDatabase();
        _replica = await _primary.StartReplicaAsync();
        _upstream = await StubUpstream.StartAsync();
        // A model takes its time, and so no more pairs come than can be stored.
        _upstream.Respond = _ => StubAnswer.Content("answer") with { Gate = Task.Delay(TimeSpan.FromMilliseconds(100)) };
    }

    [TearDown]
    public async Task StopServersAsync()
    {
        await _upstream.DisposeAsync();
        await _replica.DisposeAsync();
        await _primary.DisposeAsync();
    }

    [Test]
    public async Task Load_WhenTheReplicaTakesOver_IsAnsweredAndKeepsAllThatWasAcknowledged()
    {
        await using var address = CuttingProxy.To(_primary.Port);
        await using var knowsBoth = StartMinerOn(
            $"127.0.0.1:{Text(_replica.Port)},127.0.0.1:{Text(_primary.Port)}", "?target_session_attrs=read-write");
        await using var knowsAddress = StartMinerOn($"127.0.0.1:{Text(address.Port)}");
        using var clientOfBoth = await knowsBoth.ConnectAsync();
        using var clientOfAddress = await knowsAddress.ConnectAsync();
        await using var both = new ReplicaLoad(await knowsBoth.ConnectAsync(), Callers, "both");
        await using var moved = new ReplicaLoad(await knowsAddress.ConnectAsync(), Callers, "moved");
        await Task.WhenAll(both.PassAsync(50), moved.PassAsync(50));

        await _primary.KillAsync();
        await Task.WhenAll(StatusAsync(clientOfBoth, "degraded"), StatusAsync(clientOfAddress, "degraded"));
        await Task.WhenAll(both.PassAsync(3 * Callers), moved.PassAsync(3 * Callers));
        await Task.WhenAll(RefusesToLearnAsync(clientOfBoth), RefusesToLearnAsync(clientOfAddress));
        _replica.Promote();
        await address.MoveAsync(_replica.Port);
        var away = Stopwatch.StartNew();
        await Task.WhenAll(StatusAsync(clientOfBoth, "healthy"), StatusAsync(clientOfAddress, "healthy"));
        TestContext.Out.WriteLine($"Both are back after {away.Elapsed.TotalSeconds:0.0} s.");
        Assert.That(away.Elapsed, Is.LessThan(TimeSpan.FromSeconds(45)), "an outage that is over is not held against the miner");
        await Task.WhenAll(both.PassAsync(50), moved.PassAsync(50));
        await Task.WhenAll(both.StopAsync(), moved.StopAsync());

        foreach (var load in new[] { both, moved })
        {
            Assert.That(load.Failures, Is.Empty);
            await StoredPairs.IncludeAsync(_replica, _database, load.Answered);
            TestContext.Out.WriteLine($"{load.Answered.Count} answered and stored");
        }
    }

    /// <summary>And pays no model for it.</summary>
    private async Task RefusesToLearnAsync(HttpClient client)
    {
        const string lesson = "I like short answers";
        using var response = await client.PostAsJsonAsync(
            "/human_feedback", new { cid = "lesson", task = "Learn", input = new[] { new { user_query = lesson } } });
        Assert.That((int)response.StatusCode, Is.EqualTo(503), await response.Content.ReadAsStringAsync());
        Assert.That(_upstream.Requests.Select(request => request.RawBody), Has.None.Contains(lesson));
    }

    private MinerProcess StartMinerOn(string hosts, string options = "") => StartMiner(
        ("DATABASE_URL", _primary.Url(_database).Replace($"127.0.0.1:{Text(_primary.Port)}", hosts, StringComparison.Ordinal) + options),
        ("LLM_PROVIDER", "vllm"),
        ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()),
        ("RATE_LIMIT_ENABLED", "false"));

    private static async Task StatusAsync(HttpClient client, string wanted)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            var health = await client.GetStringAsync(new Uri("/health", UriKind.Relative), patience.Token);
            if (JsonNode.Parse(health)!["status"]!.ToString() == wanted) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
