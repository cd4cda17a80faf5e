using System.CommandLine;
using Miner.Api.Hosting;
using Miner.Api.Settings;

namespace Miner.Api.Cli;

/// <summary><c>config check</c>: tell what <c>serve</c> would go by, where from, and what is wrong with it.</summary>
internal sealed class ConfigCheckVerb : Verb
{
    private readonly ServeOptions _options = new();

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public ConfigCheckVerb()
        : base(
            "check",
            "Tell what 'serve' would go by, and what is wrong with it.",
            """
            Reads the settings as 'serve' would with the same options, and starts nothing. Each comes with its value and where that is from;
            of secrets only the length is shown. Names that are no settings are told with the nearest one that is. The exit status is 0
            when a miner would start, with warnings too, and 1 when it would not.
            """,
            "config check",
            "config check --production --PORT=80",
            "config check --json")
    {
        _options.AddTo(this);
        Options.Add(_json);
        SetAction(CheckAsync);
    }

    private async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        IConfigurationRoot configuration = MinerHost.CreateBuilder(_options.Read(parsed)).Configuration;
        var review = SettingsReview.Of(configuration);
        var rows = review.Read.Select(setting => new Row(
            setting.Name,
            TerminalText.Line(setting.Shown),
            setting.IsSecret,
            setting.Given is null ? null : SettingOrigin.Of(configuration, setting.Name)));
        if (parsed.GetValue(_json))
            await output.WriteLineAsync(VerbJson.Serialize(new { Settings = rows, review.Problems, review.Warnings }));
        else Write(output, [.. rows], review);
        return review.Problems.Count == 0 ? 0 : 1;
    }

    private static void Write(TextWriter output, IReadOnlyList<Row> rows, SettingsReview review)
    {
        output.WriteLine($"What 'serve' would go by in {TerminalText.Line(Environment.CurrentDirectory)}:\n");
        var (names, values) = (rows.Max(row => row.Name.Length), rows.Max(row => Math.Min(row.Value.Length, 48)));
        foreach (var row in rows)
            output.WriteLine($"{row.Name.PadRight(names)}  {row.Value.PadRight(values)}  {row.Origin ?? "default"}");
        List(output, "Wrong, so that it would not start:", review.Problems);
        List(output, "Warnings:", review.Warnings);
        if (review.Problems.Count + review.Warnings.Count == 0) output.WriteLine("\nAll is well.");
    }

    private static void List(TextWriter output, string heading, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        output.WriteLine($"\n{heading}");
        foreach (var item in items) output.WriteLine($"- {item}");
    }

    /// <param name="Origin">Null of a default.</param>
    private sealed record Row(string Name, string Value, bool IsSecret, string? Origin);
}
