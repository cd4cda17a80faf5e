using Miner.Api.Limits;

namespace Miner.Api.Tests.Limits;

/// <summary>Whose requests the limits do not count.</summary>
[TestFixture]
internal sealed class LimitExemptionTests
{
    private static readonly (string, string)[] Page = [("UI_ENABLED", "true"), ("UI_PORT", "0")];

    [Test]
    public async Task Limit_OfThePagesEvaluation_IsNotUsedUp()
    {
        await using var miner = await StartAsync(Page);
        var token = miner.Services.GetRequiredService<LimitExemption>().Token;
        var exempt = await StatusesAsync(miner, MinerFactory.Key, token, token, token);
        var others = await StatusesAsync(miner, MinerFactory.Key, null, null);

        Assert.That(exempt, Is.EqualTo(new[] { 200, 200, 200 }));
        Assert.That(others, Is.EqualTo(new[] { 200, 429 }), "it has used up nobody's share");
    }

    [Test]
    public async Task Limit_OfAnotherToken_CountsAsEver()
    {
        await using var miner = await StartAsync(Page);
        var token = miner.Services.GetRequiredService<LimitExemption>().Token;

        Assert.That(await StatusesAsync(miner, MinerFactory.Key, token[1..], token.ToUpperInvariant()), Is.EqualTo(new[] { 200, 429 }));
    }

    [Test]
    public async Task Token_WithoutAKey_LetsNobodyIn()
    {
        await using var miner = await StartAsync(Page);

        Assert.That(
            await StatusesAsync(miner, "wrong", miner.Services.GetRequiredService<LimitExemption>().Token), Is.EqualTo(new[] { 403 }));
    }

    [Test]
    public async Task Token_OfAMinerWithoutAPage_IsNotThere()
    {
        await using var miner = await StartAsync([]);

        Assert.That(miner.Services.GetService<LimitExemption>(), Is.Null);
        Assert.That(await StatusesAsync(miner, MinerFactory.Key, "any", "any"), Is.EqualTo(new[] { 200, 429 }));
    }

    [Test]
    public void Token_OfEachProcess_IsItsOwn() => Assert.That(new LimitExemption().Token, Has.Length.EqualTo(64).And.Not.EqualTo(
        new LimitExemption().Token));

    private static Task<MinerFactory> StartAsync((string, string)[] settings) => MinerFactory.StartAsync(
        [.. settings, ("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_CAPABILITIES", "1/minute")]);

    private static async Task<int[]> StatusesAsync(MinerFactory miner, string key, params string?[] tokens)
    {
        using var client = miner.CreateKeyedClient(key);
        var statuses = new List<int>();
        foreach (var token in tokens)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/capabilities");
            if (token is not null) request.Headers.Add(LimitExemption.Header, token);
            using var response = await client.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        return [.. statuses];
    }
}
