using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.EndToEnd.Tests.Containers;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>
/// The package in a clean root: installed, asked, upgraded over data, removed. Needs <c>debootstrap</c>, root's rights and Debian's mirror.
/// </summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class DebianPackageTests
{
    private const string Unit = "/usr/lib/systemd/system/sample-miner.service";
    private const string Settings = "/etc/sample-miner/miner.env";
    private const string State = "/var/lib/sample-miner";

    private DirectoryInfo _folder = null!;
    private CleanRoot _root = null!;
    private DebianPackage _package = null!;

    [OneTimeSetUp]
    public async Task BuildPackageAndMakeRoot()
    {
        _folder = Directory.CreateTempSubdirectory("miner-package-");
        _root = new CleanRoot();
        var building = DebianPackage.BuildAsync(_folder.FullName);
        await Task.WhenAll(building, _root.MakeAsync("adduser", "ca-certificates"));
        _package = await building;
    }

    [OneTimeTearDown]
    public void RemoveAll()
    {
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Package_InACleanRoot_ServesIsUpgradedOverDataAndLeaves()
    {
        await InstallAsync(_package);
        await AssertIsWellInstalledAsync();
        await AssertNeedsAKeyAsync();

        await File.AppendAllTextAsync(_root.On(Settings), $"API_KEY={MinerProcess.Key}\nLLM_PROVIDER=offline\nHOST=127.0.0.1\nPORT=0\n");
        await using (var miner = _root.Start(Unit))
        {
            using var client = await miner.ConnectAsync();
            Assert.That((string)(await ReadAsync(client, "/health"))["status"]!, Is.EqualTo("healthy"));
            using var answer = await client.PostAsJsonAsync(
                "/complete", new { cid = "kept", task = "Answer", input = new[] { new { user_query = "What is 6*7?" } } });
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("42"));
            Assert.That(await miner.TerminateAsync(), Is.Zero);
        }

        await InstallAsync(await _package.NewerAsync("99.0.0"));

        Assert.That(await File.ReadAllTextAsync(_root.On(Settings)), Does.Contain(MinerProcess.Key).And.Not.Contain("A newer version's"));
        Assert.That(await File.ReadAllTextAsync(_root.On($"{Settings}.dpkg-dist")), Does.Contain("A newer version's setting."));
        Assert.That(await OwnersAsync(), Is.EqualTo($"sample-miner sample-miner 700 {State}\nroot sample-miner 640 {Settings}\n"));
        await using (var miner = _root.Start(Unit))
        {
            using var client = await miner.ConnectAsync();
            Assert.That((await ReadAsync(client, "/conversations/kept"))["messages"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(await miner.TerminateAsync(), Is.Zero);
        }

        await _root.RunAsync("dpkg", "--remove", "sample-miner");
        Assert.That(File.Exists(_root.On("/usr/lib/sample-miner/sample-miner")), Is.False);
        Assert.That(File.Exists(_root.On($"{State}/data/miner_api.db")), Is.True, "only a purge removes what is stored");
        Assert.That(await File.ReadAllTextAsync(_root.On(Settings)), Does.Contain(MinerProcess.Key));

        await _root.RunAsync("dpkg", "--purge", "sample-miner");
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

    private async Task InstallAsync(DebianPackage package)
    {
        File.Copy(package.File, _root.On("/tmp/miner.deb"), overwrite: true);
        await _root.RunAsync("dpkg", "--force-confdef", "--force-confold", "--install", "/tmp/miner.deb");
    }

    private async Task AssertIsWellInstalledAsync()
    {
        Assert.That(await OwnersAsync(), Is.EqualTo($"sample-miner sample-miner 700 {State}\nroot sample-miner 640 {Settings}\n"));
        var version = (await _root.RunAsync("dpkg-query", "-W", "-f", "${Version}", "sample-miner")).Replace('~', '-');
        Assert.That(await _root.RunAsync("sample-miner", "--version"), Does.StartWith(version));
        Assert.That(await _root.RunAsync("sample-miner", "--help"), Does.Contain("sample-miner [command]"));
        Assert.That(await _root.RunAsync("sample-miner", "man"), Does.StartWith(".TH \"SAMPLE"));
        Assert.That(
            Directory.EnumerateFiles(_root.On("/usr/lib/sample-miner")).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "sample-miner", "libe_sqlite3.so" }),
            "one program, and no other platform's library");
    }

    private async Task AssertNeedsAKeyAsync()
    {
        const string Check = "sample-miner config check --production || echo \"exit status $?\"";

        var told = await _root.RunAsync(
            "setpriv", "--reuid=sample-miner", "--regid=sample-miner", "--init-groups", "env", $"--chdir={State}", "sh", "-c", Check);

        Assert.That(told, Does.EndWith("exit status 1\n").And.Contain("- API_KEY is required"));
    }

    private Task<string> OwnersAsync() => _root.RunAsync("stat", "-c", "%U %G %a %n", State, Settings);

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
