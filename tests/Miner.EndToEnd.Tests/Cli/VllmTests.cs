using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>A script stands for vLLM: it listens and answers as vLLM does once a model is loaded.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
internal sealed class VllmTests
{
    private const string Key = "vllm-test-key-0123456789";

    private const string Vllm = """
        #!/usr/bin/env node
        const { argv, env } = process;
        require("fs").writeFileSync("seen", JSON.stringify({ argv: argv.slice(2), key: env.VLLM_API_KEY, model: env.VLLM_MODEL }));
        if (argv.includes("--fail")) process.exit(3);
        process.on("SIGTERM", () => { require("fs").writeFileSync("stopped", ""); process.exit(0); });
        require("http").createServer((request, response) => {
          const mayPass = request.url === "/health" || request.headers.authorization === `Bearer ${env.VLLM_API_KEY}`;
          response.writeHead(mayPass ? 200 : 401).end(JSON.stringify({ data: [{ id: argv[3] }] }));
        }).listen(Number(argv[argv.indexOf("--port") + 1]), "127.0.0.1");
        """;

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-vllm-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Vllm_OnceTheServerAnswers_TellsTheSettingsAndStopsItWhenAskedToEnd()
    {
        Install("vllm", Vllm);
        var port = UnusedPort();
        await using var verb = MinerProcess.Published(
            _folder.FullName, Settings(("VLLM_API_KEY", Key), ("VLLM_MODEL", "some/model")), "vllm", "--port", port);

        await verb.SaysAsync($"VLLM_BASE_URL=http://127.0.0.1:{port}/v1");
        await verb.SaysAsync("VLLM_MODEL=some/model");

        Assert.That(await verb.TerminateAsync(), Is.EqualTo(130));
        Assert.That(File.Exists(Path.Combine(_folder.FullName, "stopped")), Is.True);
        Assert.That(
            await SeenAsync(),
            Does.Contain("\"serve\",\"some/model\"").And.Contain($"\"key\":\"{Key}\"").And.Not.Contain("\"model\":"));
        Assert.That(verb.Output, Does.Contain("LLM_PROVIDER=vllm").And.Not.Contain(Key));
    }

    [Test]
    public async Task Vllm_WhenTheServerEndsBeforeItAnswers_TellsItsStatus()
    {
        Install("vllm", Vllm);

        var result = await MinerCommand.RunAsync(
            _folder.FullName,
            ["vllm", "--model", "m", "--port", UnusedPort(), "--", "--fail"],
            Settings());

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("vLLM ended with status 3 before it answered"));
        Assert.That(await SeenAsync(), Does.Contain("\"--fail\"]"));
    }

    [Test]
    public async Task Print_ShowsTheCommandForTheConfiguredModelAndStartsNothing()
    {
        Install("vllm", Vllm);

        var result = await MinerCommand.RunAsync(_folder.FullName, ["vllm", "--print"], Settings(("VLLM_API_KEY", Key)));

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(
            result.Output,
            Does.StartWith("vllm serve hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4 --host 127.0.0.1 --port 8000 "));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "vllm.md")), Does.Contain($"\n{result.Output}"));
        Assert.That(result.Error, Does.Contain("VLLM_API_KEY").And.Not.Contain(Key));
        Assert.That(File.Exists(Path.Combine(_folder.FullName, "seen")), Is.False);
    }

    [Test]
    public async Task Print_WhereOnlyDockerIsInstalled_ShowsItsCommandQuotedForAShell()
    {
        Install("docker", "#!/bin/sh\n");

        var result = await MinerCommand.RunAsync(
            _folder.FullName,
            ["vllm", "--print", "--model", "/models/it's $HOME"],
            new Dictionary<string, string> { ["PATH"] = _folder.FullName });

        Assert.That(
            result.Output,
            Does.StartWith("docker run --rm ").And.Contain("vllm/vllm-openai:latest serve '/models/it'\\''s $HOME' --host"));
    }

    [Test]
    public async Task Vllm_WhereNeitherIsInstalled_SaysWhatToInstall()
    {
        var result = await MinerCommand.RunAsync(
            _folder.FullName,
            ["vllm"],
            new Dictionary<string, string> { ["PATH"] = _folder.FullName });

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith("Neither vllm nor docker is installed"));
    }

    [TestCase("--port", "0")]
    [TestCase("--model", "--trust-remote-code")]
    [TestCase("--model", "")]
    public async Task Vllm_WithAWrongOption_IsRefused(string option, string value)
    {
        var result = await MinerCommand.RunAsync(_folder.FullName, ["vllm", $"{option}={value}", "--print"], Settings());

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(option));
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        all["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        return all;
    }

    private void Install(string program, string script)
    {
        var path = Path.Combine(_folder.FullName, program);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<string> SeenAsync() => File.ReadAllTextAsync(Path.Combine(_folder.FullName, "seen"));

    private static string UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
