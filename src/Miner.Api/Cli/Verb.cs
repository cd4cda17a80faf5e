using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Miner.Api.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="details">What the one line of <paramref name="description"/> leaves out, or empty.</param>
/// <param name="examples">Whole command lines, without the program's name.</param>
internal abstract class Verb(string name, string description, string details, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Adds what verbs have beyond other commands to the help of <paramref name="root"/> and all below it.</summary>
    public static void ShowExamples(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    private void WriteExamples(TextWriter output)
    {
        if (details.Length > 0) output.WriteLine(details + Environment.NewLine);
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {RootCommand.ExecutableName} {example}");
        output.WriteLine();
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var status = help.Invoke(parseResult);
            (parseResult.CommandResult.Command as Verb)?.WriteExamples(parseResult.InvocationConfiguration.Output);
            return status;
        }
    }
}
