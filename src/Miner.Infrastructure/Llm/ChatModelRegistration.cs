using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

public static class ChatModelRegistration
{
    /// <summary>Names the HTTP client whose handlers reach the first upstream; those of the others have their names behind it.</summary>
    public const string HttpClientName = "chat-model";

    /// <summary>
    /// Adds the chain of upstreams that <paramref name="options"/> choose, as one <see cref="IChatModel"/> for the process; none where
    /// there is no upstream.
    /// </summary>
    public static IServiceCollection AddChatModel(this IServiceCollection services, ModelChainOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MinerMetrics>();
        services.TryAddSingleton<UpstreamPrices>();
        if (options.Models.Count == 0) return services;

        foreach (var model in options.Models) services.AddUpstreamModel(model);
        return services.AddSingleton<IChatModel>(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var deadlines = UpstreamDeadlines.Within(options.Models[0].RequestTimeout);
            var chain = new ModelChain([.. provider.GetServices<UpstreamModel>()], options, deadlines, time);
            return new SampledChatModel(chain, time);
        });
    }

    private static IServiceCollection AddUpstreamModel(this IServiceCollection services, ChatModelOptions options)
    {
        var profile = ProviderProfile.For(options);
        IChatApi api = options.Provider == ChatModelProvider.Anthropic ? new MessagesApi(options) : new ChatCompletionsApi(options);
        var maxIdle = options.KeepAlive < profile.MaxIdle ? options.KeepAlive : profile.MaxIdle;
        services.AddUpstreamHttpClient(
            options.ClientName,
            typeof(UpstreamModel).FullName!,
            new UpstreamLimits(options.MaxConnections, maxIdle, UpstreamDeadlines.Within(options.RequestTimeout))
            {
                Meaning = api.Meaning,
                Secrets = options.ApiKeys,
            });
        return services.AddSingleton(provider => new UpstreamModel(
            api,
            options,
            profile,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(options.ClientName),
            provider.GetUpstreamHealth(options.ClientName),
            provider.GetRequiredService<UpstreamPrices>(),
            provider.GetRequiredService<UpstreamSecrets>(),
            provider.GetRequiredService<MinerMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<UpstreamModel>>()));
    }
}
