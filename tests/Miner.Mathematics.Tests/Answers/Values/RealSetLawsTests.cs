using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Answers.Values;

/// <summary>Sets of real numbers, by the numbers that are in them.</summary>
internal sealed class RealSetLawsTests
{
    private const int Span = 6;

    // Every whole and half number in and around the drawn intervals, whose ends are whole.
    private static readonly Rational[] Points =
        [.. Enumerable.Range(-2 * (Span + 1), (4 * (Span + 1)) + 1).Select(half => new Rational(half, 2))];

    [Test]
    public void Operations_OnSets_DecideOnEachNumber()
    {
        foreach (var random in Draws.Of(300))
        {
            var (left, right) = (Draw(random), Draw(random));
            var (union, common) = (RealSets.Union(left.Concat(right))!, RealSets.Intersection(left, right)!);
            var (rest, absolute) = (RealSets.Difference(left, right)!, RealSets.OfAbsolute(left)!);
            foreach (var point in Points)
            {
                var (isLeft, isRight) = (Has(left, point), Has(right, point));
                Assert.That(Has(union, point), Is.EqualTo(isLeft || isRight), $"{point}");
                Assert.That(Has(common, point), Is.EqualTo(isLeft && isRight), $"{point}");
                Assert.That(Has(rest, point), Is.EqualTo(isLeft && !isRight), $"{point}");
                Assert.That(Has(absolute, point), Is.EqualTo(Has(left, Rational.Abs(point))), $"{point}");
            }

            foreach (var set in new[] { union, common, rest, absolute }) AssertIsApart(set);
        }
    }

    [Test]
    public void Inequalities_AreWhatHoldsAtEachNumber()
    {
        foreach (var random in Draws.Of(200))
        {
            var (slope, constant, bound) = (random.Next(1, 5) * (random.Next(2) == 0 ? 1 : -1), random.Next(-9, 10), random.Next(-9, 10));
            var sign = random.Of(["<", "≤", ">", "≥", "≠"]);
            AssertHolds($"{slope}x + {constant} {sign} {bound}", x => Holds((slope * x) + constant, sign, bound));
            AssertHolds($"{bound} {sign} {constant} - {slope}x", x => Holds(bound, sign, constant - (slope * x)));
            AssertHolds($"{constant} - x/2 {sign} {slope}x", x => Holds(constant - (x / 2), sign, slope * x));
            if (sign == "≠") continue;
            var distance = Math.Abs(bound) + 1;
            AssertHolds($"|x - {constant}| {sign} {distance}", x => Holds(Rational.Abs(x - constant), sign, distance));
        }
    }

    [Test]
    public void Inequalities_OnBothSides_HoldTogether()
    {
        foreach (var random in Draws.Of(100))
        {
            var (low, high, slope) = (random.Next(-6, 1), random.Next(1, 7), random.Next(1, 4));
            var (first, second) = (random.Of(["<", "≤"]), random.Of(["<", "≤"]));
            AssertHolds(
                $"{low} {first} 1 - {slope}x {second} {high}",
                x => Holds(low, first, 1 - (slope * x)) && Holds(1 - (slope * x), second, high));
        }
    }

    private static void AssertHolds(string inequality, Func<Rational, bool> holds)
    {
        var set = AnswerParser.Parse(inequality, isMath: true) as RealSet;
        Assert.That(set, Is.Not.Null, inequality);
        foreach (var point in Points) Assert.That(Has(set.Intervals, point), Is.EqualTo(holds(point)), $"{inequality} at {point}");
    }

    private static bool Holds(Rational left, string sign, Rational right) => sign switch
    {
        "<" => left < right,
        "≤" => left <= right,
        ">" => left > right,
        "≥" => left >= right,
        _ => left != right,
    };

    /// <summary>Up to three intervals, some of them single numbers and some without an end.</summary>
    private static IReadOnlyList<Interval> Draw(Random random) => RealSets.Union(Enumerable.Range(0, random.Next(4)).Select(_ =>
    {
        var (from, length) = (random.Next(-Span, Span), random.Next(0, 5));
        if (length == 0) return new Interval(End(from), End(from), HasLower: true, HasUpper: true);
        return random.Next(8) switch
        {
            0 => new Interval(RealSets.MinusInfinity, End(from), HasLower: false, random.Next(2) == 0),
            1 => new Interval(End(from), RealSets.Infinity, random.Next(2) == 0, HasUpper: false),
            _ => new Interval(End(from), End(from + length), random.Next(2) == 0, random.Next(2) == 0),
        };
    }))!;

    private static Quantity End(int value) => new(new Formula(new Number(value)), "", null);

    private static bool Has(IReadOnlyList<Interval> set, Rational point)
    {
        var value = (double)point;
        return set.Any(interval => (interval.From < value && value < interval.To)
            || (interval.HasLower && interval.From.Equals(value)) || (interval.HasUpper && interval.To.Equals(value)));
    }

    /// <summary>The intervals are in order, and something is missing between each and the next.</summary>
    private static void AssertIsApart(IReadOnlyList<Interval> set)
    {
        foreach (var (first, second) in set.Zip(set.Skip(1)))
            Assert.That(first.To < second.From || (first.To.Equals(second.From) && !first.HasUpper && !second.HasLower), Is.True);
    }
}
