namespace Miner.Api.Cli;

/// <summary><c>config</c>: what is about settings.</summary>
internal sealed class ConfigVerb : Verb
{
    public ConfigVerb()
        : base("config", "Look at the settings.", "", "config check") => Subcommands.Add(new ConfigCheckVerb());
}
