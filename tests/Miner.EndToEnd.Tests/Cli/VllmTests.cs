using System.Globalization;
using System.Runtime.Versioning;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>A script stands for vLLM: it listens and answers as vLLM does once a model is loaded.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
internal sealed class VllmTests : MinerProcessFixture
{
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


    [Test]
    public async Task Vllm_OnceTheServerAnswers_TellsTheSettingsAndStopsItWhenAskedToEnd()
    {
        Install("vllm", Vllm);
        var port = UnusedPort.Find().ToString(CultureInfo.InvariantCulture);
        await using var verb = Start(Settings(("VLLM_API_KEY", Key), ("VLLM_MODEL", "some/model")), "vllm", "--port", port);

        await verb.SaysAsync($"VLLM_BASE_URL=http://127.0.0.1:{port}/v1");
        await verb.SaysAsync("VLLM_MODEL=some/model");

        Assert.That(await verb.TerminateAsync(), Is.EqualTo(130));
        Assert.That(File.Exists(InFolder("stopped")), Is.True);
        Assert.That(
            await SeenAsync(),
            Does.Contain("\"serve\",\"some/model\"").And.Contain($"\"key\":\"{Key}\"").And.Not.Contain("\"model\":"));
        Assert.That(verb.Output, Does.Contain("LLM_PROVIDER=vllm").And.Not.Contain(Key));
    }

    [Test]
    public async Task Vllm_WhenTheServerEndsBeforeItAnswers_TellsItsStatus()
    {
        Install("vllm", Vllm);

        var result = await RunAsync(
            ["vllm", "--model", "m", "--port", UnusedPort.Find().ToString(CultureInfo.InvariantCulture), "--", "--fail"],
            Settings());

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("vLLM ended with status 3 before it answered"));
        Assert.That(await SeenAsync(), Does.Contain("\"--fail\"]"));
    }

    [Test]
    public async Task Print_ShowsTheCommandForTheConfiguredModelAndStartsNothing()
    {
        Install("vllm", Vllm);

        var result = await RunAsync(["vllm", "--print"], Settings(("VLLM_API_KEY", Key)));

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(
            result.Output,
            Does.StartWith("vllm serve hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4 --host 127.0.0.1 --port 8000 "));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "vllm.md")), Does.Contain($"\n{result.Output}"));
        Assert.That(result.Error, Does.Contain("VLLM_API_KEY").And.Not.Contain(Key));
        Assert.That(File.Exists(InFolder("seen")), Is.False);
    }

    [Test]
    public async Task Print_WhereOnlyDockerIsInstalled_ShowsItsCommandQuotedForAShell()
    {
        Install("docker", "#!/bin/sh\n");

        var result = await RunAsync(
            ["vllm", "--print", "--model", "/models/it's $HOME"],
            new Dictionary<string, string> { ["PATH"] = Folder.FullName });

        Assert.That(
            result.Output,
            Does.StartWith("docker run --rm ").And.Contain("vllm/vllm-openai:latest serve '/models/it'\\''s $HOME' --host"));
    }

    [Test]
    public async Task Vllm_WhereNeitherIsInstalled_SaysWhatToInstall()
    {
        var result = await RunAsync(["vllm"], new Dictionary<string, string> { ["PATH"] = Folder.FullName });

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith("Neither vllm nor docker is installed"));
    }

    [TestCase("--port", "0")]
    [TestCase("--model", "--trust-remote-code")]
    [TestCase("--model", "")]
    public async Task Vllm_WithAWrongOption_IsRefused(string option, string value)
    {
        var result = await RunAsync(["vllm", $"{option}={value}", "--print"], Settings());

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(option));
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        all["PATH"] = $"{Folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        return all;
    }

    private void Install(string program, string script)
    {
        var path = Path.Combine(Folder.FullName, program);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<string> SeenAsync() => File.ReadAllTextAsync(InFolder("seen"));
}
