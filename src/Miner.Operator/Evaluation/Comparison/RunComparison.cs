using Miner.Operator.Evaluation.Report;

namespace Miner.Operator.Evaluation.Comparison;

/// <summary>Two runs side by side.</summary>
/// <param name="SameQuestions">How many questions both were asked; the difference is of these, or where it is 0, of all.</param>
/// <param name="Accuracy">The second's less the first's; null where one of them has no answer.</param>
/// <param name="Lost">Questions that the first answered right and the second wrong, by their number.</param>
/// <param name="Gained">Questions that the first answered wrong and the second right, by their number.</param>
public sealed record RunComparison(
    RunFigures First,
    RunFigures Second,
    int SameQuestions,
    ProportionDifference? Accuracy,
    IReadOnlyList<FlippedQuestion> Lost,
    IReadOnlyList<FlippedQuestion> Gained)
{
    /// <summary>
    /// Questions are the same that have one number, one text and one right answer: a set from the same seed begins with every shorter one.
    /// </summary>
    public static RunComparison Of(EvaluationReport first, EvaluationReport second)
    {
        var pairs = first.Answers
            .Join(second.Answers, Key, Key, (one, other) => new FlippedQuestion(one, other))
            .OrderBy(pair => pair.First.Number)
            .ToList();
        List<FlippedQuestion> lost = [.. pairs.Where(pair => pair is { First.IsRight: true, Second.IsRight: false })];
        List<FlippedQuestion> gained = [.. pairs.Where(pair => pair is { First.IsRight: false, Second.IsRight: true })];
        return new RunComparison(RunFigures.Of(first), RunFigures.Of(second), pairs.Count, Difference(), lost, gained);

        ProportionDifference? Difference()
        {
            if (first.Answers.Count == 0 || second.Answers.Count == 0) return null;
            if (pairs.Count == 0)
                return ProportionDifference.Independent(
                    first.Summary.Right, first.Answers.Count, second.Summary.Right, second.Answers.Count);
            var both = pairs.Count(pair => pair is { First.IsRight: true, Second.IsRight: true });
            return ProportionDifference.Paired(both, lost.Count, gained.Count, pairs.Count - both - lost.Count - gained.Count);
        }
    }

    private static (int, string, string) Key(ScoredAnswer answer) => (answer.Number, answer.Question, answer.Expected);
}

/// <summary>One question with the answers of two runs.</summary>
public sealed record FlippedQuestion(ScoredAnswer First, ScoredAnswer Second);
