using Miner.Api.Settings;

namespace Miner.Api.Cli;

/// <summary>What a verb has of the program: its settings and, for what asks a model, services, without the server.</summary>
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

    /// <summary>What <paramref name="add"/> registers, with a clock and logging. Warnings go to standard error.</summary>
    public static ServiceProvider Create(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true))
            .Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace);
        add(services);
        return services.BuildServiceProvider();
    }
}
