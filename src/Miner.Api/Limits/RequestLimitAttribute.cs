using Miner.Api.Settings;

namespace Miner.Api.Limits;

/// <summary>
/// Counts requests to an action against the limit named <paramref name="endpoint"/>, one of <see cref="LimitedEndpoints"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequestLimitAttribute(string endpoint) : Attribute
{
    public string Endpoint { get; } = endpoint;
}
