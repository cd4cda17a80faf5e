namespace Miner.Api.Settings;

/// <summary>At most <paramref name="Requests"/> (1 or more) in each window of <paramref name="Period"/>.</summary>
internal sealed record RequestLimit(int Requests, TimeSpan Period);
