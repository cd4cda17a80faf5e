using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Miner.Api.Settings;

/// <summary>Which of a configuration's parts a value comes from.</summary>
internal static class SettingOrigin
{
    public const string File = ".env";
    public const string Environment = "environment";
    public const string CommandLine = "command line";
    private const string Other = "host";

    /// <summary>Null where nothing has a value, as a blank one counts for none.</summary>
    public static string? Of(IConfigurationRoot configuration, string name) =>
        string.IsNullOrWhiteSpace(configuration[name]) ? null
        : Providers(configuration).LastOrDefault(provider => provider.TryGet(name, out _)) is { } provider ? Name(provider)
        : Other;

    /// <summary>Every name that an operator wrote into one of <paramref name="origins"/>, with where.</summary>
    public static IEnumerable<(string Name, string Origin)> Names(IConfigurationRoot configuration, params string[] origins) =>
        Providers(configuration)
            .Where(provider => origins.Contains(Name(provider)))
            .SelectMany(provider => provider.GetChildKeys([], parentPath: null).Select(name => (name, Name(provider))))
            .Distinct();

    public static IEnumerable<DotEnvProvider> DotEnvFiles(IConfigurationRoot configuration) =>
        Providers(configuration).OfType<DotEnvProvider>();

    /// <summary>Those that later ones win over come first.</summary>
    private static IEnumerable<IConfigurationProvider> Providers(IConfigurationRoot configuration) =>
        configuration.Providers.SelectMany(provider =>
            provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Providers(inner) : [provider]);

    private static string Name(IConfigurationProvider provider) => provider switch
    {
        DotEnvProvider => File,
        EnvironmentVariablesConfigurationProvider => Environment,
        CommandLineConfigurationProvider => CommandLine,
        FileConfigurationProvider { Source.Path: { } path } => path,
        _ => Other,
    };
}
