using System.Text.Json.Nodes;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests.Playbooks;

[TestFixture]
internal sealed class PlaybookTests : MinerFixture
{
    [Test]
    public async Task Entry_OnceInserted_HasEveryFieldOfTheContract()
    {
        await LearnAsync(Insight("style"));

        var playbook = await Http.GetObjectAsync("/playbook/c");

        var entry = playbook["entries"]!.AsArray().Single()!.AsObject();
        Assert.That(entry.Select(field => field.Key), Is.EqualTo(new[]
                {
                    "id",
                    "cid",
                    "insight_type",
                    "key",
                    "value",
                    "operation",
                    "source_feedback",
                    "confidence_score",
                    "created_at",
                    "updated_at",
                    "version",
                    "is_active",
                    "tags",
                    "extra_data",
                }
            ));
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

        var entry = (await Client.GetPlaybookAsync("c")).Entries.Single();

        Assert.That((entry.Version, Counts(entry)), Is.EqualTo((1, (4, 0))));
    }

    [Test]
    public async Task Entry_OnceDeleted_IsGoneAndItsKeyFree()
    {
        await LearnAsync(Insight("style"));
        var report = await LearnAsync(Insight("style", operation: "delete"));
        Assert.That((await Client.GetPlaybookAsync("c")).EntryCount, Is.Zero);
        Assert.That(report.ImmediateResponse, Does.Contain("Removed preference \"style\""));

        await LearnAsync(Insight("style"));
        Assert.That((await Client.GetPlaybookAsync("c")).EntryCount, Is.EqualTo(1));
    }

    [TestCase(InsightType.Fact, 1)]
    [TestCase(InsightType.Preference, 2)]
    [TestCase(InsightType.Constraint, 0)]
    public async Task Entries_FilteredByType_AreThoseOnly(InsightType type, int count)
    {
        await LearnAsync(Insight("a"), Insight("b"), Insight("c", "fact"));

        Assert.That((await Client.GetPlaybookAsync("c", type)).EntryCount, Is.EqualTo(count));
    }

    [TestCase("rumour")]
    [TestCase("0")]
    [TestCase("99")]
    [TestCase("")]
    [TestCase("fact,preference")]
    [TestCase("%20fact")]
    public async Task Entries_FilteredByAnUnknownType_NameTheParameter(string type)
    {
        using var response = await Http.GetAsync(new Uri($"/playbook/c?insight_type={type}", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo("""["query","insight_type"]"""));
    }

    [Test]
    public async Task Context_OfAPlaybook_GroupsByTypeAndIsGivenTwice()
    {
        await LearnAsync(Insight("style"), Insight("name", "fact"));

        var context = await Client.GetPlaybookContextAsync("c");

        Assert.Multiple(() =>
        {
            Assert.That(context.FormattedContext, Is.EqualTo("Preferences:\n- style: value\n\nFacts:\n- name: value"));
            Assert.That(context.Context, Is.EqualTo(context.FormattedContext));
            Assert.That((context.EntryCount, context.TotalEntries), Is.EqualTo((2, 2)));
            Assert.That(context.Entries, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Insight_PastTheFiftieth_IsRefusedAndReported()
    {
        await LearnAsync([.. Enumerable.Range(0, 50).Select(i => Insight($"key{i}"))]);

        var report = await LearnAsync(Insight("one_more"), Insight("key0", value: "another"));

        var notebook = JsonNode.Parse(report.Notebook)!;
        Assert.That(((int)notebook["insights_extracted"]!, (int)notebook["entries_modified"]!), Is.EqualTo((2, 1)));
        Assert.That(report.ImmediateResponse, Does.Contain("playbook is full"));
        Assert.That((await Client.GetPlaybookAsync("c")).EntryCount, Is.EqualTo(50));
    }

    [TestCase("I could find nothing to note.")]
    [TestCase("""{"insights":[]}""")]
    [TestCase("""[{"insight_type":"rumour","key":"k","value":"v","operation":"insert"}]""")]
    public async Task Feedback_WithoutAReadableInsight_ChangesNothing(string content)
    {
        Upstream.RespondInTurn(StubAnswer.Content(content));

        var answer = await Client.HumanFeedbackAsync(ClientRequests.Of("c", "my words"));

        var notebook = JsonNode.Parse(answer.Output.Notebook)!;
        Assert.That(((int)notebook["insights_extracted"]!, (int)notebook["entries_modified"]!), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Feedback_GivenToTheModel_ComesWithThePlaybookAndTheConversation()
    {
        await Client.CompleteAsync(ClientRequests.Of("c", "An earlier question"));
        await LearnAsync(Insight("style"));
        await LearnAsync(Insight("name", "fact"));

        var asked = Upstream.Requests[^1].Body["messages"]!.ToJsonString();

        Assert.That(asked, Does.Contain("style: value").And.Contain("my words").And.Contain("An earlier question"));
    }

    private async Task<OutputItem> LearnAsync(params JsonObject[] insights)
    {
        Upstream.Respond = request => request.RawBody.Contains("insight_type", StringComparison.Ordinal)
                ? StubAnswer.Content(
                    new JsonObject { ["insights"] = new JsonArray([.. insights.Select(insight => insight.DeepClone())]) }.ToJsonString())
                : null;
        return (await Client.HumanFeedbackAsync(ClientRequests.Of("c", "my words"))).Output;
    }

    private static (int Helpful, int Harmful) Counts(PlaybookEntryItem entry) =>
        (entry.ExtraData.GetProperty("helpful").GetInt32(), entry.ExtraData.GetProperty("harmful").GetInt32());

    private static JsonObject Insight(string key, string type = "preference", string operation = "insert", string value = "value") => new()
    {
        ["insight_type"] = type,
        ["key"] = key,
        ["value"] = value,
        ["operation"] = operation,
    };
}
