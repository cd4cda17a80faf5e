using System.Text;
using MediatR;
using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Application.Components.InternetSearch;

/// <summary>Searches the web for each query.</summary>
public sealed record InternetSearchCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class InternetSearchHandler(IWebSearch search, ConversationLog conversation)
    : IRequestHandler<InternetSearchCommand, ComponentResult>
{
    public async Task<ComponentResult> Handle(InternetSearchCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var response = search.Unavailable ?? await SearchAsync(input.Queries, cancellationToken);
        await conversation.WriteAsync(input, response, cancellationToken);
        return new ComponentResult(new ComponentOutput(response, Notebook.NoUpdate), Usage: null, Truncated: false);
    }

    private async Task<string> SearchAsync(IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(queries.Select(query => search.SearchAsync(query, cancellationToken)));
        var text = new StringBuilder();
        foreach (var (query, found) in queries.Zip(results))
        {
            if (text.Length > 0) text.Append("\n\n");
            text.Append("Results for: ").Append(query);
            if (found.Count == 0) text.Append("\nNothing was found.");
            foreach (var (index, result) in found.Index())
                text.Append($"\n{index + 1}. {result.Title}\n   {result.Address}\n   {result.Snippet}");
        }

        return text.ToString();
    }
}
