using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Offline.Answers;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>Answers what can be computed.</summary>
internal static partial class ProblemSolver
{
    private const int MaxSentences = 20;

    // The most specific first: what reads "mean of 3 and 5" must come before what reads any two numbers.
    private static readonly Func<Question, Solution?>[] Solvers =
    [
        UnitProblem.Solve,
        BaseProblem.Solve,
        GeometryProblem.Solve,
        PointProblem.Solve,
        MissingValueProblem.Solve, SequenceProblem.Solve, StatisticsProblem.Solve,
        CalculusProblem.Solve, ValueProblem.Solve, PolynomialFormProblem.Solve,
        EquationProblem.Solve,
        InequalityProblem.Solve,
        PercentProblem.Solve,
        FractionProblem.Solve,
        NumberTheoryProblem.Solve,
        ComparisonProblem.Solve,
        ArithmeticProblem.Solve,
    ];

    /// <summary>Null where nothing in <paramref name="query"/> can be computed.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="task">What is to be done with it, where the query does not say.</param>
    public static Solution? Solve(string query, string task)
    {
        if (SolveWhole(query) is { } solution) return solution;
        if (query.Length > Question.MaxLength) return null;
        if (!string.IsNullOrWhiteSpace(task) && SolveWhole($"{task.TrimEnd('.', ':', ' ')}: {query}") is { } told) return told;
        return SolveSentences(query);
    }

    private static Solution? SolveWhole(string query)
    {
        if (query.Length > Question.MaxLength) return SolveLong(query);
        try
        {
            var question = Question.Read(query);
            return Solvers.Select(solve => solve(question)).FirstOrDefault(solution => solution is not null);
        }
        catch (OverflowException)
        {
            return new Solution(null, "The numbers in this question are too large to be computed here.");
        }
    }

    private static Solution? SolveLong(string query)
    {
        var text = query.Trim().TrimEnd('=', '?', ' ');
        return FormulaScanner.Find(text) is [var formula] && formula.Text.Length == text.Length ? ArithmeticProblem.Compute(text) : null;
    }

    /// <summary>The sentences that can be computed, and a word on the questions among the others.</summary>
    private static Solution? SolveSentences(string query)
    {
        var sentences = Sentences.Split(query);
        if (sentences.Count is < 2 or > MaxSentences) return null;

        var solved = sentences.Select(sentence => (Sentence: sentence, Solution: SolveWhole(ListMark().Replace(sentence, "")))).ToList();

        // What is told and not understood may change what is asked.
        if (solved.Any(item => item.Solution is null && !item.Sentence.EndsWith('?') && item.Sentence.Any(char.IsAsciiDigit))) return null;
        var solutions = solved.Where(item => item.Solution is not null).Select(item => item.Solution!).ToList();
        if (solutions.Count == 0) return null;
        var open = solved.Any(item => item.Solution is null && item.Sentence.EndsWith('?'));
        var joined = Solution.Join(solutions);
        return open ? joined with { Steps = [.. joined.Steps, OfflineAnswer.CannotAnswerRest] } : joined;
    }

    /// <summary>What numbers a question of several: 1), (b), Q2:</summary>
    [GeneratedRegex(@"^(\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])\)|\d{1,2}\."
        + @"|[Qq]\d{1,2}[.:)]) +", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListMark();
}
