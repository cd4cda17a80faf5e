using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>An upstream whose calls end when the test lets them.</summary>
[TestFixture]
internal sealed class SampledChatModelTests
{
    private static readonly ChatRequest Two = new(
        [new ChatMessage(ChatRole.User, "What is 6*7?")],
        Schema: null,
        Temperature: null)
    {
        Samples = 2,
        SettleAfter = TimeSpan.FromSeconds(50),
    };

    private FakeTimeProvider _time = null!;
    private GatedModel _upstream = null!;
    private SampledChatModel _model = null!;

    [SetUp]
    public void MakeModel()
    {
        _time = new FakeTimeProvider();
        _upstream = new GatedModel();
        _model = new SampledChatModel(_upstream, _time);
    }

    [Test]
    public async Task Complete_WhenTheMissingSampleIsLate_SettlesForTheOneInHand()
    {
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _upstream.Answer(0, "42");

        _time.Advance(TimeSpan.FromSeconds(49));
        Assert.That(completing.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(Texts(await completing), Is.EqualTo(new[] { "42" }));
        Assert.That(_upstream.IsAbandoned(1), Is.True);
    }

    [Test]
    public async Task Complete_WhenTheJointCallTookLong_SettlesByTheSameClock()
    {
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(49));
        _upstream.Answer(0, "42");
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(Texts(await completing), Is.EqualTo(new[] { "42" }));
    }

    [Test]
    public async Task Complete_WhenNoneIsThereInTime_TakesTheFirstThatComes()
    {
        await LearnSingleAnswersAsync();
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(55));
        Assert.That(completing.IsCompleted, Is.False);

        _upstream.Answer(1, "42");

        Assert.That(Texts(await completing), Is.EqualTo(new[] { "42" }));
        Assert.That(_upstream.IsAbandoned(0), Is.True);
    }

    [Test]
    public async Task Complete_WhenTheSamplesTookSeveralCalls_AddsUpTheirTokensAndNotTheirTimes()
    {
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _upstream.Answer(0, "42");
        _time.Advance(TimeSpan.FromSeconds(5));
        _upstream.Answer(1, "42");

        Assert.That((await completing).Usage, Is.EqualTo(new ModelUsage("gated", 6, 2, TimeSpan.FromSeconds(5), Samples: 2)));
    }

    [Test]
    public async Task Complete_WhenOneFails_TakesTheOther()
    {
        await LearnSingleAnswersAsync();
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _upstream.Fail(0);
        _upstream.Answer(1, "42");

        Assert.That(Texts(await completing), Is.EqualTo(new[] { "42" }));
    }

    [Test]
    public async Task Complete_WhenAllFail_FailsLikeThem()
    {
        await LearnSingleAnswersAsync();
        var completing = _model.CompleteAsync(Two, CancellationToken.None);
        _upstream.Fail(1);
        _upstream.Fail(0);

        Assert.That(async () => await completing, Throws.InstanceOf<ChatModelException>());
    }

    [Test]
    public async Task Complete_WhenCancelledWithASampleInHand_GivesIt()
    {
        using var cancellation = new CancellationTokenSource();
        var completing = _model.CompleteAsync(Two, cancellation.Token);
        _upstream.Answer(0, "42");

        await cancellation.CancelAsync();

        Assert.That(Texts(await completing), Is.EqualTo(new[] { "42" }));
    }

    [Test]
    public async Task Complete_WhenCancelledWithNothingInHand_IsCancelled()
    {
        await LearnSingleAnswersAsync();
        using var cancellation = new CancellationTokenSource();
        var completing = _model.CompleteAsync(Two, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.That(async () => await completing, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Has the model ask in calls of their own from now on.</summary>
    private async Task LearnSingleAnswersAsync()
    {
        for (var time = 0; time < 3; time++)
        {
            var completing = _model.CompleteAsync(Two, CancellationToken.None);
            _upstream.Answer(0, "1");
            _upstream.Answer(1, "1");
            await completing;
            _upstream.Forget();
        }
    }

    private static IEnumerable<string> Texts(ChatCompletion completion) => completion.Choices.Select(choice => choice.Text);

    private sealed class GatedModel : IChatModel
    {
        private readonly List<(TaskCompletionSource<ChatCompletion> Gate, CancellationToken Token)> _calls = [];

        public ChatModelDescription Description { get; } = new("vllm", "gated");

        public Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
        {
            var gate = new TaskCompletionSource<ChatCompletion>();
            cancellationToken.Register(() => gate.TrySetCanceled(cancellationToken));
            _calls.Add((gate, cancellationToken));
            return gate.Task;
        }

        public void Answer(int call, string text) =>
            _calls[call].Gate.SetResult(new ChatCompletion(
                [new ChatChoice(text, ChoiceEnd.Complete)],
                new ModelUsage("gated", PromptTokens: 3, CompletionTokens: 1, TimeSpan.FromSeconds(2), Samples: 1)));

        public void Fail(int call) => _calls[call].Gate.SetException(new ChatModelException(ChatModelFailure.NoAnswer, "no"));

        public bool IsAbandoned(int call) => _calls[call].Token.IsCancellationRequested;

        public void Forget() => _calls.Clear();
    }
}
