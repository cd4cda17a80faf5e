using System.CommandLine;
using Miner.Operator.Data;

namespace Miner.Api.Cli;

/// <summary><c>restore</c>: put a backup in the place of the miner's database.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A backup, which is only read." };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace a database that is damaged, of which nothing tells whether a miner serves it.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public RestoreVerb()
        : base(
            "restore",
            "Put a backup in the place of the miner's SQLite database, which is kept.",
            """
            The miner must be stopped; it is refused while one serves the file. The backup is checked first. The database that it replaces
            is kept beside it under another name, with what was in its log (-wal). See docs/moving.md.
            """,
            "restore /var/backups/miner.db")
    {
        Arguments.Add(_file);
        foreach (var option in new Option[] { _force, _json }) Options.Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var restored = new DatabaseRestore(TimeProvider.System)
            .Restore(StorageTarget.ReadSqlite(), parsed.GetValue(_file)!, parsed.GetValue(_force));
        Console.WriteLine(parsed.GetValue(_json)
            ? VerbJson.Serialize(new
            {
                restored.File,
                restored.Replaced,
                restored.Contents.SchemaVersion,
                restored.Contents.Conversations,
                restored.Contents.Messages,
                restored.Contents.PlaybookEntries,
            })
            : $"{restored.File} is the backup. {StoredCounts.Of(restored.Contents)}");
        if (!parsed.GetValue(_json) && restored.Replaced is not null) Console.WriteLine($"What was there before: {restored.Replaced}");
        return 0;
    }
}
