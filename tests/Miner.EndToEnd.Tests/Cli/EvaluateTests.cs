using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>The verb as an operator types it, against a running miner with the embedded model.</summary>
[TestFixture]
internal sealed class EvaluateTests : MinerProcessFixture
{

    [Test]
    public async Task Evaluate_WithTheSameSeed_GivesTheSameProblemsAndScoreTwice()
    {
        await using var miner = StartMiner(("RATE_LIMIT_ENABLED", "false"));
        var url = await AddressOfAsync(miner);

        var first = await EvaluateAsync("--url", url, "--generate", "256", "--seed", "1", "--json");
        var second = await EvaluateAsync("--url", url, "--generate", "256", "--seed", "1", "--report", "second.html");
        var (one, two) = (await ReadAsync("report.json"), await ReadAsync("second.json"));

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(first.Output), one), Is.True, "--json prints what is written");
            Assert.That(Questions(two), Is.EqualTo(Questions(one)));
            Assert.That(two["summary"]!["raw_score"]!.ToString(), Is.EqualTo(one["summary"]!["raw_score"]!.ToString()));
            Assert.That((int)one["summary"]!["right"]!, Is.AtLeast(235));
            Assert.That((int)one["summary"]!["failed"]!, Is.Zero);
            Assert.That(first.Error, Does.Contain("Asked 256/256"));
            Assert.That(second.Output, Does.Contain("word problems").And.Contain("were not judged"));
            Assert.That(File.ReadAllText(InFolder("report.html")), Does.Contain("<svg"));
        });
    }

    [Test]
    public async Task Evaluate_OfTheOwnMiner_KeepsWholeRepliesAndTellsOfItsLimit()
    {
        var port = UnusedPort.Find();
        await using var miner = StartMiner(("PORT", $"{port}"), ("RATE_LIMIT_COMPLETE", "2/second"));
        await miner.AddressAsync();

        var result = await RunAsync(
            ["evaluate", "--generate", "3"],
            new Dictionary<string, string> { ["API_KEY"] = Key, ["PORT"] = $"{port}", ["RATE_LIMIT_COMPLETE"] = "2/second" });
        var answer = (await ReadAsync("report.json"))["answers"]![0]!;

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("This miner answers 2 questions in 1 s").And.Contain("RATE_LIMIT_ENABLED=false"));
        Assert.That((answer["model"]!.ToString(), (int)answer["samples"]!), Is.EqualTo(("offline-1", 1)));
        Assert.That(answer["reply"]!.ToString(), Does.Contain(answer["given"]!.ToString()));
        Assert.That(miner.Output, Does.Contain(answer["trace_id"]!.ToString()));
    }

    [TestCase("http://miner.invalid:1", true)]
    [TestCase("http://127.0.0.1:1", false)]
    public async Task Evaluate_OverPlainHttpToElsewhere_WarnsOfTheKey(string url, bool warns)
    {
        var result = await EvaluateAsync("--url", url, "--generate", "1");

        Assert.That(
            result.Error.Contains("everybody on the way reads the miner's key", StringComparison.Ordinal),
            Is.EqualTo(warns),
            result.Error);
    }

    [Test]
    public async Task Evaluate_OfAFile_WeighsTheMinerAgainstTheField()
    {
        await File.WriteAllTextAsync(
            InFolder("problems.jsonl"),
            """
            {"question": "What is 6*7?", "answer": "6 * 7 = <<6*7=42>>42\n#### 42"}
            {"question": "Who wrote Faust?", "answer": "Goethe"}
            """);
        await File.WriteAllTextAsync(InFolder("miners.csv"), "name,raw_score,edges_per_minute\nother,90,0.5\n");
        await using var miner = StartMiner();

        var result = await EvaluateAsync("--url", await AddressOfAsync(miner), "--problems", "problems.jsonl", "--field", "miners.csv");
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

        var result = await RunAsync(
            ["evaluate", "--url", await AddressOfAsync(miner), "--generate", "4", "--judge", "llm"], settings);
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

        var result = await EvaluateAsync("--url", await AddressOfAsync(miner), "--generate", "2");
        var report = await ReadAsync("report.json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain("Every request failed"));
        Assert.That((int)report["summary"]!["failed"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Evaluate_OfAMinerWhoseModelIsDown_TellsWhoAnsweredAndFails()
    {
        await using var upstream = await StubUpstream.StartAsync();
        upstream.Respond = _ => new StubAnswer { Status = 401 };
        await using var miner = StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_MODEL", "llama"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()));
        await File.WriteAllTextAsync(InFolder("problems.jsonl"), """{"question": "What is 6*7?", "answer": "42"}""");

        var result = await EvaluateAsync("--url", await AddressOfAsync(miner), "--problems", "problems.jsonl");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("Another model than the miner names as its own gave 1 of 1 answer"));
            Assert.That(result.Output, Does.Contain("Answers by model").And.Contain("offline-1 1"));
        });
    }

    [Test]
    public async Task Evaluate_EndedWhileItWaitsOutTheLimit_WritesWhatWasMeasured()
    {
        await using var miner = StartMiner(("RATE_LIMIT_COMPLETE", "5/minute"));
        var url = await AddressOfAsync(miner);

        await using var verb = Start(Keyed, "evaluate", "--url", url, "--generate", "40", "--concurrency", "1");

        await verb.SaysAsync("waiting");
        var exitCode = await verb.InterruptAsync();
        var report = await ReadAsync("report.json");

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(130));
            Assert.That(verb.Output, Does.Contain("over the miner's limit"));
            Assert.That((bool)report["summary"]!["is_complete"]!, Is.False);
            Assert.That(Questions(report), Has.Count.EqualTo(5));
            Assert.That((int)report["summary"]!["failed"]!, Is.Zero);
        });
    }

    [Test]
    public async Task Evaluate_WithoutAKey_AsksForIt()
    {
        await using var miner = StartMiner();
        var url = await AddressOfAsync(miner);

        var right = await RunAsync(["evaluate", "--url", url, "--generate", "1"], input: Key + "\n");
        var wrong = await RunAsync(["evaluate", "--url", url, "--generate", "1"], input: "wrong-secret\n");

        Assert.That(right.ExitCode, Is.Zero, right.Error);
        Assert.That(wrong.ExitCode, Is.EqualTo(1));
        Assert.That(wrong.Error, Does.Contain("refuses the key").And.Not.Contain("wrong-secret"));
    }

    [Test]
    public async Task Evaluate_OfAHostileFile_NamesTheLine()
    {
        await File.WriteAllBytesAsync(
            InFolder("problems.jsonl"),
            [.. "{\"question\":\"a\",\"answer\":\"1\"}\n"u8, 0xFF, 0xFE]);

        var result = await EvaluateAsync("--problems", "problems.jsonl");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("problems.jsonl, line 2: this is not UTF-8 text").And.Not.Contain("   at "));
    }

    [TestCase(1, "No miner answers at http://127.0.0.1:9/", "--url", "http://127.0.0.1:9")]
    [TestCase(2, "--url must be", "--url", "ftp://example.org")]
    [TestCase(2, "--concurrency must be", "--concurrency", "0")]
    [TestCase(2, "not both", "--problems", "a.jsonl", "--generate", "3")]
    [TestCase(1, "needs a language model", "--judge", "llm")]
    public async Task Evaluate_WithWhatCannotBe_SaysSo(int status, string expected, params string[] arguments)
    {
        var result = await EvaluateAsync(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(status));
        Assert.That(result.Error, Does.Contain(expected).And.Not.Contain("   at "));
    }

    private Task<MinerCommand> EvaluateAsync(params string[] arguments) => RunAsync(["evaluate", .. arguments], Keyed);

    private static async Task<string> AddressOfAsync(MinerProcess miner) => (await miner.AddressAsync()).ToString();

    private async Task<JsonNode> ReadAsync(string name) =>
        JsonNode.Parse(await File.ReadAllTextAsync(InFolder(name)))!;

    private static List<string> Questions(JsonNode report) =>
        [
            .. report["answers"]!
                .AsArray()
                .OrderBy(answer => (int)answer!["number"]!)
                .Select(answer => $"{answer!["question"]} {answer["expected"]} {answer["given"]}"),
        ];
}
