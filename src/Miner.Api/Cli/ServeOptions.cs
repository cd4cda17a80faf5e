using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Api.Cli;

/// <summary>How a verb that serves, or tells how it would, is given settings: by options, and as <c>--NAME=value</c>.</summary>
internal sealed partial class ServeOptions
{
    private readonly Option<string> _host = new("--host")
    {
        HelpName = "ADDRESS",
        Description = "The address to listen on; wins over HOST.",
    };

    private readonly Option<int?> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The port to listen on, 0 for any free one; wins over PORT.",
        CustomParser = result => Verb.WholeNumber(0, 65_535)(result),
    };

    private readonly Option<bool> _production = new("--production")
    {
        Description = "Refuse to start without a key and a model; as ENVIRONMENT=production.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _host, _port, _production }) command.Options.Add(option);
        // Settings, see IsSetting.
        command.TreatUnmatchedTokensAsErrors = false;
    }

    /// <summary>All that was given, as settings that win over all others.</summary>
    public string[] Read(ParseResult parsed)
    {
        List<string> settings = [.. parsed.UnmatchedTokens];
        if (parsed.GetValue(_host) is { } host) settings.Add($"--HOST={host}");
        if (parsed.GetValue(_port) is { } port) settings.Add(string.Create(CultureInfo.InvariantCulture, $"--PORT={port}"));
        if (parsed.GetValue(_production)) settings.Add("--ENVIRONMENT=production");
        return [.. settings];
    }

    /// <summary>Whether what is no option is a setting, or what tools and tests that start the host tell it.</summary>
    public static bool IsSetting(string argument) => Setting.IsMatch(argument);

    [GeneratedRegex("^--([A-Z][A-Z0-9_]*|environment|contentRoot|applicationName)=")]
    private static partial Regex Setting { get; }
}
