using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests.Playbooks;

/// <summary>What feedback does to a playbook that is there, and what a model then reads of it.</summary>
[TestFixture]
internal sealed class PlaybookLearningTests : MinerFixture
{
    [Test]
    public async Task Entry_SaidAgainInOtherWords_IsMergedUnderItsKey()
    {
        await LearnAsync("I like short answers", Insight("response_style", "Prefers concise answers", confidence: 0.9, tags: ["style"]));

        var report = await LearnAsync(
            "As I said, short ones",
            Insight("answer_length", "The user prefers concise answers", confidence: 0.7, tags: ["length"]));

        var entry = await EntryAsync();
        Assert.Multiple(() =>
        {
            Assert.That(entry.Key, Is.EqualTo("response_style"));
            Assert.That(entry.Value, Is.EqualTo("The user prefers concise answers"));
            Assert.That(entry.ConfidenceScore, Is.EqualTo(0.9));
            Assert.That(entry.Tags, Is.EqualTo(new[] { "style", "length" }));
            Assert.That(entry.Version, Is.EqualTo(2));
            Assert.That(entry.ExtraData.GetRawText(), Is.EqualTo("""{"helpful":1,"harmful":0}"""));
            Assert.That(report.ImmediateResponse, Does.Contain("Merged into preference \"response_style\" (helpful 1, harmful 0)"));
        });
    }

    [Test]
    public async Task Entry_UnderAnotherSpellingOfItsKey_StaysOne()
    {
        await LearnAsync("Short, please", Insight("response_style", "Prefers concise answers"));
        var confirmed = await LearnAsync("As I said", Insight("Response-Style", "Prefers concise\u200B answers"));

        var entry = await EntryAsync();
        Assert.That((entry.Key, entry.Value), Is.EqualTo(("response_style", "Prefers concise answers")));
        Assert.That(confirmed.ImmediateResponse, Does.StartWith("1 playbook entry confirmed:\n- Confirmed preference \"response_style\""));
    }

    [Test]
    public async Task Entry_ConfirmedAndThenContradicted_ShowsBothCounts()
    {
        await LearnAsync("I use metric units", Insight("units", "Uses metric units"));
        await LearnAsync("Metric, yes", Insight("units", "Uses metric units.", "update"));
        var report = await LearnAsync("No, imperial", Insight("units", "Uses imperial units", "update"));

        var entry = await EntryAsync();
        Assert.That(entry.ExtraData.GetRawText(), Is.EqualTo("""{"helpful":1,"harmful":1}"""));
        Assert.That((entry.Version, entry.Value), Is.EqualTo((2, "Uses imperial units")));
        var insight = JsonNode.Parse(report.Notebook)!["insights"]![0]!;
        Assert.That(((int)insight["helpful"]!, (int)insight["harmful"]!), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Block_PastedBackAsFeedback_MakesNoEntryAndNoVersion()
    {
        await LearnAsync("words", Insight("style", "Prefers concise answers", tags: ["tone"]), Insight("name", "Ada", type: "fact"));
        var block = (await Client.GetPlaybookContextAsync("c")).FormattedContext;
        var before = await PlaybookAsync();

        var report = await LearnAsync(
            block,
            Insight("style", "Prefers concise answers"),
            Insight("brevity", "Concise is how answers ought to be"),
            Insight("user", "Is called Ada", type: "fact"));

        Assert.That(await PlaybookAsync(), Is.EqualTo(before));
        Assert.That(report.ImmediateResponse, Does.Contain("0 playbook entries changed").And.Contain("only quotes the playbook"));
        Assert.That(Audit(), Is.EqualTo(new[] { "inserted", "inserted", "quoted", "quoted", "quoted" }));
    }

    [Test]
    public async Task Entries_OfAlikeWordsAndAnotherMeaning_AllStay()
    {
        string[] values =
        [
            "Always answer in Spanish",
            "Always answer in French",
            "Likes long answers to short questions",
            "Likes short answers to long questions",
            "Keep answers under 100 words", "Keep answers under 200 words",
        ];
        string[] keys = ["language", "response_language", "style", "tone", "length", "verbosity"];
        foreach (var (key, value) in keys.Zip(values)) await LearnAsync(value, Insight(key, value));

        var playbook = await Client.GetPlaybookAsync("c");

        Assert.That(playbook.Entries.Select(entry => entry.Value), Is.EqualTo(values));
    }

    [Test]
    public async Task Context_OfALongPlaybook_IsWhatThePromptHoldsWithinTheBudget()
    {
        await RestartAsync(("PLAYBOOK_CONTEXT_CHARS", "100"));
        await LearnAsync(
            "words",
            Insight("fact", "known", type: "fact"), Insight("sure", "first", confidence: 0.9), Insight("unsure", "second", confidence: 0.3),
            Insight("long", new string('x', 200), type: "constraint"), Insight("rule", "obeyed", type: "constraint", confidence: 0.1));

        var context = await Client.GetPlaybookContextAsync("c");
        await Client.CompleteAsync(ClientRequests.Of("c"));

        var text = context.FormattedContext;
        Assert.That(
            text,
            Is.EqualTo("Constraints:\n- rule: obeyed\n\nPreferences:\n- sure: first\n- unsure: second\n\nFacts:\n- fact: known"));
        Assert.That((context.EntryCount, context.TotalEntries), Is.EqualTo((4, 5)));
        Assert.That(context.Entries.Select(entry => entry.Key), Is.EqualTo(new[] { "rule", "sure", "unsure", "fact" }));
        Assert.That(LastPrompt(), Does.Contain($"]\n{text}\n[/playbook "));
    }

    [Test]
    public async Task Playbook_WithABudgetOfNothing_IsKeptAndNotRead()
    {
        await RestartAsync(("PLAYBOOK_CONTEXT_CHARS", "0"));
        await LearnAsync("words", Insight("style", "Prefers concise answers"));
        await Client.CompleteAsync(ClientRequests.Of("c"));

        var context = await Client.GetPlaybookContextAsync("c");

        Assert.That((context.Context, context.EntryCount, context.TotalEntries), Is.EqualTo(("", 0, 1)));
        Assert.That(LastPrompt(), Does.Not.Contain("concise"));
    }

    [Test]
    public async Task Feedback_OfTheLargestSizeToAFullPlaybook_IsAnswered()
    {
        var filler = string.Concat(Enumerable.Repeat("a b ", 2_490 / 5));
        await LearnAsync("words", [.. Enumerable.Range(0, 50).Select(i => Insight($"key{i}", $"{filler}{i}"))]);
        var query = new QueryItem { UserQuery = string.Concat(Enumerable.Repeat("a b ", 2_500)) };

        var report = await LearnAsync(
            ClientRequests.Of("c") with
            {
                Input = [.. Enumerable.Repeat(query, 50)],
            },
            [.. Enumerable.Range(0, 50).Select(i => Insight($"new{i}", $"{filler}{i + 50}"))]);

        Assert.That(report.ImmediateResponse, Does.StartWith("0 playbook entries changed").And.Contain("playbook is full"));
    }

    private Task<OutputItem> LearnAsync(string feedback, params JsonObject[] insights) =>
        LearnAsync(ClientRequests.Of("c", feedback), insights);

    private async Task<OutputItem> LearnAsync(ComponentRequest request, params JsonObject[] insights)
    {
        Upstream.Respond = asked => asked.RawBody.Contains("insight_type", StringComparison.Ordinal)
                ? StubAnswer.Content(
                    new JsonObject { ["insights"] = new JsonArray([.. insights.Select(insight => insight.DeepClone())]) }.ToJsonString())
                : null;
        return (await Client.HumanFeedbackAsync(request)).Output;
    }

    private async Task<PlaybookEntryItem> EntryAsync() => (await Client.GetPlaybookAsync("c")).Entries.Single();

    private async Task<string> PlaybookAsync() => JsonSerializer.Serialize(await Client.GetPlaybookAsync("c"));

    private string LastPrompt() => Upstream.Requests[^1].Body["messages"]!.AsArray()[^1]!["content"]!.ToString();

    private IEnumerable<string> Audit()
    {
        using var connection = new SqliteConnection($"Data Source={Service.DatabasePath};Pooling=False;Mode=ReadOnly");
        return [.. connection.Query<string>("SELECT outcome FROM playbook_audit ORDER BY id")];
    }

    private static JsonObject Insight(
        string key,
        string value,
        string operation = "insert",
        string type = "preference",
        double confidence = 0.8,
        params string[] tags) =>
        new()
        {
            ["insight_type"] = type,
            ["key"] = key,
            ["value"] = value,
            ["operation"] = operation,
            ["confidence_score"] = confidence,
            ["tags"] = new JsonArray([.. tags]),
        };
}
