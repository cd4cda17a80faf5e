using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Recording;
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
    internal static ComponentResult? Read(ChatChoice choice, ModelUsage usage)
    {
        var output = AnswerReader.Read(choice, out var repairs);
        CallRecord.Current?.Note(new ReadingNote(choice, output, repairs));
        return output is null ? null : new ComponentResult(output, usage) { Origin = MessageOrigin.Model };
    }

    /// <summary>This with <paramref name="notebook"/> in place of the model's.</summary>
    internal ComponentResult WithNotebook(string notebook) => this with { Output = Output with { Notebook = notebook } };
}
