using System.CommandLine;
using System.Globalization;
using Miner.Api.Telemetry;

namespace Miner.Api.Cli;

/// <summary>The manual page, made of the verbs, options and examples that the parser and the help have.</summary>
internal static class ManualPage
{
    private const string Rest = """
        .SH EXIT STATUS
        .TP
        .B 0
        All went well, warnings included.
        .TP
        .B 1
        Something is wrong, or could not be done; standard error tells what.
        .TP
        .B 2
        The command line is wrong.
        .TP
        .B 130
        Ended by Ctrl\-C.
        .SH ENVIRONMENT
        Settings are environment variables;
        .B config check
        lists all of them with their values and where each is from.
        .SH FILES
        .TP
        .I .env
        Settings, one
        .I NAME=value
        a line, read from the working directory. The environment wins over them.
        .TP
        .I data/
        What is stored, in the working directory, unless
        .B DATABASE_URL
        names another place.

        """;

    /// <param name="root">The whole command line.</param>
    /// <param name="name">The program's, as it is called.</param>
    /// <param name="built">The date that the page bears.</param>
    public static string Of(RootCommand root, string name, DateOnly built)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var program = Roff.Text(name);
        var title = Roff.Text(name.ToUpperInvariant());
        page.WriteLine($".TH \"{title}\" 1 \"{built:yyyy-MM-dd}\" \"{program} {Roff.Text(BuildVersion.Number)}\" \"User Commands\"");
        page.WriteLine($".SH NAME\n{program} \\- a miner for Bittensor Subnet 80");
        page.WriteLine($".SH SYNOPSIS\n.B {program}\n[\\fIVERB\\fR] [\\fIOPTIONS\\fR]");
        page.WriteLine($".SH DESCRIPTION\n{Roff.Text(root.Description!)}\n.SH OPTIONS");
        WriteOptions(page, root);
        page.WriteLine(".SH VERBS");
        foreach (var verb in Verbs(root)) WriteVerb(page, name, verb.Path, verb.Command);
        page.Write(Rest.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    /// <summary>Those that do something, each with the words that lead to it.</summary>
    private static IEnumerable<(string Path, Verb Command)> Verbs(Command command) =>
        command.Subcommands.OfType<Verb>().Where(verb => !verb.Hidden).SelectMany(verb =>
            verb.Subcommands.Count == 0 ? [(verb.Name, verb)] : Verbs(verb).Select(below => ($"{verb.Name} {below.Path}", below.Command)));

    private static void WriteVerb(TextWriter page, string program, string path, Verb verb)
    {
        var arguments = verb.Arguments.Where(argument => !argument.Hidden).ToList();
        page.WriteLine($".SS {Roff.Text(string.Join(' ', [path, .. arguments.Select(argument => argument.Name)]))}");
        page.WriteLine(Roff.Text($"{verb.Description}{(verb.Details.Length > 0 ? "\n" : "")}{verb.Details}"));
        foreach (var argument in arguments)
            page.WriteLine($".TP\n.I {Roff.Text(argument.Name)}\n{Roff.Text(argument.Description ?? "")}");
        WriteOptions(page, verb);
        page.WriteLine(".PP\nExamples:\n.PP\n.nf");
        foreach (var example in verb.Examples) page.WriteLine(Roff.Text($"    {program} {example}"));
        page.WriteLine(".fi");
    }

    private static void WriteOptions(TextWriter page, Command command)
    {
        foreach (var option in command.Options.Where(option => !option.Hidden))
        {
            var names = option.Aliases.Prepend(option.Name).Where(name => name[0] == '-').Select(name => $"\\fB{Roff.Text(name)}\\fR");
            var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
                : $" \\fI{Roff.Text(option.HelpName ?? "VALUE")}\\fR";
            page.WriteLine($".TP\n{string.Join(", ", names)}{value}");
            page.WriteLine(Roff.Text($"{option.Description}{(option.Required ? " Required." : "")}"));
        }
    }
}
