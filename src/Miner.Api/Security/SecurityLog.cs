using System.Net;
using Miner.Application.Telemetry;

namespace Miner.Api.Security;

/// <summary>
/// Every security event, in the log category <see cref="Category"/> under an id that stays, and in the metrics. Keys stay out; of
/// what else a caller chose, what could end a line or fill the log.
/// </summary>
internal sealed partial class SecurityLog : IDisposable
{
    public const string Category = "Miner.Security";

    private readonly ILogger _logger;
    private readonly MinerMetrics _metrics;
    private readonly Dictionary<SecurityEvent, LogBudget<IPAddress>> _budgets;

    public SecurityLog(ILoggerFactory loggers, MinerMetrics metrics, TimeProvider time)
    {
        _logger = loggers.CreateLogger(Category);
        _metrics = metrics;
        _budgets = Enum.GetValues<SecurityEvent>().ToDictionary(
            kind => kind, kind => new LogBudget<IPAddress>(time, untold => LogUntold(untold, kind)));
    }

    public void KeyMissing(HttpContext context)
    {
        if (Count(SecurityEvent.KeyMissing, context)) LogKeyMissing(CallerAddress.Text(context));
    }

    public void KeyWrong(HttpContext context)
    {
        if (Count(SecurityEvent.KeyWrong, context)) LogKeyWrong(CallerAddress.Text(context));
    }

    public void KeyBlocked(HttpContext context)
    {
        if (Count(SecurityEvent.KeyBlocked, context)) LogKeyBlocked(CallerAddress.Text(context));
    }

    /// <param name="endpoint">The limit's own name for it.</param>
    public void RateLimited(HttpContext context, string endpoint)
    {
        if (Count(SecurityEvent.RateLimited, context)) LogRateLimited(CallerAddress.Text(context), endpoint);
    }

    /// <param name="endpoint">The limit's own name for it.</param>
    public void Overloaded(HttpContext context, string endpoint)
    {
        if (Count(SecurityEvent.Overloaded, context)) LogOverloaded(CallerAddress.Text(context), endpoint);
    }

    public void BodyTooLarge(HttpContext context)
    {
        if (Count(SecurityEvent.BodyTooLarge, context)) LogBodyTooLarge(CallerAddress.Text(context));
    }

    /// <param name="header">The header's name as the miner spells it.</param>
    /// <param name="value">What the caller wrote in it.</param>
    public void HeaderForged(HttpContext context, string header, string value)
    {
        if (Count(SecurityEvent.HeaderForged, context)) LogHeaderForged(CallerAddress.Text(context), header, Shown(value));
    }

    public void Dispose()
    {
        foreach (var budget in _budgets.Values) budget.Dispose();
    }

    /// <summary>A caller's value that cannot end a log line or fill it.</summary>
    internal static string Shown(string value)
    {
        const int longest = 64;
        return string.Concat(value.Take(longest).Select(character => character is >= ' ' and <= '~' ? character : '_'));
    }

    private bool Count(SecurityEvent kind, HttpContext context)
    {
        _metrics.Count(kind);
        return _budgets[kind].Take(CallerAddress.Subnet(context.Connection.RemoteIpAddress));
    }

    [LoggerMessage(4200, LogLevel.Warning, "Request from {Address} refused: no key")]
    private partial void LogKeyMissing(string address);

    [LoggerMessage(4201, LogLevel.Warning, "Request from {Address} refused: wrong key")]
    private partial void LogKeyWrong(string address);

    [LoggerMessage(4202, LogLevel.Warning, "Requests with wrong keys from {Address} are refused for a minute: there were too many")]
    private partial void LogKeyBlocked(string address);

    [LoggerMessage(4203, LogLevel.Warning, "Request from {Address} to {Endpoint} refused: over the limit")]
    private partial void LogRateLimited(string address, string endpoint);

    [LoggerMessage(4204, LogLevel.Warning, "Request from {Address} refused: its body is too large")]
    private partial void LogBodyTooLarge(string address);

    [LoggerMessage(4205, LogLevel.Warning,
        "{Header} from {Address}, which is not in TRUSTED_PROXIES, is not believed; it says {Value}")]
    private partial void LogHeaderForged(string address, string header, string value);

    [LoggerMessage(4206, LogLevel.Warning, "Request from {Address} to {Endpoint} refused: too many are under way")]
    private partial void LogOverloaded(string address, string endpoint);

    [LoggerMessage(4210, LogLevel.Warning, "{Count} more events like {Event} within a minute were counted and not told")]
    private partial void LogUntold(int count, SecurityEvent @event);
}
