using BenchmarkDotNet.Attributes;
using Miner.Mathematics.Answers;

namespace Miner.Benchmarks;

/// <summary>Finding the final answer of a reply, and comparing two.</summary>
public class ReadBenchmarks
{
    private static readonly string Long = string.Concat(Enumerable.Repeat(Solutions.Eight[1] + "\n\n", 100));

    private readonly FinalAnswer _boxed = FinalAnswer.Extract(Solutions.Eight[0], Solutions.Question)!;
    private readonly FinalAnswer _marked = FinalAnswer.Extract(Solutions.Eight[1], Solutions.Question)!;
    private readonly FinalAnswer _wrong = FinalAnswer.Extract(Solutions.Eight[6], Solutions.Question)!;

    /// <summary>A worked solution of 400 characters.</summary>
    [Benchmark(Baseline = true)]
    public FinalAnswer? Extract() => FinalAnswer.Extract(Solutions.Eight[0], Solutions.Question);

    /// <summary>A reply of a hundred such, 35,000 characters.</summary>
    [Benchmark]
    public FinalAnswer? ExtractFromLongReply() => FinalAnswer.Extract(Long, Solutions.Question);

    /// <summary>7√5 in LaTeX and sqrt(245) in plain text.</summary>
    [Benchmark]
    public bool CompareEqual() => _boxed.Equivalent(_marked);

    /// <summary>7√5 and 21.</summary>
    [Benchmark]
    public bool CompareDifferent() => _boxed.Equivalent(_wrong);
}
