using Miner.Application.Ports;

namespace Miner.Application.Recording;

/// <summary>What was noted of models: which prompt each completion answers, and what was read from each of its samples.</summary>
internal sealed class NotedCompletions
{
    private readonly List<NotedCompletion> _all = [];
    private readonly List<NotedPrompt> _prompts = [];
    private readonly Dictionary<object, NotedCompletion> _byCall = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ChatChoice, NotedSample> _byChoice = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were asked for.</summary>
    public IReadOnlyList<NotedCompletion> All => _all;

    public IReadOnlyList<NotedPrompt> Prompts => _prompts;

    public static NotedCompletions Of(IReadOnlyList<TimedNote> notes)
    {
        var completions = new NotedCompletions();
        foreach (var (index, noted) in notes.Index()) completions.Add(index + 1, noted.At, noted.Note);
        return completions;
    }

    /// <summary>The number of the sample that was read as <paramref name="response"/>, or null.</summary>
    public int? SampleThatSays(string response) => _byText.TryGetValue(response, out var number) ? number : null;

    /// <summary>The numbers of the samples that were read as one of <paramref name="responses"/>, each once.</summary>
    public IReadOnlyList<int> SamplesThatSay(IEnumerable<string> responses) =>
        [.. responses.Distinct(StringComparer.Ordinal).SelectMany(response => _byChoice.Values.Where(sample => sample.Says(response)))
            .Select(sample => sample.Number).Order()];

    private void Add(int step, TimeSpan at, CallNote note)
    {
        switch (note)
        {
            case PromptNote asked when _byCall.TryGetValue(asked.Call, out var again):
                again.Prompt = PromptOf(asked, step, at);
                break;
            case PromptNote asked:
                _all.Add(_byCall[asked.Call] = new NotedCompletion(step, at, asked.Upstream) { Prompt = PromptOf(asked, step, at) });
                break;
            case CompletionNote answered when _byCall.TryGetValue(answered.Call, out var completion):
                completion.End(at, answered.Completion, failure: null);
                foreach (var choice in answered.Completion.Choices) Add(completion, choice);
                break;
            case NoCompletionNote failed when _byCall.TryGetValue(failed.Call, out var completion):
                completion.End(at, completion: null, failed.Reason);
                break;
            case ReadingNote read:
                Read(read.Choice, read, step);
                if (read.Output is { ImmediateResponse: var response } && _byChoice.TryGetValue(read.Choice, out var sample))
                    _byText.TryAdd(response, sample.Number);
                break;
            case InsightsNote read:
                Read(read.Choice, read, step);
                break;
        }
    }

    /// <summary>The number of the prompt that was sent; one that was sent before is the same.</summary>
    private int PromptOf(PromptNote asked, int step, TimeSpan at)
    {
        var request = asked.Request;
        var known = _prompts.FindIndex(prompt => ReferenceEquals(prompt.Request.Messages, request.Messages)
            && prompt.Request.Schema == request.Schema && prompt.Request.Rounds.Count == 0 && request.Rounds.Count == 0);
        if (known >= 0) return known + 1;
        _prompts.Add(new NotedPrompt(step, at, request));
        return _prompts.Count;
    }

    private void Add(NotedCompletion completion, ChatChoice choice)
    {
        var sample = new NotedSample(_byChoice.Count + 1, choice);
        if (_byChoice.TryAdd(choice, sample)) completion.Samples.Add(sample);
    }

    private void Read(ChatChoice choice, CallNote reading, int step)
    {
        if (_byChoice.TryGetValue(choice, out var sample) && sample.Reading is null) (sample.Reading, sample.ReadingStep) = (reading, step);
    }
}

/// <summary>A prompt, when it was first sent.</summary>
internal sealed record NotedPrompt(int Step, TimeSpan At, ChatRequest Request);

/// <summary>An upstream that was asked for a completion, and what came of it.</summary>
internal sealed class NotedCompletion(int step, TimeSpan at, string upstream)
{
    public int Step { get; } = step;

    public TimeSpan At { get; } = at;

    public string Upstream { get; } = upstream;

    /// <summary>The number of the prompt that was sent last.</summary>
    public int Prompt { get; set; }

    public TimeSpan? EndedAt { get; private set; }

    public ChatCompletion? Completion { get; private set; }

    public string? Failure { get; private set; }

    public List<NotedSample> Samples { get; } = [];

    public void End(TimeSpan endedAt, ChatCompletion? completion, string? failure) =>
        (EndedAt, Completion, Failure) = (endedAt, completion, failure);
}

/// <summary>One of a completion's choices.</summary>
internal sealed class NotedSample(int number, ChatChoice choice)
{
    public int Number { get; } = number;

    public ChatChoice Choice { get; } = choice;

    /// <summary>A <see cref="ReadingNote"/> or an <see cref="InsightsNote"/>; null where it was not read.</summary>
    public CallNote? Reading { get; set; }

    public int ReadingStep { get; set; }

    public bool Says(string response) => Reading is ReadingNote { Output: { } output } && output.ImmediateResponse == response;
}
