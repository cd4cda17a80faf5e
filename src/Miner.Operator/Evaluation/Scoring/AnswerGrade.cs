using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>Whether a reply ends up with the right answer.</summary>
/// <param name="IsRight">By <see cref="FinalAnswer.Equivalent"/>.</param>
/// <param name="Given">The reply's final answer, at most 200 code points; null where it has none.</param>
internal sealed record AnswerGrade(bool IsRight, string? Given)
{
    /// <summary>Points for accuracy: all or nothing.</summary>
    public double Accuracy => IsRight ? 100 : 0;

    /// <param name="reply">The miner's whole text.</param>
    public static AnswerGrade Of(Problem problem, string reply)
    {
        var given = FinalAnswer.Extract(reply, problem.Question);
        var expected = FinalAnswer.Extract(problem.Answer);
        return new AnswerGrade(given is not null && expected is not null && given.Equivalent(expected), given?.Text);
    }
}
