using System.Text;
using System.Text.Json.Nodes;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;
using static Miner.Operator.Tests.Evaluation.Report.Reports;

namespace Miner.Operator.Tests.Evaluation.Report;

/// <summary>A report as somebody else hands it over.</summary>
[TestFixture]
internal sealed class JsonReportReadTests
{
    private static readonly PredictedWeight Weight =
        new(Scaled: 16.8, PerformanceShare: 0.1, ThroughputPercentage: 90, Weight: 0.5, Share: 0.2, Rank: 3);

    [Test]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        var full = Reports.Of(Right(1) with { Tokens = 70, Samples = 3, TraceId = "t", Model = "gpt", IsCut = true }, Wrong(2), Failed(3));
        full = full with { Summary = full.Summary with { Weight = Weight, HighestWeight = Weight, Models = [new("gpt", 2)] } };

        var written = JsonReport.Write(full);
        var read = JsonReport.Read(Encoding.UTF8.GetBytes("\uFEFF" + written));

        Assert.That(JsonReport.Write(read), Is.EqualTo(written));
    }

    [Test]
    public void Read_OfAReportByOtherConstants_WeighsItsPointsByThem()
    {
        var full = Reports.Of(Right(1));
        var weights = new Dictionary<Criterion, double> { [Criterion.Accuracy] = 0.5, [Criterion.Clarity] = 0.5 };
        full = full with { Setup = full.Setup with { Scoring = new ScoringOptions { Exponent = 2, CriterionWeights = weights } } };

        var read = JsonReport.Read(Encoding.UTF8.GetBytes(JsonReport.Write(full)));

        Assert.That(read.Setup.Scoring.ToString(), Is.EqualTo(full.Setup.Scoring.ToString()));
        Assert.That(read.Answers[0].Card.Total, Is.EqualTo(50));
    }

    /// <summary>Reports of the versions before the fields were written.</summary>
    [Test]
    public void Read_OfAReportWithoutCauses_FindsThem()
    {
        var cut = Wrong(4) with { Reply = "We begin with" };
        var json = Json(Reports.Of(Right(1), Wrong(2), Failed(3), cut, Wrong(5) with { Reply = "The answer is 45.\nThe answer is 41." }));
        json.AsObject().Remove("version");
        foreach (var answer in json["answers"]!.AsArray())
        {
            answer!.AsObject().Remove("cause");
            answer.AsObject().Remove("is_cut");
        }

        var read = Read(json);

        Assert.That(read.Version, Is.EqualTo(1));
        Assert.That(read.Answers.Select(answer => answer.Cause), Is.EqualTo(new WrongAnswerCause?[]
        {
            null, WrongAnswerCause.ComputedWrong, WrongAnswerCause.Failed, WrongAnswerCause.NoFinalAnswer, WrongAnswerCause.ReadDifferently,
        }));
    }

    [TestCase("= ")]
    [TestCase("x?")]
    [TestCase("1/")]
    [TestCase("\\boxed{")]
    [TestCase("answer is 1+1. ")]
    [TestCase("so x = 3, ")]
    [TestCase("the answer is 3\n")]
    public void Read_OfAReportWithoutCausesAndWithManyReplies_EndsFast(string piece)
    {
        var reply = string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length)) + "7";
        var wrong = Enumerable.Range(1, 2_000).Select(number => Wrong(number) with { Reply = reply, Cause = null });
        var utf8 = Encoding.UTF8.GetBytes(JsonReport.Write(Reports.Of([.. wrong])));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => JsonReport.Read(utf8));
    }

    [Test]
    public void Read_OfMoreRepliesThanAreLookedThrough_TellsCausesByTheirFinalAnswers()
    {
        var reply = new string('x', 100_000);
        ScoredAnswer Long(int number) => Wrong(number) with { Reply = reply, Cause = null };
        var report = Reports.Of([.. Enumerable.Range(1, 9).Select(Long), Long(10) with { Given = null }, Long(11) with { IsCut = true }]);

        var causes = Read(Json(report)).Answers.Select(answer => answer.Cause).TakeLast(3);

        Assert.That(causes, Is.EqualTo(new WrongAnswerCause?[]
        {
            WrongAnswerCause.ComputedWrong, WrongAnswerCause.NoFinalAnswer, WrongAnswerCause.Cut,
        }));
    }

    [TestCase("", "it is not JSON, see line 1")]
    [TestCase("<!DOCTYPE html>", "it is not JSON, see line 1")]
    [TestCase("{\n\"version\": 1,\n}", "it is not JSON, see line 3")]
    [TestCase("null", "see line 1, $")]
    [TestCase("[]", "see line 1, $")]
    [TestCase("{}", "$ lacks 'setup'")]
    [TestCase("""{"version": 2}""", "The report is of version 2; only version 1 is read here")]
    [TestCase("""{"version": "1"}""", "$.version")]
    [TestCase("""{"setup": null}""", "$.setup")]
    [TestCase("""{"setup": {"miner": "m", "miner": "n"}}""", "$.setup.miner")]
    public void Read_OfWhatIsNoReport_SaysWhereItIsWrong(string text, string fault) => Assert.That(
        () => JsonReport.Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<OperatorException>().With.Message.Contains(fault));

    [TestCase("summary.raw_score", "101", "summary.raw_score is not within 0 to 100")]
    [TestCase("summary.highest_raw_score", "-1", "summary.highest_raw_score is not within")]
    [TestCase("summary.edges_per_minute", "1e999", "summary.edges_per_minute is out of range")]
    [TestCase("summary.right", "7", "its summary counts other answers than it holds")]
    [TestCase("summary.limited", "-1", "a count of its summary is below 0")]
    [TestCase("summary.models", "[null]", "a count of its summary is below 0")]
    [TestCase("summary.elapsed", "-1", "$.summary.elapsed")]
    [TestCase("summary.elapsed", "1e300", "$.summary.elapsed")]
    [TestCase("summary.weight", """{"scaled":1,"performance_share":2,"throughput_percentage":1,"weight":1,"share":1,"rank":1}""", "weight")]
    [TestCase("setup.planned", "0", "setup.planned is less")]
    [TestCase("setup.started_at", "\"yesterday\"", "$.setup.started_at")]
    [TestCase("categories", "[null]", "categories[0] is no category")]
    [TestCase("categories.0.score", "1e999", "categories[0].score is not within")]
    [TestCase("categories.0.category", "null", "$.categories[0].category")]
    [TestCase("answers", "null", "$.answers")]
    [TestCase("answers", "[]", "it holds no answers")]
    [TestCase("answers.1", "null", "answers[1] is no answer")]
    [TestCase("answers.1.number", "1", "several of its answers have one number")]
    [TestCase("answers.1.number", "0", "answers[1] is no answer")]
    [TestCase("answers.1.tokens", "-1", "a count of answers[1] is below 0")]
    [TestCase("answers.1.cost", "1e999", "answers[1].cost is out of range")]
    [TestCase("answers.0.failure", "\"late\"", "answers[0] is right and failed")]
    [TestCase("answers.1.cause", "\"bad luck\"", "$.answers[1].cause")]
    [TestCase("answers.1.cause", "3", "$.answers[1].cause")]
    [TestCase("answers.1.card", "{\"accuracy\": 101}", "$.answers[1].card")]
    [TestCase("answers.1.card", "{\"beauty\": 10}", "$.answers[1].card")]
    [TestCase("answers.1.card", "[]", "$.answers[1].card")]
    [TestCase("answers.1.latency", "\"long\"", "$.answers[1].latency")]
    public void Read_OfAValueThatNoReportHas_NamesIt(string place, string value, string fault)
    {
        var json = Json(Reports.Of(Right(1), Wrong(2)));
        var path = place.Split('.');
        var parent = path[..^1].Aggregate(json, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!);
        if (int.TryParse(path[^1], out var last)) parent[last] = JsonNode.Parse(value);
        else parent[path[^1]] = JsonNode.Parse(value);

        Assert.That(() => Read(json), Throws.TypeOf<OperatorException>().With.Message.Contains(fault));
    }

    [Test]
    public void Read_OfTooManyCategories_RefusesThem()
    {
        var report = Reports.Of(Right(1)) with { Categories = [.. Enumerable.Repeat(new CategoryScore("all", 1, 1, 70), 1_001)] };

        Assert.That(() => Read(Json(report)), Throws.TypeOf<OperatorException>().With.Message.Contains("more than 1,000 categories"));
    }

    private static ScoredAnswer Failed(int number) => Wrong(number) with
    {
        Failure = "HTTP 502",
        Reply = null,
        Given = null,
        Card = ScoreCard.Failed,
        Cause = WrongAnswerCause.Failed,
    };

    private static JsonNode Json(EvaluationReport report) => JsonNode.Parse(JsonReport.Write(report))!;

    private static EvaluationReport Read(JsonNode json) => JsonReport.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
