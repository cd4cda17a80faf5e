using Miner.Api.Hosting;
using Miner.Api.Settings;
using Miner.Api.Tests.Calls;
using Miner.Application.Recording;
using Miner.Infrastructure.Llm;

namespace Miner.Api.Tests.Hosting;

[TestFixture]
internal sealed class SettingsReloadTests : MinerFixture
{
    private string[] _changes = [];

    [Test]
    public async Task Reload_OfOtherKeys_TakesThemAndRefusesTheOld()
    {
        Reload("API_KEY=new-key-0123456789,second-key-0123456789");
        using var client = Service.CreateKeyedClient("new-key-0123456789");

        using var old = await Http.GetAsync(new Uri("/capabilities", UriKind.Relative));
        using var current = await client.GetAsync(new Uri("/capabilities", UriKind.Relative));

        Assert.That(((int)old.StatusCode, (int)current.StatusCode), Is.EqualTo((403, 200)));
        Assert.That(Service.Log.Text, Does.Contain("Settings were read again; changed: API_KEY").And.Not.Contain("new-key-0123456789"));
    }

    [Test]
    public async Task Reload_OfAKey_MasksItInRecordedCallsBesideTheOldOne()
    {
        await RestartAsync(("RECORD_CALLS", "5"));
        Reload("API_KEY=new-key-0123456789");
        using var client = Service.CreateKeyedClient("new-key-0123456789");

        await client.AskAsync("/complete", Requests.Body("c", $"Is it new-key-0123456789 or {MinerFactory.Key}?"));

        Assert.That((await client.OnlyCallAsync()).ToJsonString(), Does.Contain("Is it *** or ***?"));
    }

    [Test]
    public async Task Reload_OfALimit_HoldsFromTheNextRequestOn()
    {
        await Http.AskAsync("/complete", Requests.Body("c"));
        Reload("RATE_LIMIT_ENABLED=true", "RATE_LIMIT_COMPLETE=1/day");

        await Http.AskAsync("/complete", Requests.Body("c"));
        using var refused = await Http.PostAsync("/complete", Requests.Body("c"));

        await refused.ReadProblemAsync(429);
    }

    [Test]
    public async Task Reload_OfABudgetAndAPrice_HoldsFromTheNextRequestOn()
    {
        Reload("DAILY_COST_BUDGET=0.05", "OPENAI_PRICE_INPUT=1000", "DAILY_SPENDING_FILE=none");

        await Http.AskAsync("/complete", Requests.Body("c"));
        using var refused = await Http.PostAsync("/complete", Requests.Body("c"));

        await refused.ReadProblemAsync(429);
    }

    [Test]
    public void Reload_OfTheLogsLevel_HoldsAtOnce()
    {
        var logger = Service.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Some.Category");
        Assert.That(logger.IsEnabled(LogLevel.Debug), Is.True);

        Reload("LOG_LEVEL=ERROR");

        Assert.That((logger.IsEnabled(LogLevel.Warning), logger.IsEnabled(LogLevel.Error)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Reload_OfSettingsOfWhichOneIsWrong_LeavesAllAsTheyWere()
    {
        Reload("API_KEY=new-key-0123456789", "PORT=abc");

        using var response = await Http.GetAsync(new Uri("/capabilities", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(Service.Log.Text, Does.Contain("left as they were: PORT must be").And.Not.Contain("changed:"));
    }

    [Test]
    public void Reload_OfWhatNeedsARestart_SaysSo()
    {
        Reload("MINER_NAME=other", "RATE_LIMT_COMPLETE=1/day");

        Assert.That(Service.Log.Text, Does.Contain("wait for the next start: MINER_NAME")
            .And.Contain("RATE_LIMT_COMPLETE (.env) is no setting. Is RATE_LIMIT_COMPLETE meant?"));
    }

    [Test]
    public void Reload_OfWhatIsAsAtTheStartAgain_WaitsForNothing()
    {
        ReloadInTurn(["MINER_NAME=other"], []);

        Assert.That(Service.Log.Text.Split("[4132]"), Has.Length.EqualTo(2));
    }

    private void Reload(params string[] changes) => ReloadInTurn(changes);

    private void ReloadInTurn(params string[][] changes)
    {
        var services = Service.Services;
        var source = services.GetRequiredService<SettingsSource>();
        using var reload = new SettingsReload(
            source with { Read = Changed },
            services.GetRequiredService<Reloadable<ApiKeySettings>>(),
            services.GetRequiredService<Reloadable<RequestLimitSettings>>(),
            services.GetRequiredService<Reloadable<DailyBudgetSettings>>(),
            services.GetRequiredService<Reloadable<LogSettings>>(),
            services.GetRequiredService<UpstreamPrices>(),
            services.GetRequiredService<CallRecorder>(),
            services.GetRequiredService<ILogger<SettingsReload>>());
        foreach (var change in changes)
        {
            _changes = change;
            reload.Reload();
        }
    }

    /// <summary>What the miner was started with, and over it the changes as a file would hold them.</summary>
    private ConfigurationManager Changed()
    {
        var configuration = new ConfigurationManager();
        configuration.AddConfiguration(Service.Services.GetRequiredService<IConfiguration>());
        configuration.Sources.Add(new DotEnvSource(new DotEnvText(string.Join('\n', _changes))));
        return configuration;
    }
}
