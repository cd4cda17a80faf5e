using Miner.Mathematics.Expressions;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Values;

/// <summary>Operations on parts of the real line.</summary>
internal static class RealSets
{
    public static Quantity Infinity { get; } = End(new Symbol("∞"));

    public static Quantity MinusInfinity { get; } = End(new Product([new Number(-1), new Symbol("∞")]));

    public static Interval Everything { get; } = new(MinusInfinity, Infinity, HasLower: false, HasUpper: false);

    /// <summary>What a value is as a part of the real line, or null: an interval in brackets, a set of numbers, a union.</summary>
    public static IReadOnlyList<Interval>? Of(AnswerValue value) => value switch
    {
        RealSet set => set.Intervals,
        Collection { Kind: CollectionKind.Tuple, Brackets.Length: 2, Items: [Quantity lower, Quantity upper] } pair =>
            Valid(new Interval(lower, upper, pair.Brackets[0] == '[', pair.Brackets[1] == ']')),
        Collection { Kind: CollectionKind.Set } set when set.Items.All(item => item is Quantity) =>
            Union(set.Items.Cast<Quantity>().Select(point => new Interval(point, point, HasLower: true, HasUpper: true))),
        _ => null,
    };

    /// <summary>All of the intervals in ascending order, those that touch joined; null where one has no numbers for its ends.</summary>
    public static IReadOnlyList<Interval>? Union(IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var next in intervals.OrderBy(interval => interval.From).ThenByDescending(interval => interval.HasLower))
        {
            if (!next.IsValid) return null;
            if (joined is [.., var last] && (next.From < last.To || (next.From <= last.To && (next.HasLower || last.HasUpper))))
            {
                var reachesFurther = next.To > last.To || (next.To >= last.To && next.HasUpper);
                joined[^1] = reachesFurther ? last with { Upper = next.Upper, HasUpper = next.HasUpper } : last;
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    /// <summary>What both have in common.</summary>
    public static IReadOnlyList<Interval>? Intersection(IReadOnlyList<Interval> left, IReadOnlyList<Interval> right) =>
        Union(left.SelectMany(first => right.Select(second => Common(first, second))).Where(interval => interval.IsValid));

    /// <summary>What is left when <paramref name="removed"/> is taken away.</summary>
    public static IReadOnlyList<Interval>? Difference(IReadOnlyList<Interval> from, IReadOnlyList<Interval> removed) =>
        removed.Aggregate((IReadOnlyList<Interval>?)from, (left, interval) => left is null ? null : Intersection(left, Outside(interval)));

    /// <summary>The numbers whose absolute value is in <paramref name="values"/>.</summary>
    public static IReadOnlyList<Interval>? OfAbsolute(IReadOnlyList<Interval> values)
    {
        var zero = End(new Number(0));
        var positive = Intersection(values, [new Interval(zero, Infinity, HasLower: true, HasUpper: false)]);
        return positive is null ? null : Union(positive.Concat(positive.Select(interval =>
            new Interval(Negate(interval.Upper), Negate(interval.Lower), interval.HasUpper, interval.HasLower))));
    }

    private static Quantity End(Expression value) => new(new Formula(value), "", null);

    private static Quantity Negate(Quantity value) =>
        new(new Formula(new Product([new Number(-1), value.Formula.Expression])), "", value.Decimals);

    private static IReadOnlyList<Interval>? Valid(Interval interval) => interval.IsValid ? [interval] : null;

    private static List<Interval> Outside(Interval interval) =>
    [
        .. new[]
        {
            new Interval(MinusInfinity, interval.Lower, HasLower: false, !interval.HasLower),
            new Interval(interval.Upper, Infinity, !interval.HasUpper, HasUpper: false),
        }.Where(side => side.IsValid),
    ];

    private static Interval Common(Interval first, Interval second)
    {
        var lower = first.From > second.From || (first.From >= second.From && !first.HasLower) ? first : second;
        var upper = first.To < second.To || (first.To <= second.To && !first.HasUpper) ? first : second;
        return new Interval(lower.Lower, upper.Upper, lower.HasLower, upper.HasUpper);
    }
}
