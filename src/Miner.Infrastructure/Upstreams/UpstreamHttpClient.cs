using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Upstreams;

/// <summary>HTTP clients for upstreams: each has connections, a resilience pipeline and limits of its own.</summary>
internal static class UpstreamHttpClient
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // So that a change of the upstream's address in DNS is followed.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="name">The client's name for <see cref="IHttpClientFactory"/>.</param>
    /// <param name="category">Where the pipeline's log lines are filed.</param>
    public static void AddUpstreamHttpClient(this IServiceCollection services, string name, string category, UpstreamLimits limits)
    {
        services.TryAddSingleton<MinerMetrics>();
        services.TryAddSingleton<UpstreamSecrets>();
        foreach (var secret in limits.Secrets) services.AddSingleton(new UpstreamSecret(secret));
        services.AddSingleton(provider => new UpstreamHealth(
            name,
            limits.MaxConnections,
            provider.GetRequiredService<MinerMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            Logger(provider, category)));
        var client = services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, provider) => Configure(handler, limits, provider.GetService<TraceParentPropagator>()))
            // The handlers live as long as the process, because the connections are theirs.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They log addresses and headers.
            .RemoveAllLoggers();
        client.AddResilienceHandler(name, (pipeline, context) => UpstreamPipeline.Configure(
            pipeline,
            limits.Deadlines,
            context.ServiceProvider.GetRequiredService<TimeProvider>(),
            context.ServiceProvider.GetUpstreamHealth(name)));
        client.AddHttpMessageHandler(provider => new AttemptHandler(
            name,
            limits.MaxResponseBytes,
            limits.Meaning,
            provider.GetRequiredService<UpstreamSecrets>(),
            provider.GetRequiredService<TimeProvider>(),
            Logger(provider, category)));
    }

    /// <param name="name">As it was added with.</param>
    public static UpstreamHealth GetUpstreamHealth(this IServiceProvider services, string name) =>
        services.GetServices<UpstreamHealth>().Single(health => health.Name == name);

    private static void Configure(SocketsHttpHandler handler, UpstreamLimits limits, TraceParentPropagator? propagator)
    {
        handler.MaxConnectionsPerServer = limits.MaxConnections;
        handler.PooledConnectionIdleTimeout = limits.MaxIdle;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.ConnectTimeout = ConnectTimeout;
        handler.AutomaticDecompression = DecompressionMethods.All;

        // A redirect would carry keys and what callers wrote to wherever the answer points.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.Proxy = new LoopbackBypass(HttpClient.DefaultProxy);
        // Without one the handler has no part in a trace, which costs something in each request and nobody sees.
        handler.ActivityHeadersPropagator = propagator;
    }

    private static ILogger Logger(IServiceProvider provider, string category) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}

/// <param name="MaxConnections">The most connections to the upstream at once.</param>
/// <param name="MaxIdle">How long an idle connection is kept.</param>
internal sealed record UpstreamLimits(int MaxConnections, TimeSpan MaxIdle, UpstreamDeadlines Deadlines)
{
    /// <summary>The largest answer that is read, decompressed.</summary>
    public int MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The keys that it is sent.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <inheritdoc cref="AttemptHandler"/>
    public Func<HttpStatusCode, byte[], UpstreamReply>? Meaning { get; init; }
}
