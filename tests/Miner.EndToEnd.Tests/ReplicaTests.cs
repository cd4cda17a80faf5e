using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>Two miners behind nginx on one PostgreSQL database, one of which is taken away. Needs the packages of both.</summary>
[TestFixture]
internal sealed partial class ReplicaTests : MinerProcessFixture
{
    private const int Callers = 8;

    private PostgresServer _server = null!;
    private RedisServer _redis = null!;
    private StubUpstream _upstream = null!;
    private string _database = "";
    private Replicas _replicas = null!;

    [OneTimeSetUp]
    public async Task StartServersAsync()
    {
        _server = await PostgresServer.StartDurableAsync();
        _redis = await RedisServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopServersAsync()
    {
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    [SetUp]
    public async Task StartAsync()
    {
        _upstream = await StubUpstream.StartAsync();
        _upstream.Respond = request => StubAnswer.Content($"answer to {Question().Matches(request.LastMessage).Last().Value}");
        _database = _server.CreateDatabase();
        _replicas = await Replicas.StartAsync(
            Folder.FullName,
            _upstream,
            ("DATABASE_URL", _server.Url(_database)),
            ("REDIS_URL", _redis.Url),
            ("RATE_LIMIT_KEY_TOTAL", "0"),
            ("RATE_LIMIT_COMPLETE", "0"),
            ("RATE_LIMIT_SUMMARY", "10/minute"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _replicas.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Test]
    public async Task Conversation_ServedByBothInTurn_KeepsOrderAndLimit()
    {
        using var client = _replicas.Connect();

        for (var number = 1; number <= 12; number++) await AskAsync(client, "one", number);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => AskAsync(client, "crowd", number)));

        Assert.That(
            await ContentsAsync(client, "one"),
            Is.EqualTo(Enumerable.Range(8, 5).SelectMany(number => new[] { $"Answer\n\nQ{number}", $"answer to Q{number}" })));
        var crowd = await ContentsAsync(client, "crowd");
        Assert.That(crowd, Has.Count.EqualTo(10));
        foreach (var pair in crowd.Chunk(2)) Assert.That(pair[1], Is.EqualTo($"answer to {Question().Match(pair[0]).Value}"));
        foreach (var miner in _replicas.Miners) Assert.That(await SuccessesAsync(miner), Is.GreaterThan(10), "both serve");
    }

    [Test]
    public async Task LimitPerMinute_OfTwo_HoldsOverBoth()
    {
        using var client = _replicas.Connect();
        var statuses = new List<int>();
        for (var i = 0; i < 24; i++)
        {
            using var response = await client.PostAsJsonAsync(
                "/summary", new { cid = "cid", task = "Sum up", input = new[] { new { user_query = "Q1" } } });
            statuses.Add((int)response.StatusCode);
        }

        Assert.That(statuses.Take(10), Has.All.EqualTo(200));
        Assert.That(statuses.Skip(10), Has.All.EqualTo(429));
    }

    [Test]
    public async Task Load_WhenOneIsKilled_LosesNothingThatWasAcknowledged()
    {
        await using var load = new ReplicaLoad(_replicas.Connect(), Callers);
        await load.PassAsync(100);

        await _replicas.Miners[0].KillAsync();
        await load.PassAsync(200);
        await load.StopAsync();

        TestContext.Out.WriteLine($"{load.Answered.Count} answered, {load.Failures.Count} failed");
        Assert.That(load.Failures, Has.Count.LessThanOrEqualTo(Callers), "no more than it held");
        Assert.That(load.Answered, Has.Count.GreaterThan(250));
        Assert.That(load.Answered, Is.SubsetOf(Stored()));
    }

    [Test]
    public async Task Load_WhenTheDatabaseIsRestarted_IsAnsweredAndStoredWhole()
    {
        await using var load = new ReplicaLoad(_replicas.Connect(), Callers);
        await load.PassAsync(100);

        await _server.StopAsync();
        await load.PassAsync(Callers);
        using var client = _replicas.Connect();
        Assert.That((await GetAsync(client, "/health"))["status"]!.ToString(), Is.EqualTo("degraded"));
        await _server.StartAgainAsync();
        await load.PassAsync(200);
        await load.StopAsync();

        Assert.That(load.Failures, Is.Empty);
        await StoredPairs.IncludeAsync(_server, _database, load.Answered);
        TestContext.Out.WriteLine($"{load.Answered.Count} answered and stored");
    }

    [Test]
    public async Task Load_WhileBothAreRestartedInTurn_DropsNothing()
    {
        await using var load = new ReplicaLoad(_replicas.Connect(), Callers);
        await load.PassAsync(100);

        for (var number = 0; number < 2; number++)
        {
            Assert.That(await _replicas.Miners[number].TerminateAsync(), Is.Zero);
            await load.PassAsync(50);
            await _replicas.StartAsync(number);
            await load.PassAsync(50);
        }

        await load.StopAsync();
        TestContext.Out.WriteLine($"{load.Answered.Count} answered, {load.Failures.Count} failed");
        Assert.That(load.Failures, Is.Empty);
        Assert.That(load.Answered, Is.SubsetOf(Stored()));
    }

    [GeneratedRegex(@"Q\d+")]
    private static partial Regex Question();

    private static async Task AskAsync(HttpClient client, string cid, int number)
    {
        using var response = await client.PostAsJsonAsync(
            "/complete", new { cid, task = "Answer", input = new[] { new { user_query = $"Q{number}" } } });
        response.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<string>> ContentsAsync(HttpClient client, string cid) =>
        [.. (await GetAsync(client, $"/conversations/{cid}"))["messages"]!.AsArray().Select(message => message!["content"]!.ToString())];

    private static async Task<int> SuccessesAsync(MinerProcess miner)
    {
        using var client = await miner.ConnectAsync();
        return (int)(await GetAsync(client, "/stats"))["successes"]!;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private IReadOnlySet<string> Stored() => StoredPairs.Of(_server, _database);
}
