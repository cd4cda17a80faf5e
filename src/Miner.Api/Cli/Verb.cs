using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Miner.Api.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="details">What the one line of <paramref name="description"/> leaves out, or empty.</param>
/// <param name="examples">Whole command lines, without the program's name.</param>
internal abstract class Verb(string name, string description, string details, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    public string Details => details;

    public IReadOnlyList<string> Examples => examples;

    /// <summary>
    /// Adds what verbs have beyond other commands to the help of all below <paramref name="root"/>, and one example of each to its own.
    /// </summary>
    public static void ShowExamples(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    /// <summary>
    /// Has all arguments of <paramref name="verb"/> refuse the empty text, which a variable of a script that is not set leaves.
    /// </summary>
    public static void RefuseEmpty(Command verb)
    {
        foreach (var option in verb.Options) option.Validators.Add(result => RefuseEmpty(result, result.Tokens, option.Name));
        foreach (var argument in verb.Arguments) argument.Validators.Add(result => RefuseEmpty(result, result.Tokens, argument.Name));
    }

    /// <summary>Reads a whole number, and tells the range when something else is given.</summary>
    public static Func<ArgumentResult, T> WholeNumber<T>(T least, T most)
        where T : IBinaryInteger<T> => result =>
    {
        var given = result.Tokens[0].Value;
        if (T.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        // The empty text is refused elsewhere.
        if (given.Length > 0)
        {
            var name = ((OptionResult)result.Parent!).Option.Name;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {least} to {most}."));
        }

        return least;
    };

    private static void RefuseEmpty(SymbolResult result, IEnumerable<Token> given, string name)
    {
        if (given.Any(token => token.Value.Length == 0)) result.AddError($"{name} must not be empty.");
    }

    private static void Write(TextWriter output, string details, IEnumerable<string> examples)
    {
        if (details.Length > 0) output.WriteLine(details + Environment.NewLine);
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {RootCommand.ExecutableName} {example}");
        output.WriteLine();
    }

    private void WriteExamples(TextWriter output) => Write(output, Details, Examples);

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            // All is parsed; else the help would offer arguments for some other program where it means settings.
            command.TreatUnmatchedTokensAsErrors = true;
            var status = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (command is Verb verb) verb.WriteExamples(output);
            else Write(output, "VERB --help tells more of each.", command.Subcommands.OfType<Verb>().Select(each => each.Examples[0]));
            return status;
        }
    }
}
