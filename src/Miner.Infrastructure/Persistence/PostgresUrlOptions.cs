using System.Globalization;
using Npgsql;

namespace Miner.Infrastructure.Persistence;

/// <summary>
/// What follows the question mark of a PostgreSQL URL: libpq's names, and <c>ssl</c> and
/// <c>prepared_statement_cache_size</c>, as asyncpg has them. Options of drivers, which set up
/// nothing that concerns the server, are passed over; one about encryption that is not known is refused, since passing over it would send
/// in the clear what was meant to be protected.
/// </summary>
internal sealed class PostgresUrlOptions(NpgsqlConnectionStringBuilder connection)
{
    private static readonly Dictionary<string, SslMode> SslModes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["disable"] = SslMode.Disable,
        ["false"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["true"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    private static readonly Dictionary<string, TargetSessionAttributes> Targets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["any"] = TargetSessionAttributes.Any,
        ["read-write"] = TargetSessionAttributes.ReadWrite,
        ["primary"] = TargetSessionAttributes.Primary,
    };

    private const int MostPrepared = 10_000;

    /// <summary>Hosts with or without a port, or folders of Unix sockets.</summary>
    public List<string> Hosts { get; } = [];

    public int? Port { get; private set; }

    public TargetSessionAttributes Target { get; private set; } = TargetSessionAttributes.Primary;

    public int? PreparedStatements { get; private set; }

    /// <returns>False when the name or the value is not understood.</returns>
    public bool TrySet(string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "host":
                Hosts.AddRange(value.Split(','));
                return true;
            case "port":
                Port = Number(value, 65_535);
                return Port is not null;
            case "user":
                connection.Username = value;
                return true;
            case "password":
                connection.Password = value;
                return true;
            case "dbname":
                connection.Database = value;
                return true;
            case "application_name":
                connection.ApplicationName = value;
                return true;
            case "options":
                connection.Options = value;
                return true;
            case "connect_timeout":
                if (Number(value, 1_024) is not { } seconds) return false;
                connection.Timeout = seconds;
                return true;
            case "target_session_attrs":
                if (!Targets.TryGetValue(value, out var target)) return false;
                Target = target;
                return true;
            // As SQLAlchemy's asyncpg has it.
            case "prepared_statement_cache_size":
                PreparedStatements = Number(value, MostPrepared, minimum: 0);
                return PreparedStatements is not null;
            default:
                return TrySetEncryption(name.ToLowerInvariant(), value);
        }
    }

    private bool TrySetEncryption(string name, string value)
    {
        switch (name)
        {
            case "ssl" or "sslmode":
                if (!SslModes.TryGetValue(value, out var mode)) return false;
                connection.SslMode = mode;
                return true;
            case "sslrootcert":
                // The system's own certificates are what is trusted where no file is named.
                if (value != "system") connection.RootCertificate = value;
                return true;
            case "sslcert":
                connection.SslCertificate = value;
                return true;
            case "sslkey":
                connection.SslKey = value;
                return true;
            case "sslpassword":
                connection.SslPassword = value;
                return true;
            case "channel_binding":
                if (!Enum.TryParse<ChannelBinding>(value, ignoreCase: true, out var binding)) return false;
                connection.ChannelBinding = binding;
                return true;
            default:
                return !name.StartsWith("ssl", StringComparison.Ordinal) && !name.StartsWith("gss", StringComparison.Ordinal);
        }
    }

    private static int? Number(string text, int maximum, int minimum = 1) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : null;
}
