using System.CommandLine;

namespace Miner.Api.Cli;

/// <summary><c>completion</c>: the script by which a shell completes this program's verbs and options.</summary>
internal sealed class CompletionVerb : Verb
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "Whose script it is." };

    public CompletionVerb()
        : base(
            "completion",
            "Write the script by which a shell completes verbs and options.",
            """
            The script asks this program, by the name that it was started by, what may follow; so it need not be written again for a newer
            one. Where the program has nothing to offer, the shell offers files. The Debian package has the scripts in their places.
            """,
            "completion bash > /etc/bash_completion.d/sample-miner",
            "completion zsh > \"${fpath[1]}/_sample-miner\"",
            "completion fish > ~/.config/fish/completions/sample-miner.fish")
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        Arguments.Add(_shell);
        SetAction(Write);
    }

    private int Write(ParseResult parsed)
    {
        var script = CompletionScript.For(parsed.GetValue(_shell)!, RootCommand.ExecutableName);
        parsed.InvocationConfiguration.Output.Write(script);
        return 0;
    }
}
