using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Report;

/// <summary>What programs read: its names are a contract with them.</summary>
[TestFixture]
internal sealed class JsonReportTests
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly EvaluationReport Report = new(
        new EvaluationSetup("http://m/", "openai gpt", "generated, seed 1", "openai judge", DateTimeOffset.UnixEpoch, Planned: 2),
        new EvaluationSummary(
            IsComplete: true,
            Right: 1,
            Wrong: 1,
            Failed: 2,
            RawScore: 70,
            HighestRawScore: 100,
            Unjudged: 1,
            new Latencies(Seconds(1), Seconds(2), Seconds(3), Seconds(4), Seconds(5.5)),
            Elapsed: Seconds(90),
            EdgesPerMinute: 4.5,
            Limited: 3,
            Waited: Seconds(60),
            Weight: new PredictedWeight(Scaled: 16.8, PerformanceShare: 0.1, ThroughputPercentage: 90, Weight: 0.5, Share: 0.2, Rank: 3),
            HighestWeight: null)
        {
            Models = [new AnswersByModel("gpt", 3), new AnswersByModel(null, 1)],
            ByAnotherModel = 1,
        },
        [new CategoryScore("all", Right: 1, Count: 4, Score: 17.5)],
        [
            new ScoredAnswer(
                Number: 1, "all", "6*7?", "42", "42", IsRight: true, Failure: null, Seconds(0.1234567), Seconds(3),
                ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = 100, [Criterion.InstructionFollowing] = 50 }))
            {
                Model = "gpt",
                Reply = "It is 42.",
                Tokens = 70,
                Samples = 3,
                TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            },
        ]);

    [Test]
    public void Write_OfTheSetup_NamesAllOfIt() => Assert.That(Part("setup"), Is.EqualTo(
        """{"miner":"http://m/","model":"openai gpt","problems":"generated, seed 1","judge":"openai judge","""
        + "\"started_at\":\"1970-01-01T00:00:00+00:00\",\"planned\":2,"
        + "\"scoring\":{\"exponent\":5,\"throughput_weight\":0.5,\"criterion_weights\":{\"accuracy\":0.7,\"relevance\":0.075,"
        + "\"completeness\":0.075,\"clarity\":0.05,\"instruction_following\":0.05,\"format\":0.025,\"safety\":0.025}}}"));

    [Test]
    public void Write_OfTheSummary_GivesSecondsAndShares() => Assert.That(Part("summary"), Is.EqualTo(
        """{"is_complete":true,"right":1,"wrong":1,"failed":2,"raw_score":70,"highest_raw_score":100,"unjudged":1,"""
        + "\"latencies\":{\"median\":1,\"p90\":2,\"p95\":3,\"p99\":4,\"slowest\":5.5},\"elapsed\":90,\"edges_per_minute\":4.5,"
        + "\"limited\":3,\"waited\":60,\"weight\":{\"scaled\":16.8,\"performance_share\":0.1,\"throughput_percentage\":90,"
        + "\"weight\":0.5,\"share\":0.2,\"rank\":3},\"highest_weight\":null,"
        + "\"models\":[{\"model\":\"gpt\",\"answers\":3},{\"model\":null,\"answers\":1}],\"by_another_model\":1,\"accuracy\":25}"));

    [Test]
    public void Write_OfAnAnswer_GivesItsCardByCriterion() => Assert.That(Part("answers"), Is.EqualTo(
        """[{"number":1,"category":"all","question":"6*7?","expected":"42","given":"42","is_right":true,"failure":null,"""
        + "\"latency\":0.123457,\"finished_at\":3,\"card\":{\"total\":72.5,\"accuracy\":100,\"relevance\":null,\"completeness\":null,"
        + "\"clarity\":null,\"instruction_following\":50,\"format\":null,\"safety\":null},\"model\":\"gpt\","
        + "\"reply\":\"It is 42.\",\"tokens\":70,\"samples\":3,\"cost\":null,\"is_cut\":false,\"cause\":null,"
        + "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}]"));

    [Test]
    public void Write_OfCategories_GivesEachOnItsOwn() =>
        Assert.That(Part("categories"), Is.EqualTo("""[{"category":"all","right":1,"count":4,"score":17.5,"attainable":100}]"""));

    [Test]
    public void Write_OfTextsInAnyLanguage_KeepsThemReadable()
    {
        var written = JsonReport.Write(Report with { Categories = [new CategoryScore("Größe <模型> 'é'", 1, 1, 70)] });

        Assert.That(written, Does.Contain("Größe <模型> 'é'"));
    }

    private static string Part(string name) => JsonNode.Parse(JsonReport.Write(Report))![name]!.ToJsonString(AsItIs);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
