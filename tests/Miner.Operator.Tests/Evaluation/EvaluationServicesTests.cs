using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Tests.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>The evaluator as the verb gets it, against a miner on the loopback.</summary>
[TestFixture]
internal sealed class EvaluationServicesTests
{
    private const int Count = 20;

    private DirectoryInfo _folder = null!;
    private StubMiner _miner = null!;

    private string ReportFile => Path.Combine(_folder.FullName, "report.html");

    [SetUp]
    public async Task StartMinerAsync()
    {
        _folder = Directory.CreateTempSubdirectory("miner-evaluation-services-tests-");
        _miner = await StubMiner.StartAsync(TimeProvider.System);
        _miner.Faults["/complete"] = request => StubAnswer.Json(new JsonObject
        {
            ["cid"] = "evaluation",
            ["task"] = "t",
            ["input"] = request.Body["input"]!.DeepClone(),
            ["output"] = new JsonObject { ["immediate_response"] = "The answer is 42.", ["notebook"] = "no update" },
            ["component"] = "complete",
        });
    }

    [TearDown]
    public async Task StopMinerAsync()
    {
        await _miner.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Evaluate_OfAMiner_AsksEachGeneratedProblemOnceWithTheKey()
    {
        var report = await EvaluateAsync(StubMiner.Key);

        var asked = _miner.Requests.Where(request => request.Method == "POST").ToList();
        Assert.Multiple(() =>
        {
            Assert.That((report.Summary.Right + report.Summary.Wrong, report.Summary.Failed), Is.EqualTo((Count, 0)));
            Assert.That(report.Setup.Problems, Is.EqualTo("generated, seed 7"));
            Assert.That(
                asked.Select(request => (string)request.Body["input"]![0]!["user_query"]!),
                Is.EquivalentTo(report.Answers.Select(answer => answer.Question)));
            Assert.That(asked.Select(request => request.Headers["X-API-Key"]), Is.All.EqualTo(StubMiner.Key));
            Assert.That(File.Exists(ReportFile), Is.True);
        });
    }

    [Test]
    public void Evaluate_WithAWrongKey_AsksNothing()
    {
        Assert.That(
            () => EvaluateAsync("another-key"),
            Throws.TypeOf<OperatorException>().With.Message.EqualTo("The miner refuses the key (HTTP 403)."));
        Assert.That(_miner.Requests.Select(request => request.Path), Has.None.EqualTo("/complete"));
        Assert.That(File.Exists(ReportFile), Is.False);
    }

    [Test]
    public void Evaluate_OfAMinerThatRedirects_DoesNotFollowWithTheKey()
    {
        _miner.Faults["/capabilities"] = _ => new StubAnswer
        {
            Status = 307,
            Headers = new Dictionary<string, string> { ["Location"] = "/complete" },
        };

        Assert.That(() => EvaluateAsync(StubMiner.Key), Throws.TypeOf<OperatorException>().With.Message.Contain("HTTP 307"));
        Assert.That(_miner.Requests.Select(request => request.Path), Has.None.EqualTo("/complete"));
    }

    private async Task<EvaluationReport> EvaluateAsync(string key)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddMinerEvaluation(_miner.Address, key, judge: null)
            .BuildServiceProvider();
        var options = new EvaluationOptions(
            _miner.Address, ProblemsFile: null, Count, Seed: 7, Concurrency: 4, FieldFile: null, ReportFile);
        return await services.GetRequiredService<Evaluator>()
            .EvaluateAsync(options, new Progress<EvaluationProgress>(), CancellationToken.None)
            .InTimeAsync();
    }
}
