using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Moq;

namespace Miner.Application.Tests.Components;

/// <summary>What each component makes of what a model said: its notebook, the pair that is stored, who wrote it.</summary>
[TestFixture]
internal sealed class AnswerKeepingTests
{
    /// <summary>Undecided: no previous output comes to a final answer.</summary>
    private const string Vague = "Nobody can tell what this might come to.";

    private static readonly Component[] Answering =
        [Component.Complete, Component.Refine, Component.Summary, Component.Feedback, Component.Aggregate];

    private Handling _handling = null!;

    [SetUp]
    public void Begin() => _handling = new Handling();

    [TearDown]
    public void End() => _handling.Dispose();

    /// <param name="own">What the model writes as notebook.</param>
    /// <param name="previous">The previous outputs' notebooks, the oldest first.</param>
    [TestCase("no update", "", "no update", "no update")]
    [TestCase("no update", "a", "a", "a")]
    [TestCase("no update", "a|b", "b", "a")]
    [TestCase("No update.", "a|b|no update", "b", "a")]
    [TestCase("", "a|b|b", "b", "b")]
    [TestCase("mine", "a|b|b", "mine", "b")]
    [TestCase("mine", "", "mine", "no update")]
    [TestCase("mine", "no update|(no update)", "mine", "no update")]
    public async Task Answer_OfAModel_CarriesTheNotebookThatItsComponentSays(string own, string previous, string resolved, string voted)
    {
        var outputs = previous.Split('|').Select(notebook => Inputs.Previous(Vague, notebook.Length == 0 ? "no update" : notebook));
        var input = Inputs.Usual with { PreviousOutputs = [.. outputs] };
        foreach (var component in Answering)
        {
            _handling.Chat.Says($$"""{"immediate_response": "So it is.", "notebook": "{{own}}"}""");

            var answer = await _handling.AskAsync(component, input);

            var expected = component switch
            {
                Component.Feedback => "no update",
                Component.Aggregate => voted,
                _ => resolved,
            };
            Assert.That(answer.Output, Is.EqualTo(new ComponentOutput("So it is.", expected)), component.ToString());
            Assert.That(
                (_handling.Stored[^1].User, _handling.Stored[^1].Assistant, _handling.Stored[^1].AssistantOrigin),
                Is.EqualTo(("Answer the question\n\nWhat is 6*7?", "So it is.", MessageOrigin.Model)));
        }

        Assert.That(_handling.Stored.Select(exchange => exchange.At), Has.All.EqualTo(_handling.Time.GetUtcNow()).And.Exactly(5).Items);
    }

    [Test]
    public async Task Answer_ThatIsComputed_IsStoredAsTheMiners(
        [ValueSource(nameof(Answering))] Component component,
        [Values] bool hasChat)
    {
        var input = Inputs.Usual with { PreviousOutputs = [Inputs.Previous(Vague)] };
        var computed = Mock.Get(_handling.Computed);
        computed.Setup(model => model.Answer(component, input, !hasChat, CancellationToken.None))
            .Returns(new ComponentOutput("It comes to 42.", "print(42)"));
        _handling.Chat.Fails(ChatModelFailure.Failed);

        var answer = await _handling.AskAsync(component, input, hasChat);

        Assert.That((answer.Output.ImmediateResponse, answer.Usage.Model), Is.EqualTo(("It comes to 42.", "offline-1")));
        Assert.That(answer.Output.Notebook, Is.EqualTo(component is Component.Feedback or Component.Aggregate ? "no update" : "print(42)"));
        Assert.That(_handling.Stored.Single().AssistantOrigin, Is.EqualTo(MessageOrigin.Miner));
        Assert.That((_handling.Chat.Requests.Count, _handling.Reads), Is.EqualTo(hasChat ? (1, 1) : (0, 0)), "no prompt, no reading");
    }

    /// <summary>For an upstream that asks to be asked later and as the last resort, it is worked out once.</summary>
    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Answer_InReserve_IsComputedOnce(bool isLastResort, int computations)
    {
        _handling.Options = new AnsweringOptions { ComputeAsLastResort = isLastResort };
        var computed = Mock.Get(_handling.Computed);
        computed.Setup(model => model.Answer(Component.Complete, Inputs.Usual, false, CancellationToken.None))
            .Returns(new ComponentOutput("42", Notebook.NoUpdate));
        _handling.Chat.Sample = request =>
        {
            Assert.That(request.HasReserve?.Invoke(), Is.EqualTo(isLastResort ? true : null));
            Assert.That(request.HasReserve?.Invoke(), Is.EqualTo(isLastResort ? true : null));
            throw new ChatModelException(ChatModelFailure.Overloaded, "Later.");
        };

        var asking = _handling.AskAsync(Component.Complete, Inputs.Usual);

        if (isLastResort) Assert.That((await asking).Output.ImmediateResponse, Is.EqualTo("42"));
        else Assert.That(() => asking, Throws.InstanceOf<ChatModelException>());
        computed.Verify(
            model => model.Answer(It.IsAny<Component>(), It.IsAny<ComponentInput>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()),
            Times.Exactly(computations));
    }

    [Test]
    public async Task Answer_WithAFalseEquation_IsCheckedWhereItIsTheModelsOwnWork([Values] bool verifies)
    {
        _handling.Options = new AnsweringOptions { VerifyArithmetic = verifies };
        var input = Inputs.Usual with { PreviousOutputs = [Inputs.Previous(Vague)] };
        foreach (var component in Answering)
        {
            var isChecked = verifies && (component is Component.Complete or Component.Refine);
            var before = _handling.Chat.Requests.Count;
            _handling.Chat.Says("6 * 7 = 43. The answer is 42.");
            if (isChecked) _handling.Chat.Says("6 * 7 = 42. The answer is 42.");

            var answer = await _handling.AskAsync(component, input);

            Assert.That(answer.Output.ImmediateResponse, Does.StartWith($"6 * 7 = {(isChecked ? 42 : 43)}"), component.ToString());
            Assert.That(_handling.Chat.Requests, Has.Count.EqualTo(before + (isChecked ? 2 : 1)));
        }
    }

    [TestCase(Component.Summary, "No previous outputs to summarize.")]
    [TestCase(Component.Aggregate, "No previous outputs to aggregate.")]
    public async Task Answer_WithNothingToWorkOn_AsksNobodyAndLeavesNothingBehind(Component component, string text)
    {
        var answer = await _handling.AskAsync(component, Inputs.Usual);

        Assert.That(answer, Is.EqualTo(new ComponentResult(new ComponentOutput(text, "no update"), ModelUsage.None)));
        Assert.That(_handling.Stored, Is.Empty);
        Assert.That(_handling.Chat.Requests, Is.Empty);
    }

    /// <summary>A half of the outputs that can be read decides, and no model is asked.</summary>
    [TestCase(1, 1, true)]
    [TestCase(1, 2, false)]
    [TestCase(2, 2, true)]
    [TestCase(2, 3, false)]
    [TestCase(0, 1, false)]
    public async Task Aggregate_OfSomeReadableOutputs_IsDecidedByHalf(int readable, int unreadable, bool isDecided)
    {
        var outputs = Enumerable.Repeat("The answer is 42.", readable)
            .Concat(Enumerable.Range(0, unreadable).Select(number => $"{new string('N', number + 1)}obody can tell what comes of it."));
        _handling.Chat.Sample = _ => "They do not say.";

        var answer = await _handling.AskAsync(
            Component.Aggregate, Inputs.Usual with { PreviousOutputs = [.. outputs.Select(output => Inputs.Previous(output))] });

        Assert.That(_handling.Chat.Requests, Has.Count.EqualTo(isDecided ? 0 : 1));
        Assert.That(_handling.Stored.Single().AssistantOrigin, Is.EqualTo(isDecided ? MessageOrigin.Miner : MessageOrigin.Model));
        if (isDecided)
        {
            Assert.That(answer.Usage, Is.EqualTo(ModelUsage.None));
            Assert.That(
                answer.Output.ImmediateResponse,
                Is.EqualTo($"Consensus: 42 ({readable} of {readable + unreadable} outputs agree)\n\nThe answer is 42."));
        }
    }
}
