using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm.Offline;

namespace Miner.Infrastructure.Llm;

internal static class ChatModelRegistration
{
    /// <summary>Names the HTTP client whose handlers reach the upstream.</summary>
    public const string HttpClientName = "chat-model";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // So that a change of the upstream's address in DNS is followed.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds the model that <paramref name="options"/> choose, as one <see cref="IChatModel"/> for the process.</summary>
    public static IServiceCollection AddChatModel(this IServiceCollection services, ChatModelOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return options.Provider switch
        {
            ChatModelProvider.Offline => services.AddSingleton<IChatModel, OfflineChatModel>(),
            _ => services.AddUpstreamModel(options, ProviderProfile.For(options)),
        };
    }

    private static IServiceCollection AddUpstreamModel(this IServiceCollection services, ChatModelOptions options, ProviderProfile profile)
    {
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => Configure(handler, options, profile))
            .AddHttpMessageHandler(provider => Resilience(provider, options))
            // The handlers live as long as the process, because the circuit's state and the connections are theirs.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They log addresses and headers.
            .RemoveAllLoggers();

        return services.AddSingleton<IChatModel>(provider => new ChatCompletionsModel(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            options,
            profile,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChatCompletionsModel>>()));
    }

    private static void Configure(SocketsHttpHandler handler, ChatModelOptions options, ProviderProfile profile)
    {
        handler.MaxConnectionsPerServer = options.MaxConnections;
        handler.PooledConnectionIdleTimeout = options.KeepAlive < profile.MaxIdle ? options.KeepAlive : profile.MaxIdle;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.ConnectTimeout = ConnectTimeout;
        handler.AutomaticDecompression = DecompressionMethods.All;

        // A redirect would carry the prompt to wherever the answer points.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
    }

    private static ResilienceHandler Resilience(IServiceProvider provider, ChatModelOptions options)
    {
        var timeProvider = provider.GetRequiredService<TimeProvider>();
        var logger = provider.GetRequiredService<ILogger<ChatCompletionsModel>>();
        var deadlines = UpstreamDeadlines.Within(options.RequestTimeout);
        return new ResilienceHandler(UpstreamPipeline.Create(deadlines, timeProvider, logger), timeProvider, logger);
    }
}
