using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Miner.Infrastructure.Persistence;

/// <summary>Where a PostgreSQL database is and how it is reached. Its text names the hosts and the database, and nothing else.</summary>
public sealed class PostgresAddress
{
    private const int DefaultPort = 5432;
    public const string Example = "postgresql://user:password@host:5432/database";

    private PostgresAddress(NpgsqlConnectionStringBuilder connection, TargetSessionAttributes target, int? preparedStatements) =>
        (Connection, Target, PreparedStatements) = (connection, target, preparedStatements);

    /// <summary>What the address says, and nothing that it leaves to the program.</summary>
    internal NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>Which of several hosts is wanted: the one that can be written to, unless the address says otherwise.</summary>
    internal TargetSessionAttributes Target { get; }

    /// <summary>How many statements may be prepared on a connection; null where the program is to find out whether any may.</summary>
    internal int? PreparedStatements { get; }

    internal bool HasSeveralHosts => Connection.Host!.Contains(',', StringComparison.Ordinal);

    /// <param name="rest">What follows the scheme and its <c>://</c>, as in
    /// <c>user:p%40ss@host:5432,[::1]:5433/database?sslmode=require</c>.</param>
    /// <param name="error">A sentence that repeats nothing of <paramref name="rest"/>.</param>
    internal static bool TryParse(
        string rest, [NotNullWhen(true)] out PostgresAddress? address, [NotNullWhen(false)] out string? error)
    {
        address = null;
        if (Unescape(rest).Contains('\0', StringComparison.Ordinal))
        {
            error = "The database URL must not hold a NUL character.";
            return false;
        }

        var connection = new NpgsqlConnectionStringBuilder();
        var (beforeQuery, query) = Cut(rest, rest.IndexOf('?', StringComparison.Ordinal));
        var (user, place) = Cut(beforeQuery, beforeQuery.LastIndexOf('@'), keepsWhole: false);
        var (name, password) = Cut(user, user.IndexOf(':', StringComparison.Ordinal));
        var (hosts, database) = Cut(place, place.IndexOf('/', StringComparison.Ordinal));
        if (name.Length > 0) connection.Username = Unescape(name);
        if (password.Length > 0) connection.Password = Unescape(password);
        var options = new PostgresUrlOptions(connection);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Cut(option, option.IndexOf('=', StringComparison.Ordinal));
            if (!options.TrySet(Unescape(key), Unescape(value.Replace('+', ' '))))
            {
                error = "The database URL has an option that is not understood, or with a value that is not one of it.";
                return false;
            }
        }

        if (database.Length > 0) connection.Database = Unescape(database);
        error = Place(connection, hosts.Length > 0 ? [.. hosts.Split(',')] : options.Hosts, options.Port)
            ?? (string.IsNullOrEmpty(connection.Database) ? $"The database URL names no database: it must look like {Example}." : null);
        if (error is not null) return false;

        address = new PostgresAddress(connection, options.Target, options.PreparedStatements);
        return true;
    }

    public override string ToString()
    {
        var hosts = HasSeveralHosts || Connection.Port == DefaultPort ? Connection.Host : $"{Connection.Host}:{Connection.Port}";
        return $"postgresql://{hosts}/{Connection.Database}";
    }

    /// <returns>What is wrong with the hosts, or null.</returns>
    private static string? Place(NpgsqlConnectionStringBuilder connection, IReadOnlyList<string> hosts, int? commonPort)
    {
        List<(string Host, int Port)> places = [];
        foreach (var text in hosts)
        {
            // A folder of sockets has no port in it, an IPv6 address stands in brackets.
            var colon = text.StartsWith('/') ? -1 : text.IndexOf(':', Math.Max(0, text.LastIndexOf(']')));
            var (host, port) = Cut(text, colon);
            if (port.Length == 0) places.Add((Unescape(host), commonPort ?? DefaultPort));
            else if (IsPort(port, out var number)) places.Add((Unescape(host), number));
            else
            {
                return "The port in the database URL is no number from 1 to 65535. "
                    + "In a password, each of the characters @ : / ? # % must be written as its escape, such as %40.";
            }
        }

        if (places.Count == 0) places.Add(("localhost", commonPort ?? DefaultPort));
        if (places.Exists(place => place.Host.Length == 0 || place.Host.Contains(',', StringComparison.Ordinal)))
            return $"The database URL names no host: it must look like {Example}.";

        if (places.Count == 1)
        {
            connection.Host = places[0].Host.Trim('[', ']');
            connection.Port = places[0].Port;
        }
        else
        {
            connection.Host = string.Join(',', places.Select(place => string.Create(
                CultureInfo.InvariantCulture, $"{place.Host}:{place.Port}")));
        }

        return null;
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535;

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    /// <summary>What stands before and after the character at <paramref name="index"/>.</summary>
    /// <param name="keepsWhole">Whether all of it stands before where there is no such character, else after.</param>
    private static (string Before, string After) Cut(string text, int index, bool keepsWhole = true) =>
        index >= 0 ? (text[..index], text[(index + 1)..]) : keepsWhole ? (text, "") : ("", text);
}
