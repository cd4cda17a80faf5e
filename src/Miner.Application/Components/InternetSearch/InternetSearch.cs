using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;

namespace Miner.Application.Components.InternetSearch;

/// <summary>Searches the web for each query.</summary>
public sealed record InternetSearchCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class InternetSearchHandler(IWebSearch search, ConversationLog conversation)
    : IRequestHandler<InternetSearchCommand, ComponentResult>
{
    public async Task<ComponentResult> Handle(InternetSearchCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var report = search.Unavailable is { } reason
            ? new SearchReport(reason, IsCut: false)
            : SearchReport.Of(await search.SearchAsync([.. input.Queries.Distinct(StringComparer.Ordinal)], cancellationToken));
        var output = new ComponentOutput(report.Text, Notebook.NoUpdate) { Truncated = report.IsCut };
        var answer = new ComponentResult(output, ModelUsage.None) { Origin = MessageOrigin.WebSearch };
        await conversation.WriteAsync(input, answer, cancellationToken);
        return answer;
    }
}
