using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>The verb as an operator types it, against a running miner with the embedded model.</summary>
[TestFixture]
internal sealed class EvaluateTests
{
    private const string Key = "k";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-evaluate-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Evaluate_WithTheSameSeed_GivesTheSameProblemsAndScoreTwice()
    {
        await using var miner = StartMiner(("RATE_LIMIT_ENABLED", "false"));
        var url = await AddressAsync(miner);

        var first = await RunAsync("--url", url, "--generate", "256", "--seed", "1", "--json");
        var second = await RunAsync("--url", url, "--generate", "256", "--seed", "1", "--report", "second.html");
        var (one, two) = (await ReadAsync("report.json"), await ReadAsync("second.json"));

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(first.Output), one), Is.True, "--json prints what is written");
            Assert.That(Questions(two), Is.EqualTo(Questions(one)));
            Assert.That(two["summary"]!["raw_score"]!.ToString(), Is.EqualTo(one["summary"]!["raw_score"]!.ToString()));
            Assert.That((int)one["summary"]!["right"]!, Is.GreaterThan(240));
            Assert.That((int)one["summary"]!["failed"]!, Is.Zero);
            Assert.That(first.Error, Does.Contain("Asked 256/256"));
            Assert.That(second.Output, Does.Contain("word problems").And.Contain("were not judged"));
            Assert.That(File.ReadAllText(Path.Combine(_folder.FullName, "report.html")), Does.Contain("<svg"));
        });
    }

    [TestCase("http://miner.invalid:1", true)]
    [TestCase("http://127.0.0.1:1", false)]
    public async Task Evaluate_OverPlainHttpToElsewhere_WarnsOfTheKey(string url, bool warns)
    {
        var result = await RunAsync("--url", url, "--generate", "1");

        Assert.That(
            result.Error.Contains("everybody on the way reads the miner's key", StringComparison.Ordinal),
            Is.EqualTo(warns),
            result.Error);
    }

    [Test]
    public async Task Evaluate_OfAFile_WeighsTheMinerAgainstTheField()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "problems.jsonl"),
            """
            {"question": "What is 6*7?", "answer": "6 * 7 = <<6*7=42>>42\n#### 42"}
            {"question": "Who wrote Faust?", "answer": "Goethe"}
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "miners.csv"), "name,raw_score,edges_per_minute\nother,90,0.5\n");
        await using var miner = StartMiner();

        var result = await RunAsync("--url", await AddressAsync(miner), "--problems", "problems.jsonl", "--field", "miners.csv");
        var report = await ReadAsync("report.json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(
            result.Output,
            Does.Contain("Predicted weight").And.Contain("Worst answers").And.Contain("Who wrote Faust?").And.Contain("1 of 2"));
        Assert.That((double)report["summary"]!["raw_score"]!, Is.EqualTo(35).Within(1e-9));
        Assert.That((double)report["summary"]!["weight"]!["throughput_percentage"]!, Is.EqualTo(100));
    }

    [Test]
    public async Task Evaluate_WithTheConfiguredModelAsJudge_ScoresAllCriteria()
    {
        await using var judge = await StubUpstream.StartAsync();
        judge.Respond = _ => StubAnswer.Content(
            """{"relevance":100,"completeness":80,"clarity":60,"instruction_following":40,"format":20,"safety":100}""");
        await using var miner = StartMiner();
        var settings = new Dictionary<string, string>
        {
            ["API_KEY"] = Key,
            ["LLM_PROVIDER"] = "vllm",
            ["VLLM_BASE_URL"] = judge.BaseUrl.ToString(),
        };

        var result = await MinerCommand.RunAsync(
            _folder.FullName, ["evaluate", "--url", await AddressAsync(miner), "--generate", "4", "--judge", "llm"], settings);
        var report = await ReadAsync("report.json");

        // 70 + 7.5 + 6 + 3 + 2 + 0.5 + 2.5
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((double)report["summary"]!["raw_score"]!, Is.EqualTo(91.5).Within(1e-9));
        Assert.That(result.Output, Does.Contain("91.5 of 100"));
    }

    [Test]
    public async Task Evaluate_WhenEveryRequestFails_WritesTheReportAndFails()
    {
        await using var upstream = await StubUpstream.StartAsync();
        upstream.Respond = _ => new StubAnswer { Status = 401 };
        await using var miner = StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()), ("OFFLINE_FALLBACK", "false"));

        var result = await RunAsync("--url", await AddressAsync(miner), "--generate", "2");
        var report = await ReadAsync("report.json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain("Every request failed"));
        Assert.That((int)report["summary"]!["failed"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Evaluate_EndedWhileItWaitsOutTheLimit_WritesWhatWasMeasured()
    {
        await using var miner = StartMiner(("RATE_LIMIT_COMPLETE", "5/minute"));
        var url = await AddressAsync(miner);

        var (exitCode, shown) = await InterruptAsync(on: "waiting", "--url", url, "--generate", "40", "--concurrency", "1");
        var report = await ReadAsync("report.json");

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(130));
            Assert.That(shown, Does.Contain("over the miner's limit"));
            Assert.That((bool)report["summary"]!["is_complete"]!, Is.False);
            Assert.That(Questions(report), Has.Count.EqualTo(5));
            Assert.That((int)report["summary"]!["failed"]!, Is.Zero);
        });
    }

    [Test]
    public async Task Evaluate_WithoutAKey_AsksForIt()
    {
        await using var miner = StartMiner();
        var url = await AddressAsync(miner);

        var right = await MinerCommand.RunAsync(_folder.FullName, ["evaluate", "--url", url, "--generate", "1"], input: Key + "\n");
        var wrong = await MinerCommand.RunAsync(_folder.FullName, ["evaluate", "--url", url, "--generate", "1"], input: "wrong-secret\n");

        Assert.That(right.ExitCode, Is.Zero, right.Error);
        Assert.That(wrong.ExitCode, Is.EqualTo(1));
        Assert.That(wrong.Error, Does.Contain("refuses the key").And.Not.Contain("wrong-secret"));
    }

    [Test]
    public async Task Evaluate_OfAHostileFile_NamesTheLine()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(_folder.FullName, "problems.jsonl"),
            [.. "{\"question\":\"a\",\"answer\":\"1\"}\n"u8, 0xFF, 0xFE]);

        var result = await RunAsync("--problems", "problems.jsonl");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("problems.jsonl, line 2: this is not UTF-8 text").And.Not.Contain("   at "));
    }

    [TestCase("No miner answers at http://127.0.0.1:9/", "--url", "http://127.0.0.1:9")]
    [TestCase("--url must be", "--url", "ftp://example.org")]
    [TestCase("--concurrency must be", "--concurrency", "0")]
    [TestCase("not both", "--problems", "a.jsonl", "--generate", "3")]
    [TestCase("needs a language model", "--judge", "llm")]
    public async Task Evaluate_WithWhatCannotBe_SaysSo(string expected, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(expected).And.Not.Contain("   at "));
    }

    private MinerProcess StartMiner(params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["API_KEY"] = Key,
            ["LLM_PROVIDER"] = "offline",
            ["HOST"] = "127.0.0.1",
            ["PORT"] = "0",
        };
        foreach (var (name, value) in settings) environment[name] = value;
        return MinerProcess.Published(_folder.CreateSubdirectory("miner").FullName, environment);
    }

    private static async Task<string> AddressAsync(MinerProcess miner)
    {
        using var client = await miner.ConnectAsync();
        return client.BaseAddress!.ToString();
    }

    private Task<MinerCommand> RunAsync(params string[] arguments) =>
        MinerCommand.RunAsync(_folder.FullName, ["evaluate", .. arguments], new Dictionary<string, string> { ["API_KEY"] = Key });

    /// <summary>Presses Ctrl-C once <paramref name="on"/> stands on standard error.</summary>
    private async Task<(int ExitCode, string Shown)> InterruptAsync(string on, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.ApiProgram, ["evaluate", .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.UseOnly(new Dictionary<string, string> { ["API_KEY"] = Key });
        using var process = Process.Start(start)!;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var shown = new StringBuilder();
            while (!shown.ToString().Contains(on, StringComparison.Ordinal))
                shown.AppendLine(
                    await process.StandardError.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"It ended.\n{shown}"));
            using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, shown.ToString());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private async Task<JsonNode> ReadAsync(string name) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, name)))!;

    private static List<string> Questions(JsonNode report) =>
        [
            .. report["answers"]!
                .AsArray()
                .OrderBy(answer => (int)answer!["number"]!)
                .Select(answer => $"{answer!["question"]} {answer["expected"]} {answer["given"]}"),
        ];
}
