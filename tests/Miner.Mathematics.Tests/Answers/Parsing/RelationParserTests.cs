using Miner.Mathematics.Answers.Parsing;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>Equations, inequalities, memberships, sets and ratios, and what is left of each.</summary>
internal sealed class RelationParserTests
{
    [TestCase(@"3 - 2x \ge 7", "x in (-∞, -2]")]
    [TestCase(@"\frac{x}{3} - 1 < \frac{1}{2}", "x in (-∞, 4.5)")]
    [TestCase(@"2x + 1 < 3x", "x in (1, ∞)")]
    [TestCase(@"5 > x \ge -1", "x in [-1, 5)")]
    [TestCase(@"1 \le 2x - 1 \le 5", "x in [1, 3]")]
    [TestCase(@"3 < 2 - x < 5", "x in (-3, -1)")]
    [TestCase(@"x > \sqrt{2}", "x in (1.4142, ∞)")]
    [TestCase(@"x \ne 3", "x in (-∞, 3) u (3, ∞)")]
    [TestCase(@"|x| \ge 1", "x in (-∞, -1] u [1, ∞)")]
    [TestCase(@"|2x - 1| < 3", "x in (-1, 2)")]
    [TestCase(@"|x + 4| > 1", "x in (-∞, -5) u (-3, ∞)")]
    [TestCase(@"2 \ge |x - 1|", "x in [-1, 3]")]
    [TestCase(@"x > 1 \text{ and } x < 3", "x in (1, 3)")]
    [TestCase("x < 1, x > 3", "x in (-∞, 1) u (3, ∞)", Description = "both cannot hold")]
    [TestCase(@"x \ge 1, x \ne 2", "x in [1, 2) u (2, ∞)")]
    [TestCase(@"x < 3 \text{ and } y > 2", "list (x in (-∞, 3)), (y in (2, ∞))")]
    public void Parse_OfLinearInequalities_IsWhatIsLeftForTheVariable(string text, string expected) => AssertRead(text, expected);

    [TestCase("x^2 < 4", "relation <")]
    [TestCase(@"y \ge x^2", "relation ≤")]
    [TestCase(@"x \ne y", "relation ≠")]
    [TestCase("x > y > z", "list (relation <), (relation <)")]
    [TestCase("1 < x < y", "list (relation <), (relation <)")]
    [TestCase("a + b = 4", "relation =")]
    public void Parse_OfOtherInequalities_KeepsTheRelation(string text, string expected) => AssertRead(text, expected);

    [TestCase("5 = x", "x = 5")]
    [TestCase("= 7", "7")]
    [TestCase(@"\approx 0.5", "0.5")]
    [TestCase("2 + 3 = 5", "5")]
    [TestCase("x = 2 + 3 = 5", "x = 5")]
    [TestCase(@"x = \frac{1}{3} \approx 0.333", "x = 1/3")]
    [TestCase(@"\frac{1}{3} \approx 0.333", "1/3")]
    [TestCase("f(x) = x^2", "f(x) = f(x)")]
    [TestCase("(a, b, c) = (1, 2, 3)", "named (a = 1), (b = 2), (c = 3)")]
    [TestCase("x = 1, y = 2, x = 3, y = 4", "list (named (x = 1), (y = 2)), (named (x = 3), (y = 4))")]
    [TestCase(@"x = 2 \pm 1", "x = list (3), (1)")]
    [TestCase(@"x = 1 \implies y = 3", "y = 3")]
    public void Parse_OfEquations_NamesTheirValues(string text, string expected) => AssertRead(text, expected);

    [TestCase("(a, b) = (1, 2, 3)")]
    [TestCase("x =")]
    [TestCase("x = = 2")]
    [TestCase("1 < x = 2")]
    public void Parse_OfRelationsThatSayNothing_IsText(string text) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: true)), Does.StartWith("text "));

    [TestCase(@"t \in [0, 1)", "t in [0, 1)")]
    [TestCase(@"x \in [0, 1] \cup [2, 3]", "x in [0, 1] u [2, 3]")]
    [TestCase(@"x \in \{1, 2\}", "x = set (1), (2)")]
    [TestCase(@"[0, 2] \cup [1, 3]", "set in [0, 3]")]
    [TestCase(@"[0, 1) \cup \{1\}", "set in [0, 1]")]
    [TestCase(@"[0, 5] \setminus (1, 2)", "set in [0, 1] u [2, 5]")]
    [TestCase(@"[0, 5] \setminus \{2\}", "set in [0, 2) u (2, 5]")]
    [TestCase(@"(0, 1) \cap (2, 3)", "set in ")]
    [TestCase(@"[0, 3] \cap [1, 2] \cup [5, 6]", "set in [1, 2] u [5, 6]")]
    [TestCase(@"(-\infty, \infty) \setminus [0, 1]", "set in (-∞, 0) u (1, ∞)")]
    [TestCase(@"\mathbb{R} - \{2\}", "set in (-∞, 2) u (2, ∞)")]
    [TestCase(@"]0, 1] \cup [2, 3[", "set in (0, 1] u [2, 3)")]
    [TestCase(@"[\frac{1}{2}, \sqrt{4}] \cup (3, 4)", "set in [0.5, 2] u (3, 4)")]
    public void Parse_OfSets_JoinsTheirIntervals(string text, string expected) => AssertRead(text, expected);

    [TestCase(@"[0, 1] \cup A")]
    [TestCase(@"[2, 1] \cup [3, 4]", Description = "the wrong way round")]
    public void Parse_OfSetsThatAreNotOfNumbers_IsText(string text) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: true)), Does.StartWith("text "));

    [TestCase("1/2 : 1/3", "0.5 : 1/3")]
    [TestCase(@"\sqrt{2} : 1", "1.4142 : 1")]
    [TestCase("2:3:4", "2 : 3 : 4")]
    [TestCase("100:40", "100 : 40")]
    [TestCase("3:75", "3 : 75", Description = "no hour has so many minutes")]
    [TestCase("3:40", "text 3:40", Description = "a time of day")]
    [TestCase("0:1", "text 0:1")]
    [TestCase("a:b", "text a:b")]
    public void Parse_OfRatios_KeepsTheirParts(string text, string expected) => AssertRead(text, expected);

    private static void AssertRead(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: true)), Is.EqualTo(expected));
}
