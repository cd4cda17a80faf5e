using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

public static class ChatModelRegistration
{
    /// <summary>Names the HTTP client whose handlers reach the upstream.</summary>
    public const string HttpClientName = "chat-model";

    /// <summary>
    /// Adds the model that <paramref name="options"/> choose, as one <see cref="IChatModel"/> for the process; none where the provider is
    /// the embedded model, which is no chat model.
    /// </summary>
    public static IServiceCollection AddChatModel(this IServiceCollection services, ChatModelOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MinerMetrics>();
        return options.Provider == ChatModelProvider.Offline
            ? services
            : services.AddUpstreamModel(options, ProviderProfile.For(options));
    }

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
            var metrics = provider.GetRequiredService<MinerMetrics>();
            var time = provider.GetRequiredService<TimeProvider>();
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
            var health = provider.GetServices<UpstreamHealth>().Single(health => health.Name == HttpClientName);
            return new SampledChatModel(new ChatCompletionsModel(http, options, profile, health, metrics, time, logger), time);
        });
    }
}
