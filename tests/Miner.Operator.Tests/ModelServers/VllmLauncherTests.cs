using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Miner.Operator.ModelServers;
using Miner.Testing;

namespace Miner.Operator.Tests.ModelServers;

/// <summary>Programs of the test's own stand for vllm and docker.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
internal sealed class VllmLauncherTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("vllm-launcher-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Command_WhereBothAreInstalled_PrefersTheProgram()
    {
        Install("docker", "exit 0");
        Install("vllm", "exit 0");

        Assert.That(Launcher().Command(Options())[0], Is.EqualTo("vllm"));
    }

    [Test]
    public void Command_WhereTheProgramMayNotBeRun_TakesDocker()
    {
        Install("docker", "exit 0");
        File.WriteAllText(Path.Combine(_folder.FullName, "vllm"), "a note");

        Assert.That(Launcher().Command(Options())[0], Is.EqualTo("docker"));
    }

    [Test]
    public void Start_WhereNeitherIsInstalled_SaysWhatToInstall() => Assert.That(
            () => Launcher().Start(Options()),
            Throws.InstanceOf<OperatorException>().With.Message.Contains("pip install vllm").And.Message.Contains("Docker"));

    [Test]
    public void Start_WhenThePortIsTaken_SaysSo()
    {
        Install("vllm", "exit 0");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var options = Options() with { Port = ((IPEndPoint)other.LocalEndpoint).Port };

        Assert.That(() => Launcher().Start(options), Throws.InstanceOf<OperatorException>().With.Message.Contains("--port"));
    }

    [Test]
    public void Start_WhenTheProgramIsNone_SaysSo()
    {
        Install("vllm", "", interpreter: "/no/such/interpreter");

        Assert.That(
            () => Launcher().Start(Options()),
            Throws.InstanceOf<OperatorException>().With.Message.StartsWith("vllm cannot be started"));
    }

    [Test]
    public async Task Start_OfAProgramThatFails_TellsItsStatus()
    {
        Install("vllm", "exit 3");

        await using var server = Launcher().Start(Options());

        Assert.That(await server.Ended.InTimeAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task Start_WithAKey_HandsItOverByTheEnvironmentAlone()
    {
        Install("vllm", $"printf '%s\\n' \"$VLLM_API_KEY\" \"$*\" > '{_folder.FullName}/seen'");

        await using var server = Launcher().Start(Options() with { ApiKey = "a-secret-key" });
        await server.Ended.InTimeAsync();

        var seen = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "seen"));
        Assert.That(seen[0], Is.EqualTo("a-secret-key"));
        Assert.That(seen[1], Does.StartWith("serve some/model").And.Not.Contain("a-secret-key"));
    }

    private void Install(string program, string script, string interpreter = "/bin/sh")
    {
        var path = Path.Combine(_folder.FullName, program);
        File.WriteAllText(path, $"#!{interpreter}\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private VllmLauncher Launcher() => new($"/no/such/folder:{_folder.FullName}", _folder.FullName, TimeProvider.System);

    private static VllmOptions Options() => new("some/model", UnusedPort.Find(), ApiKey: null, Extra: []);
}
