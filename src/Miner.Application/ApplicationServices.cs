using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Behaviors;
using Miner.Application.Components;
using Miner.Application.Recording;
using Miner.Application.Telemetry;

namespace Miner.Application;

public static class ApplicationServices
{
    /// <summary>
    /// Registers the commands and queries of the service, and what they share. The ports, <see cref="TimeProvider"/>,
    /// <see cref="AnsweringOptions"/>, <see cref="RecordingOptions"/>, <see cref="Miner.Domain.Conversations.HistoryPolicy"/> and
    /// <see cref="Miner.Domain.Playbooks.PlaybookPolicy"/> must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerApplication(this IServiceCollection services) =>
        services.AddMediator().AddComponents().AddSingleton<CallRecorder>().AddSingleton<SpanRecorder>();

    /// <summary>Registers MediatR, what every request passes on its way, and each request handler.</summary>
    /// <remarks>MediatR 5 brings no registration of its own: it asks for its parts through a <see cref="ServiceFactory"/>.</remarks>
    private static IServiceCollection AddMediator(this IServiceCollection services)
    {
        var found =
            from type in typeof(ApplicationServices).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in found) services.AddSingleton(contract, type);
        return services
            .AddSingleton<MinerMetrics>()
            .AddSingleton<ServiceFactory>(provider => provider.GetService!)
            .AddSingleton<IMediator, Mediator>()
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(RequestBehavior<,>));
    }

    private static IServiceCollection AddComponents(this IServiceCollection services) => services
        .AddSingleton<StorageLog>()
        .AddSingleton<ConversationLog>()
        .AddSingleton<ModelChoice>();
}
