namespace Miner.Operator.Evaluation.Problems;

/// <summary>A question with the answer that is known to be right.</summary>
/// <param name="Category">What the score is reported by; not empty.</param>
/// <param name="Question">As a person would write it.</param>
/// <param name="Answer">A text whose final answer is the right one.</param>
public sealed record Problem(string Category, string Question, string Answer);
