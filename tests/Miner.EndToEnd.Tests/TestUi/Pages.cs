using Microsoft.Playwright;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>One browser, a miner with the offline model and one whose model is a stub: shared by all tests of the page.</summary>
[SetUpFixture]
internal sealed class Pages
{
    /// <summary>How long anything on a page may take, in milliseconds: a busy machine is no fault of the page's.</summary>
    public const float PatienceMs = 60_000;

    private const string Chromium = "/usr/bin/chromium";

    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("miner-page-tests-");
    private static IPlaywright _playwright = null!;
    private static MinerProcess _offline = null!;
    private static MinerProcess _stubbed = null!;

    public static IBrowser Browser { get; private set; } = null!;

    public static StubUpstream Upstream { get; private set; } = null!;

    /// <summary>The page of the miner with the offline model.</summary>
    public static Uri Offline { get; private set; } = null!;

    /// <summary>The page of the miner whose model is <see cref="Upstream"/>.</summary>
    public static Uri Stubbed { get; private set; } = null!;

    /// <summary>The API of the miner with the offline model.</summary>
    public static HttpClient Api { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Assert.That(File.Exists(Chromium), $"The tests need {Chromium} (Debian package chromium); tests/run.sh installs it.");
        Upstream = await StubUpstream.StartAsync();
        _offline = StartMiner();
        _stubbed = StartMiner(("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", Upstream.BaseUrl.ToString()));
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Api = await _offline.ConnectAsync();
        Offline = await _offline.PageAsync();
        Stubbed = await _stubbed.PageAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        Api?.Dispose();
        if (_offline is not null) await _offline.DisposeAsync();
        if (_stubbed is not null) await _stubbed.DisposeAsync();
        if (Upstream is not null) await Upstream.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    /// <summary>Starts another miner with a page, limits off unless <paramref name="settings"/> say otherwise.</summary>
    public static MinerProcess StartMiner(params IEnumerable<(string Name, string Value)> settings) => MinerProcess.Serving(
        Folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName,
        [
            ("API_KEY", $"{MinerProcess.Key},another-key"), ("UI_ENABLED", "true"), ("UI_PORT", "0"), ("RATE_LIMIT_ENABLED", "false"),
            .. settings,
        ]);
}
