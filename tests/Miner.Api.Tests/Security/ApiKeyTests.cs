namespace Miner.Api.Tests.Security;

[TestFixture]
internal sealed class ApiKeyTests : SharedMinerFixture
{
    protected override IEnumerable<(string Name, string Value)> Settings => [("API_KEY", "new-key, old-key")];


    [TestCase("GET", "/capabilities")]
    [TestCase("GET", "/stats")]
    [TestCase("GET", "/conversations")]
    [TestCase("GET", "/conversations/x")]
    [TestCase("DELETE", "/conversations/x")]
    [TestCase("GET", "/playbook/x")]
    [TestCase("GET", "/playbook/x/context")]
    [TestCase("POST", "/complete")]
    [TestCase("POST", "/refine")]
    [TestCase("POST", "/feedback")]
    [TestCase("POST", "/human_feedback")]
    [TestCase("POST", "/summary")]
    [TestCase("POST", "/aggregate")]
    [TestCase("POST", "/internet_search")]
    public async Task Endpoint_WhenKeyIsMissingOrWrong_IsRefusedBeforeTheBodyIsRead(string method, string path)
    {
        using var anonymous = Service.CreateClient();
        using var missing = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = new StringContent("not json") };
        using var without = await anonymous.SendAsync(missing);
        await without.ReadProblemAsync(401);
        Assert.That(without.Headers.WwwAuthenticate.ToString(), Is.EqualTo("ApiKey"));

        using var stranger = Service.CreateKeyedClient("new-ke");
        using var wrong = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = new StringContent("not json") };
        using var refused = await stranger.SendAsync(wrong);
        await refused.ReadProblemAsync(403);
    }

    [TestCase("new-key")]
    [TestCase("old-key")]
    public async Task Capabilities_WithEitherKeyOfARotation_Answers(string key)
    {
        using var client = Service.CreateKeyedClient(key);

        var capabilities = await client.GetObjectAsync("/capabilities");

        Assert.That(capabilities["components"]!.AsArray().Select(name => name!.ToString()), Is.EqualTo(new[]
        {
            "complete", "refine", "feedback", "human_feedback", "summary", "aggregate", "internet_search",
        }));
    }

    [TestCase("/")]
    [TestCase("/health")]
    [TestCase("/openapi.json")]
    [TestCase("/docs/index.html")]
    [TestCase("/redoc/index.html")]
    public async Task Endpoint_ThatIsOpen_NeedsNoKey(string path)
    {
        using var client = Service.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Response_Always_HidesTheServerAndForbidsSniffing()
    {
        using var client = Service.CreateClient();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.That(response.Headers.Contains("Server"), Is.False);
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
    }
}
