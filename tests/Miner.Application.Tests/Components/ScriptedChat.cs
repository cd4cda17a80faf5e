using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;

namespace Miner.Application.Tests.Components;

/// <summary>A language model that answers as a test says, in turn, and takes as long as that says on the fake clock.</summary>
internal sealed class ScriptedChat(FakeTimeProvider time) : IChatModel
{
    public const int PromptTokens = 50;
    public const int TokensOfAChoice = 20;

    private readonly Queue<(double Seconds, Func<ChatRequest, IReadOnlyList<ChatChoice>> Answer)> _script = new();

    public List<ChatRequest> Requests { get; } = [];

    public ChatModelDescription Description { get; } = new("openai", "m");

    /// <summary>The next request gets one choice for each of <paramref name="texts"/>.</summary>
    public void Says(params string[] texts) => Gives(0, [.. texts.Select(text => new ChatChoice(text, ChoiceEnd.Complete))]);

    public void Gives(double seconds, params ChatChoice[] choices) => _script.Enqueue((seconds, _ => choices));

    public void Fails(ChatModelFailure failure = ChatModelFailure.Overloaded) =>
        _script.Enqueue((0, _ => throw new ChatModelException(failure, "The model is away.")));

    /// <summary>What each sample says of a request that no script is left for.</summary>
    public Func<ChatRequest, string>? Sample { get; set; }

    public Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        var (seconds, answer) = _script.Count > 0 ? _script.Dequeue() : (0, Sampled);
        var elapsed = TimeSpan.FromSeconds(seconds);
        time.Advance(elapsed);
        cancellationToken.ThrowIfCancellationRequested();
        var choices = answer(request);
        var model = $"m{Requests.Count}";
        return Task.FromResult(new ChatCompletion(
            choices, new ModelUsage(model, PromptTokens, TokensOfAChoice * choices.Count, elapsed, choices.Count) { Cost = 0.5 }));
    }

    private ChatChoice[] Sampled(ChatRequest request) => Sample is { } sample
        ? [.. Enumerable.Range(0, request.Samples).Select(_ => new ChatChoice(sample(request), ChoiceEnd.Complete))]
        : throw new AssertionException("The model is asked more often than it was told what to say.");
}
