using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Moq;

namespace Miner.Application.Tests.Components;

/// <summary>
/// Which of up to three samples is the answer, in all combinations: the second where it has fewer false equations and comes to the same, or
/// the third, which is told of neither, comes to the same as it; else the first.
/// </summary>
[TestFixture]
internal sealed class ArithmeticVerificationChoiceTests
{
    private const string First = "We have 12 * 7 = 85. The answer is 85.";

    private readonly FakeTimeProvider _time = new();
    private readonly List<ChatRequest> _requests = [];
    private readonly Queue<ChatCompletion?> _script = new();
    private ComponentModel _model = null!;
    private Prompt _prompt = null!;

    [SetUp]
    public void MakeModel()
    {
        _requests.Clear();
        _script.Clear();
        var chat = new Mock<IChatModel>();
        chat.Setup(model => model.CompleteAsync(It.IsAny<ChatRequest>(), It.IsAny<CancellationToken>()))
            .Callback((ChatRequest request, CancellationToken _) => _requests.Add(request))
            .Returns(() => _script.Dequeue() is { } completion
                ? Task.FromResult(completion)
                : Task.FromException<ChatCompletion>(new ChatModelException(ChatModelFailure.Overloaded, "busy")));
        _model = new ComponentModel(chat.Object, hasReserve: null);
        _prompt = new Prompt(Component.Complete, []).WithQueries(Inputs.Usual);
    }

    /// <param name="second">What the second answer comes to; empty: to nothing.</param>
    /// <param name="third">The same of the third; null: the model fails.</param>
    [Test]
    public async Task Improve_OfAFalseEquation_ChoosesByFalseEquationsFinalAnswersAndAThirdSample(
        [Values("84", "85", "")] string second,
        [Values] bool isFalse,
        [Values] bool isBrokenOff,
        [Values("84", "84.0", "85", "83", "", null)] string? third)
    {
        var answered = Says(second, isFalse ? "12 * 7 = 86. " : "");
        _script.Enqueue(Completion(answered, isBrokenOff ? ChoiceEnd.BrokenOff : ChoiceEnd.Complete));
        _script.Enqueue(third is null ? null : Completion(Says(third, "")));

        var chosen = await ImproveAsync();

        var isCandidate = second.Length > 0 && !isFalse && !isBrokenOff;
        var asksThird = isCandidate && second != "85";
        var isSecond = isCandidate && (!asksThird || third is "84" or "84.0");
        Assert.That(chosen.Output.ImmediateResponse, Is.EqualTo(isSecond ? answered : First));
        Assert.That(_requests, Has.Count.EqualTo(asksThird ? 2 : 1));
        Assert.That(chosen.Usage.Samples, Is.EqualTo(asksThird && third is not null ? 3 : 2), "what was paid for is told");
        Assert.That(chosen.Usage.Tokens, Is.EqualTo(70 * chosen.Usage.Samples));
    }

    [Test]
    public async Task Improve_WithAThirdSample_TellsItOfNeitherAnswer()
    {
        _script.Enqueue(Completion("12 * 7 = 84. The answer is 84."));
        _script.Enqueue(Completion("The answer is 84."));

        await ImproveAsync();

        Assert.That(_requests[0].Messages.SkipLast(2), Is.EqualTo(_requests[1].Messages));
        Assert.That(_requests[0].Messages[^2].Content, Does.Contain("12 * 7 = 85"), "the second is told of the first");
        Assert.That(_requests[0].Messages[^1].Content, Does.Contain("It comes to 84."));
    }

    [TestCase("The answer is 42, as 6 * 7 = 42.")]
    [TestCase("There is nothing to compute here.")]
    public async Task Improve_WhereNoEquationIsFalse_AsksNobody(string text)
    {
        var chosen = await ImproveAsync(text);

        Assert.That((chosen.Output.ImmediateResponse, _requests.Count), Is.EqualTo((text, 0)));
    }

    /// <summary>A first answer that took half of the time leaves none for a second like it.</summary>
    [TestCase(24, 1)]
    [TestCase(25, 0)]
    public async Task Improve_AfterAFirstAnswerOfSomeSeconds_AsksOnlyWhereASecondWouldBeDone(int seconds, int requests)
    {
        _script.Enqueue(Completion("12 * 7 = 84. The answer is 85."));
        var deadline = new AnswerDeadline(_time, TimeSpan.FromSeconds(50));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        await ImproveAsync(First, deadline, TimeSpan.FromSeconds(seconds));

        Assert.That(_requests, Has.Count.EqualTo(requests));
    }

    private Task<ComponentResult> ImproveAsync(string text = First, AnswerDeadline? deadline = null, TimeSpan elapsed = default)
    {
        var answer = new ComponentResult(
            new ComponentOutput(text, Notebook.NoUpdate), new ModelUsage("m", 50, 20, elapsed, Samples: 1));
        return ArithmeticVerification.ImproveAsync(
            answer, _model, _prompt, Inputs.Usual, deadline ?? new AnswerDeadline(_time, TimeSpan.FromSeconds(50)), CancellationToken.None);
    }

    private static string Says(string answer, string before) =>
        before + (answer.Length == 0 ? "Let me think about that for a while." : $"The answer is {answer}.");

    private static ChatCompletion Completion(string text, ChoiceEnd end = ChoiceEnd.Complete) =>
        Models.Completion(text) with { Choices = [new ChatChoice(text, end)] };
}
