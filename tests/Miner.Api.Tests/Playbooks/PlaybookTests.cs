using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Playbooks;

[TestFixture]
internal sealed class PlaybookTests
{
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _miner = await MinerFactory.StartAsync();
        _client = _miner.CreateKeyedClient();
    }

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [Test]
    public async Task Entry_OnceInserted_HasEveryFieldOfTheContract()
    {
        await LearnAsync(Insight("style"));

        var playbook = await _client.GetObjectAsync("/playbook/c");

        var entry = playbook["entries"]!.AsArray().Single()!.AsObject();
        Assert.That(entry.Select(field => field.Key), Is.EqualTo(new[]
        {
            "id", "cid", "insight_type", "key", "value", "operation", "source_feedback", "confidence_score", "created_at", "updated_at", "version",
            "is_active", "tags", "extra_data",
        }));
        Assert.Multiple(() =>
        {
            Assert.That(entry["insight_type"]!.ToString(), Is.EqualTo("preference"));
            Assert.That(entry["operation"]!.ToString(), Is.EqualTo("insert"));
            Assert.That(entry["source_feedback"]!.ToString(), Is.EqualTo("my words"));
            Assert.That((double)entry["confidence_score"]!, Is.EqualTo(0.8));
            Assert.That((int)entry["version"]!, Is.EqualTo(1));
            Assert.That((bool)entry["is_active"]!, Is.True);
            Assert.That(entry["tags"]!.AsArray(), Is.Empty);
            Assert.That(entry["extra_data"]!.ToJsonString(), Is.EqualTo("""{"helpful":0,"harmful":0}"""));
        });
    }

    [Test]
    public async Task SameInsight_InsertedFiveTimes_MakesOneEntry()
    {
        for (var i = 0; i < 5; i++) await LearnAsync(Insight("style"));

        var entry = (await _client.GetObjectAsync("/playbook/c"))["entries"]!.AsArray().Single()!;

        Assert.That(((int)entry["version"]!, Counts(entry)), Is.EqualTo((1, (4, 0))));
    }

    [Test]
    public async Task Entry_OnceDeleted_IsGoneAndItsKeyFree()
    {
        await LearnAsync(Insight("style"));
        var report = await LearnAsync(Insight("style", operation: "delete"));
        Assert.That((int)(await _client.GetObjectAsync("/playbook/c"))["entry_count"]!, Is.Zero);
        Assert.That(report["immediate_response"]!.ToString(), Does.Contain("Removed preference \"style\""));

        await LearnAsync(Insight("style"));
        Assert.That((int)(await _client.GetObjectAsync("/playbook/c"))["entry_count"]!, Is.EqualTo(1));
    }

    [TestCase("fact", 1)]
    [TestCase("preference", 2)]
    [TestCase("constraint", 0)]
    public async Task Entries_FilteredByType_AreThoseOnly(string type, int count)
    {
        await LearnAsync(Insight("a"), Insight("b"), Insight("c", "fact"));

        Assert.That((int)(await _client.GetObjectAsync($"/playbook/c?insight_type={type}"))["entry_count"]!, Is.EqualTo(count));
    }

    [Test]
    public async Task Entries_FilteredByAnUnknownType_NameTheParameter()
    {
        using var response = await _client.GetAsync(new Uri("/playbook/c?insight_type=rumour", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo("""["query","insight_type"]"""));
    }

    [Test]
    public async Task Context_OfAPlaybook_GroupsByTypeAndIsGivenTwice()
    {
        await LearnAsync(Insight("style"), Insight("name", "fact"));

        var context = await _client.GetObjectAsync("/playbook/c/context");

        Assert.Multiple(() =>
        {
            Assert.That(context["formatted_context"]!.ToString(), Is.EqualTo("Preferences:\n- style: value\n\nFacts:\n- name: value"));
            Assert.That(context["context"]!.ToString(), Is.EqualTo(context["formatted_context"]!.ToString()));
            Assert.That(((int)context["entry_count"]!, (int)context["total_entries"]!), Is.EqualTo((2, 2)));
            Assert.That(context["entries"]!.AsArray(), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Insight_PastTheFiftieth_IsRefusedAndReported()
    {
        await LearnAsync([.. Enumerable.Range(0, 50).Select(i => Insight($"key{i}"))]);

        var report = await LearnAsync(Insight("one_more"), Insight("key0", value: "another"));

        var notebook = JsonNode.Parse(report["notebook"]!.ToString())!;
        Assert.That(((int)notebook["insights_extracted"]!, (int)notebook["entries_modified"]!), Is.EqualTo((2, 1)));
        Assert.That(report["immediate_response"]!.ToString(), Does.Contain("playbook is full"));
        Assert.That((int)(await _client.GetObjectAsync("/playbook/c"))["entry_count"]!, Is.EqualTo(50));
    }

    [TestCase("I could find nothing to note.")]
    [TestCase("""{"insights":[]}""")]
    [TestCase("""[{"insight_type":"rumour","key":"k","value":"v","operation":"insert"}]""")]
    public async Task Feedback_WithoutAReadableInsight_ChangesNothing(string content)
    {
        _miner.Upstream.RespondInTurn(StubAnswer.Content(content));

        var answer = await _client.AskAsync("/human_feedback", Requests.Body("c", "my words"));

        var notebook = JsonNode.Parse(answer["output"]!["notebook"]!.ToString())!;
        Assert.That(((int)notebook["insights_extracted"]!, (int)notebook["entries_modified"]!), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Feedback_GivenToTheModel_ComesWithThePlaybookAndTheConversation()
    {
        await _client.AskAsync("/complete", Requests.Body("c", "An earlier question"));
        await LearnAsync(Insight("style"));
        await LearnAsync(Insight("name", "fact"));

        var asked = _miner.Upstream.Requests[^1].Body["messages"]!.ToJsonString();

        Assert.That(asked, Does.Contain("style: value").And.Contain("my words").And.Contain("An earlier question"));
    }

    private async Task<JsonObject> LearnAsync(params JsonObject[] insights)
    {
        _miner.Upstream.Respond = request => request.RawBody.Contains("insight_type", StringComparison.Ordinal)
            ? StubAnswer.Content(new JsonObject { ["insights"] = new JsonArray([.. insights.Select(insight => insight.DeepClone())]) }.ToJsonString())
            : null;
        return (await _client.AskAsync("/human_feedback", Requests.Body("c", "my words")))["output"]!.AsObject();
    }

    private static (int Helpful, int Harmful) Counts(JsonNode entry) => ((int)entry["extra_data"]!["helpful"]!, (int)entry["extra_data"]!["harmful"]!);

    private static JsonObject Insight(string key, string type = "preference", string operation = "insert", string value = "value") => new()
    {
        ["insight_type"] = type,
        ["key"] = key,
        ["value"] = value,
        ["operation"] = operation,
    };
}
