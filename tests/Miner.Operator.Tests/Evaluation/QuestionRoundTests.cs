using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;
using static Miner.Operator.Tests.Evaluation.EvaluationFixture;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>How often one miner is asked, for how long it is waited for, and what counts.</summary>
[TestFixture]
internal sealed class QuestionRoundTests : IMinerUnderTest, IProgress<EvaluationProgress>
{
    private readonly List<EvaluationProgress> _progress = [];
    private readonly List<string> _asked = [];

    private DrivenClock _time = null!;
    private Func<string, MinerReply> _answer = null!;

    [SetUp]
    public void StartAnew()
    {
        _time = new DrivenClock { LongestPause = TimeSpan.MaxValue };
        _answer = _ => new MinerReply.Answered("42", "m");
        _progress.Clear();
        _asked.Clear();
    }

    [Test]
    public async Task Ask_OfProblems_AsksEachOnceAndGradesIt()
    {
        var round = await AskAsync(Problem("6*7?"), Problem("6*8?", "48"));

        Assert.Multiple(() =>
        {
            Assert.That(_asked, Is.EqualTo(new[] { "6*7?", "6*8?" }));
            Assert.That(round.Answers.Select(answer => (answer.Index, answer.Grade.IsRight)), Is.EqualTo(new[] { (0, true), (1, false) }));
            Assert.That(_progress.Select(progress => (progress.Done, progress.Total)), Is.EqualTo(new[] { (1, 2), (2, 2) }));
            Assert.That(_progress.Select(progress => progress.RawScore), Is.EqualTo(new[] { 70.0, 35.0 }).Within(1e-9));
        });
    }

    [TestCase(29, true)]
    [TestCase(30, true)]
    [TestCase(31, false)]
    public async Task Ask_OfAMinerThatIsOftenOverItsLimit_GivesUpAfterThirtyWaits(int limited, bool isAnswered)
    {
        _answer = _ => _asked.Count <= limited ? new MinerReply.Limited(TimeSpan.FromSeconds(1)) : new MinerReply.Answered("42", "m");

        var round = await AskAsync(Problem("6*7?"));

        Assert.Multiple(() =>
        {
            Assert.That(round.Answers[0].Failure is null, Is.EqualTo(isAnswered));
            Assert.That(round.Limited, Is.EqualTo(Math.Min(limited, 30)));
            Assert.That(round.Waited, Is.EqualTo(TimeSpan.FromSeconds(Math.Min(limited, 30))));
        });
    }

    [TestCase(600, true)]
    [TestCase(601, false)]
    public async Task Ask_OfAMinerThatWantsToWait_WaitsForTenMinutesAtMost(int seconds, bool isAnswered)
    {
        _answer = _ => _asked.Count == 1 ? new MinerReply.Limited(TimeSpan.FromSeconds(seconds)) : new MinerReply.Answered("42", "m");

        var round = await AskAsync(Problem("6*7?"));

        Assert.That(round.Answers[0].Failure, isAnswered
            ? Is.Null
            : Is.EqualTo("over the limit (429) for too long, again in 601 s"));
        Assert.That(round.Elapsed, Is.EqualTo(isAnswered ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero));
    }

    [Test]
    public async Task Ask_OfAMinerThatFails_TellsWhyAndGoesOn()
    {
        _answer = question => question == "1" ? new MinerReply.Failed("HTTP 502") : new MinerReply.Answered("", "m");

        var round = await AskAsync(Problem("1"), Problem("2"));

        Assert.Multiple(() =>
        {
            Assert.That(round.Answers.Select(answer => answer.Failure), Is.EqualTo(new[] { "HTTP 502", null }));
            Assert.That(round.Answers.Select(answer => answer.Text), Is.EqualTo(new[] { null, "" }));
            Assert.That(round.Answers.Select(answer => answer.Model), Is.EqualTo(new[] { null, "m" }));
            Assert.That(round.Answers.Select(answer => answer.Card.Total), Is.All.Zero, "an empty answer is a wrong one");
            Assert.That(round.Answers[0].Card.IsComplete, Is.True, "0 in everything");
            Assert.That(round.Answers[1].Card.IsComplete, Is.False, "the rest is open");
        });
    }

    [Test]
    public async Task Ask_OfAnAnswerPastTheDeadline_CountsItAsFailedWithItsTime()
    {
        _answer = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(60.001));
            return new MinerReply.Answered("42", "m");
        };

        var round = await AskAsync(Problem("6*7?"));

        Assert.That(round.Answers[0].Failure, Is.EqualTo("late: 60 s"));
        Assert.That(round.Answers[0].Latency, Is.EqualTo(TimeSpan.FromSeconds(60.001)));
        Assert.That(round.Answers[0].FinishedAt, Is.EqualTo(round.Answers[0].Latency));
    }

    [Test]
    public async Task Ask_OfNothing_EndsAtOnce()
    {
        var round = await AskAsync();

        Assert.That((round.Answers.Count, round.Elapsed, round.Limited), Is.EqualTo((0, TimeSpan.Zero, 0)));
    }

    [Test]
    public void Ask_OfAMinerThatRefusesTheKeyOnTheWay_Ends()
    {
        _answer = question => question == "2"
            ? throw new OperatorException("The miner refuses the key (HTTP 403).")
            : new MinerReply.Failed("HTTP 500");

        Assert.That(() => AskAsync(Problem("1"), Problem("2"), Problem("3")), Throws.TypeOf<OperatorException>());
        Assert.That(_asked, Has.None.EqualTo("3"));
    }

    Task<ConfiguredModel> IMinerUnderTest.CheckAsync(CancellationToken cancellationToken) => Task.FromResult(ConfiguredModel.Unknown);

    Task<MinerReply> IMinerUnderTest.AskAsync(string question, CancellationToken cancellationToken)
    {
        _asked.Add(question);
        return Task.FromResult(_answer(question));
    }

    void IProgress<EvaluationProgress>.Report(EvaluationProgress value) => _progress.Add(value);

    private async Task<QuestionRound> AskAsync(params IReadOnlyList<Problem> problems)
    {
        var round = new QuestionRound(this, _time, this, ScoringOptions.Default);
        await round.AskAsync(problems, concurrency: 1, CancellationToken.None).InTimeAsync();
        return round;
    }
}
