namespace Miner.Api.Security;

/// <summary>
/// Marks an endpoint that <c>METRICS_KEY</c> opens as well, as <c>X-API-Key</c> or as <c>Authorization: Bearer</c>, which is how Prometheus
/// sends a secret.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class MetricsKeyAttribute : Attribute;
