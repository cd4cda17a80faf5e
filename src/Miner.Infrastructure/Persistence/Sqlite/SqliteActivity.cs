using System.Diagnostics;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>The database's steps in a request's trace; Microsoft.Data.Sqlite makes none of its own.</summary>
internal static class SqliteActivity
{
    /// <param name="what"><c>read</c>, or <c>write</c>, which lasts until the commit.</param>
    public static Activity? Start(string what) =>
        MinerActivity.Source.StartActivity($"sqlite {what}", ActivityKind.Client)?.SetTag("db.system.name", "sqlite");
}
