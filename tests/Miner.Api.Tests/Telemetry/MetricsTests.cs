using System.Net.Http.Headers;
using Miner.Api.Telemetry;

namespace Miner.Api.Tests.Telemetry;

/// <summary><c>/metrics</c>. Meters are listened to by name, so that miners of other tests in this process may be counted too.</summary>
[TestFixture]
internal sealed class MetricsTests : MinerFixture
{
    private const string MetricsKey = "metrics-key-4711";

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("METRICS_KEY", MetricsKey), ("OPENAI_PRICE_INPUT", "1000"), ("OPENAI_PRICE_OUTPUT", "2000"), ("API_KEY", "test-key,old-key")];

    [Test]
    public async Task Metrics_AfterRequests_TellThemInPrometheusText()
    {
        await Http.AskAsync("/complete", Requests.Body("c"));
        using var invalid = await Http.PostAsync("/complete", Requests.Body("c", " "));

        using var response = await Http.GetAsync(new Uri("/metrics", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        Assert.That((int)response.StatusCode, Is.EqualTo(200), text);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
        Assert.That(Value(text, "miner_component_duration_seconds_count", """miner_component="complete"}"""), Is.GreaterThanOrEqualTo(1));
        Assert.That(Value(text, "miner_component_duration_seconds_count", "error_type=\"invalid_request\""), Is.GreaterThanOrEqualTo(1));
        Assert.That(Value(text, "gen_ai_client_token_usage_sum", "gen_ai_token_type=\"input\""), Is.GreaterThanOrEqualTo(50));
        Assert.That(Value(text, "gen_ai_client_token_usage_sum", "gen_ai_token_type=\"output\""), Is.GreaterThanOrEqualTo(20));
        Assert.That(Value(text, "miner_model_cost_total", "gen_ai_request_model=\"gpt-4o-mini\""), Is.GreaterThanOrEqualTo(0.05));
        Assert.That(Value(text, "miner_key_requests_total", "miner_key=\"key-1\""), Is.GreaterThanOrEqualTo(2));
        Assert.That(Value(text, "miner_key_requests_total", "miner_key=\"key-2\""), Is.GreaterThanOrEqualTo(0));
        Assert.That(Value(text, "miner_upstream_open", "miner_upstream=\"chat-model\""), Is.Zero);
        Assert.That(Value(text, "miner_build_info", $"version=\"{BuildVersion.Number}"), Is.EqualTo(1));
        Assert.That(text, Does.Contain("miner_storage_size_bytes").And.Contain("dotnet_process_memory_working_set_bytes")
            .And.Not.Contain("test-key").And.Not.Contain("old-key").And.Not.Contain("/conversations/"));
    }

    [TestCase("X-API-Key", MinerFactory.Key, 200)]
    [TestCase("X-API-Key", MetricsKey, 200)]
    [TestCase("Authorization", "Bearer " + MetricsKey, 200)]
    [TestCase("Authorization", "bearer " + MinerFactory.Key, 200)]
    [TestCase("Authorization", "Basic " + MetricsKey, 401)]
    [TestCase("Authorization", "Bearer wrong", 403)]
    [TestCase("X-Nothing", "x", 401)]
    public async Task Metrics_ForWhoeverAsks_WantAKey(string header, string value, int status)
    {
        using var client = Service.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var response = await client.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task MetricsKey_AtAnyOtherEndpoint_IsWrong()
    {
        using var client = Service.CreateKeyedClient(MetricsKey);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MinerFactory.Key);

        using var response = await client.GetAsync(new Uri("/stats", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task Metrics_PostedTo_KnowNoSuchMethod()
    {
        using var response = await Http.PostAsync("/metrics", Requests.Body("c"));

        Assert.That((int)response.StatusCode, Is.EqualTo(405));
    }

    /// <summary>The sum over the series of <paramref name="name"/> whose labels hold <paramref name="label"/>.</summary>
    private static double Value(string text, string name, string label)
    {
        var values = text.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split("} ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.That(values, Is.Not.Empty, $"{name}{{{label}}}");
        return values.Sum();
    }
}
