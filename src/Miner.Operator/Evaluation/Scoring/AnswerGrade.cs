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

    /// <summary>Null of a right answer.</summary>
    public WrongAnswerCause? Cause { get; init; }

    /// <param name="reply">The miner's whole text.</param>
    /// <param name="isCut">Whether the miner said that it is not all of the text.</param>
    public static AnswerGrade Of(Problem problem, string reply, bool isCut = false)
    {
        var given = FinalAnswer.Extract(reply, problem.Question);
        var expected = FinalAnswer.Extract(problem.Answer);
        if (given is not null && expected is not null && given.Equivalent(expected)) return new AnswerGrade(true, given.Text);
        return new AnswerGrade(false, given?.Text) { Cause = CauseOf(given, expected, reply, isCut) };
    }

    /// <summary>Why an answer that is not right is not.</summary>
    public static WrongAnswerCause CauseOf(FinalAnswer? given, FinalAnswer? expected, string reply, bool isCut)
    {
        if (expected is not null && StatedAnswers.Hold(reply, expected)) return WrongAnswerCause.ReadDifferently;
        return CauseOf(given is not null, isCut);
    }

    /// <summary>The same as far as it can be told without the reply.</summary>
    public static WrongAnswerCause CauseOf(bool isGiven, bool isCut)
    {
        if (isCut) return WrongAnswerCause.Cut;
        return isGiven ? WrongAnswerCause.ComputedWrong : WrongAnswerCause.NoFinalAnswer;
    }
}
