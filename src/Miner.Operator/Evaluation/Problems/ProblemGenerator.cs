namespace Miner.Operator.Evaluation.Problems;

/// <summary>
/// Makes problems with known answers by chance. Each is made from its answer, or its answer is worked out beside it with plain integers, so
/// that nothing is graded by what has solved it.
/// </summary>
public static class ProblemGenerator
{
    /// <summary>The most problems of one set.</summary>
    public const int MaxCount = 100_000;

    // A form with few numbers to draw gives the same question again some day; then it may.
    private const int Attempts = 20;

    private static readonly (string Category, IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms)[] Kinds =
    [
        ("arithmetic", ArithmeticProblems.Forms),
        ("fractions and percentages", FractionProblems.Forms),
        ("powers and roots", PowerProblems.Forms),
        ("number theory", NumberTheoryProblems.Forms),
        ("algebra", AlgebraProblems.Forms),
        ("calculus", CalculusProblems.Forms),
        ("statistics", StatisticsProblems.Forms),
        ("units and bases", UnitProblems.Forms),
        ("word problems", WordProblems.Forms),
        ("edge cases", EdgeCaseProblems.Forms),
    ];

    /// <summary>The ten categories, in the order in which problems take turns.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. Kinds.Select(kind => kind.Category)];

    /// <summary>
    /// Problems of the categories in turn. The same seed gives the same problems on every machine and version of .NET, and a longer set
    /// begins with the shorter one.
    /// </summary>
    /// <param name="count">0 to <see cref="MaxCount"/>.</param>
    /// <param name="seed">Any number.</param>
    public static IReadOnlyList<Problem> Generate(int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        var draw = new ProblemDraw(seed);
        var problems = new List<Problem>(count);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var (category, forms) = Kinds[index % Kinds.Length];
            var (question, answer) = Draw(draw, forms, asked);
            problems.Add(new Problem(category, question, answer));
        }

        return problems;
    }

    private static (string Question, string Answer) Draw(
        ProblemDraw draw, IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> forms, HashSet<string> asked)
    {
        for (var attempt = 1; ; attempt++)
        {
            var problem = forms[draw.Between(0, forms.Count - 1)](draw);
            if (asked.Add(problem.Question) || attempt == Attempts) return problem;
        }
    }
}
