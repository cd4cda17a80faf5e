using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class AnswerDeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(50);

    private readonly FakeTimeProvider _time = new();
    private AnswerDeadline _deadline = null!;

    [SetUp]
    public void Begin() => _deadline = new AnswerDeadline(_time, Limit);

    [TestCase(0, 49, true)]
    [TestCase(0, 50, false)]
    [TestCase(20, 29, true)]
    [TestCase(20, 30, false)]
    [TestCase(50, 0, false)]
    public void Allows_AfterSomeSeconds_TellsWhetherWhatIsExpectedWouldBeDone(int passed, int expected, bool isAllowed)
    {
        _time.Advance(TimeSpan.FromSeconds(passed));

        Assert.That(_deadline.Allows(TimeSpan.FromSeconds(expected)), Is.EqualTo(isAllowed));
        Assert.That(_deadline.Left, Is.EqualTo(Limit - TimeSpan.FromSeconds(passed)));
    }

    [Test]
    public async Task Try_OfWorkThatIsDone_GivesWhatItGives() =>
        Assert.That(await _deadline.TryAsync(_ => Task.FromResult("done"), CancellationToken.None), Is.EqualTo("done"));

    [Test]
    public async Task Try_WhenTimeIsUp_DoesNotEvenBegin()
    {
        _time.Advance(Limit);
        var begun = false;

        var result = await _deadline.TryAsync(
            _ =>
            {
                begun = true;
                return Task.FromResult("late");
            },
            CancellationToken.None);

        Assert.That((result, begun), Is.EqualTo(((string?)null, false)));
    }

    [Test]
    public async Task Try_WhenTimeRunsOut_CancelsTheWorkAndGivesNothing()
    {
        var trying = _deadline.TryAsync(ForeverAsync, CancellationToken.None);

        _time.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.That(trying.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await trying, Is.Null);
    }

    [Test]
    public async Task Try_WhenTheModelFails_GivesNothing() => Assert.That(
        await _deadline.TryAsync<string>(_ => throw new ChatModelException(ChatModelFailure.Failed, "down"), CancellationToken.None),
        Is.Null);

    /// <summary>Who asked has gone, or we made a mistake: no reason to go on with what is in hand.</summary>
    [Test]
    public async Task Try_WhenTheCallerGoesAway_Throws()
    {
        using var gone = new CancellationTokenSource();
        var trying = _deadline.TryAsync(ForeverAsync, gone.Token);
        await gone.CancelAsync();

        Assert.That(() => trying, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Try_WhenWeMadeAMistake_Throws() => Assert.That(
        () => _deadline.TryAsync<string>(_ => throw new InvalidOperationException(), CancellationToken.None),
        Throws.InvalidOperationException);

    private static async Task<string> ForeverAsync(CancellationToken cancellationToken)
    {
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        return "never";
    }
}
