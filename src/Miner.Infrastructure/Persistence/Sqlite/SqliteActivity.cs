using System.Diagnostics;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>The database's steps in a request's trace; Microsoft.Data.Sqlite makes none of its own.</summary>
internal static class SqliteActivity
{
    public static Activity? StartRead() => Start("sqlite read");

    /// <summary>It lasts until the commit.</summary>
    public static Activity? StartWrite() => Start("sqlite write");

    private static Activity? Start(string name) =>
        MinerActivity.Source.StartActivity(name, ActivityKind.Client)?.SetTag("db.system.name", "sqlite");
}
