using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Offline;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Lets the embedded model answer what it can when the upstream is down: a computed answer is worth more than an error. An upstream that
/// works and refuses, or answers with nothing, is not down.
/// </summary>
internal sealed class LastResortChatModel(IChatModel upstream, OfflineChatModel offline, ILogger logger) : IChatModel
{
    public ChatModelDescription Description => upstream.Description;

    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await upstream.CompleteAsync(request, cancellationToken);
        }
        catch (ChatModelException failure) when (
            failure.Failure != ChatModelFailure.NoAnswer && OfflineChatModel.CanHelp(request, cancellationToken))
        {
            logger.AnsweredOffline(failure.Message);
            return await offline.CompleteAsync(request, cancellationToken);
        }
    }
}
