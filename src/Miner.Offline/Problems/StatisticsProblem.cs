using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Mean, median, mode, range, variance and standard deviation of a list.</summary>
internal static class StatisticsProblem
{
    private const int MaxListed = 30;

    private const string Statistic = "(arithmetic mean|mean|average|median|mode|range|(sample|population) (variance|standard deviation))";
    private const string Asked = $"(?<asked>{Statistic}( ,| and| , and)? ?({Statistic}( ,| and| , and)? )*({Statistic})?)";
    private const string Set = "(following |these )?(numbers|data set|data|dataset|list|set|values|scores|integers)";

    private static readonly QuestionForm[] Forms =
    [
        new($"<ask>{Asked}( of| for)( {Set})?( :)? <list..>", Solve),
        new($"<ask>{Asked} : <list..>", Solve),
        new($"which (number|value) is (?<asked>mode|median) of( {Set})? <list..>", Solve),
        new($"(given )?({Set} (are|is)|{Set})( :)? <list..>( ,| \\.)( then)? <ask>(their )?{Asked}", Solve),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Solve(Reading reading)
    {
        // One number has no mean to speak of.
        var values = ReadList(reading.Formulas("list"));
        if (values.Count < 2) return null;

        var asked = reading.Words("asked");
        var solutions = Regex.Matches(asked, "mean|average|median|mode|range|(sample|population) (variance|standard deviation)")
            .Select(match => (Name: match.Value == "average" ? "mean" : match.Value, Solution: Compute(match.Value, values)))
            .ToList();
        if (solutions.Exists(solution => solution.Solution is null)) return null;
        return solutions is [var only] ? only.Solution : new Solution(
            string.Join(", ", solutions.Select(solution => $"{solution.Name} = {solution.Solution!.Answer}")),
            [.. solutions.SelectMany(solution => solution.Solution!.Steps)]);
    }

    private static Solution? Compute(string statistic, List<Rational> values) => statistic switch
    {
        "mean" or "average" => Mean(values),
        "median" => Median(values),
        "mode" => Mode(values),
        "range" => Range(values),
        _ => Spread(
            values,
            sample: statistic.StartsWith("sample", StringComparison.Ordinal),
            deviation: statistic.EndsWith("deviation", StringComparison.Ordinal)),
    };

    /// <summary>Numbers between commas, blanks or brackets; <c>100,200,300</c> is a list here, not a number.</summary>
    private static List<Rational> ReadList(IReadOnlyList<string> formulas)
    {
        // The mean of 7, 8 and 9 % is one of percentages.
        if (formulas.Any(formula => formula.Contains('%'))) return [];

        // Two brackets hold two points or two sets.
        if (formulas.Sum(formula => formula.AsSpan().Count('(') + formula.AsSpan().Count('[') + formula.AsSpan().Count('{')) > 1
            && formulas.All(formula => formula.Contains(','))) return [];

        var values = new List<Rational>();
        foreach (var formula in formulas)
        {
            var pieces = formula.Split(
                [',', ';', '[', ']', '{', '}', '(', ')'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (formulas.Count > 1 && pieces.Length > 1 && Values.Of([formula]) is [var number])
            {
                values.Add(number);
                continue;
            }

            foreach (var piece in pieces)
            {
                // Between blanks 301 102 is two numbers of a list, where elsewhere it is one with a thousands mark; 2 1/2 stays one.
                var tokens = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (tokens.Skip(1).Any(token => token is ['0', _, _] or ['-' or '−' or '+', _, ..])) return [];
                if ((piece.Contains('/') ? Values.Of([piece]) : Values.Of(tokens) ?? Values.Of([piece])) is not { } read) return [];
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

    private static Solution? Mode(List<Rational> values)
    {
        var modes = Statistics.Modes(values);
        if (modes.Count == 0) return null;
        var times = values.Count(value => value == modes[0]);
        return new Solution(
            string.Join(" and ", modes),
            $"{string.Join(" and ", modes)} {(modes.Count == 1 ? "occurs" : "occur")} most often," + $" {times}×");
    }

    private static Solution Range(List<Rational> values) =>
        new($"{Statistics.Range(values)}", $"{values.Max()} - ({values.Min()}) = {Statistics.Range(values)}");

    private static Solution Spread(List<Rational> values, bool sample, bool deviation)
    {
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
