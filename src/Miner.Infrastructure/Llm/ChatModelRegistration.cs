using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;
using Miner.Offline;

namespace Miner.Infrastructure.Llm;

public static class ChatModelRegistration
{
    /// <summary>Names the HTTP client whose handlers reach the upstream.</summary>
    public const string HttpClientName = "chat-model";

    /// <summary>Adds the model that <paramref name="options"/> choose, as one <see cref="IChatModel"/> for the process.</summary>
    public static IServiceCollection AddChatModel(this IServiceCollection services, ChatModelOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MinerMetrics>();
        return options.Provider switch
        {
            ChatModelProvider.Offline => services.AddSingleton<IChatModel>(
                provider => Measured(new OfflineChatModel(provider.GetRequiredService<TimeProvider>()), upstream: null, provider)),
            _ => services.AddUpstreamModel(options, ProviderProfile.For(options)),
        };
    }

    private static MeasuredChatModel Measured(IChatModel model, Uri? upstream, IServiceProvider provider) =>
        new(model, upstream, provider.GetRequiredService<MinerMetrics>(), provider.GetRequiredService<TimeProvider>());

    private static IServiceCollection AddUpstreamModel(this IServiceCollection services, ChatModelOptions options, ProviderProfile profile)
    {
        var maxIdle = options.KeepAlive < profile.MaxIdle ? options.KeepAlive : profile.MaxIdle;
        services.AddUpstreamHttpClient(
            HttpClientName,
            typeof(ChatCompletionsModel).FullName!,
            new UpstreamLimits(options.MaxConnections, maxIdle, UpstreamDeadlines.Within(options.RequestTimeout)));

        return services.AddSingleton<IChatModel>(provider =>
        {
            var logger = provider.GetRequiredService<ILogger<ChatCompletionsModel>>();
            var time = provider.GetRequiredService<TimeProvider>();
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
            var health = provider.GetServices<UpstreamHealth>().Single(health => health.Name == HttpClientName);
            var upstream = Measured(new ChatCompletionsModel(http, options, profile, health, time, logger), options.BaseUrl, provider);
            IChatModel model = new SampledChatModel(upstream, time);
            return options.FallBackOffline ? new LastResortChatModel(model, new OfflineChatModel(time), logger) : model;
        });
    }
}
