using Microsoft.Extensions.DependencyInjection;
using Miner.Application;

namespace Miner.Operator;

public static class OperatorServices
{
    /// <summary>
    /// Registers the commands and queries that verbs of the command line send. The ports of a verb's own command, logging and
    /// <see cref="TimeProvider"/> must be registered too.
    /// </summary>
    public static IServiceCollection AddMinerOperator(this IServiceCollection services) =>
        services.AddMediator(typeof(OperatorServices).Assembly);
}
