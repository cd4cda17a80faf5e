using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Which of several numbers is larger, whether a statement holds, and the numbers in order.</summary>
internal static class ComparisonProblem
{
    private const string Larger = "(larger|greater|bigger|higher|largest|greatest|biggest|highest|maximum)";
    private const string Smaller = "(smaller|less|lower|smallest|least|lowest|minimum)";
    private const string Which = $"((?<largest>{Larger})|(?<smallest>{Smaller}))";
    private const string Kind = "( number| fraction| decimal| one| value)?";

    private static readonly QuestionForm[] Forms =
    [
        new($"which{Kind} is {Which}( ,| :)? <values..>", Choose),
        new($"which{Kind} is {Which}( ,| :)? (?<pair><first> or <second>)", Choose),
        new($"which of( numbers| fractions)? <values..> is {Which}", Choose),
        new($"<ask>{Which}( number| value)? (of|among)( numbers)? <values..>", Choose),
        new("compare <first> (and|with|to) <second>", reading => Pair(reading) is { } named ? Compare(named) : null),
        new("is <first> (?<relation>(greater|larger|bigger|higher|less|smaller|lower) than|equal to|same as) <second>", Relate),
        new("(is|is it true that|true or false( :)?) <statement>( true)?", reading => Check(reading.Formula("statement"))),
        new("<statement>( ,| \\.)? true or false", reading => Check(reading.Formula("statement"))),
        new(
            "(sort|order|arrange)( numbers| following numbers)?( :)? <values..> (in (?<order>ascending|descending) order"
            + "|from (?<falling>largest to smallest|greatest to least|highest to lowest|biggest to smallest)"
            + "|from (smallest to largest|least to greatest|lowest to highest|smallest to biggest))",
            Order),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Choose(Reading reading)
    {
        var named = reading.Has("pair") ? Pair(reading) : Named(reading.Formulas("values"));
        if (named is not { Count: > 1 }) return null;
        if (named.All(item => item.Value == named[0].Value)) return new Solution("that they are equal", Chain(named));
        var chosen = reading.Has("largest") ? named.MaxBy(item => item.Value) : named.MinBy(item => item.Value);
        return new Solution(chosen.Formula, Chain(named));
    }

    private static Solution? Relate(Reading reading) => Pair(reading) is [var first, var second]
        ? Check(first.Formula + Sign(reading.Words("relation")) + second.Formula)
        : null;

    private static List<(Rational Value, string Formula)>? Pair(Reading reading) =>
        Named([reading.Formula("first"), reading.Formula("second")]);

    private static List<(Rational Value, string Formula)>? Named(IReadOnlyList<string> formulas) =>
        Values.Of(formulas)?.Zip(formulas, (value, formula) => (value, formula)).ToList();

    private static Solution Compare(List<(Rational Value, string Formula)> named) => new(Chain(named), Explanations(named));

    private static Solution? Order(Reading reading)
    {
        if (Named(reading.Formulas("values")) is not { Count: > 1 } named) return null;
        var falling = reading.Words("order") == "descending" || reading.Has("falling");
        var sorted = named.OrderBy(item => item.Value).Select(item => item.Formula);
        return new Solution(string.Join(", ", falling ? sorted.Reverse() : sorted), Explanations(named));
    }

    private static Solution? Check(string statement)
    {
        var at = statement.AsSpan().IndexOfAny("=<>≤≥");
        if (at < 0 || statement.AsSpan(at + 1).ContainsAny("=<>≤≥")) return null;
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
        "less than" or "smaller than" or "lower than" => '<',
        _ => '>',
    };
}
