using BenchmarkDotNet.Attributes;
using Miner.Domain.Voting;

namespace Miner.Benchmarks;

/// <summary>The majority vote of eight outputs.</summary>
public class VoteBenchmarks
{
    private static readonly string[] Opinions =
    [
        .. Enumerable.Range(0, 8).Select(i => $"Bees matter because they pollinate plants, and {i} reasons more could be given for it."),
    ];

    /// <summary>Worked solutions in eight notations, one of them wrong.</summary>
    [Benchmark]
    public string MajorityOfEight() => MajorityVote.Count(Solutions.Question, Solutions.Eight).Format();

    /// <summary>Outputs without a final answer.</summary>
    [Benchmark]
    public int UndecidedOfEight() => MajorityVote.Count("Why do bees matter?", Opinions).Unreadable.Count;
}
