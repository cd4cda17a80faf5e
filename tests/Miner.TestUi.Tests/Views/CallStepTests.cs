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
}
