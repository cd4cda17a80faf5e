using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Miner.Domain.Voting;
using Miner.Mathematics.Equations;

namespace Miner.Application.Tests.Recording;

/// <summary>What the detail of a call tells of each note, note by note.</summary>
[TestFixture]
internal sealed class CallDetailTests
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.System, "Be right."), new(ChatRole.User, "6*7?")];
    private static readonly ChatRequest Request = new(Messages, new AnswerSchema("fields", "{}"), 0.3) { Samples = 2 };

    private readonly object _first = new();
    private readonly object _second = new();
    private Records _records = null!;

    [SetUp]
    public void Begin() => _records = new Records();

    [Test]
    public async Task Call_WithoutNotes_TellsNothing()
    {
        var detail = (await _records.KeepAsync()).Detail;

        Assert.That(new object?[] { detail.Input, detail.Answer, detail.Problem }, Has.All.Null);
        Assert.That(detail.Cut, Is.False);
        Assert.That(
            new[]
            {
                detail.Spans.Count, detail.Prompts.Count, detail.Completions.Count, detail.Events.Count, detail.Votes.Count,
                detail.Checks.Count, detail.Stored.Count,
            },
            Has.All.Zero);
    }

    [Test]
    public async Task Input_OfACall_IsToldAsItWasAskedLast()
    {
        var asked = new ComponentInput("c1", "Do", ["One?", "Two?"], [Inputs.Previous("a"), Inputs.Previous("b")], true, false);

        var input = (await _records.KeepAsync(new InputNote(Inputs.Usual), new InputNote(asked))).Detail.Input!;

        Assert.That(
            (input.Cid, input.Task, string.Join('|', input.Queries), input.PreviousOutputs),
            Is.EqualTo(("c1", "Do", "One?|Two?", 2)));
        Assert.That((input.UseConversationHistory, input.UsePlaybook), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Completion_OfAPrompt_TellsWhenItWasAskedAndWhatItCost()
    {
        var cut = new ChatChoice("a", ChoiceEnd.AtTokenLimit) { ToolCalls = [new ToolCall("1", "calculator", "{}")] };

        var detail = (await _records.KeepAsync(
            new ReAskNote("first"), new PromptNote(_first, "chat-model", Request),
            new CompletionNote(_first, Records.Completion(cut, Records.Choice("b")), 0))).Detail;

        var (prompt, completion) = (detail.Prompts.Single(), detail.Completions.Single());
        Assert.Multiple(() =>
        {
            Assert.That((prompt.Number, prompt.Step, prompt.AtMs), Is.EqualTo((1, 2, 20.0)));
            Assert.That((prompt.Schema, prompt.Temperature, prompt.Samples, prompt.Tools.Count), Is.EqualTo(("fields", 0.3, 2, 0)));
            Assert.That(prompt.Messages, Is.EqualTo(new[] { new CallMessage("system", "Be right."), new CallMessage("user", "6*7?") }));
            Assert.That((completion.Step, completion.AtMs, completion.DurationMs, completion.Prompt), Is.EqualTo((2, 20.0, 10.0, 1)));
            Assert.That((completion.Upstream, completion.Model, completion.Failure), Is.EqualTo(("chat-model", "m", (string?)null)));
            Assert.That((completion.PromptTokens, completion.CompletionTokens), Is.EqualTo((50L, 20L)));
            Assert.That(completion.Samples.Select(sample => (sample.Number, sample.Text, sample.End, sample.Reading)), Is.EqualTo(new[]
            {
                (1, "a", ChoiceEnd.AtTokenLimit, (CallReading?)null), (2, "b", ChoiceEnd.Complete, null),
            }));
            Assert.That(completion.Samples[0].ToolCalls, Is.EqualTo(new[] { new CallToolUse("calculator", "{}") }));
        });
    }

    [Test]
    public async Task Completion_ThatFailedOrNeverCame_TellsSo()
    {
        var detail = (await _records.KeepAsync(
            new PromptNote(_first, "a", Request), new PromptNote(_second, "b", Request), new NoCompletionNote(_first, "It hung up."),
            new NoCompletionNote(new object(), "Of nothing."))).Detail;

        Assert.That(
            detail.Completions.Select(completion => (completion.Upstream, completion.DurationMs, completion.Model, completion.Failure)),
            Is.EqualTo(new[] { ("a", (double?)20.0, (string?)null, "It hung up."), ("b", null, null, null) }));
        Assert.That(detail.Completions.Select(completion => completion.Samples.Count), Has.All.Zero);
    }

    /// <summary>What two requests have in common, and how many prompts they are.</summary>
    [TestCase("all", 1)]
    [TestCase("messages and form, with other samples", 1)]
    [TestCase("messages", 2)]
    [TestCase("texts", 2)]
    [TestCase("messages and form, before rounds", 2)]
    public async Task Prompt_ThatIsSentTwice_IsToldOnceWhereItIsTheSame(string common, int prompts)
    {
        var second = common switch
        {
            "all" => Request,
            "messages and form, with other samples" => Request with { Samples = 1 },
            "messages" => Request with { Schema = null },
            "texts" => Request with { Messages = [.. Messages] },
            _ => Request with { Rounds = [new ToolRound("", [])] },
        };

        var detail = (await _records.KeepAsync(new PromptNote(_first, "a", Request), new PromptNote(_second, "b", second))).Detail;

        Assert.That(detail.Prompts, Has.Count.EqualTo(prompts));
        Assert.That(detail.Completions.Select(completion => completion.Prompt), Is.EqualTo(new[] { 1, prompts }));
    }

    /// <summary>A request that had to be changed is one completion, of the prompt that was sent last.</summary>
    [Test]
    public async Task Prompt_ThatIsChangedForTheSameCall_IsTheOneThatIsAnswered()
    {
        var detail = (await _records.KeepAsync(
            new PromptNote(_first, "a", Request), new PromptNote(_first, "a", Request with { Messages = [Messages[1]] }))).Detail;

        Assert.That(detail.Prompts.Select(prompt => prompt.Messages.Count), Is.EqualTo(new[] { 2, 1 }));
        Assert.That((detail.Completions.Single().Step, detail.Completions[0].Prompt), Is.EqualTo((1, 2)));
    }

    [TestCase("Let me see.", "Let me see.\ncalculator({\"input\":\"6*7\"})\ncalculator(?)")]
    [TestCase("", "calculator({\"input\":\"6*7\"})\ncalculator(?)")]
    public async Task Prompt_AfterARoundOfCalls_HasThemAndTheirResults(string said, string told)
    {
        var round = new ToolRound(said,
        [
            new AnsweredCall(new ToolCall("1", "calculator", """{"input":"6*7"}"""), "42"),
            new AnsweredCall(new ToolCall("2", "calculator", "?"), "Error"),
        ]);

        var detail = (await _records.KeepAsync(new PromptNote(_first, "a", Request with { Rounds = [round] }))).Detail;

        Assert.That(detail.Prompts.Single().Messages.Skip(2), Is.EqualTo(new[]
        {
            new CallMessage("assistant", told), new CallMessage("tool", "42"), new CallMessage("tool", "Error"),
        }));
    }

    /// <summary>The first reading of a sample counts, and a final answer is told of questions that ask for one.</summary>
    [TestCase("What is 6*7?", "The answer is 42.", "42")]
    [TestCase("What is 6*7?", "Nobody knows.", null)]
    [TestCase("Who wrote Faust?", "The answer is 42.", null)]
    [TestCase(null, "The answer is 42.", null)]
    public async Task Reading_OfASample_TellsWhatItWasReadAs(string? question, string response, string? final)
    {
        var choice = Records.Choice("raw");
        var output = new ComponentOutput(response, "print(42)");
        CallNote asked = question is null ? new ReAskNote("") : new InputNote(Inputs.Usual with { Task = "", Queries = [question] });

        var detail = (await _records.KeepAsync(
            asked, new PromptNote(_first, "a", Request), new CompletionNote(_first, Records.Completion(choice), 0),
            new ReadingNote(choice, output, AnswerRepairs.Thoughts | AnswerRepairs.Latex),
            new ReadingNote(choice, Output: null, AnswerRepairs.None),
            new ReadingNote(Records.Choice("raw"), Output: null, AnswerRepairs.None))).Detail;

        var reading = detail.Completions.Single().Samples.Single().Reading!;
        Assert.That(
            (reading.Step, reading.Response, reading.Notebook, reading.Insights, reading.FinalAnswer),
            Is.EqualTo((4, response, "print(42)", (int?)null, final)));
        Assert.That(reading.Repairs, Is.EqualTo(new[] { "thoughts", "latex" }));
    }

    [Test]
    public async Task Reading_ThatFoundNothing_IsNone()
    {
        var choice = Records.Choice("");

        var sample = (await _records.KeepAsync(
            new PromptNote(_first, "a", Request), new CompletionNote(_first, Records.Completion(choice), 0),
            new ReadingNote(choice, null, AnswerRepairs.None))).Detail.Completions.Single().Samples.Single();

        Assert.That(sample.Reading, Is.Null);
    }

    [Test]
    public async Task Reading_AsInsights_TellsHowManyAndWhatIsWrong()
    {
        var choice = Records.Choice("[]");

        var reading = (await _records.KeepAsync(
            new PromptNote(_first, "a", Request), new CompletionNote(_first, Records.Completion(choice), 0),
            new InsightsNote(choice, 2, [new RejectedInsight("{}", "key: missing")]))).Detail.Completions[0].Samples.Single().Reading!;

        Assert.That((reading.Step, reading.Insights, reading.Rejected.Single()), Is.EqualTo((3, 2, "key: missing")));
    }

    [TestCase(AnswerRepairs.None, "")]
    [TestCase(AnswerRepairs.FreeText, "free_text")]
    [TestCase(AnswerRepairs.EndOfTurn | AnswerRepairs.Unquoted, "end_of_turn unquoted")]
    [TestCase(AnswerRepairs.TolerantJson | AnswerRepairs.Completed, "tolerant_json completed")]
    [TestCase(AnswerRepairs.FieldNames | AnswerRepairs.Unescaped, "field_names unescaped")]
    public void Names_OfRepairs_AreEachOnItsOwn(AnswerRepairs repairs, string names) =>
        Assert.That(string.Join(' ', repairs.Names()), Is.EqualTo(names));

    /// <summary>Samples that were read as one text are all named; a vote of previous outputs names none.</summary>
    [Test]
    public async Task Vote_OfAnyKind_TellsItsTable([Values] bool ofSamples)
    {
        ChatChoice[] choices =
            [.. new[] { "The answer is 41.", "The answer is 42.", "Who knows?", "The answer is 42." }.Select(Records.Choice)];
        var vote = MajorityVote.Count("How many?", [.. choices.Select(choice => choice.Text)]);
        var readings = choices.Select(choice => (CallNote)new ReadingNote(choice, Records.Output(choice.Text), AnswerRepairs.None));

        var told = (await _records.KeepAsync(
            [
                new PromptNote(_first, "a", Request), new CompletionNote(_first, Records.Completion(choices), 0), .. readings,
                new VoteNote(vote, ofSamples, "42"),
            ])).Detail.Votes.Single();

        Assert.That(
            (told.Step, told.AtMs, told.OfSamples, told.Outputs, told.Decided, told.Computed),
            Is.EqualTo((7, 70.0, ofSamples, 4, true, "42")));
        Assert.That(
            told.Groups.Select(group => (group.Answer, group.Final, group.Count, string.Join(' ', group.Samples))),
            Is.EqualTo(new[]
            {
                ("42", true, 2, ofSamples ? "2 4" : ""), ("41", true, 1, ofSamples ? "1" : ""),
                ("Who knows?", false, 1, ofSamples ? "3" : ""),
            }));
    }

    [Test]
    public async Task Check_OfAnAnswer_NamesTheSampleThatWasReadAsIt()
    {
        var choice = Records.Choice("raw");
        var wrong = new FalseEquation("2+2 = 5", "2+2", "5", 6, "4");

        var checks = (await _records.KeepAsync(
            new PromptNote(_first, "a", Request), new CompletionNote(_first, Records.Completion(Records.Choice("other"), choice), 0),
            new ReadingNote(choice, Records.Output("2+2 = 5"), AnswerRepairs.None), new EquationsNote("2+2 = 5", 3, [wrong]),
            new EquationsNote("raw", 0, []))).Detail.Checks;

        Assert.That(checks.Select(check => (check.Step, check.Sample, check.Holding)), Is.EqualTo(new[] { (4, (int?)2, 3), (5, null, 0) }));
        Assert.That(checks[0].Failing.Single(), Is.EqualTo(new CallEquation("2+2 = 5", "4")));
    }

    [Test]
    public async Task Stored_OfPairsAndLessons_TellsBoth()
    {
        var pair = Exchange.Create("Do", ["it"], "Done", _records.Time.GetUtcNow())!;
        var change = new PlaybookChange(
            new Insight(InsightType.Fact, "name", "Ada", InsightOperation.Update, 0.9, []), PlaybookChangeOutcome.Refused, Entry: null);

        var stored = (await _records.KeepAsync(
            new ExchangeNote(pair, IsStored: true), new ExchangeNote(pair, IsStored: false),
            new LessonNote(new PlaybookLesson("words", "", [change], [], pair)),
            new LessonNote(new PlaybookLesson("words", "", [], [], Exchange: null)))).Detail.Stored;

        Assert.That(stored.Select(item => (item.Step, item.Succeeded, item.User, item.Assistant, item.Changes.Count)), Is.EqualTo(new[]
        {
            (1, true, "Do\n\nit", "Done", 0), (2, false, "Do\n\nit", "Done", 0), (3, true, "Do\n\nit", "Done", 1),
            (4, true, (string?)null, null, 0),
        }));
        Assert.That(
            stored[2].Changes.Single(),
            Is.EqualTo(new CallPlaybookChange(
                InsightType.Fact, "name", "Ada", InsightOperation.Update, PlaybookChangeOutcome.Refused)));
    }

    [Test]
    public async Task Events_OfUpstreamsAndReAsks_AreToldInOrder()
    {
        var happenings = Enum.GetValues<UpstreamEvent>().Select(happened => new UpstreamNote(
            "chat-model", happened, happened == UpstreamEvent.Failed ? "It broke." : null));

        var events = (await _records.KeepAsync([.. happenings, new ReAskNote("Cut.")])).Detail.Events;

        Assert.That(
            events.Select(happened => (happened.Step, happened.AtMs, happened.Event, happened.Upstream, happened.Reason)),
            Is.EqualTo(new[]
            {
                (1, 10.0, "answered", "chat-model", null), (2, 20.0, "failed", "chat-model", "It broke."),
                (3, 30.0, "retried", "chat-model", null), (4, 40.0, "waited", "chat-model", null),
                (5, 50.0, "fell_back", "chat-model", null), (6, 60.0, "hedged", "chat-model", null),
                (7, 70.0, "re_asked", (string?)null, (string?)"Cut."),
            }));
    }

    /// <summary>Each item costs 50 characters, and each of its texts 50 more: 999,950 are left for equations of 150 each.</summary>
    [TestCase(6_666, false)]
    [TestCase(6_667, false)]
    [TestCase(6_668, true)]
    public async Task Call_OfManyShortTexts_KeepsThoseThatThereIsRoomFor(int equations, bool isCut)
    {
        var wrong = Enumerable.Repeat(new FalseEquation("", "", "", null, ""), equations);

        var detail = (await _records.KeepAsync(new EquationsNote("", 0, [.. wrong]))).Detail;

        Assert.That((detail.Checks.Single().Failing.Count, detail.Cut), Is.EqualTo((Math.Min(equations, 6_667), isCut)));
    }

    /// <summary>What matters most is kept first: the answer, then the input, and of the prompts what is left.</summary>
    [Test]
    public async Task Call_OfTooLongTexts_KeepsTheAnswerWholeAndCutsThePrompt()
    {
        var messages = new[] { new ChatMessage(ChatRole.User, new string('p', 2_000_000)) };

        var call = await _records.KeepAsync(
            new PromptNote(_first, "a", Request with { Messages = messages }),
            new AnswerNote(Records.Output(new string('a', 50_000)), ModelUsage.None));

        var prompt = call.Detail.Prompts.Single().Messages.Single().Content.Length;
        Assert.That((call.Detail.Answer!.ImmediateResponse.Length, call.Detail.Cut), Is.EqualTo((50_000, true)));
        Assert.That(prompt, Is.InRange(949_000, 950_000));
    }
}
