using System.Net.Http.Headers;
using Miner.Api.Limits;
using Miner.Api.Security;

namespace Miner.Api.Tests.Security;

/// <summary>What a security event leaves in the log and in <c>/stats</c>.</summary>
[TestFixture]
internal sealed class SecurityLogTests
{
    private const string Category = "Miner.Security";

    private static readonly Uri Capabilities = new("/capabilities", UriKind.Relative);

    [Test]
    public async Task Events_OfEachKind_AreLoggedUnderTheirIdAndCounted()
    {
        await using var miner = await MinerFactory.StartAsync(("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_CAPABILITIES", "1/minute"));
        using var owner = miner.CreateKeyedClient();
        using var anonymous = miner.CreateClient();
        using var stranger = miner.CreateKeyedClient("wrong");

        await SendAsync(anonymous, Get(), 401);
        for (var i = 0; i < 10; i++) await SendAsync(stranger, Get(), 403);
        await SendAsync(stranger, Get(), 429);
        await SendAsync(owner, Get(), 200);
        await SendAsync(owner, Get(), 429);
        await SendAsync(owner, TooLarge(), 413);
        await SendAsync(owner, Forwarded("203.0.113.7"), 429);

        var stats = await owner.GetObjectAsync("/stats");
        Assert.Multiple(() =>
        {
            foreach (var id in new[] { 4200, 4201, 4202, 4203, 4204, 4205 })
                Assert.That(Lines(miner, id).Single(), Does.StartWith($"Warning {Category} [{id}]").And.Contain("127.0.0.1"));
            Assert.That(stats["security"]!.ToJsonString(), Is.EqualTo(
                """
                {"keys_missing":1,"keys_wrong":10,"keys_blocked":1,"rate_limited":2,"overloaded":0,"bodies_too_large":1,"headers_forged":1}
                """));
            Assert.That(miner.Log.Lines, Has.None.Matches<string>(line => line.Contains(" 413", StringComparison.Ordinal)), "told once");
        });
    }

    [Test]
    public async Task Flood_OfOneKind_IsOneLineAndItsNumber()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var stranger = miner.CreateKeyedClient("wrong");
        await SendAsync(stranger, Get(), 403);
        var before = miner.Log.Lines.Count(IsForOperators);
        for (var i = 1; i < 50; i++) await SendAsync(stranger, Get(), 403);

        Assert.That(Lines(miner, 4201), Has.Count.EqualTo(1));
        Assert.That(miner.Log.Lines.Count(IsForOperators), Is.EqualTo(before), "in any category");
        miner.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(Lines(miner, 4210).Single(), Does.Contain("49 more").And.Contain("KeyWrong"));

        await SendAsync(stranger, Get(), 403);
        Assert.That(Lines(miner, 4201), Has.Count.EqualTo(2), "the next minute begins anew");
    }

    [Test]
    public async Task Stop_AfterAFlood_TellsWhatWasNotToldYet()
    {
        var miner = await MinerFactory.StartAsync();
        using var stranger = miner.CreateKeyedClient("wrong");
        for (var i = 0; i < 3; i++) await SendAsync(stranger, Get(), 403);

        await miner.DisposeAsync();

        Assert.That(Lines(miner, 4210).Single(), Does.Contain("2 more"));
    }

    [TestCase("127.0.0.1", 0)]
    [TestCase("10.0.0.0/8", 1)]
    [TestCase("", 1)]
    public async Task ForwardingHeader_FromWhoIsNoTrustedProxy_IsReportedAndTheRequestAnswered(string trusted, int reported)
    {
        await using var miner = await MinerFactory.StartAsync(("TRUSTED_PROXIES", trusted));
        using var client = miner.CreateKeyedClient();

        await SendAsync(client, Forwarded("203.0.113.7"), 200);

        Assert.That(Lines(miner, 4205), Has.Count.EqualTo(reported));
    }

    [TestCase("203.0.113.7\r\nError Miner.Security [4201] made up", "203.0.113.7__Error Miner.Security [4201] made up")]
    [TestCase("\u001b[31mred\u2028", "_[31mred_")]
    public void Shown_OfACallersValue_CannotEndALine(string value, string expected) =>
        Assert.That(SecurityLog.Shown(value), Is.EqualTo(expected));

    [Test]
    public void Shown_OfALongValue_IsCut() => Assert.That(SecurityLog.Shown(new string('x', 10_000)), Has.Length.EqualTo(64));

    private static List<string> Lines(MinerFactory miner, int id) =>
        [.. miner.Log.Lines.Where(line => line.Contains($" {Category} [{id}] ", StringComparison.Ordinal))];

    private static bool IsForOperators(string line) =>
        !line.StartsWith("Debug ", StringComparison.Ordinal) && !line.StartsWith("Trace ", StringComparison.Ordinal);

    private static HttpRequestMessage Get() => new(HttpMethod.Get, Capabilities);

    private static HttpRequestMessage Forwarded(string address) =>
        new(HttpMethod.Get, Capabilities) { Headers = { { "X-Forwarded-For", address } } };

    private static HttpRequestMessage TooLarge() => new(HttpMethod.Post, new Uri("/complete", UriKind.Relative))
    {
        Content = new ByteArrayContent(new byte[BodySizeLimit.MaxBytes + 1])
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        },
    };

    private static async Task SendAsync(HttpClient client, HttpRequestMessage request, int status)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
        }
    }
}
