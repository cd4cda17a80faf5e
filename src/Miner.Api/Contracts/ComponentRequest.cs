using Miner.Domain.Components;

namespace Miner.Api.Contracts;

/// <summary>What every component is asked with.</summary>
public sealed record ComponentRequest
{
    /// <summary>The conversation that the request belongs to.</summary>
    [ConversationId]
    public string Cid { get; init; } = null!;

    /// <summary>What is to be done, in a sentence.</summary>
    [Text(0, 1_000)]
    public string Task { get; init; } = null!;

    /// <summary>The queries to work on.</summary>
    [Items(1, 50)]
    public IReadOnlyList<QueryItem> Input { get; init; } = null!;

    /// <summary>Answers that earlier components gave in the same piece of work, oldest first.</summary>
    [Items(0, 20)]
    public IReadOnlyList<PreviousOutputItem> PreviousOutputs { get; init; } = [];

    /// <summary>Whether the model may read the conversation so far. The answer is stored whatever this says.</summary>
    public bool UseConversationHistory { get; init; } = true;

    /// <summary>Whether the model may read the conversation's playbook.</summary>
    public bool UsePlaybook { get; init; } = true;
}

/// <summary>One query.</summary>
public sealed record QueryItem
{
    /// <summary>The user's question or words.</summary>
    [Text(1, 10_000)]
    public string UserQuery { get; init; } = null!;
}

/// <summary>An answer that an earlier component gave.</summary>
public sealed record PreviousOutputItem
{
    /// <summary>The task that it was given for.</summary>
    [Text(0, 1_000)]
    public string Task { get; init; } = null!;

    /// <summary>The queries that it was given for.</summary>
    [Items(0, 50)]
    public IReadOnlyList<QueryItem> Input { get; init; } = null!;

    /// <summary>The answer.</summary>
    [Present]
    public OutputItem Output { get; init; } = null!;

    /// <summary>The component that gave it.</summary>
    [Text(0, 50)]
    public string Component { get; init; } = null!;
}

/// <summary>What a component answers.</summary>
public sealed record OutputItem
{
    /// <summary>The text that the user reads.</summary>
    [Text(0, ComponentOutput.MaxImmediateResponse)]
    public string ImmediateResponse { get; init; } = null!;

    /// <summary>The code or document being worked on, or the literal "no update".</summary>
    [Text(0, ComponentOutput.MaxNotebook)]
    public string Notebook { get; init; } = null!;
}
