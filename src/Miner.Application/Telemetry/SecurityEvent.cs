namespace Miner.Application.Telemetry;

/// <summary>What is refused to a caller, or not believed of it.</summary>
public enum SecurityEvent
{
    /// <summary>No key where one is needed (401).</summary>
    KeyMissing,

    /// <summary>A key that is not one of the miner's (403).</summary>
    KeyWrong,

    /// <summary>A wrong key from an address that has sent too many of them (429).</summary>
    KeyBlocked,

    /// <summary>A request over its endpoint's limit (429).</summary>
    RateLimited,

    /// <summary>A request beyond those that are worked on, and wait, at once (503).</summary>
    Overloaded,

    /// <summary>A body over the size limit (413).</summary>
    BodyTooLarge,

    /// <summary>A forwarding header from an address that is no trusted proxy; the request is answered without heed to it.</summary>
    HeaderForged,
}

public static class SecurityEventNames
{
    /// <summary>The event's name in metrics.</summary>
    public static string Name(this SecurityEvent happened) => happened switch
    {
        SecurityEvent.KeyMissing => "key_missing",
        SecurityEvent.KeyWrong => "key_wrong",
        SecurityEvent.KeyBlocked => "key_blocked",
        SecurityEvent.RateLimited => "rate_limited",
        SecurityEvent.Overloaded => "overloaded",
        SecurityEvent.BodyTooLarge => "body_too_large",
        SecurityEvent.HeaderForged => "header_forged",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event."),
    };
}
