using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;

namespace Miner.Application.Components;

/// <summary>The conversation that a component takes part in: what is stored of it, and the pair that an answer leaves behind.</summary>
/// <remarks>
/// A store that fails costs the conversation, not the answer: a miner is paid for answers, and the model has been paid for already. The
/// failure is logged as an error.
/// </remarks>
internal sealed partial class ConversationLog(
    IConversationRepository conversations, TimeProvider time, ILogger<ConversationLog> logger)
{
    private static readonly ConversationContext Nothing = new([], []);

    /// <summary>What is stored of what the two flags of <paramref name="input"/> let a model read.</summary>
    public async Task<ConversationContext> ReadAsync(ComponentInput input, CancellationToken cancellationToken)
    {
        if (!input.UseConversationHistory && !input.UsePlaybook) return Nothing;
        try
        {
            return await conversations.ReadContextAsync(
                input.Cid, input.UseConversationHistory, input.UsePlaybook, cancellationToken);
        }
        catch (StorageException exception)
        {
            LogReadFailed(exception);
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
        }
        catch (StorageException exception)
        {
            LogWriteFailed(exception);
        }
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "The conversation could not be read; the answer is made without it")]
    private partial void LogReadFailed(StorageException exception);

    [LoggerMessage(
        EventId = 1002,
        Level = LogLevel.Error,
        Message = "The conversation could not be stored; the answer is given all the same")]
    private partial void LogWriteFailed(StorageException exception);
}
