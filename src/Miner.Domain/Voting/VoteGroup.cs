using Miner.Mathematics.Answers;

namespace Miner.Domain.Voting;

/// <summary>Outputs that give the same answer.</summary>
/// <param name="Answer">The answer of the first of them, for display (<see cref="FinalAnswer.Text"/>).</param>
/// <param name="Outputs">The whole texts, in the order in which they came; at least one.</param>
public sealed record VoteGroup(string Answer, IReadOnlyList<string> Outputs)
{
    public int Count => Outputs.Count;

    /// <summary>The longest of the texts, the first of several.</summary>
    public string Fullest => Outputs.MaxBy(output => output.Length)!;
}
