namespace Miner.Infrastructure.Telemetry;

/// <summary>Whether and as whom the miner exports what it observes.</summary>
public sealed record TelemetryOptions
{
    /// <summary>
    /// The collector's address, in OpenTelemetry's <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; null exports nothing. OpenTelemetry's SDK reads this
    /// and its other variables itself.
    /// </summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>The <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> gives another.</summary>
    public required string ServiceName { get; init; }
}
