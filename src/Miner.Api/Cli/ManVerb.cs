using System.CommandLine;

namespace Miner.Api.Cli;

/// <summary><c>man</c>: the program's manual page, from the verbs themselves.</summary>
internal sealed class ManVerb : Verb
{
    public ManVerb()
        : base(
            "man",
            "Write the manual page, for man(1).",
            "The Debian package has the page in its place.",
            "man > miner.1 && man ./miner.1") => SetAction(Write);

    private static int Write(ParseResult parsed)
    {
        // A bundled program has no library beside it, only itself.
        var built = DateOnly.FromDateTime(File.GetLastWriteTimeUtc(Environment.ProcessPath!));
        var root = (RootCommand)parsed.RootCommandResult.Command;
        parsed.InvocationConfiguration.Output.Write(ManualPage.Of(root, RootCommand.ExecutableName, built));
        return 0;
    }
}
