using System.Diagnostics;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>The database's steps in a request's trace, one for all statements and attempts of it.</summary>
internal static class PostgresActivity
{
    /// <param name="what"><c>read</c>, or <c>write</c>, which lasts until the commit.</param>
    public static Activity? Start(string what) =>
        MinerActivity.Source.StartActivity($"postgresql {what}", ActivityKind.Client)?.SetTag("db.system.name", "postgresql");
}
