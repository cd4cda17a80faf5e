using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Api.Hosting;

namespace Miner.Api.Cli;

/// <summary><c>serve</c>: answer requests until asked to end. Also what the program does without a verb.</summary>
internal sealed partial class ServeVerb : Verb
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
        CustomParser = result => WholeNumber(0, 65_535)(result),
    };

    private readonly Option<bool> _production = new("--production")
    {
        Description = "Refuse to start without a key and a model; as ENVIRONMENT=production.",
    };

    private readonly Option<string> _workers = new("--workers") { Hidden = true };

    private readonly Option<bool> _reload = new("--reload") { Hidden = true };

    public ServeVerb()
        : base(
            "serve",
            "Serve the API; the same as no verb.",
            "Settings come from the environment and from .env (see .env.example); any can be given as --NAME=value too.",
            "serve --host 127.0.0.1 --port 8001",
            "serve --production --REQUEST_TIMEOUT=50") => AddTo(this);

    /// <summary>Lets <paramref name="command"/> serve, with the same options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _host, _port, _production, _workers, _reload }) command.Options.Add(option);
        // Settings, see Setting.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(ServeAsync);
    }

    /// <summary>Whether <paramref name="argument"/>, which is no option, is a setting that this verb takes.</summary>
    public bool IsSetting(ParseResult parsed, string argument) => IsMeantBy(parsed) && Setting.IsMatch(argument);

    public bool IsMeantBy(ParseResult parsed) => parsed.CommandResult.Command == this || parsed.CommandResult.Command is RootCommand;

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_workers) is not null)
            await Console.Error.WriteLineAsync("--workers is not needed and has no effect: one process uses all cores.");
        if (parsed.GetValue(_reload))
            await Console.Error.WriteLineAsync(
                "--reload has no effect here: 'dotnet watch --project src/Miner.Api' restarts the miner on changes.");

        List<string> arguments = [.. parsed.UnmatchedTokens];
        if (parsed.GetValue(_host) is { } host) arguments.Add($"--HOST={host}");
        if (parsed.GetValue(_port) is { } port) arguments.Add(string.Create(CultureInfo.InvariantCulture, $"--PORT={port}"));
        if (parsed.GetValue(_production)) arguments.Add("--ENVIRONMENT=production");
        await MinerHost.RunAsync([.. arguments]);
        return 0;
    }

    /// <summary>A setting, or what tools and tests that start the host tell it.</summary>
    [GeneratedRegex("^--([A-Z][A-Z0-9_]*|environment|contentRoot|applicationName)=")]
    private static partial Regex Setting { get; }
}
