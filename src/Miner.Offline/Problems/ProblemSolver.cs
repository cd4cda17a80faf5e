using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>
/// Answers what can be computed exactly: only where every clause, instruction and token of a question was understood and used.
/// </summary>
internal static partial class ProblemSolver
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const int MaxParts = 20;

    private static readonly Func<Question, Solution?>[] Solvers =
    [
        UnitProblem.Solve,
        BaseProblem.Solve,
        PointProblem.Solve,
        GeometryProblem.Solve,
        MissingValueProblem.Solve,
        SequenceProblem.Solve,
        StatisticsProblem.Solve,
        CalculusProblem.Solve,
        ValueProblem.Solve,
        PolynomialFormProblem.Solve,
        EquationProblem.Solve,
        InequalityProblem.Solve,
        PercentProblem.Solve,
        FractionProblem.Solve,
        NumberTheoryProblem.Solve,
        ComparisonProblem.Solve,
        ArithmeticProblem.Solve,
    ];

    /// <summary>Null where <paramref name="query"/> cannot be computed, or holds anything that is not understood.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="task">What is to be done with it, where the query does not say.</param>
    public static Solution? Solve(string query, string task)
    {
        if (!PlainTask.Is(task)) return SolveWhole($"{task.TrimEnd('.', ':', ' ')}: {query}");
        return query.Length > Question.MaxLength ? SolveLong(query) : SolveWhole(query) ?? SolveParts(query);
    }

    private static Solution? SolveWhole(string query)
    {
        // Two hyphens are a dash or a sign behind a sign: 5 -- 3.
        if (query.Length > Question.MaxLength || query.Contains("--", StringComparison.Ordinal)) return null;
        if (AmbiguousNotation.IsIn(query)) return null;
        try
        {
            var question = Question.Read(query);
            return Solvers.Select(solve => solve(question)).FirstOrDefault(solution => solution is not null);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Solution? SolveLong(string query)
    {
        var text = query.Trim().TrimEnd('=', '?', ' ');
        return FormulaScanner.Find(text) is [var formula] && formula.Text.Length == text.Length ? ArithmeticProblem.Compute(text) : null;
    }

    /// <summary>Several questions, each of numbers only: a letter in one could have been given its value in another.</summary>
    private static Solution? SolveParts(string query)
    {
        var parts = Sentences.Split(query).ConvertAll(part => ListMark().Replace(part, ""));
        if (parts.Count is < 2 or > MaxParts || parts.Exists(HoldsVariable)) return null;

        var solutions = parts.ConvertAll(SolveWhole);
        return solutions.Contains(null) ? null : Solution.Join(solutions!);
    }

    private static bool HoldsVariable(string part) => Question.Read(part).Formulas.Any(formula =>
        formula.Contains('=') || !Expression.TryParse(formula, out var expression) || expression.Variables().Count > 0);

    /// <summary>What numbers or joins a question of several: 1), (b), Q2:, And</summary>
    [GeneratedRegex(@"^(\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])\)|\d{1,2}\.|Q\d{1,2}[.:)]|and|also) +", Options)]
    private static partial Regex ListMark();
}
