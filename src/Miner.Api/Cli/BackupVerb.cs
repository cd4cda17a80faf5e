using System.CommandLine;
using Miner.Operator.Data;

namespace Miner.Api.Cli;

/// <summary><c>backup</c>: copy the miner's database while it serves.</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where the copy goes; a file that is there is not replaced." };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public BackupVerb()
        : base(
            "backup",
            "Copy the miner's SQLite database into one file, while it serves.",
            """
            The copy is one state of the database that DATABASE_URL names: what is committed by then is in it, whole. It is checked before
            it gets its name, and only its owner may read it. Of PostgreSQL, pg_dump makes backups. See docs/moving.md.
            """,
            "backup /var/backups/miner.db",
            "backup --json miner-$(date +%F).db")
    {
        Arguments.Add(_file);
        Options.Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var backup = DatabaseBackup.Write(StorageTarget.ReadSqlite(), parsed.GetValue(_file)!);
        Console.WriteLine(parsed.GetValue(_json)
            ? VerbJson.Serialize(new
            {
                backup.File,
                backup.Bytes,
                backup.Contents.SchemaVersion,
                backup.Contents.Conversations,
                backup.Contents.Messages,
                backup.Contents.PlaybookEntries,
            })
            : FormattableString.Invariant($"{backup.File}: {backup.Bytes:N0} bytes, checked. {StoredCounts.Of(backup.Contents)}"));
        return 0;
    }
}
