using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using AutoMapper;
using Miner.Application.Ports;
using Npgsql;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>Says in a sentence what PostgreSQL's error codes mean to an operator (postgresql.org/docs/current/errcodes-appendix).</summary>
internal static class PostgresFailure
{
    private const string ConnectionFailureClass = "08";

    /// <summary>Whether it is the store that failed, and not the code that used it.</summary>
    public static bool IsStorage(Exception exception) => exception
        is NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException or AutoMapperMappingException;

    /// <summary>
    /// Whether the server is not there, which passes: it went away or is starting, takes no more connections, or has become a replica that
    /// may only be read.
    /// </summary>
    /// <param name="hadConnection">Whether there was a connection. If so, a statement took too long, and its time is up.</param>
    public static bool IsAway(Exception exception, bool hadConnection) => exception switch
    {
        PostgresException answer => IsAway(answer.SqlState),
        _ when IsOfCertificates(exception) => false,
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => !hadConnection,
        NpgsqlException failure => failure.IsTransient,
        SocketException or IOException => true,
        _ => false,
    };

    /// <summary>
    /// What an address of several hosts failed at: the first refusal by a server that was there, such as of the password, which does not
    /// pass; else that none that takes changes was there.
    /// </summary>
    /// <param name="exception">What the driver says when it has tried them all, or has just tried them.</param>
    public static Exception OfHosts(NpgsqlException exception)
    {
        var failures = (exception.InnerException as AggregateException)?.InnerExceptions ?? [];
        return failures.FirstOrDefault(failure => IsStorage(failure) && !IsAway(failure, hadConnection: false))
            ?? failures.FirstOrDefault(IsStorage)
            ?? new NpgsqlException("No host takes changes.", new IOException("Those that there are were asked just before."));
    }

    /// <summary>Whether two transactions got in each other's way, so that one was undone.</summary>
    public static bool IsConflict(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <param name="isAway">Whether the server is away.</param>
    public static StorageException Translate(Exception exception, bool isAway = false) =>
        new(Describe(exception), exception) { IsAway = isAway };

    /// <summary>The driver reads the files for each connection anew.</summary>
    private static bool IsOfCertificates(Exception exception) => (exception is NpgsqlException ? exception.InnerException : exception)
        is CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException;

    private static string Describe(Exception exception) => exception switch
    {
        PostgresException answer => Describe(answer.SqlState),
        TimeoutException or NpgsqlException { InnerException: TimeoutException } => "The database did not answer in time.",
        AutoMapperMappingException => "The database holds something that this program cannot read.",
        _ when IsOfCertificates(exception) =>
            "A certificate or key that the database URL names (sslrootcert, sslcert, sslkey) cannot be read.",
        AuthenticationException or NpgsqlException { InnerException: AuthenticationException } =>
            "The connection to the database could not be encrypted as is asked for: the server's certificate must be issued by an "
                + "authority in sslrootcert and, with sslmode=verify-full, be for this host.",
        // These two are said by the driver and have no code.
        NpgsqlException { InnerException: null } when exception.Message.Contains("SSL", StringComparison.Ordinal) =>
            "The server does not encrypt, which sslmode in the database URL asks for.",
        NpgsqlException { InnerException: null } when exception.Message.StartsWith("No password", StringComparison.Ordinal) =>
            "The database wants a password: it may stand in the database URL, in PGPASSWORD, or in a file that PGPASSFILE names.",
        _ => "The database cannot be reached.",
    };

    private static bool IsAway(string sqlState) =>
        sqlState.StartsWith(ConnectionFailureClass, StringComparison.Ordinal)
        || sqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.IdleSessionTimeout or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction;

    private static string Describe(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.InvalidPassword => "The database refuses this user or password.",
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "The database does not let this user in from here: see the server's pg_hba.conf, and whether it wants sslmode=require.",
        PostgresErrorCodes.InvalidCatalogName => "The server has no database of this name.",
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName =>
            "The database's user may not do what the miner needs: make tables in its schema, read and write them.",
        PostgresErrorCodes.DiskFull => "The disk that holds the database is full.",
        PostgresErrorCodes.TooManyConnections => "The database takes no more connections.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "The database is stopping or starting.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "The database may not be written to.",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure =>
            "The database is locked by another program.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "The database is damaged.",
        PostgresErrorCodes.ProgramLimitExceeded => "A text is too long for the database.",
        _ => "The database failed.",
    };
}
