using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search;

/// <summary>Searches with the providers in turn: one that fails, or finds nothing, is followed by the next.</summary>
/// <param name="deadline">How long all queries of a request may take together.</param>
internal sealed class WebSearch(
    IReadOnlyList<SearchProvider> providers, TimeSpan deadline, TimeProvider timeProvider, ILogger<WebSearch> logger) : IWebSearch
{
    private const int QueriesAtOnce = 8;

    public string? Unavailable => null;

    public async Task<IReadOnlyList<WebSearchAnswer>> SearchAsync(IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        var request = new UpstreamCall(timeProvider, deadline, cancellationToken);
        var outcomes = new Outcome[queries.Count];
        await Parallel.ForAsync(
            0,
            queries.Count,
            new ParallelOptions { MaxDegreeOfParallelism = QueriesAtOnce, CancellationToken = cancellationToken },
            async (index, token) => outcomes[index] = await SearchAsync(queries[index], request, token));

        var failed = outcomes.Where(outcome => outcome.Results is null).ToList();
        logger.Searched(queries.Count, failed.Count, (long)request.Elapsed.TotalMilliseconds);
        if (failed.Count == queries.Count) throw SearchFailure.Of([.. failed.SelectMany(outcome => outcome.Failures)]);
        return [.. queries.Zip(outcomes, (query, outcome) => new WebSearchAnswer(query, outcome.Results))];
    }

    private async Task<Outcome> SearchAsync(string query, UpstreamCall request, CancellationToken cancellationToken)
    {
        var failures = new List<UpstreamException>();
        var isAnswered = false;
        for (var i = 0; i < providers.Count; i++)
        {
            if (request.Left <= TimeSpan.Zero)
            {
                failures.Add(new UpstreamException(UpstreamFailure.TimedOut, "was left no time"));
                break;
            }

            // What is left is shared, so that a provider that hangs leaves time for those after it.
            var call = new UpstreamCall(timeProvider, request.Left / (providers.Count - i), cancellationToken)
            {
                Subject = query.GetHashCode(StringComparison.Ordinal),
            };
            try
            {
                var results = await providers[i].SearchAsync(query, call);
                if (results.Count > 0) return new Outcome(results, []);
                isAnswered = true;
            }
            catch (UpstreamException failure)
            {
                logger.ProviderFailed(providers[i].Name, failure.Failure, (long)call.Elapsed.TotalMilliseconds, call.Attempts);
                failures.Add(failure);
            }
        }

        return new Outcome(isAnswered ? [] : null, failures);
    }

    /// <param name="Results">Null where no provider answered.</param>
    /// <param name="Failures">Of the providers asked, those that did not answer.</param>
    private sealed record Outcome(IReadOnlyList<WebSearchResult>? Results, IReadOnlyList<UpstreamException> Failures);
}
