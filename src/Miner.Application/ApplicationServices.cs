using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Behaviors;
using Miner.Application.Components;
using Miner.Application.Telemetry;

namespace Miner.Application;

public static class ApplicationServices
{
    /// <summary>
    /// Registers the commands, queries and what they share. The ports, <see cref="TimeProvider"/>, <see cref="AnsweringOptions"/>,
    /// <see cref="Miner.Domain.Conversations.HistoryPolicy"/> and <see cref="Miner.Domain.Playbooks.PlaybookPolicy"/> must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerApplication(this IServiceCollection services) =>
        services.AddMediator().AddComponents().AddSingleton<MinerMetrics>();

    /// <summary>MediatR 5 brings no registration of its own: it asks for its parts through a <see cref="ServiceFactory"/>.</summary>
    private static IServiceCollection AddMediator(this IServiceCollection services)
    {
        services.AddSingleton<ServiceFactory>(provider => provider.GetService!);
        services.AddSingleton<IMediator, Mediator>();
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(TraceBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(RequestLogBehavior<,>));

        var handlers =
            from type in Assembly.GetExecutingAssembly().GetTypes()
            where type is { IsClass: true, IsAbstract: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in handlers) services.AddSingleton(contract, type);
        return services;
    }

    private static IServiceCollection AddComponents(this IServiceCollection services) => services
        .AddSingleton<ConversationLog>()
        .AddSingleton<WholeCompletion>()
        .AddSingleton<ComponentModel>()
        .AddSingleton<SelfConsistency>()
        .AddSingleton<ArithmeticVerification>()
        .AddSingleton<QuestionAnswering>();
}
