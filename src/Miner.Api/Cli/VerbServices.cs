using Miner.Api.Settings;
using Miner.Operator;

namespace Miner.Api.Cli;

/// <summary>What a verb has of the program: its settings and the mediator, without the server.</summary>
internal static class VerbServices
{
    /// <summary>The environment, and below it the <c>.env</c> of the working directory.</summary>
    public static IConfiguration ReadConfiguration()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        configuration.AddDotEnvFile();
        return configuration;
    }

    /// <summary>The handlers of verbs, and the ports' ends that <paramref name="add"/> registers. Warnings go to standard error.</summary>
    public static ServiceProvider Create(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true))
            .Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddMinerOperator();
        add(services);
        return services.BuildServiceProvider();
    }
}
