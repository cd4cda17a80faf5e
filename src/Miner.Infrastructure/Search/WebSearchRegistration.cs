using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Search.Providers;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search;

internal static class WebSearchRegistration
{
    // Many times what an answer of 20 results takes.
    private const int MaxResponseBytes = 2 * 1024 * 1024;

    // A search takes about a second; who needs more than this hangs.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan MaxIdle = TimeSpan.FromSeconds(30);

    /// <summary>Adds the providers that <paramref name="options"/> list, as one <see cref="IWebSearch"/> for the process.</summary>
    public static IServiceCollection AddWebSearch(this IServiceCollection services, WebSearchOptions options)
    {
        if (options.Providers.Count == 0) return services.AddSingleton<IWebSearch, UnconfiguredWebSearch>();

        services.TryAddSingleton(TimeProvider.System);
        var deadlines = UpstreamDeadlines.Within(options.RequestTimeout);
        if (deadlines.Attempt > LongestAttempt) deadlines = deadlines with { Attempt = LongestAttempt, Silence = LongestAttempt };
        var apis = options.Providers.Select(provider => Api(provider, options)).ToList();
        var keys = apis.Select(api => api.ApiKey).OfType<string>().ToList();
        foreach (var api in apis)
        {
            services.AddUpstreamHttpClient(
                ClientName(api),
                $"{typeof(SearchProvider).FullName}.{api.Name}",
                new UpstreamLimits(api.MaxConnections, MaxIdle, deadlines)
                {
                    MaxResponseBytes = MaxResponseBytes,
                    Secrets = keys,
                });
        }

        return services.AddSingleton<IWebSearch>(provider => new WebSearch(
            [.. apis.Select(api => Provider(provider, api, options))],
            deadlines.Total,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<WebSearch>>()));
    }

    private static SearchProvider Provider(IServiceProvider provider, ISearchApi api, WebSearchOptions options) => new(
        api,
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName(api)),
        options.ResultsPerQuery,
        provider.GetRequiredService<UpstreamSecrets>(),
        provider.GetRequiredService<TimeProvider>());

    private static ISearchApi Api(WebSearchProvider provider, WebSearchOptions options) => provider switch
    {
        WebSearchProvider.Searxng => new SearxngSearch(options.SearxngUrl!),
        WebSearchProvider.Brave => new BraveSearch(options.HostedAt ?? BraveSearch.Host, options.BraveApiKey!),
        WebSearchProvider.Google => new GoogleSearch(options.HostedAt ?? GoogleSearch.Host, options.GoogleApiKey!, options.GoogleEngineId!),
        WebSearchProvider.Tavily => new TavilySearch(options.HostedAt ?? TavilySearch.Host, options.TavilyApiKey!),
        WebSearchProvider.Wikipedia => Wikipedia(options, WikipediaSearch.Wiki(options.WikipediaLanguage)),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown search provider."),
    };

    private static WikipediaSearch Wikipedia(WebSearchOptions options, Uri wiki) =>
        new(options.HostedAt ?? wiki, wiki, options.WikipediaContact);

    private static string ClientName(ISearchApi api) => $"search-{api.Name}";
}
