using System.Globalization;
using Miner.Api.Settings;
using Miner.Api.Spending;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Api.Tests.Limits;

/// <summary>An answer of the stub costs 70 tokens, 50 of the prompt and 20 of the answer.</summary>
[TestFixture]
internal sealed class DailyBudgetTests : MinerFixture
{
    /// <summary>Of the test that restarts the miner, whose own folder goes with it.</summary>
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-spending-");

    protected override IEnumerable<(string Name, string Value)> Settings => [("DAILY_SPENDING_FILE", "none")];

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestCase("DAILY_TOKEN_BUDGET", "140", "budget of tokens is spent")]
    [TestCase("DAILY_COST_BUDGET", "0.00018", "budget of money is spent")]
    [TestCase("DAILY_TOKEN_BUDGET_PER_KEY", "71", "budget of tokens of this key is spent")]
    [TestCase("DAILY_COST_BUDGET_PER_KEY", "0.0001", "budget of money of this key is spent")]
    public async Task Components_WhoseBudgetIsSpent_AreRefusedUntilMidnight(string name, string budget, string reason)
    {
        await RestartAsync(
            [.. Settings, (name, budget), ("OPENAI_PRICE_INPUT", "1"), ("OPENAI_PRICE_OUTPUT", "2"), ("API_KEY", "test-key,other-key")]);
        Clock.Advance(TimeSpan.FromHours(22) - Clock.GetUtcNow().TimeOfDay);
        await Http.AskAsync("/complete", Requests.Body("c"));
        await Http.AskAsync("/complete", Requests.Body("c"));

        using var refused = await Http.PostAsync("/complete", Requests.Body("c"));
        var problem = await refused.ReadProblemAsync(429);
        using var other = Service.CreateKeyedClient("other-key");
        using var others = await other.PostAsync("/refine", Requests.Body("c"));
        using var stats = await Http.GetAsync(new Uri("/stats", UriKind.Relative));

        Assert.That(problem["detail"]!.ToString(), Does.Contain(reason));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromHours(2)));
        Assert.That((int)others.StatusCode, Is.EqualTo(name.EndsWith("_PER_KEY", StringComparison.Ordinal) ? 200 : 429));
        Assert.That((int)stats.StatusCode, Is.EqualTo(200));

        Clock.Advance(TimeSpan.FromHours(2));
        await Http.AskAsync("/complete", Requests.Body("c"));
    }

    [Test]
    public async Task Spending_AfterARestart_IsWhatItWasThatDay()
    {
        var file = Path.Combine(_folder.FullName, "spending.json");
        (string, string)[] settings = [("DAILY_TOKEN_BUDGET", "70"), ("DAILY_SPENDING_FILE", file)];
        await RestartAsync(settings);
        await Http.AskAsync("/complete", Requests.Body("c"));
        await RestartAsync(settings);

        using var refused = await Http.PostAsync("/complete", Requests.Body("c"));

        await refused.ReadProblemAsync(429);
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("\"key-1\":{\"Tokens\":70").And.Not.Contain(MinerFactory.Key));
        await File.WriteAllTextAsync(file, "{");
        await RestartAsync(settings);
        await Http.AskAsync("/complete", Requests.Body("c"));
        Assert.That(Service.Log.Text, Does.Contain("[4120]"));
    }

    [Test]
    public async Task Spending_Always_IsWhatStatsCount()
    {
        await RestartAsync([.. Settings, ("DAILY_TOKEN_BUDGET", "100000"), ("SELF_CONSISTENCY_SAMPLES", "3")]);
        Upstream.Respond = request => request.LastMessage.Contains("poem", StringComparison.Ordinal) ? StubAnswer.Error(500) : null;

        await Http.AskAsync("/complete", Requests.Body("c", "What is 6*7?"));
        await Http.AskAsync("/refine", Requests.Body("c"));
        using (await Http.PostAsync("/complete", Requests.Body("c", "Write a poem."))) { }

        var tokens = long.Parse((await StatsAsync())["tokens"]!.ToString(), CultureInfo.InvariantCulture);
        var spent = Service.Services.GetRequiredService<DailySpending>().Read().Keys["key-1"];
        Assert.That(spent.Tokens, Is.EqualTo(tokens).And.GreaterThan(70));
    }

    [Test]
    public void Restore_OfAnotherDay_AddsNothing()
    {
        var clock = new DrivenClock();
        var budgets = new Reloadable<DailyBudgetSettings>(new DailyBudgetSettings(new DailyBudget(1, 0), default, File: null));
        using var metrics = new MinerMetrics();
        using var spending = new DailySpending(metrics, budgets, clock);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        spending.Restore(new SpentDay(today.AddDays(-1), new Dictionary<string, Spent> { ["key-1"] = new(5, 1) }));
        Assert.That(spending.All, Is.EqualTo(default(Spent)));

        spending.Restore(new SpentDay(today, new Dictionary<string, Spent> { ["key-1"] = new(5, 1) }));
        Assert.That(spending.All, Is.EqualTo(new Spent(5, 1)));
    }

    private async Task<System.Text.Json.Nodes.JsonObject> StatsAsync() => await Http.GetObjectAsync("/stats");
}
