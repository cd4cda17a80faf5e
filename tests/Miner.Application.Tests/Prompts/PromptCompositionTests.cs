using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Tests.Components;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Tests.Prompts;

/// <summary>What each component shows to a model, with and without a history, a playbook, previous outputs and tools.</summary>
[TestFixture]
internal sealed class PromptCompositionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly PlaybookEntry Known = new(
        1, "cid", InsightType.Preference, "style", "short", InsightOperation.Insert, "words", 0.9, Now, Now, 1, IsActive: true, [],
        ExtraData: null, Helpful: 0, Harmful: 0);

    private static readonly Message[] Told =
    [
        new(MessageRole.User, "Before?", Now, MessageOrigin.Caller), new(MessageRole.Assistant, "So it was.", Now, MessageOrigin.Model),
    ];

    /// <summary>Too few have a final answer for a vote without a model; one states an equation that does not hold.</summary>
    private static readonly PreviousOutput[] Earlier =
        [Inputs.Previous("Well, 2 + 2 = 5.", "x = 1"), Inputs.Previous("I cannot say."), Inputs.Previous("Nobody knows, I fear.")];

    private ChatRequest? _asked;

    [Test]
    public async Task Ask_ForAComponent_ShowsWhatThereIsInItsOrder(
        [Values(Component.Complete, Component.Refine, Component.Feedback, Component.HumanFeedback, Component.Summary, Component.Aggregate)]
        Component component,
        [Values] bool history,
        [Values] bool playbook,
        [Values] bool outputs)
    {
        var previous = outputs ? Earlier : [];

        await AskAsync(
            component,
            Inputs.Usual with { PreviousOutputs = previous, UseConversationHistory = history, UsePlaybook = playbook },
            new AnsweringOptions());

        if (!outputs && (component is Component.Summary or Component.Aggregate))
        {
            Assert.That(_asked, Is.Null, "there is nothing to work on");
            return;
        }

        Assert.That(
            _asked!.Messages.Select(message => message.Role),
            Is.EqualTo(history
                ? new[] { ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User }
                : [ChatRole.System, ChatRole.User]));
        List<string> expected = playbook ? ["playbook"] : [];
        if (outputs && component != Component.Aggregate) expected.AddRange(["answer 1", "answer 1, notebook", "answer 2", "answer 3"]);
        if (outputs && (component is Component.Refine or Component.Feedback)) expected.Add("findings of exact checks");
        expected.AddRange(["task", "question"]);
        if (component == Component.Aggregate)
            expected.AddRange(Enumerable.Range(1, 3).Select(group => $"group {group}, given by 1 of 3 outputs"));
        Assert.That(BlocksOf(_asked.Messages[^1].Content), Is.EqualTo(expected));
    }

    /// <summary>What has to be repeatable has a temperature of its own; an answer with a notebook in play is worked out first.</summary>
    [TestCase(Component.Complete, null, "worked_output")]
    [TestCase(Component.Refine, null, "worked_output")]
    [TestCase(Component.Feedback, 0.3, "component_output")]
    [TestCase(Component.Summary, 0.2, "component_output")]
    [TestCase(Component.Aggregate, 0.1, "component_output")]
    [TestCase(Component.HumanFeedback, 0.1, "insights")]
    public async Task Ask_ForAComponent_HasItsTemperatureAndItsForm(Component component, double? temperature, string schema)
    {
        await AskAsync(component, Inputs.Usual with { PreviousOutputs = Earlier }, new AnsweringOptions());

        Assert.That((_asked!.Temperature, _asked.Schema!.Name), Is.EqualTo((temperature, schema)));
    }

    [Test]
    public async Task Ask_WithTheCalculator_OffersItWhereAnAnswerIsWorkedOut(
        [Values(Component.Complete, Component.Refine, Component.Feedback, Component.HumanFeedback, Component.Summary, Component.Aggregate)]
        Component component,
        [Values] bool isOffered)
    {
        await AskAsync(
            component, Inputs.Usual with { PreviousOutputs = Earlier }, new AnsweringOptions { OffersCalculator = isOffered });

        Assert.That(
            _asked!.Tools.Select(tool => tool.Name),
            Is.EqualTo(isOffered && (component is Component.Complete or Component.Refine) ? new[] { "calculator" } : []));
    }

    /// <summary>In free text where the questions are mathematical and no notebook is in play, unless an operator says.</summary>
    [TestCase("What is 6*7?", false, null, null)]
    [TestCase("Who wrote Faust?", false, null, "component_output")]
    [TestCase("What is 6*7?|What is 1+1?", false, null, null)]
    [TestCase("What is 6*7?|Who wrote Faust?", false, null, "component_output")]
    [TestCase("What is 6*7?", true, null, "worked_output")]
    [TestCase("Who wrote Faust?", false, true, null)]
    [TestCase("What is 6*7?", false, false, "component_output")]
    [TestCase("What is 6*7?", true, false, "component_output")]
    public async Task Ask_ForAnAnswer_ChoosesItsForm(string queries, bool hasNotebook, bool? inText, string? schema)
    {
        var input = Inputs.Usual with { Task = "", Queries = queries.Split('|'), PreviousOutputs = hasNotebook ? Earlier : [] };

        await AskAsync(Component.Complete, input, new AnsweringOptions { AnswersInText = inText });

        Assert.That(_asked!.Schema?.Name, Is.EqualTo(schema));
    }

    private async Task AskAsync(Component component, ComponentInput input, AnsweringOptions options)
    {
        using var handling = new Handling
        {
            Options = options,
            Context = new ConversationContext(Told, [Known]),
        };
        handling.Chat.Sample = _ => "Well, that depends.";

        await handling.AskAsync(component, input);

        _asked = handling.Chat.Requests.LastOrDefault();
    }

    /// <summary>The names of the blocks, each of which is closed before the next begins.</summary>
    private static List<string> BlocksOf(string material)
    {
        var boundary = material["Boundary: ".Length..material.IndexOf('\n', StringComparison.Ordinal)];
        var marks = material.Split('\n').Where(line => line.EndsWith($" {boundary}]", StringComparison.Ordinal))
            .Select(line => line[1..^(boundary.Length + 2)])
            .ToList();
        foreach (var pair in marks.Chunk(2)) Assert.That(pair, Is.EqualTo(new[] { pair[0], $"/{pair[0]}" }));
        return [.. marks.Chunk(2).Select(pair => pair[0])];
    }
}
