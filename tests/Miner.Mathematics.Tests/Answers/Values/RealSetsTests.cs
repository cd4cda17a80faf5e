using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Answers.Values;

internal sealed class RealSetsTests
{
    [TestCase("[0,1] (1,2)", "[0,2)")]
    [TestCase("(0,1) (1,2)", "(0,1) (1,2)")]
    [TestCase("(0,1] [3,4]", "(0,1] [3,4]")]
    [TestCase("[3,4] [0,5]", "[0,5]")]
    [TestCase("(0,1) [1,1]", "(0,1]")]
    [TestCase("[0,2] (1,2)", "[0,2]")]
    [TestCase("(0,2) [0,1]", "[0,2)")]
    public void Union_JoinsWhatTouches(string sets, string expected) => Assert.That(Text(RealSets.Union(Read(sets))), Is.EqualTo(expected));

    [TestCase("[0,2]", "(1,3)", "(1,2]")]
    [TestCase("[0,1]", "[1,2]", "[1,1]")]
    [TestCase("[0,1)", "[1,2]", "")]
    [TestCase("[0,5]", "[1,2] [3,4]", "[1,2] [3,4]")]
    public void Intersection_IsWhatBothHave(string left, string right, string expected) =>
        Assert.That(Text(RealSets.Intersection(Read(left), Read(right))), Is.EqualTo(expected));

    [TestCase("[0,5]", "(1,2)", "[0,1] [2,5]")]
    [TestCase("[0,5]", "[1,2]", "[0,1) (2,5]")]
    [TestCase("[0,5]", "[2,2]", "[0,2) (2,5]")]
    [TestCase("[0,5]", "[0,5]", "")]
    public void Difference_IsWhatIsLeft(string from, string removed, string expected) =>
        Assert.That(Text(RealSets.Difference(Read(from), Read(removed))), Is.EqualTo(expected));

    [TestCase("[1,2)", "(-2,-1] [1,2)")]
    [TestCase("(-5,2)", "(-2,2)")]
    [TestCase("(-5,-1)", "")]
    public void OfAbsolute_IsOnBothSidesOfZero(string values, string expected) =>
        Assert.That(Text(RealSets.OfAbsolute(Read(values))), Is.EqualTo(expected));

    [Test]
    public void Union_OfAnIntervalTheWrongWayRound_IsNone() => Assert.That(RealSets.Union(Read("[2,1]")), Is.Null);

    [Property]
    public bool Difference_AndIntersection_MakeTheWhole(sbyte a, byte b, sbyte c, byte d)
    {
        var (left, right) = (Read($"[{a},{a + b}]"), Read($"[{c},{c + d}]"));
        var parts = RealSets.Difference(left, right)!.Concat(RealSets.Intersection(left, right)!);
        return Text(RealSets.Union(parts)) == Text(left);
    }

    [TestCase("x ≡ 3 (mod 5)", "x", "3", "5")]
    [TestCase("13 (mod 5)", "", "3", "5")]
    [TestCase("-2 mod 5", "", "3", "5")]
    [TestCase("n = 7 modulo 4", "n", "3", "4")]
    public void Congruence_HasTheLeastResidue(string text, string variable, string residue, string modulus) =>
        Assert.That(
            Congruence.Parse(text),
            Is.EqualTo(new Congruence(variable, Rational.Parse(residue), Rational.Parse(modulus))));

    [TestCase("3 (mod 0)")]
    [TestCase("1.5 mod 2")]
    [TestCase("x mod y")]
    [TestCase("3")]
    [TestCase("modern")]
    public void Congruence_OfAnythingElse_IsNone(string text) => Assert.That(Congruence.Parse(text), Is.Null);

    [Test]
    public void Congruence_WithAndWithoutItsVariable_IsTheSame()
    {
        var named = Congruence.Parse("x ≡ 3 (mod 5)")!;
        Assert.That(named.SameAs(Congruence.Parse("8 (mod 5)")!), Is.True);
        Assert.That(named.SameAs(Congruence.Parse("y ≡ 3 (mod 5)")!), Is.False);
        Assert.That(named.SameAs(Congruence.Parse("x ≡ 3 (mod 10)")!), Is.False);
    }

    [TestCase("0.3333", 4, 4, "1/3", true)]
    [TestCase("0.333", 3, 3, "1/3", false, Description = "fewer digits say too little")]
    [TestCase("0.3334", 4, 4, "1/3", false)]
    [TestCase("1.4142", 4, 5, "sqrt(2)", true)]
    [TestCase("1.4143", 4, 5, "sqrt(2)", false)]
    [TestCase("2.6667", 4, 5, "8/3", true)]
    [TestCase("5.0000", 4, 5, "5.00001", true, Description = "the digits of a value that is no integer")]
    [TestCase("3.1416", 4, 5, "pi", true)]
    [TestCase("0.30000000000000004", 17, 17, "0.3", true, Description = "made by a machine")]
    public void Rounding_AgreesFromFourDigitsOn(string decimals, int places, int significant, string exact, bool expected)
    {
        var rounded = new Quantity(new Formula(Formulas.Of(decimals)), "", new DecimalDigits(places, significant));
        Assert.That(Rounding.Agrees(rounded, new Quantity(new Formula(Formulas.Of(exact)), "", null)), Is.EqualTo(expected));
    }

    private static List<Interval> Read(string text) => [.. text.Split(' ').Select(One)];

    private static Interval One(string text)
    {
        var ends = text[1..^1].Split(',').Select(end => new Quantity(new Formula(new Number(Rational.Parse(end))), "", null)).ToList();
        return new Interval(ends[0], ends[1], text[0] == '[', text[^1] == ']');
    }

    private static string? Text(IReadOnlyList<Interval>? intervals) =>
        intervals is null ? null : string.Join(' ', intervals.Select(interval =>
            $"{(interval.HasLower ? '[' : '(')}{interval.From:0},{interval.To:0}{(interval.HasUpper ? ']' : ')')}"));
}
