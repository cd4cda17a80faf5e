using System.Text.Json;
using Miner.Client;
using Miner.TestUi.Calls;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>Lists that go over pages, and what stands in them.</summary>
[TestFixture]
internal sealed class ListViewTests
{
    [TestCase(20, 0, "20")]
    [TestCase(20, 20, "0 40")]
    [TestCase(3, 40, "20")]
    [TestCase(3, 10, "0")]
    [TestCase(3, 0, "")]
    public async Task Conversations_OfAPage_LeadToTheOnesBesideIt(int count, int offset, string pages)
    {
        var html = await ConversationsAsync(count, offset);

        Assert.That(string.Join(' ', Rendered.Values(html, "data-page")), Is.EqualTo(pages));
        Assert.That(Rendered.Values(html, "data-open-cid"), Has.Exactly(count).Items);
        Assert.That(Rendered.Text(html), Does.StartWith("45 conversations, the last active first:"));
    }

    [Test]
    public async Task Conversations_WithoutAny_SaysSo() =>
        Assert.That(Rendered.Text(await ConversationsAsync(0, 0)), Is.EqualTo("45 conversations; none here."));

    [Test]
    public async Task Conversations_WhenTheMinerFails_SaysWhy() => Assert.That(
        await Rendered.TextAsync<ConversationListView>(("Reply", Rendered.Failed<ConversationListResponse>()), ("Offset", 0)),
        Is.EqualTo("Down Nothing listens there."));

    [TestCase(50, 120, 0, "50")]
    [TestCase(50, 120, 50, "0 100")]
    [TestCase(20, 120, 100, "50")]
    [TestCase(50, 50, 0, "")]
    public async Task Calls_OfAPage_LeadToTheOnesBesideIt(int count, int total, int offset, string pages)
    {
        var html = await CallsAsync(Calls(total, [.. Enumerable.Repeat(Call(), count)]), offset);

        Assert.That(string.Join(' ', Rendered.Values(html, "data-page")), Is.EqualTo(pages));
    }

    [Test]
    public async Task Calls_OfAFailure_SayWhatHappened()
    {
        var failed = Call() with { Status = 503, Error = "upstream_overloaded", Flags = [CallFlag.Fallback, CallFlag.Cut], Tokens = 0 };

        var text = Rendered.Text(await CallsAsync(Calls(1, failed), offset: 0));

        Assert.That(text, Does.Contain("complete 4 503 upstream overloaded 1.50 s m fallback, cut What is <b>6*7</b>?"));
        Assert.That(text, Does.StartWith("1 call of 200, of at most 1000 that are kept."));
    }

    [Test]
    public async Task Calls_WhereNothingIsRecorded_SayHowToRecord() => Assert.That(
        Rendered.Text(await CallsAsync(Calls(0) with { MaxCalls = 0 }, offset: 0)),
        Does.StartWith("Nothing is recorded: set RECORD_CALLS"));

    [Test]
    public async Task Playbook_OfEntries_GroupsThemByTypeAndSaysHowTheyCameAbout()
    {
        var fact = Entry(InsightType.Fact, "name", "Ada <b>") with { ExtraData = Json("""{"helpful": 1, "harmful": "many"}""") };

        var text = await PlaybookAsync(
            Rendered.Reply(Playbook(fact, Entry(InsightType.Preference, "style", "short"))), "- name: Ada", isFiltered: false);

        Assert.That(text, Does.Contain("Preference style short confidence 80 % version 2 confirmed 0 times, contradicted 0 times"));
        Assert.That(text, Does.Contain("Fact name Ada <b> confidence 80 % version 2 confirmed 1 time, contradicted 0 times"));
        Assert.That(text.IndexOf("Preference", StringComparison.Ordinal), Is.LessThan(text.IndexOf("Fact", StringComparison.Ordinal)));
        Assert.That(text, Does.Contain("tag1 Learnt from words").And.Contain("As the model reads it - name: Ada"));
    }

    [TestCase(false, "There are no entries; Human Feedback makes them.")]
    [TestCase(true, "There are no entries of this type.")]
    public async Task Playbook_WithoutEntries_SaysOfWhichThereAreNone(bool isFiltered, string expected)
    {
        var text = await PlaybookAsync(Rendered.Reply(Playbook()), context: "", isFiltered);

        Assert.That(text, Does.Contain(expected).And.Contain("As the model reads it (nothing)"));
    }

    private static Task<string> ConversationsAsync(int count, int offset) => Rendered.HtmlAsync<ConversationListView>(
        ("Reply", Rendered.Reply(new ConversationListResponse
        {
            TotalConversations = 45,
            Conversations = [.. Enumerable.Range(0, count).Select(number => new ConversationItem
            {
                Cid = $"c{number}", Messages = 2, CreatedAt = Rendered.Now, LastUpdated = Rendered.Now,
            })],
        })),
        ("Offset", offset));

    private static Task<string> CallsAsync(CallListResponse calls, int offset) =>
        Rendered.HtmlAsync<CallListView>(("Reply", Rendered.Reply(calls)), ("Offset", offset));

    private static CallListResponse Calls(int total, params CallSummary[] calls) =>
        new() { TotalCalls = total, Calls = calls, RecordedCalls = 200, MaxCalls = 1_000, Bytes = 1, MaxBytes = 2 };

    private static CallSummary Call() => new()
    {
        Number = 4,
        TraceId = "trace",
        Time = Rendered.Now,
        Component = "complete",
        Endpoint = "POST /complete",
        Caller = "127.0.0.1",
        Key = null,
        Status = 200,
        Error = null,
        Milliseconds = 1_500,
        Upstream = null,
        Model = "m",
        Tokens = 7,
        Samples = 1,
        Cost = null,
        Flags = [],
        Cid = "c",
        Question = "What is <b>6*7</b>?",
        Answer = null,
    };

    private static Task<string> PlaybookAsync(Reply<PlaybookResponse> entries, string context, bool isFiltered) =>
        Rendered.TextAsync<PlaybookView>(
            ("Entries", entries),
            ("Filtered", isFiltered),
            ("Context", Rendered.Reply(new PlaybookContextResponse
            {
                Cid = "c",
                EntryCount = 1,
                TotalEntries = 1,
                FormattedContext = context,
                Context = context,
                Entries = [],
            })));

    private static PlaybookResponse Playbook(params PlaybookEntryItem[] entries) =>
        new() { Cid = "c", EntryCount = entries.Length, Entries = entries };

    private static PlaybookEntryItem Entry(InsightType type, string key, string value) => new()
    {
        Id = 1,
        Cid = "c",
        InsightType = type,
        Key = key,
        Value = value,
        Operation = InsightOperation.Insert,
        SourceFeedback = "words",
        ConfidenceScore = 0.8,
        CreatedAt = Rendered.Now,
        UpdatedAt = Rendered.Now,
        Version = 2,
        IsActive = true,
        Tags = ["tag1"],
        ExtraData = Json("null"),
    };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
