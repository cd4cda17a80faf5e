using Miner.Mathematics.Answers;

namespace Miner.Domain.Voting;

/// <summary>Outputs that give the same answer.</summary>
/// <param name="Answer">The answer of the first of them, for display (<see cref="FinalAnswer.Text"/>).</param>
/// <param name="Outputs">The whole texts, in the order in which they came; at least one.</param>
/// <param name="IsComputed">Whether the question's own formula, evaluated exactly, gives that answer too.</param>
public sealed record VoteGroup(string Answer, IReadOnlyList<string> Outputs, bool IsComputed = false)
{
    /// <summary>The votes for the answer: its outputs, and one more for an exact evaluation.</summary>
    public int Count => Outputs.Count + (IsComputed ? 1 : 0);

    /// <summary>The longest of the texts, the first of several.</summary>
    public string Fullest => Outputs.MaxBy(output => output.Length)!;
}
