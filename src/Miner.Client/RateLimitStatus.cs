namespace Miner.Client;

/// <summary>Where a caller stands with a limit.</summary>
/// <param name="Limit">How many requests a window allows.</param>
/// <param name="Remaining">How many requests this window still allows.</param>
/// <param name="Reset">In how long this window ends.</param>
public sealed record RateLimitStatus(long Limit, long Remaining, TimeSpan Reset);
