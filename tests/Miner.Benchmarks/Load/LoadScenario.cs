using Miner.Testing;

namespace Miner.Benchmarks.Load;

/// <summary>One load on the miner.</summary>
/// <param name="Name">What <c>load</c> calls it by.</param>
/// <param name="Aim">What it should show.</param>
/// <param name="Callers">How many ask at once, each again as soon as it is answered.</param>
/// <param name="Requests">How many requests they send together.</param>
internal sealed record LoadScenario(string Name, string Aim, int Callers, int Requests)
{
    /// <summary>How the provider's upstream answers; called for each request.</summary>
    public required Func<StubAnswer> Primary { get; init; }

    /// <summary>Whether a second upstream, which answers at once, is set up as a fallback.</summary>
    public bool HasFallback { get; init; }

    /// <summary>Whether the first upstream is not there at all.</summary>
    public bool IsPrimaryDead { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public static StubAnswer Answer { get; } = StubAnswer.Content("""{"immediate_response":"An answer.","notebook":"no update"}""");

    public static StubAnswer After(TimeSpan delay) => Answer with { Gate = Task.Delay(delay, TimeProvider.System) };
}
