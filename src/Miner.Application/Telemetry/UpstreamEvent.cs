namespace Miner.Application.Telemetry;

/// <summary>What happens between the miner and an upstream.</summary>
public enum UpstreamEvent
{
    /// <summary>It answered a request.</summary>
    Answered,

    /// <summary>An attempt failed, or was refused.</summary>
    Failed,

    /// <summary>It was asked again after it had failed.</summary>
    Retried,

    /// <summary>A request waited for a connection, or because it asks to be asked less often.</summary>
    Waited,

    /// <summary>It was asked because the one before it in the chain had failed.</summary>
    FellBack,

    /// <summary>It was asked beside a call that had not answered for long.</summary>
    Hedged,
}

public static class UpstreamEventNames
{
    /// <summary>The event's name in metrics.</summary>
    public static string Name(this UpstreamEvent happened) => happened switch
    {
        UpstreamEvent.Answered => "answered",
        UpstreamEvent.Failed => "failed",
        UpstreamEvent.Retried => "retried",
        UpstreamEvent.Waited => "waited",
        UpstreamEvent.FellBack => "fell_back",
        UpstreamEvent.Hedged => "hedged",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event."),
    };
}
