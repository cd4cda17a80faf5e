using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;

namespace Miner.Application.Components;

/// <summary>The conversation that a component takes part in: what is stored of it, and the pair that an answer leaves behind.</summary>
/// <remarks>
/// A store that fails costs the conversation, not the answer: a miner is paid for answers, and the model has been paid for already.
/// </remarks>
internal sealed class ConversationLog(IConversationRepository conversations, TimeProvider time, StorageLog log)
{
    private static readonly ConversationContext Nothing = new([], []);

    /// <summary>What is stored of what the two flags of <paramref name="input"/> let a model read.</summary>
    public async Task<ConversationContext> ReadAsync(ComponentInput input, CancellationToken cancellationToken)
    {
        if (!input.UseConversationHistory && !input.UsePlaybook) return Nothing;
        try
        {
            var context = await conversations.ReadContextAsync(
                input.Cid, input.UseConversationHistory, input.UsePlaybook, cancellationToken);
            if (context.Failure is { } failure) log.ReadFailed(failure);
            return context;
        }
        catch (StorageException exception)
        {
            log.ReadFailed(exception);
            return Nothing;
        }
    }

    /// <summary>The pair that an answer leaves behind, or null when it leaves none.</summary>
    public Exchange? ExchangeOf(ComponentInput input, ComponentResult answer) =>
        Exchange.Create(input.Task, input.Queries, answer.Output.ImmediateResponse, time.GetUtcNow(), answer.Origin);

    /// <summary>Stores the pair of an answered request.</summary>
    public async Task WriteAsync(ComponentInput input, ComponentResult answer, CancellationToken cancellationToken)
    {
        if (ExchangeOf(input, answer) is not { } exchange) return;
        try
        {
            await conversations.AppendAsync(input.Cid, exchange, cancellationToken);
            CallRecord.Current?.Note(new ExchangeNote(exchange, IsStored: true));
        }
        catch (StorageException exception)
        {
            CallRecord.Current?.Note(new ExchangeNote(exchange, IsStored: false));
            log.WriteFailed(exception);
        }
    }
}
