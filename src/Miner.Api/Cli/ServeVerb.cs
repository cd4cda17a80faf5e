using System.CommandLine;
using Miner.Api.Hosting;

namespace Miner.Api.Cli;

/// <summary><c>serve</c>: answer requests until asked to end. Also what the program does without a verb.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly ServeOptions _options = new();

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
        _options.AddTo(command);
        foreach (var option in new Option[] { _workers, _reload }) command.Options.Add(option);
        command.SetAction(ServeAsync);
    }

    public bool IsMeantBy(ParseResult parsed) => parsed.CommandResult.Command == this || parsed.CommandResult.Command is RootCommand;

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_workers) is not null)
            await Console.Error.WriteLineAsync("--workers is not needed and has no effect: one process uses all cores.");
        if (parsed.GetValue(_reload))
            await Console.Error.WriteLineAsync(
                "--reload has no effect here: 'dotnet watch --project src/Miner.Api' restarts the miner on changes.");
        await MinerHost.RunAsync(_options.Read(parsed));
        return 0;
    }
}
