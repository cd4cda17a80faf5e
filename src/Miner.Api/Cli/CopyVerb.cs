using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Miner.Infrastructure.Persistence;
using Miner.Operator.Data;

namespace Miner.Api.Cli;

/// <summary><c>copy</c>: bring all that is stored from one store to another.</summary>
internal sealed class CopyVerb : Verb
{
    private const int ShownDigits = 16;

    private readonly Option<StorageOptions> _from = Url("--from", "The store that is copied; it is only read.");

    private readonly Option<StorageOptions> _to = Url("--to", "The store that it is copied to; it must be empty.");

    private readonly Option<bool> _replace = new("--replace") { Description = "Delete what the target holds first." };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public CopyVerb()
        : base(
            "copy",
            "Copy all that is stored between SQLite and PostgreSQL, in either direction.",
            """
            Both are written as in DATABASE_URL; leave a password out of the address, which process lists show, and set PGPASSWORD. Stop the
            miners first: the copy is undone where the source was written to meanwhile. What arrived is read back and compared. See
            docs/moving.md.
            """,
            "copy --from sqlite:///./data/miner_api.db --to postgresql://miner@db.example.org/miner",
            "copy --from postgresql://miner@db.example.org/miner --to sqlite:///./data/miner_api.db --replace")
    {
        foreach (var option in new Option[] { _from, _to, _replace, _json }) Options.Add(option);
        SetAction(CopyAsync);
    }

    private static Option<StorageOptions> Url(string name, string description) => new(name)
    {
        HelpName = "URL",
        Required = true,
        Description = description,
        CustomParser = result => Read(result, name),
    };

    private static StorageOptions? Read(ArgumentResult result, string name)
    {
        if (DatabaseUrl.TryParse(result.Tokens[0].Value, out var options, out var error)) return options;
        // The empty text is refused elsewhere.
        if (result.Tokens[0].Value.Length > 0) result.AddError($"{name}: {error}");
        return null;
    }

    private async Task<int> CopyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var report = await new StoreCopy(TimeProvider.System)
            .RunAsync(parsed.GetValue(_from)!, parsed.GetValue(_to)!, parsed.GetValue(_replace), cancellationToken);
        Console.WriteLine(parsed.GetValue(_json) ? VerbJson.Serialize(report) : Text(report));
        return 0;
    }

    private static string Text(StoreCopyReport report) => string.Join(
        Environment.NewLine,
        report.Tables
            .Select(table => string.Create(
                CultureInfo.InvariantCulture, $"{table.Rows,10:N0}  {table.Name,-17}  sha256 {table.Checksum[..ShownDigits]}"))
            .Prepend($"{report.From} → {report.To}")
            .Append("Read back from the target: the same."));
}
