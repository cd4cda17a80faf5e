using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Mean, median, mode, range, variance and standard deviation of a list.</summary>
internal static partial class StatisticsProblem
{
    private const int MaxListed = 30;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "mean average median mode modes range variance standard deviation std dev sample population arithmetic set data dataset list scores "
        + "integers observations measurements grades ages its both each middle most frequent common statistics sequence array total");

    public static Solution? Solve(Question question)
    {
        if (!question.HasOnly(Vocabulary) || CountFirst().IsMatch(question.Outline)) return null;

        var values = ReadList(question);
        if (values.Count == 0) return null;

        // One number has no mean to speak of: in "what does 24/7 mean" the word is a verb.
        if (values.Count == 1 && !question.Mentions("sample")) return null;

        var solutions = new List<(string Name, Solution Solution)>();
        if (question.Mentions("mean", "average")) solutions.Add(("mean", Mean(values)));
        if (question.Mentions("median")) solutions.Add(("median", Median(values)));
        if (question.Mentions("mode", "modes")) solutions.Add(("mode", Mode(values)));
        if (question.Mentions("range")) solutions.Add(("range", Range(values)));
        var deviates = question.Mentions("deviation", "dev");
        if (deviates || question.Mentions("variance"))
            solutions.Add((deviates ? "standard deviation" : "variance", Spread(values, question, deviates)));
        if (solutions.Count == 0) return null;
        return solutions is [var only] ? only.Solution : new Solution(
                string.Join(", ", solutions.Select(solution => $"{solution.Name} = {solution.Solution.Answer}")),
                [.. solutions.SelectMany(solution => solution.Solution.Steps)]);
    }

    /// <summary>The average of 5 numbers: how many they are, not one of them.</summary>
    [GeneratedRegex("(mean|average|median) of (first )?# (numbers|integers|scores|grades|ages|observations"
        + "|measurements)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountFirst();

    /// <summary>Numbers between commas, blanks or brackets; <c>100,200,300</c> is a list here, not a number.</summary>
    private static List<Rational> ReadList(Question question)
    {
        var values = new List<Rational>();
        foreach (var formula in question.Formulas)
        {
            var pieces = formula.Split(
                [',', ';', '[', ']', '{', '}', '(', ')'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (question.Formulas.Count > 1 && pieces.Length > 1 && Values.Of([formula]) is [var number])
            {
                values.Add(number);
                continue;
            }

            foreach (var piece in pieces)
            {
                // Between blanks 301 102 is two numbers of a list, where elsewhere it is one with a thousands mark; 2 1/2 stays one.
                var apart = piece.Contains('/') ? null : Values.Of(piece.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                if ((apart ?? Values.Of([piece]) ?? Values.Of(piece.Split(' ', StringSplitOptions.RemoveEmptyEntries))) is not { } read)
                    return [];
                values.AddRange(read);
            }
        }

        return values;
    }

    private static Solution Mean(List<Rational> values)
    {
        var mean = Statistics.Mean(values);
        return new Solution($"{mean}", $"({Listed(values, " + ")}) / {values.Count} = {Statistics.Sum(values)} / {values.Count} ="
            + $" {Solution.Explain(mean)}");
    }

    private static Solution Median(List<Rational> values) =>
        new($"{Statistics.Median(values)}", $"In order: {Listed(values.Order(), ", ")}; the middle is {Statistics.Median(values)}");

    private static Solution Mode(List<Rational> values)
    {
        var modes = Statistics.Modes(values);
        if (modes.Count == 0) return new Solution("no mode", "Every value occurs equally often.");
        var times = values.Count(value => value == modes[0]);
        return new Solution(
            string.Join(" and ", modes),
            $"{string.Join(" and ", modes)} {(modes.Count == 1 ? "occurs" : "occur")} most often," + $" {times}×");
    }

    private static Solution Range(List<Rational> values) =>
        new($"{Statistics.Range(values)}", $"{values.Max()} - ({values.Min()}) = {Statistics.Range(values)}");

    private static Solution Spread(List<Rational> values, Question question, bool deviation)
    {
        var sample = question.Mentions("sample");
        if (sample && values.Count == 1) return new Solution(Solution.Undefined, "A sample of one value has no variance.");

        var variance = sample ? Statistics.SampleVariance(values) : Statistics.PopulationVariance(values);
        var steps = new[]
        {
            $"mean = {Solution.Explain(Statistics.Mean(values))}",
            $"{(sample ? "sample" : "population")} variance = {Solution.Explain(variance)}",
        };
        if (!deviation) return new Solution($"{variance}", steps);

        var root = QuadraticSurd.Create(Rational.Zero, Rational.One, variance);
        return new Solution(
            root.IsRational ? $"{root}" : $"about {Solution.Round(root.Approximation)}",
            [.. steps, $"standard deviation = √({variance}) = {root}"]);
    }

    private static string Listed(IEnumerable<Rational> values, string separator)
    {
        var all = values.ToList();
        return string.Join(separator, all.Take(MaxListed)) + (all.Count > MaxListed ? separator + "…" : "");
    }
}
