using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>
/// What <c>deploy</c> has for Prometheus and Grafana, held against what the miner tells. Needs <c>promtool</c> of the Debian package
/// <c>prometheus</c>.
/// </summary>
[TestFixture]
internal sealed partial class MonitoringTests : MinerProcessFixture
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "deploy");
    private static readonly string Rules = Path.Combine(Deploy, "prometheus");
    private static readonly string Dashboard = Path.Combine(Deploy, "grafana", "dashboards", "miner.json");

    [Test]
    public async Task Metrics_OfAMinerAtWork_PassPromtoolAndHoldAllThatRulesAndDashboardAskFor()
    {
        var text = await ReadMetricsAsync();

        await PromtoolAsync(Folder.FullName, text, "check", "metrics");
        var told = Name.Matches(text).Select(match => match.Value).ToHashSet();
        var asked = Name.Matches(string.Join('\n', await ExpressionsAsync()))
            .Select(match => match.Value);
        Assert.That(asked.Where(name => !told.Contains(name)), Is.Empty);
    }

    [Test]
    public async Task Rules_ForPrometheus_PassPromtoolAndTheirOwnTests()
    {
        await PromtoolAsync(Rules, "", "check", "rules", "alerts.yml");
        await PromtoolAsync(Rules, "", "test", "rules", "alerts.test.yml");
    }

    [Test]
    public async Task Configuration_OfPrometheus_PassesPromtool()
    {
        foreach (var file in new[] { "prometheus.yml", "alerts.yml" }) File.Copy(Path.Combine(Rules, file), InFolder(file));
        await File.WriteAllTextAsync(InFolder("metrics.key"), Key);

        await PromtoolAsync(Folder.FullName, "", "check", "config", "prometheus.yml");
    }

    [Test]
    public async Task Dashboard_OfGrafana_AsksInValidPromql()
    {
        var expressions = await DashboardExpressionsAsync();
        Assert.That(expressions, Has.Count.GreaterThan(15));
        var rules = expressions
            .Select(expression => expression.Replace("$__rate_interval", "1m", StringComparison.Ordinal))
            .Select(expression => expression.Replace("$instance", ".*", StringComparison.Ordinal))
            .Select((expression, index) => $"  - record: panel_{index}\n    expr: >-\n      {expression}\n");
        await File.WriteAllTextAsync(InFolder("panels.yml"), $"groups:\n- name: panels\n  rules:\n{string.Concat(rules)}");

        await PromtoolAsync(Folder.FullName, "", "check", "rules", "panels.yml");
    }

    /// <summary>After an answer, a refusal, a wrong key and a failed attempt, with a price.</summary>
    private async Task<string> ReadMetricsAsync()
    {
        await using var upstream = await StubUpstream.StartAsync();
        await using var miner = StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()), ("VLLM_PRICE_OUTPUT", "1"),
            ("METRICS_KEY", "scrape"), ("DAILY_TOKEN_BUDGET", "1000"));
        using var client = await miner.ConnectAsync();
        using var stranger = await miner.ConnectAsync("wrong");
        foreach (var caller in new[] { client, stranger })
        {
            using var answer = await caller.PostAsJsonAsync(
                "/complete", new { cid = "c", task = "Answer", input = new[] { new { user_query = "Write a poem." } } });
        }

        using (await client.PostAsJsonAsync("/complete", new { })) { }
        using var scrape = await miner.ConnectAsync("scrape");
        return await scrape.GetStringAsync(new Uri("/metrics", UriKind.Relative));
    }

    private static async Task<IEnumerable<string>> ExpressionsAsync()
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(Rules, "alerts.yml"));
        return [.. await DashboardExpressionsAsync(), .. Expression.Matches(rules).Select(match => match.Value)];
    }

    private static async Task<IReadOnlyList<string>> DashboardExpressionsAsync() =>
    [
        .. JsonNode.Parse(await File.ReadAllTextAsync(Dashboard))!["panels"]!.AsArray()
            .SelectMany(panel => panel!["targets"]!.AsArray())
            .Select(target => target!["expr"]!.ToString()),
    ];

    private static async Task PromtoolAsync(string folder, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var told = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().InTimeAsync();
        Assert.That(process.ExitCode, Is.Zero, string.Concat(await told));
    }

    [GeneratedRegex(@"\b(?:miner|gen_ai|dotnet)_[a-z_]+\b")]
    private static partial Regex Name { get; }

    /// <summary>What follows <c>expr:</c>, on its line or indented below it.</summary>
    [GeneratedRegex(@"(?m)^ +expr: (?:\|\n(?:          .*\n)+|.*)")]
    private static partial Regex Expression { get; }
}
