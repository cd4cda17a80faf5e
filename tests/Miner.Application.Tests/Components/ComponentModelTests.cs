using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Tools;

namespace Miner.Application.Tests.Components;

/// <summary>When a model is asked once more, how, which of the two answers counts, and what is told of their cost.</summary>
[TestFixture]
internal sealed class ComponentModelTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(50);

    private readonly FakeTimeProvider _time = new();
    private ScriptedChat _chat = null!;
    private AnswerDeadline _deadline = null!;

    [SetUp]
    public void Begin() => (_chat, _deadline) = (new ScriptedChat(_time), new AnswerDeadline(_time, Limit));

    /// <param name="second">Null: the model fails.</param>
    [Test]
    public async Task Ask_OfAnyTwoAnswers_AsksOnceMoreWhereTheFirstIsCutOrEmptyAndTakesTheBetter(
        [Values("First.", "", " \n", "<think>Well.</think>")] string first,
        [Values] ChoiceEnd end,
        [Values("Second.", "", null)] string? second,
        [Values] ChoiceEnd secondEnd)
    {
        _chat.Gives(0, new ChatChoice(first, end));
        if (second is null) _chat.Fails();
        else _chat.Gives(0, new ChatChoice(second, secondEnd));

        var answer = await AskAsync();

        var (says, isCut) = (first == "First.", end == ChoiceEnd.AtTokenLimit);
        var isAskedAgain = !says || isCut;
        Assert.That(_chat.Requests, Has.Count.EqualTo(isAskedAgain ? 2 : 1));
        if (isAskedAgain)
        {
            var again = _chat.Requests[1];
            Assert.That((again.TokenLimitMultiple, again.PrefersAnother), Is.EqualTo((isCut ? 2 : 1, !isCut)));
        }

        var chosen = isAskedAgain && second == "Second." ? second : says ? first : null;
        Assert.That(answer?.Output.ImmediateResponse, Is.EqualTo(chosen));
        if (answer is null) return;
        Assert.That(answer.Output.Truncated, Is.EqualTo((chosen == second ? secondEnd : end) != ChoiceEnd.Complete));
        var calls = isAskedAgain && second is not null ? 2 : 1;
        Assert.That(
            answer.Usage,
            Is.EqualTo(new ModelUsage(chosen == second ? "m2" : "m1", 50 * calls, 20 * calls, TimeSpan.Zero, Samples: 1)
            {
                Cost = 0.5 * calls,
            }));
    }

    /// <summary>An answer of twice the tokens is expected to take twice as long, another as short as the first as long.</summary>
    [TestCase("First.", ChoiceEnd.AtTokenLimit, 16.6, true)]
    [TestCase("First.", ChoiceEnd.AtTokenLimit, 16.7, false)]
    [TestCase("", ChoiceEnd.Complete, 24.9, true)]
    [TestCase("", ChoiceEnd.Complete, 25, false)]
    public async Task Ask_AfterAFirstAnswerOfSomeSeconds_AsksAgainOnlyWhereASecondWouldBeDone(
        string first, ChoiceEnd end, double seconds, bool isAsked)
    {
        _chat.Gives(seconds, new ChatChoice(first, end));
        _chat.Gives(1, new ChatChoice("Second.", ChoiceEnd.Complete));

        var answer = await AskAsync();

        Assert.That(answer?.Output.ImmediateResponse, Is.EqualTo(isAsked ? "Second." : first.Length > 0 ? first : null));
        if (answer is not null) Assert.That(answer.Usage.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(isAsked ? seconds + 1 : seconds)));
    }

    [Test]
    public async Task Ask_WhenTheSecondTakesTooLong_KeepsTheFirstAndItsCost()
    {
        _chat.Gives(1, new ChatChoice("First.", ChoiceEnd.AtTokenLimit));
        _chat.Gives(50, new ChatChoice("Second.", ChoiceEnd.Complete));

        var answer = await AskAsync();

        Assert.That((answer!.Output.ImmediateResponse, answer.Usage.Tokens), Is.EqualTo(("First.", 70)));
    }

    /// <summary>L: cut at the limit, E: nothing said, and C complete.</summary>
    [TestCase("C C", 2, "", 2)]
    [TestCase("C L", 2, "", 2)]
    [TestCase("L C E", 2, "", 3)]
    [TestCase("E C", 1, "", 2)]
    [TestCase("L L", 1, "again", 1)]
    [TestCase("E E", 1, "again", 1)]
    public async Task Ask_ForSeveralSamples_AsksAgainForOneWhereNoneIsWhole(string samples, int answers, string said, int counted)
    {
        _chat.Gives(0, [.. samples.Split(' ').Select((kind, index) => new ChatChoice(
            kind == "E" ? "" : $"Sample {index}.", kind == "L" ? ChoiceEnd.AtTokenLimit : ChoiceEnd.Complete))]);
        _chat.Says("again");

        var all = await new ComponentModel(_chat, hasReserve: null)
            .AskAsync(Request with { Samples = counted }, ComponentResult.Read, _deadline, CancellationToken.None);

        Assert.That(all, Has.Count.EqualTo(answers));
        Assert.That(all.Count(answer => answer.Output.ImmediateResponse == "again"), Is.EqualTo(said.Length > 0 ? 1 : 0));
        Assert.That(all.Select(answer => answer.Usage.Samples), Has.All.EqualTo(counted), "what all of them cost stands with each");
        if (said.Length > 0) Assert.That(_chat.Requests[1].Samples, Is.EqualTo(1));
    }

    [Test]
    public async Task Ask_OnceMore_OffersNoToolsAndKeepsTheRest()
    {
        _chat.Says("");
        _chat.Says("Second.");

        await AskAsync(hasReserve: () => true);

        Assert.That(_chat.Requests[0].Tools, Has.Count.EqualTo(1));
        Assert.That(_chat.Requests[1].Tools, Is.Empty);
        Assert.That(_chat.Requests[1].Messages, Is.SameAs(_chat.Requests[0].Messages));
        Assert.That(_chat.Requests.Select(request => request.HasReserve!()), Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public void Ask_WhenTheFirstCallFails_FailsAsItDid([Values] ChatModelFailure failure)
    {
        _chat.Fails(failure);

        Assert.That(
            () => new ComponentModel(_chat, hasReserve: null).AskAsync(Request, ComponentResult.Read, _deadline, CancellationToken.None),
            Throws.InstanceOf<ChatModelException>().With.Property(nameof(ChatModelException.Failure)).EqualTo(failure));
    }

    private static ChatRequest Request { get; } =
        new([new ChatMessage(ChatRole.User, "What is it?")], Schema: null, Temperature: null) { Tools = [CalculatorTool.Definition] };

    /// <returns>Null where the model gave no answer.</returns>
    private async Task<ComponentResult?> AskAsync(Func<bool>? hasReserve = null)
    {
        try
        {
            return (await new ComponentModel(_chat, hasReserve).AskAsync(
                Request, ComponentResult.Read, _deadline, CancellationToken.None))[0];
        }
        catch (ChatModelException exception) when (exception.Failure == ChatModelFailure.NoAnswer)
        {
            return null;
        }
    }
}
