using Microsoft.Extensions.Logging;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Search;

/// <summary>What is logged of searches, event ids 2100 to 2199; never a query, a result, a key or a provider's words.</summary>
internal static partial class SearchLog
{
    [LoggerMessage(2100, LogLevel.Information, "Searched for {Queries} queries in {ElapsedMilliseconds} ms; {Failed} failed.")]
    public static partial void Searched(this ILogger logger, int queries, int failed, long elapsedMilliseconds);

    [LoggerMessage(2101, LogLevel.Warning,
        "Search provider {Provider} gave no answer ({Failure}) in {ElapsedMilliseconds} ms after {Attempts} attempts.")]
    public static partial void ProviderFailed(
        this ILogger logger, string provider, UpstreamFailure failure, long elapsedMilliseconds, int attempts);
}
