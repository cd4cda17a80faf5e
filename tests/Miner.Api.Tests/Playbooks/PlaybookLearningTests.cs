using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Testing;

namespace Miner.Api.Tests.Playbooks;

/// <summary>What feedback does to a playbook that is there, and what a model then reads of it.</summary>
[TestFixture]
internal sealed class PlaybookLearningTests
{
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public Task StartMiner() => StartAsync([]);

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [Test]
    public async Task Entry_SaidAgainInOtherWords_IsMergedUnderItsKey()
    {
        await LearnAsync("I like short answers", Insight("response_style", "Prefers concise answers", confidence: 0.9, tags: ["style"]));

        var report = await LearnAsync("As I said, short ones", Insight("answer_length", "The user prefers concise answers", confidence: 0.7, tags: ["length"]));

        var entry = await EntryAsync();
        Assert.Multiple(() =>
        {
            Assert.That(entry["key"]!.ToString(), Is.EqualTo("response_style"));
            Assert.That(entry["value"]!.ToString(), Is.EqualTo("The user prefers concise answers"));
            Assert.That((double)entry["confidence_score"]!, Is.EqualTo(0.9));
            Assert.That(entry["tags"]!.ToJsonString(), Is.EqualTo("""["style","length"]"""));
            Assert.That((int)entry["version"]!, Is.EqualTo(2));
            Assert.That(entry["extra_data"]!.ToJsonString(), Is.EqualTo("""{"helpful":1,"harmful":0}"""));
            Assert.That(report["immediate_response"]!.ToString(), Does.Contain("Merged into preference \"response_style\" (helpful 1, harmful 0)"));
        });
    }

    [Test]
    public async Task Entry_ConfirmedAndThenContradicted_ShowsBothCounts()
    {
        await LearnAsync("I use metric units", Insight("units", "Uses metric units"));
        await LearnAsync("Metric, yes", Insight("units", "Uses metric units.", "update"));
        var report = await LearnAsync("No, imperial", Insight("units", "Uses imperial units", "update"));

        var entry = await EntryAsync();
        Assert.That(entry["extra_data"]!.ToJsonString(), Is.EqualTo("""{"helpful":1,"harmful":1}"""));
        Assert.That(((int)entry["version"]!, entry["value"]!.ToString()), Is.EqualTo((2, "Uses imperial units")));
        var insight = JsonNode.Parse(report["notebook"]!.ToString())!["insights"]![0]!;
        Assert.That(((int)insight["helpful"]!, (int)insight["harmful"]!), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Block_PastedBackAsFeedback_MakesNoEntryAndNoVersion()
    {
        await LearnAsync("words", Insight("style", "Prefers concise answers", tags: ["tone"]), Insight("name", "Ada", type: "fact"));
        var block = (await _client.GetObjectAsync("/playbook/c/context"))["formatted_context"]!.ToString();
        var before = await _client.GetObjectAsync("/playbook/c");

        var report = await LearnAsync(
            block, Insight("style", "Prefers concise answers"), Insight("brevity", "Concise is how answers ought to be"), Insight("user", "Is called Ada", type: "fact"));

        Assert.That(JsonNode.DeepEquals(await _client.GetObjectAsync("/playbook/c"), before), Is.True);
        Assert.That(report["immediate_response"]!.ToString(), Does.Contain("0 playbook entries changed").And.Contain("only quotes the playbook"));
        Assert.That(Audit(), Is.EqualTo(new[] { "inserted", "inserted", "quoted", "quoted", "quoted" }));
    }

    [Test]
    public async Task Entries_OfAlikeWordsAndAnotherMeaning_AllStay()
    {
        string[] values =
        [
            "Always answer in Spanish", "Always answer in French", "Likes long answers to short questions", "Likes short answers to long questions",
            "Keep answers under 100 words", "Keep answers under 200 words",
        ];
        string[] keys = ["language", "response_language", "style", "tone", "length", "verbosity"];
        foreach (var (key, value) in keys.Zip(values)) await LearnAsync(value, Insight(key, value));

        var playbook = await _client.GetObjectAsync("/playbook/c");

        Assert.That(playbook["entries"]!.AsArray().Select(entry => entry!["value"]!.ToString()), Is.EqualTo(values));
    }

    [Test]
    public async Task Context_OfALongPlaybook_IsWhatThePromptHoldsWithinTheBudget()
    {
        await RestartAsync(new() { ["PLAYBOOK_CONTEXT_CHARS"] = "100" });
        await LearnAsync(
            "words",
            Insight("fact", "known", type: "fact"), Insight("sure", "first", confidence: 0.9), Insight("unsure", "second", confidence: 0.3),
            Insight("long", new string('x', 200), type: "constraint"), Insight("rule", "obeyed", type: "constraint", confidence: 0.1));

        var context = await _client.GetObjectAsync("/playbook/c/context");
        await _client.AskAsync("/complete", Requests.Body("c"));

        var text = context["formatted_context"]!.ToString();
        Assert.That(text, Is.EqualTo("Constraints:\n- rule: obeyed\n\nPreferences:\n- sure: first\n- unsure: second\n\nFacts:\n- fact: known"));
        Assert.That(((int)context["entry_count"]!, (int)context["total_entries"]!), Is.EqualTo((4, 5)));
        Assert.That(context["entries"]!.AsArray().Select(entry => entry!["key"]!.ToString()), Is.EqualTo(new[] { "rule", "sure", "unsure", "fact" }));
        Assert.That(LastPrompt(), Does.Contain($"]\n{text}\n[/playbook "));
    }

    [Test]
    public async Task Playbook_WithABudgetOfNothing_IsKeptAndNotRead()
    {
        await RestartAsync(new() { ["PLAYBOOK_CONTEXT_CHARS"] = "0" });
        await LearnAsync("words", Insight("style", "Prefers concise answers"));
        await _client.AskAsync("/complete", Requests.Body("c"));

        var context = await _client.GetObjectAsync("/playbook/c/context");

        Assert.That((context["context"]!.ToString(), (int)context["entry_count"]!, (int)context["total_entries"]!), Is.EqualTo(("", 0, 1)));
        Assert.That(LastPrompt(), Does.Not.Contain("concise"));
    }

    [Test]
    public async Task Feedback_OfTheLargestSizeToAFullPlaybook_IsAnswered()
    {
        var filler = string.Concat(Enumerable.Repeat("a b ", 2_490 / 5));
        await LearnAsync("words", [.. Enumerable.Range(0, 50).Select(i => Insight($"key{i}", $"{filler}{i}"))]);
        var body = Requests.Body("c");
        var query = string.Concat(Enumerable.Repeat("a b ", 2_500));
        body["input"] = new JsonArray([.. Enumerable.Repeat(query, 50).Select(text => (JsonNode)new JsonObject { ["user_query"] = text })]);

        var report = await LearnAsync(body, [.. Enumerable.Range(0, 50).Select(i => Insight($"new{i}", $"{filler}{i + 50}"))]);

        Assert.That(report["immediate_response"]!.ToString(), Does.StartWith("0 playbook entries changed").And.Contain("playbook is full"));
    }

    private Task<JsonObject> LearnAsync(string feedback, params JsonObject[] insights) => LearnAsync(Requests.Body("c", feedback), insights);

    private async Task<JsonObject> LearnAsync(JsonObject body, params JsonObject[] insights)
    {
        _miner.Upstream.Respond = request => request.RawBody.Contains("insight_type", StringComparison.Ordinal)
            ? StubAnswer.Content(new JsonObject { ["insights"] = new JsonArray([.. insights.Select(insight => insight.DeepClone())]) }.ToJsonString())
            : null;
        return (await _client.AskAsync("/human_feedback", body))["output"]!.AsObject();
    }

    private async Task<JsonNode> EntryAsync() => (await _client.GetObjectAsync("/playbook/c"))["entries"]!.AsArray().Single()!;

    private string LastPrompt() => _miner.Upstream.Requests[^1].Body["messages"]!.AsArray()[^1]!["content"]!.ToString();

    private IEnumerable<string> Audit()
    {
        using var connection = new SqliteConnection($"Data Source={_miner.DatabasePath};Pooling=False;Mode=ReadOnly");
        return [.. connection.Query<string>("SELECT outcome FROM playbook_audit ORDER BY id")];
    }

    private async Task RestartAsync(Dictionary<string, string> settings)
    {
        await StopMiner();
        await StartAsync(settings);
    }

    private async Task StartAsync(Dictionary<string, string> settings)
    {
        _miner = await MinerFactory.StartAsync(settings);
        _client = _miner.CreateKeyedClient();
    }

    private static JsonObject Insight(
        string key, string value, string operation = "insert", string type = "preference", double confidence = 0.8, params string[] tags) => new()
        {
            ["insight_type"] = type,
            ["key"] = key,
            ["value"] = value,
            ["operation"] = operation,
            ["confidence_score"] = confidence,
            ["tags"] = new JsonArray([.. tags]),
        };
}
