namespace Miner.Application.Ports;

/// <summary>A language model that completes chats.</summary>
public interface IChatModel
{
    /// <summary>What this model is, for <c>/health</c> and <c>/capabilities</c>.</summary>
    ChatModelDescription Description { get; }

    /// <summary>One chat completion, within the request's deadline.</summary>
    /// <exception cref="ChatModelException">The upstream failed, is overloaded or took too long, or the model refused.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled before there was any sample; the upstream call is abandoned.
    /// </exception>
    Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken);
}

/// <param name="Provider"><c>openai</c>, <c>vllm</c>, <c>anthropic</c> or <c>offline</c>.</param>
/// <param name="Model">The model's name as the upstream knows it.</param>
/// <param name="Note">A sentence for the operator where there is something to know, else null.</param>
public sealed record ChatModelDescription(string Provider, string Model, string? Note = null)
{
    /// <summary>False while every request would fail, such as when all upstreams are down.</summary>
    public bool IsAnswering { get; init; } = true;
}

public enum ChatRole
{
    System,
    User,
    Assistant,
}

public sealed record ChatMessage(ChatRole Role, string Content);

/// <summary>What is asked of a model.</summary>
/// <param name="Messages">The prompt, in order; the last is the user's.</param>
/// <param name="Schema">The form that the answer should have, or null for free text.</param>
/// <param name="Temperature">0 to 2, or null for the configured one.</param>
public sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, AnswerSchema? Schema, double? Temperature)
{
    /// <summary>How many answers to the same prompt are wanted, 1 to 16 (<c>n</c> of Chat Completions).</summary>
    public int Samples { get; init; } = 1;

    /// <summary>
    /// How long all samples are waited for; from then on those that are there are enough. Null: as long as the upstream may take.
    /// </summary>
    public TimeSpan? SettleAfter { get; init; }

    /// <summary>
    /// <see cref="Messages"/> without what matters least, so that they have at most as many characters as are given to it, where that can
    /// be done; null where nothing can be left out.
    /// </summary>
    public Func<int, IReadOnlyList<ChatMessage>>? Shorten { get; init; }

    /// <summary>What is asked, equal for equal questions in different words around them; null: the messages tell.</summary>
    public int? Subject { get; init; }

    /// <summary>
    /// Whether there is another answer in reserve, so that an upstream that asks to be asked later is not waited for. Called only when
    /// there is a wait. Null: there is none.
    /// </summary>
    public Func<bool>? HasReserve { get; init; }

    /// <summary>Whether what was answered before could not be used, so that another model, where there is one, is worth more.</summary>
    public bool PrefersAnother { get; init; }

    /// <summary>How many times the configured limit of tokens an answer may have, 1 or 2.</summary>
    public int TokenLimitMultiple { get; init; } = 1;

    /// <summary>What the model may call; an upstream that takes no tools is asked without.</summary>
    public IReadOnlyList<ChatTool> Tools { get; init; } = [];

    /// <summary>What it has called so far, the first first; all of it comes after <see cref="Messages"/>.</summary>
    public IReadOnlyList<ToolRound> Rounds { get; init; } = [];

    /// <summary>Whether it may call <see cref="Tools"/>, or has to answer by what it was told of them.</summary>
    public bool MayCallTools { get; init; } = true;
}

/// <summary>A JSON schema that an answer should follow.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>-</c>, at most 64 (OpenAI's limit on <c>json_schema.name</c>).</param>
/// <param name="Json">The schema, as JSON text.</param>
public sealed record AnswerSchema(string Name, string Json);

/// <summary>What a model answered.</summary>
/// <param name="Choices">At least one; as many as there were samples asked for, or fewer where some failed.</param>
/// <param name="Usage">What all of them cost together.</param>
public sealed record ChatCompletion(IReadOnlyList<ChatChoice> Choices, ModelUsage Usage);

/// <summary>One of a model's answers.</summary>
/// <param name="Text">The message's content; blank where the model said nothing.</param>
/// <param name="End">Anything but <see cref="ChoiceEnd.Complete"/> means that the text may be half of one.</param>
public sealed record ChatChoice(string Text, ChoiceEnd End)
{
    /// <summary>What the model wants to know before it answers; none where it has answered.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];
}

/// <summary>Why a model's answer ends where it does.</summary>
public enum ChoiceEnd
{
    /// <summary>The model had said all.</summary>
    Complete,

    /// <summary>The limit of tokens was reached: with a higher one the model would have said more.</summary>
    AtTokenLimit,

    /// <summary>Something else stopped it, such as a content filter, or it is not known what.</summary>
    BrokenOff,
}
