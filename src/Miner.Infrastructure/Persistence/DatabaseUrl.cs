using System.Diagnostics.CodeAnalysis;

namespace Miner.Infrastructure.Persistence;

/// <summary>Reads <c>DATABASE_URL</c>, which is spelled as SQLAlchemy spells it.</summary>
public static class DatabaseUrl
{
    /// <summary>Of the file that <see cref="StorageOptions"/> name where nothing else is set.</summary>
    public static string Default { get; } = $"sqlite:///{new StorageOptions().SqlitePath}";

    /// <summary>
    /// Of SQLite: three slashes before a relative path (<c>sqlite:///./data/x.db</c>), four before an absolute one, three before one with a
    /// drive letter; the part after a question mark sets up the Python driver and is ignored. Of PostgreSQL: <c>postgresql://</c> or
    /// <c>postgres://</c>, see <see cref="PostgresAddress"/>. A driver's name after the scheme (<c>sqlite+aiosqlite</c>,
    /// <c>postgresql+asyncpg</c>) changes nothing. Escapes such as <c>%20</c> are resolved.
    /// </summary>
    /// <param name="error">A sentence that repeats nothing of <paramref name="url"/>, since that may hold a password.</param>
    public static bool TryParse(
        string url, [NotNullWhen(true)] out StorageOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        var parts = url.Trim().Split("://", 2);
        var dialect = parts[0].Split('+')[0];
        if (parts.Length == 2 && (Is(dialect, "postgresql") || Is(dialect, "postgres")))
        {
            if (!PostgresAddress.TryParse(parts[1], out var address, out error)) return false;
            options = new StorageOptions { Postgres = address };
            return true;
        }

        error = parts.Length < 2 ? $"The database URL must look like {Default}."
            : !Is(dialect, "sqlite") ? $"Only SQLite and PostgreSQL are supported: the database URL must look like {Default}, or "
                + $"{PostgresAddress.Example}."
            : null;
        if (error is not null) return false;

        var path = Uri.UnescapeDataString(parts[1].Split('?')[0]);
        error = RefusePath(path);
        if (error is not null) return false;

        options = new StorageOptions { SqlitePath = path[1..] };
        return true;
    }

    private static string? RefusePath(string path) => path switch
    {
        "" or "/" or ":memory:" or "/:memory:" => "A database in memory would lose everything at the next start: name a file.",
        _ when path[0] != '/' => $"A SQLite database has no host: there must be three slashes before the path, as in {Default}.",
        _ when path.StartsWith("/file:", StringComparison.OrdinalIgnoreCase) =>
            "SQLite's own file: addresses are not supported: name a path.",
        _ when path.Contains('\0', StringComparison.Ordinal) => "The path of the database must not hold a NUL character.",
        _ when path.EndsWith('/') || path.EndsWith('\\') => "The path of the database names a folder: name a file.",
        _ => null,
    };

    private static bool Is(string dialect, string name) => dialect.Equals(name, StringComparison.OrdinalIgnoreCase);
}
