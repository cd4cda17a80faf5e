namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>A computed answer.</summary>
/// <param name="Answer">What stands after "The answer is".</param>
/// <param name="Steps">How it comes about, a line each.</param>
internal sealed record Solution(string Answer, params IReadOnlyList<string> Steps)
{
    public const string Undefined = "undefined";

    /// <summary>The steps, and last the sentence that states the answer.</summary>
    public override string ToString() => string.Join('\n', [.. Steps, $"The answer is {Answer}."]);
}
