using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.EndToEnd.Tests.Containers;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>
/// The package in a clean root, under <c>systemd</c>: installed, asked, killed, reloaded, upgraded over data, removed. Needs
/// <c>debootstrap</c>, root's rights and Debian's mirror.
/// </summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class DebianPackageTests
{
    private const string Unit = "sample-miner.service";
    private const string Listening = "Listening on http://";
    private const string Settings = "/etc/sample-miner/miner.env";
    private const string State = "/var/lib/sample-miner";
    private const string Owners = $"sample-miner sample-miner 700 {State}\nroot sample-miner 640 {Settings}\n";

    private DirectoryInfo _folder = null!;
    private CleanRoot _root = null!;
    private DebianPackage _package = null!;

    [OneTimeSetUp]
    public async Task BuildPackageAndMakeRoot()
    {
        _folder = Directory.CreateTempSubdirectory("miner-package-");
        _root = new CleanRoot();
        var building = DebianPackage.BuildAsync(Path.Combine(_folder.FullName, "packages"));
        await Task.WhenAll(building, _root.MakeAsync("adduser", "ca-certificates", "systemd"));
        _package = await building;
    }

    [OneTimeTearDown]
    public void RemoveAll()
    {
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Package_InACleanSystem_ServesIsUpgradedOverDataAndLeaves()
    {
        await using var system = await _root.BootAsync();
        await InstallAsync(system, _package);
        await AssertIsWellInstalledAsync(system);
        await AssertNeedsAKeyAsync(system);
        await AssertIsNotStartedAgainWithoutOneAsync(system);

        var port = UnusedPort.Find();
        await File.AppendAllTextAsync(
            _root.On(Settings), $"API_KEY={MinerProcess.Key}\nLLM_PROVIDER=offline\nHOST=127.0.0.1\nPORT={port}\n");
        await system.SystemctlAsync("enable --now", Unit);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Add("X-API-Key", MinerProcess.Key);
        Assert.That((string)(await ReadAsync(client, "/health"))["status"]!, Is.EqualTo("healthy"));
        using (var answer = await client.PostAsJsonAsync(
            "/complete", new { cid = "kept", task = "Answer", input = new[] { new { user_query = "What is 6*7?" } } }))
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("42"));

        await system.SystemctlAsync("kill --signal=KILL", Unit);
        await system.JournalSaysAsync(Unit, Listening, times: 2);
        await AssertHasKeptAsync(client);

        await File.AppendAllTextAsync(_root.On(Settings), "RATE_LIMIT_COMPLETE=7/minute\n");
        await system.SystemctlAsync("reload", Unit);
        await system.JournalSaysAsync(Unit, "RATE_LIMIT_COMPLETE");

        await InstallAsync(system, await _package.NewerAsync("99.0.0"));
        Assert.That(await system.SystemctlAsync("is-active", Unit), Is.EqualTo("active\n"));
        await AssertHasKeptAsync(client);
        Assert.That(await File.ReadAllTextAsync(_root.On(Settings)), Does.Contain(MinerProcess.Key).And.Not.Contain("A newer version's"));
        Assert.That(await File.ReadAllTextAsync(_root.On($"{Settings}.dpkg-dist")), Does.Contain("A newer version's setting."));
        Assert.That(await OwnersAsync(system), Is.EqualTo(Owners));

        await system.RunAsync("dpkg", "--remove", "sample-miner");
        Assert.That(await system.RunAsync("sh", "-c", $"systemctl is-active {Unit} || true"), Is.Not.EqualTo("active\n"));
        Assert.That(File.Exists(_root.On("/usr/lib/sample-miner/sample-miner")), Is.False);
        Assert.That(File.Exists(_root.On($"{State}/data/miner_api.db")), Is.True, "only a purge removes what is stored");
        Assert.That(await File.ReadAllTextAsync(_root.On(Settings)), Does.Contain(MinerProcess.Key));

        await system.RunAsync("dpkg", "--purge", "sample-miner");
        Assert.That(Directory.Exists(_root.On(State)), Is.False);
        Assert.That(Directory.Exists(_root.On("/etc/sample-miner")), Is.False);
    }

    [Test]
    public async Task Unit_ByItsHardening_IsExposedToAtMostThree()
    {
        var told = await HostTool.RunAsync(
            "systemd-analyze", "systemd", ["security", "--offline=yes", "--threshold=30", "--no-pager", DebianPackage.Unit]);

        Assert.That(told, Does.Contain("Overall exposure level"));
    }

    private async Task InstallAsync(BootedRoot system, DebianPackage package)
    {
        File.Copy(package.File, _root.On("/root/miner.deb"), overwrite: true);
        await system.RunAsync("dpkg", "--force-confdef", "--force-confold", "--install", "/root/miner.deb");
    }

    private async Task AssertIsWellInstalledAsync(BootedRoot system)
    {
        Assert.That(await OwnersAsync(system), Is.EqualTo(Owners));
        var version = (await system.RunAsync("dpkg-query", "-W", "-f", "${Version}", "sample-miner")).Replace('~', '-');
        Assert.That(await system.RunAsync("sample-miner", "--version"), Does.StartWith(version));
        Assert.That(await system.RunAsync("sample-miner", "--help"), Does.Contain("sample-miner [command]"));
        Assert.That(await system.RunAsync("sample-miner", "man"), Does.StartWith(".TH \"SAMPLE"));
        Assert.That(
            Directory.EnumerateFiles(_root.On("/usr/lib/sample-miner")).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "sample-miner", "libe_sqlite3.so" }),
            "one program, and no other platform's library");
    }

    private static async Task AssertNeedsAKeyAsync(BootedRoot system)
    {
        const string Check = "sample-miner config check --production || echo \"exit status $?\"";

        var told = await system.RunAsync(
            "setpriv", "--reuid=sample-miner", "--regid=sample-miner", "--init-groups", "env", $"--chdir={State}", "sh", "-c", Check);

        Assert.That(told, Does.EndWith("exit status 1\n").And.Contain("- API_KEY is required"));
    }

    private static async Task AssertIsNotStartedAgainWithoutOneAsync(BootedRoot system)
    {
        Assert.That(await system.RunAsync("sh", "-c", $"systemctl start {Unit} && echo started || true"), Is.Empty);
        await system.JournalSaysAsync(Unit, "- API_KEY is required");
        Assert.That(await system.SystemctlAsync("show --property=ActiveState", Unit), Is.EqualTo("ActiveState=failed\n"));
    }

    private static Task<string> OwnersAsync(BootedRoot system) => system.RunAsync("stat", "-c", "%U %G %a %n", State, Settings);

    private static async Task AssertHasKeptAsync(HttpClient client) =>
        Assert.That((await ReadAsync(client, "/conversations/kept"))["messages"]!.AsArray(), Has.Count.EqualTo(2));

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
