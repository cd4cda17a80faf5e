using Miner.Client;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

[TestFixture]
internal sealed class CallStepTests
{
    [Test]
    public void Of_ADetail_GivesEverythingInTheOrderInWhichItHappened()
    {
        var reading = new CallReading
        {
            Step = 4,
            Response = "It is 4.",
            Notebook = "",
            Insights = null,
            Rejected = [],
            Repairs = ["tolerant_json", "latex"],
            FinalAnswer = "4",
        };
        var sample = new CallSample { Number = 1, Text = "{raw", End = ChoiceEnd.Complete, ToolCalls = [], Reading = reading };
        var steps = CallStep.Of(new CallDetail
        {
            Input = null,
            Spans = [],
            Prompts =
            [
                new CallPrompt
                {
                    Number = 1, Step = 1, AtMs = 1, Messages = [new CallMessage { Role = "user", Content = "2 + 2" }], Schema = null,
                    Temperature = 0.5, Samples = 1, Tools = ["calculator"],
                },
            ],
            Completions =
            [
                new CallCompletion
                {
                    Step = 2, AtMs = 2, Prompt = 1, Upstream = "chat-model", DurationMs = 30, Model = "m", PromptTokens = 3,
                    CompletionTokens = 4, Failure = null, Samples = [sample],
                },
            ],
            Events = [new CallEvent { Step = 3, AtMs = 9, Event = "re_asked", Upstream = null, Reason = "cut" }],
            Votes = [],
            Checks = [new CallCheck { Step = 5, AtMs = 40, Sample = 1, Holding = 2, Failing = [] }],
            Stored = [new CallStorage { Step = 6, AtMs = 50, Succeeded = false, User = "u", Assistant = "a", Changes = [] }],
            Answer = null,
            Problem = null,
            Cut = false,
        });

        Assert.That(steps.Select(step => step.Title), Is.EqualTo(new[]
        {
            "Prompt 1", "chat-model asked with prompt 1", "The miner re-asked", "Completion 1 read", "Equations of completion 1 computed",
            "Could not be stored",
        }));
        Assert.That(steps[0].Notes, Is.EqualTo(new[] { "1 answer wanted, free text, temperature 0.5, may call calculator" }));
        Assert.That(steps[3].Notes, Is.EqualTo(new[] { "Final answer: 4", "Repaired: tolerant json, latex" }));
        Assert.That(steps[1].Texts, Is.EqualTo(new[] { ("Completion 1, raw", "{raw") }));
    }

    [Test]
    public void Of_AVote_TellsWhoSaysWhatAndWhetherItDecides()
    {
        var vote = new CallVote
        {
            Step = 1,
            AtMs = 1,
            OfSamples = true,
            Outputs = 3,
            Decided = false,
            Computed = null,
            Groups =
            [
                new CallVoteGroup { Answer = "42", Final = true, Count = 2, Samples = [1, 3] },
                new CallVoteGroup { Answer = "Hm.", Final = false, Count = 1, Samples = [] },
            ],
        };

        var steps = CallStep.Of(Empty() with { Votes = [vote, vote with { Step = 2, OfSamples = false, Outputs = 1, Decided = true }] });

        Assert.That(steps.Select(step => step.Title), Is.EqualTo(new[] { "Vote over 3 samples", "Vote over 1 previous output" }));
        Assert.That(steps[0].Notes, Is.EqualTo(new[]
        {
            "2 × 42 (completions 1, 3)", "1 × Hm. (no final answer)", "It does not decide.",
        }));
        Assert.That(steps[1].Notes[^1], Is.EqualTo("It decides."));
    }

    [Test]
    public void Of_ACompletionThatFailed_TellsAfterHowLongAndWhy()
    {
        var failed = new CallCompletion
        {
            Step = 1,
            AtMs = 2,
            Prompt = 1,
            Upstream = "chat-model",
            DurationMs = 30.04,
            Model = null,
            PromptTokens = 0,
            CompletionTokens = 0,
            Failure = "overloaded",
            Samples = [],
        };

        var steps = CallStep.Of(Empty() with { Completions = [failed, failed with { Step = 2, DurationMs = null, Failure = "hung" }] });

        Assert.That(steps.SelectMany(step => step.Notes), Is.EqualTo(new[]
        {
            "Failed after 30 ms: overloaded", "Failed after not ended: hung",
        }));
    }

    [Test]
    public void Of_InsightsReadAndStored_TellsEach()
    {
        var reading = new CallReading
        {
            Step = 2,
            Response = "",
            Notebook = "no update",
            Insights = 1,
            Rejected = ["key: missing or blank"],
            Repairs = [],
            FinalAnswer = null,
        };
        var called = new CallToolUse { Name = "calculator", Arguments = "{}" };
        var sample = new CallSample { Number = 1, Text = "", End = ChoiceEnd.Complete, ToolCalls = [called], Reading = reading };
        var change = new CallPlaybookChange
        {
            InsightType = InsightType.Fact,
            Key = "name",
            Value = "Ada",
            Operation = InsightOperation.Insert,
            Outcome = PlaybookChangeOutcome.Inserted,
        };

        var steps = CallStep.Of(Empty() with
        {
            Completions =
            [
                new CallCompletion
                {
                    Step = 1, AtMs = 2, Prompt = 1, Upstream = "chat-model", DurationMs = 30, Model = "m", PromptTokens = 3,
                    CompletionTokens = 4, Failure = null, Samples = [sample],
                },
            ],
            Checks =
            [
                new CallCheck
                {
                    Step = 3, AtMs = 33, Sample = null, Holding = 0, Failing = [new CallEquation { Text = "1 + 1 = 3", Correct = "2" }],
                },
            ],
            Stored = [new CallStorage { Step = 4, AtMs = 40, Succeeded = true, User = "u", Assistant = null, Changes = [change] }],
        });

        Assert.That(steps[0].Texts, Is.EqualTo(new[] { ("Completion 1, raw", "calculator({})") }));
        Assert.That(steps[1].Notes, Is.EqualTo(new[] { "1 insight", "No insight: key: missing or blank" }));
        Assert.That((steps[1].AtMs, steps[1].Texts.Count), Is.EqualTo((32, 0)), "it is read once it has come");
        Assert.That(steps[2].Notes, Is.EqualTo(new[] { "0 equations hold", "1 + 1 = 3 is 2" }));
        Assert.That((steps[2].Title, steps[3].Title), Is.EqualTo(("Equations computed", "Stored")));
        Assert.That(steps[3].Notes, Is.EqualTo(new[] { "inserted Fact: name = Ada" }));
        Assert.That(steps[3].Texts, Is.EqualTo(new[] { ("As the user", "u") }));
    }

    private static CallDetail Empty() => new()
    {
        Input = null,
        Spans = [],
        Prompts = [],
        Completions = [],
        Events = [],
        Votes = [],
        Checks = [],
        Stored = [],
        Answer = null,
        Problem = null,
        Cut = false,
    };
}
