using Miner.Testing;

namespace Miner.Benchmarks.Load;

/// <summary>What an upstream does under load, and what becomes of the answers.</summary>
internal static class LoadScenarios
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<LoadScenario> All { get; } =
    [
        new("callers", "none fails, p99 under 2.5 s, memory under 400 MiB", Callers: 1000, Requests: 30_000)
        {
            Primary = () => LoadScenario.After(2 * Second),
        },
        new("paced", "none fails, at most 1.3 calls an answer", Callers: 60, Requests: 300) { Primary = FivePerSecond() },
        new("dead", "500 answered by the fallback", Callers: 10, Requests: 500)
        {
            Primary = () => LoadScenario.Answer,
            IsPrimaryDead = true,
            HasFallback = true,
        },
        new("credit", "500 answered by the fallback", Callers: 10, Requests: 500)
        {
            Primary = () => StubAnswer.Error(429, "You exceeded your current quota.", "insufficient_quota", null, "insufficient_quota"),
            HasFallback = true,
        },
        new("slow", "three in a hundred take 10 s: p99 to compare with", Callers: 10, Requests: 1000) { Primary = ThreeInAHundredSlow() },
        new("hedged", "the same with LLM_HEDGE: p99 at least halved, at most 5 % more calls", Callers: 10, Requests: 1000)
        {
            Primary = ThreeInAHundredSlow(),
            Settings = new Dictionary<string, string> { ["LLM_HEDGE"] = "true" },
        },
    ];

    /// <summary>Five requests in each second of the clock, and 429 for those beyond.</summary>
    private static Func<StubAnswer> FivePerSecond()
    {
        var gate = new Lock();
        var (second, taken) = (0L, 0);
        return () =>
        {
            lock (gate)
            {
                var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
                if (now != second) (second, taken) = (now, 0);
                return ++taken <= 5 ? LoadScenario.Answer : StubAnswer.Error(429, "Too many", retryAfter: "1");
            }
        };
    }

    private static Func<StubAnswer> ThreeInAHundredSlow()
    {
        var turn = 0;
        return () => LoadScenario.After(Interlocked.Increment(ref turn) % 100 is 20 or 50 or 80 ? 10 * Second : 0.5 * Second);
    }
}
