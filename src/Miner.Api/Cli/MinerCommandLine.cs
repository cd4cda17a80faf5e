using System.CommandLine;
using System.CommandLine.Invocation;
using Miner.Api.Settings;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Sqlite;
using Miner.Operator;

namespace Miner.Api.Cli;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class MinerCommandLine
{
    /// <summary>128 + SIGINT, what shells report of a program that Ctrl-C ended.</summary>
    private const int Interrupted = 130;

    /// <summary>How long a verb may take to put down what it has, once it is asked to end.</summary>
    private static readonly TimeSpan VerbTermination = TimeSpan.FromSeconds(30);

    /// <summary>The command line is wrong, or what is served with: the same start will never do.</summary>
    private const int Misused = 2;

    /// <returns>
    /// The exit status: 0 when all went well, 1 when something is wrong (said on standard error), 2 when it is the command line, or a
    /// setting to serve with, which whoever supervises the miner need not try again.
    /// </returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var serve = new ServeVerb();
        var root = CreateRoot(serve);
        var parsed = root.Parse(arguments);
        // What a shell asks for is no command line yet.
        if (root.Directives.Any(directive => parsed.GetResult(directive) is not null)) return await parsed.InvokeAsync();

        // The parser would ignore them in all verbs, because one takes settings.
        var takesSettings = serve.IsMeantBy(parsed) || parsed.CommandResult.Command is ConfigCheckVerb;
        if (parsed.UnmatchedTokens.Concat(VllmVerb.Misplaced(parsed))
                .FirstOrDefault(argument => !takesSettings || !ServeOptions.IsSetting(argument)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"'{NameOf(unknown)}' is neither a verb nor an option; --help lists them.");
            return Misused;
        }

        // A sentence on what is wrong would scroll away behind the help of a verb, which is no output of it either.
        if (parsed.Action is ParseErrorAction error) error.ShowHelp = parsed.CommandResult.Command.Action is null;
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The host has its own way to end, which lets requests finish.
            ProcessTerminationTimeout = serve.IsMeantBy(parsed) ? null : VerbTermination,
        };
        try
        {
            var status = await parsed.InvokeAsync(invocation);
            return parsed.Errors.Count == 0 ? status : Misused;
        }
        catch (Exception exception)
            when (exception
                    is SettingsException
                        or StorageException
                        or OperatorException
                        or IOException
                        or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            if (exception.InnerException is OriginalDatabaseException original)
                await Console.Error.WriteLineAsync(Takeover.Commands(original.DatabaseFile));
            return exception is SettingsException && serve.IsMeantBy(parsed) ? Misused : 1;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    /// <param name="serve">What the program does without a verb.</param>
    public static RootCommand CreateRoot(ServeVerb serve)
    {
        var root = new RootCommand("A miner for Bittensor Subnet 80. Without a verb it serves.");
        serve.AddTo(root);
        Command[] verbs =
        [
            serve, new ConfigVerb(), new KeygenVerb(), new SignVerb(), new VerifyVerb(), new HealthVerb(), new DoctorVerb(),
            new EvaluateVerb(), new VllmVerb(), new ImportVerb(), new BackupVerb(), new RestoreVerb(), new CopyVerb(), new ManVerb(),
            new CompletionVerb(),
        ];
        foreach (var verb in verbs) root.Subcommands.Add(verb);
        foreach (var verb in verbs.Concat(verbs.SelectMany(verb => verb.Subcommands)).Prepend(root)) Verb.RefuseEmpty(verb);
        Verb.ShowExamples(root);
        return root;
    }

    /// <summary>Only the name: a mistyped option may carry a secret.</summary>
    private static string NameOf(string argument) => argument.Split('=')[0];
}
