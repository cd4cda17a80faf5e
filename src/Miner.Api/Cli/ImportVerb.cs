using System.CommandLine;
using System.Globalization;
using Miner.Api.Settings;
using Miner.Operator.Data.Original;

namespace Miner.Api.Cli;

/// <summary><c>import</c>: take over the database of the original miner.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The original miner's database, which is only read." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only tell what would be taken over." };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public ImportVerb()
        : base(
            "import",
            "Take over the database of the original miner, which was written in Python.",
            """
            Takes playbooks, their audit, and the messages that are still in their days into the store that DATABASE_URL names; no miner may
            serve it meanwhile. All is stored or nothing, and twice is as once. What is left out is counted. See docs/moving.md.
            """,
            "import data/miner_api.db.original",
            "import --dry-run --json ../old/data/miner_api.db")
    {
        Arguments.Add(_file);
        foreach (var option in new Option[] { _dryRun, _json }) Options.Add(option);
        SetAction(ImportAsync);
    }

    private async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var (storage, history) = (MinerSettings.ReadStorage(reader), MinerSettings.ReadHistory(reader));
        if (reader.Problems.Count > 0) throw new SettingsException(reader.Problems);

        var report = await new OriginalImport(TimeProvider.System)
            .RunAsync(parsed.GetValue(_file)!, storage, history, parsed.GetValue(_dryRun), cancellationToken);
        Console.WriteLine(parsed.GetValue(_json) ? VerbJson.Serialize(Document(report)) : Text(report));
        return 0;
    }

    private static object Document(OriginalImportReport report) => new
    {
        report.Source,
        report.Target,
        DryRun = report.IsRehearsal,
        report.Conversations,
        report.Messages,
        report.PlaybookEntries,
        report.AuditLines,
        report.ThereAlready,
        report.LeftOut,
        report.Changed,
    };

    private static string Text(OriginalImportReport report)
    {
        List<string> lines =
        [
            $"{report.Source} → {report.Target}{(report.IsRehearsal ? " (only told, nothing is stored)" : "")}",
            Line("conversations", report.Conversations),
            Line("messages", report.Messages),
            Line("active playbook entries", report.PlaybookEntries),
            Line("lines of the playbooks' audit", report.AuditLines),
        ];
        if (report.ThereAlready > 0) lines.Add(Line("rows that were there already", report.ThereAlready));
        if (report.LeftOut.Count > 0) lines.AddRange(["Left out:", .. report.LeftOut.Select(remark => Line(remark.Reason, remark.Count))]);
        if (report.Changed.Count > 0) lines.AddRange(["Changed:", .. report.Changed.Select(remark => Line(remark.Reason, remark.Count))]);
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(string what, long count) => string.Create(CultureInfo.InvariantCulture, $"{count,10:N0}  {what}");
}
