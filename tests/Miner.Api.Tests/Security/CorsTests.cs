namespace Miner.Api.Tests.Security;

[TestFixture]
internal sealed class CorsTests
{
    [TestCase("https://known.example", "https://known.example", true)]
    [TestCase("https://known.example", "https://other.example", false)]
    [TestCase("", "https://known.example", false)]
    public async Task Preflight_FromAnOrigin_IsAllowedOnlyWhereItIsListed(string allowed, string origin, bool expected)
    {
        await using var miner = await MinerFactory.StartAsync(("CORS_ALLOWED_ORIGINS", allowed));
        using var client = miner.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/complete");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key,content-type");

        using var response = await client.SendAsync(request);

        Assert.That(response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins), Is.EqualTo(expected));
        if (expected) Assert.That(origins, Is.EqualTo(new[] { origin }));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
    }
}
