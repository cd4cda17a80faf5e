using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Which of several numbers is larger, whether a statement holds, and the numbers in order.</summary>
internal static partial class ComparisonProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "compare which larger greater bigger higher more largest greatest biggest highest maximum max smaller less lower fewer smallest least "
            + "lowest minimum min fraction decimal between or than one true false statement correct sort order arrange ascending descending from equal same"
    );

    public static Solution? Solve(Question question)
    {
        if (question.Formulas.Count == 0 || !question.HasOnly(Vocabulary)) return null;
        if (question.Formulas is [var statement] && statement.AsSpan().ContainsAny("=<>≤≥")) return Check(statement);
        if (question.Formulas.Count < 2 || Values.Of(question.Formulas) is not { } values) return null;

        var named = values.Zip(question.Formulas, (value, formula) => (Value: value, Formula: formula)).ToList();
        if (question.Mentions("sort", "order", "arrange")) return Order(question, named);
        if (named.Count == 2 && Relation().Match(question.Outline) is { Success: true } relation)
            return Check(named[0].Formula + Sign(relation.Groups["relation"].Value) + named[1].Formula);

        // "7 less than 10" is a number, not a question which of two is less.
        var chooses = question.Mentions("which");
        var largest = question.Mentions("largest", "greatest", "biggest", "highest", "maximum", "max")
            || (chooses && question.Mentions("larger", "greater", "bigger", "higher", "more"));
        var smallest = question.Mentions("smallest", "least", "lowest", "minimum", "min")
            || (chooses && question.Mentions("smaller", "less", "lower", "fewer"));
        if (largest == smallest) return question.Mentions("compare") ? Compare(named) : null;
        if (named.All(item => item.Value == named[0].Value)) return new Solution("that they are equal", Chain(named));
        return new Solution((largest ? named.MaxBy(item => item.Value) : named.MinBy(item => item.Value)).Formula, Chain(named));
    }

    private static Solution Compare(List<(Rational Value, string Formula)> named) => new(Chain(named), Explanations(named));

    private static Solution Order(Question question, List<(Rational Value, string Formula)> named)
    {
        var falling = question.Mentions("descending") || FallingOrder().IsMatch(question.Outline);
        var sorted = named.OrderBy(item => item.Value).Select(item => item.Formula);
        return new Solution(string.Join(", ", falling ? sorted.Reverse() : sorted), Explanations(named));
    }

    private static Solution? Check(string statement)
    {
        var at = statement.AsSpan().IndexOfAny("=<>≤≥");
        if (statement.AsSpan(at + 1).ContainsAny("=<>≤≥")) return null;
        if (Values.Of([statement[..at], statement[(at + 1)..]]) is not [var left, var right]) return null;

        var difference = left.CompareTo(right);
        var holds = statement[at] switch
        {
            '=' => difference == 0,
            '<' => difference < 0,
            '>' => difference > 0,
            '≤' => difference <= 0,
            _ => difference >= 0,
        };
        return new Solution(holds ? "yes" : "no", $"{left} {Sign(difference)} {right}");
    }

    private static string Chain(List<(Rational Value, string Formula)> named)
    {
        var sorted = named.OrderByDescending(item => item.Value).ToList();
        return sorted.Skip(1).Zip(sorted, (next, before) => $" {(next.Value == before.Value ? '=' : '>')} {next.Formula}")
            .Aggregate(sorted[0].Formula, (chain, link) => chain + link);
    }

    private static string[] Explanations(List<(Rational Value, string Formula)> named) =>
        [.. named.Where(item => !item.Value.IsInteger).Select(item => $"{item.Formula} = {Solution.Explain(item.Value)}")];

    private static char Sign(int difference) => difference switch { < 0 => '<', 0 => '=', _ => '>' };

    private static char Sign(string relation) => relation switch
    {
        "equal to" or "same as" => '=',
        "less than" or "smaller than" or "lower than" or "fewer than" => '<',
        _ => '>',
    };

    [GeneratedRegex(
        "^(is |does |it is true |true )*# (is |equals )?(?<relation>(greater|larger|bigger|higher|more|less|smaller|lower|fewer) than|equal to|same as) #$",
        Options)]
    private static partial Regex Relation();

    [GeneratedRegex("(largest|greatest|biggest|highest) to (smallest|least|lowest)", Options)]
    private static partial Regex FallingOrder();
}
