using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;
using Miner.TestUi.Calls;
using Miner.TestUi.Evaluation;

namespace Miner.TestUi.Tests.Evaluation;

/// <summary>What is kept of the evaluations, and for how long.</summary>
[TestFixture]
internal sealed class EvaluationRunsTests
{
    private readonly DrivenClock _clock = new();
    private CancellationTokenSource _stopping = null!;
    private MinerConnection _miner = null!;
    private EvaluationRuns _runs = null!;

    [SetUp]
    public void CreateRuns()
    {
        _stopping = new CancellationTokenSource();
        // Nobody listens there.
        _miner = new MinerConnection(new Uri($"http://127.0.0.1:{UnusedPort.Find()}"), "key", _clock);
        _runs = new EvaluationRuns(_miner, _clock, new Lifetime(_stopping.Token), NullLogger<EvaluationRuns>.Instance);
    }

    [TearDown]
    public async Task DisposeRuns()
    {
        await _runs.DisposeAsync();
        _miner.Dispose();
        _stopping.Dispose();
    }

    [Test]
    public async Task Start_WhenNoMinerAnswers_EndsWithTheReason()
    {
        Assert.That(_runs.Start(new EvaluationForm(20, Seed: 1, Field: null))?.Name, Is.EqualTo("20 questions, seed 1"));
        await _runs.WhenEnded.InTimeAsync();

        Assert.That(_runs.All[0].Fault, Does.StartWith("No miner answers at http://127.0.0.1:"));
        Assert.That(_runs.Start(new EvaluationForm(20, Seed: 1, Field: null))?.Number, Is.EqualTo(2), "the next one may begin");
    }

    [Test]
    public void Start_WhileOneIsRunning_StartsNone()
    {
        var running = _runs.Start(new EvaluationForm(20, Seed: 1, Field: null))!;
        var second = _runs.Start(new EvaluationForm(20, Seed: 2, Field: null));
        _runs.Remove(running.Number);

        Assert.That(second, Is.Null);
        Assert.That(_runs.All, Has.Count.EqualTo(1), "what is running cannot be removed");
    }

    [Test]
    public async Task Stopping_OfTheHost_EndsTheOneThatIsRunning()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var miner = new MinerConnection(new Uri($"http://{silent.LocalEndpoint}"), "key", _clock);
        await using var runs = new EvaluationRuns(miner, _clock, new Lifetime(_stopping.Token), NullLogger<EvaluationRuns>.Instance);
        runs.Start(new EvaluationForm(20, Seed: 1, Field: null));
        await _stopping.CancelAsync();
        await runs.WhenEnded.InTimeAsync();

        Assert.That(runs.All[0].Fault, Is.EqualTo("It was cancelled before the first answer."));
    }

    [Test]
    public void Open_OfMoreThanAreKept_ForgetsTheOldest()
    {
        foreach (var number in Enumerable.Range(1, EvaluationRuns.MostRuns + 3)) _runs.Open($"report {number}", Report(replyLength: 10));

        Assert.That(_runs.All, Has.Count.EqualTo(EvaluationRuns.MostRuns));
        Assert.That((_runs.All[0].Number, _runs.All[^1].Number), Is.EqualTo((EvaluationRuns.MostRuns + 3, 4)));
        Assert.That(_runs.Find(3), Is.Null);
    }

    [Test]
    public void Open_OfMoreTextThanIsKept_ForgetsTheOldestButNotTheNewest()
    {
        _runs.Open("small", Report(replyLength: 10));
        _runs.Open("large", Report(replyLength: 33 * 1024 * 1024));
        var afterLarge = _runs.All.Select(run => run.Name).ToList();
        _runs.Open("small again", Report(replyLength: 10));

        Assert.That(afterLarge, Is.EqualTo(new[] { "large" }));
        Assert.That(_runs.All.Select(run => run.Name), Is.EqualTo(new[] { "small again" }));
    }

    /// <summary>What is no reply is kept as well.</summary>
    [Test]
    public void Open_OfMoreOfAnyTextThanIsKept_ForgetsTheOldest()
    {
        var (small, text) = (Report(replyLength: 10), new string('a', 33 * 1024 * 1024));
        var answer = small.Answers[0];
        EvaluationReport[] large =
        [
            small with { Answers = [answer with { Given = text }] },
            small with { Answers = [answer with { Failure = text }] },
            small with { Answers = [answer with { Category = text }] },
            small with { Answers = [answer with { Model = text }] },
            small with { Answers = [answer with { TraceId = text }] },
            small with { Answers = [.. Enumerable.Repeat(answer, 150_000)] },
            small with { Categories = [small.Categories[0] with { Category = text }] },
            small with { Setup = small.Setup with { Problems = text } },
            small with { Summary = small.Summary with { Models = [new(text, 1)] } },
        ];
        foreach (var report in large) _runs.Open("large", report);

        Assert.That(_runs.All.Select(run => run.Number), Is.EqualTo(new[] { large.Length }));
    }

    [Test]
    public void Remove_OfOneThatHasEnded_ForgetsIt()
    {
        var run = _runs.Open("report", Report(replyLength: 10));
        _runs.Remove(run.Number + 1);
        Assert.That(_runs.Find(run.Number), Is.Not.Null);
        _runs.Remove(run.Number);

        Assert.That(_runs.All, Is.Empty);
    }

    private static EvaluationReport Report(int replyLength)
    {
        var card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100 });
        var answer = new ScoredAnswer(1, "all", "6*7?", "42", "42", IsRight: true, Failure: null, TimeSpan.Zero, TimeSpan.Zero, card)
        {
            Reply = new string('a', replyLength),
        };
        var summary = new EvaluationSummary(
            IsComplete: true, Right: 1, Wrong: 0, Failed: 0, RawScore: 70, HighestRawScore: 100, Unjudged: 1, Latencies: null,
            TimeSpan.Zero, EdgesPerMinute: 0, Limited: 0, TimeSpan.Zero, Weight: null, HighestWeight: null);
        var setup = new EvaluationSetup("http://m/", "m", "generated, seed 1", Judge: null, DateTimeOffset.UnixEpoch, Planned: 1);
        return new EvaluationReport(setup, summary, [new CategoryScore("all", 1, 1, 70)], [answer]);
    }

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
