using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;

namespace Miner.Application.Components;

/// <summary>A component's answer.</summary>
/// <param name="Usage">What the model was used for it; <see cref="ModelUsage.None"/> when none was called.</param>
public sealed record ComponentResult(ComponentOutput Output, ModelUsage Usage)
{
    /// <summary>Who wrote the answer.</summary>
    public MessageOrigin Origin { get; init; } = MessageOrigin.Miner;

    /// <summary>What a model's choice says, or null when that is nothing.</summary>
    internal static ComponentResult? Read(ChatChoice choice, ModelUsage usage) =>
        AnswerReader.Read(choice) is { } output ? new ComponentResult(output, usage) { Origin = MessageOrigin.Model } : null;

    /// <summary>This with <paramref name="notebook"/> in place of the model's.</summary>
    internal ComponentResult WithNotebook(string notebook) => this with { Output = Output with { Notebook = notebook } };
}
