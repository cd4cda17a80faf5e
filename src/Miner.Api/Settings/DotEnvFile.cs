using dotenv.net;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace Miner.Api.Settings;

/// <summary>Adds the <c>.env</c> of the working directory to the configuration.</summary>
internal static class DotEnvFile
{
    /// <summary>Puts the file just below the environment, which wins over it.</summary>
    public static void AddDotEnvFile(this IConfigurationManager configuration)
    {
        var path = Path.Combine(Environment.CurrentDirectory, ".env");
        if (!File.Exists(path)) return;
        var values = DotEnv.Read(new DotEnvOptions(envFilePaths: [path], ignoreExceptions: false));
        var environment = configuration
            .Sources.OfType<EnvironmentVariablesConfigurationSource>()
            .Last(source => string.IsNullOrEmpty(source.Prefix));
        var source = new MemoryConfigurationSource
        {
            InitialData = values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)),
        };
        configuration.Sources.Insert(configuration.Sources.IndexOf(environment), source);
    }
}
