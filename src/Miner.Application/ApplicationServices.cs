using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Behaviors;
using Miner.Application.Components;
using Miner.Application.Telemetry;

namespace Miner.Application;

public static class ApplicationServices
{
    /// <summary>What the verbs of the command line ask for; the service has no ports for it.</summary>
    private static readonly string[] VerbFolders = ["Evaluation", "ModelServers", "Registration"];

    /// <summary>
    /// Registers the commands and queries of the service, and what they share. The ports, <see cref="TimeProvider"/>,
    /// <see cref="AnsweringOptions"/>, <see cref="Miner.Domain.Conversations.HistoryPolicy"/> and
    /// <see cref="Miner.Domain.Playbooks.PlaybookPolicy"/> must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerApplication(this IServiceCollection services) =>
        services.AddMediator().AddHandlers(handler => !IsForVerbs(handler)).AddComponents();

    /// <summary>
    /// Registers the commands and queries that verbs of the command line send. The ports of a verb's own command and
    /// <see cref="TimeProvider"/> must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerVerbs(this IServiceCollection services) => services.AddMediator().AddHandlers(IsForVerbs);

    /// <summary>MediatR 5 brings no registration of its own: it asks for its parts through a <see cref="ServiceFactory"/>.</summary>
    private static IServiceCollection AddMediator(this IServiceCollection services) => services
        .AddSingleton<MinerMetrics>()
        .AddSingleton<ServiceFactory>(provider => provider.GetService!)
        .AddSingleton<IMediator, Mediator>()
        .AddSingleton(typeof(IPipelineBehavior<,>), typeof(TraceBehavior<,>))
        .AddSingleton(typeof(IPipelineBehavior<,>), typeof(RequestLogBehavior<,>));

    private static IServiceCollection AddHandlers(this IServiceCollection services, Func<Type, bool> isWanted)
    {
        var handlers =
            from type in Assembly.GetExecutingAssembly().GetTypes()
            where type is { IsClass: true, IsAbstract: false } && isWanted(type)
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in handlers) services.AddSingleton(contract, type);
        return services;
    }

    private static bool IsForVerbs(Type type) =>
        Array.Exists(VerbFolders, folder => type.Namespace == $"{typeof(ApplicationServices).Namespace}.{folder}");

    private static IServiceCollection AddComponents(this IServiceCollection services) => services
        .AddSingleton<ConversationLog>()
        .AddSingleton<WholeCompletion>()
        .AddSingleton<ComponentModel>()
        .AddSingleton<SelfConsistency>()
        .AddSingleton<ArithmeticVerification>()
        .AddSingleton<QuestionAnswering>();
}
