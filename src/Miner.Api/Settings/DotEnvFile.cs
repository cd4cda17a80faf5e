using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Miner.Api.Settings;

/// <summary>Adds the <c>.env</c> of the working directory to the configuration.</summary>
internal static class DotEnvFile
{
    /// <summary>Puts the file just below the environment, which wins over it.</summary>
    public static void AddDotEnvFile(this IConfigurationManager configuration)
    {
        var path = Path.Combine(Environment.CurrentDirectory, ".env");
        if (!File.Exists(path)) return;
        var environment = configuration
            .Sources.OfType<EnvironmentVariablesConfigurationSource>()
            .Last(source => string.IsNullOrEmpty(source.Prefix));
        configuration.Sources.Insert(configuration.Sources.IndexOf(environment), new DotEnvSource(new DotEnvText(File.ReadAllText(path))));
    }
}

internal sealed class DotEnvSource(DotEnvText text) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new DotEnvProvider(text);
}

/// <summary>A configuration that knows which of its lines could not be read.</summary>
internal sealed class DotEnvProvider(DotEnvText text) : ConfigurationProvider
{
    public IReadOnlyList<string> Unreadable => text.Unreadable;

    public override void Load() => Data = new Dictionary<string, string?>(text.Values, StringComparer.OrdinalIgnoreCase);
}
