using Miner.Mathematics.Equations;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Equations;

internal sealed class FormulaScannerTests
{
    [TestCase("So 3 + 4 = 7 holds", "3 + 4 = 7")]
    [TestCase("sqrt(16) = 4, then 2", "sqrt(16) = 4|2")]
    [TestCase("5km and 3 km", "3", Description = "a word spoils what it touches, and ends what it follows")]
    [TestCase("covid-19", "")]
    [TestCase("a dog", "")]
    [TestCase("1,000 + 2", "1,000 + 2")]
    [TestCase("1, 2", "1|2")]
    [TestCase("f(1, 2) = 3", "f(1, 2) = 3")]
    [TestCase("x_1 + 2", "x_1 + 2")]
    [TestCase("5! = 120", "5! = 120")]
    [TestCase("Wow 5!", "5!")]
    [TestCase("a == b", "a|b")]
    [TestCase("(3 + 4", "3 + 4")]
    [TestCase("|-3| = 3", "|-3| = 3")]
    [TestCase("* 3 + 4 *", "3 + 4")]
    [TestCase("I'm 5", "5")]
    [TestCase("I’m 5", "5")]
    [TestCase("don't 5", "5")]
    [TestCase("don’t 5", "5")]
    [TestCase("ab_c 5", "5")]
    [TestCase("abc5 + 1", "+ 1")]
    [TestCase("3٣ + 4", "+ 4")]
    [TestCase("٣-3", "")]
    [TestCase("5'abc", "5")]
    [TestCase("x'5", "x|5")]
    [TestCase("x y", "x y")]
    [TestCase("x_ab + 2", "x_ab + 2")]
    [TestCase("x_2ab + 2", "x_2ab + 2")]
    [TestCase("A 3", "3")]
    [TestCase("I 3", "3")]
    [TestCase("3a 5", "3a 5")]
    [TestCase("a+3", "a+3")]
    [TestCase("1,000,000", "1,000,000")]
    [TestCase("2'500", "2'500")]
    [TestCase("a,000", "a|000")]
    [TestCase("1,00", "1|00")]
    [TestCase("1,0000", "1|0000")]
    [TestCase("1,a00", "1|a00")]
    [TestCase("1,0a0", "1|0a0")]
    [TestCase("1,00a", "1|00a")]
    [TestCase("f(1; 2)", "f(1; 2)")]
    [TestCase("1; 2", "1|2")]
    [TestCase("f(1,(2), 3)", "f(1,(2), 3)")]
    [TestCase("f(1;(2), 3)", "f(1;(2), 3)")]
    [TestCase("((1), 2)", "((1), 2)")]
    [TestCase("(1), 2", "(1)|2")]
    [TestCase("[1, 2], 3", "[1, 2]|3")]
    [TestCase("{1, 2}, 3", "{1, 2}|3")]
    [TestCase("(1)(2), 3", "(1)(2)|3")]
    [TestCase("x=(1), 2", "x=(1)|2")]
    [TestCase("|(3)|, 4", "|(3)||4", Description = "the stroke at the end is a formula's")]
    [TestCase("f'(2), 3", "f'(2)|3")]
    [TestCase("f''(2)", "f''(2)")]
    [TestCase("'(2)", "(2)")]
    [TestCase("x' + 1", "x|+ 1")]
    [TestCase("Wow! 5", "5")]
    [TestCase("5!=6", "5|6")]
    [TestCase("3 => 4", "3|4")]
    [TestCase("((3 + 4", "3 + 4")]
    [TestCase("3 + (4", "3 + (4")]
    [TestCase("( =\n5", "5")]
    [TestCase("(3 + 4, so", "3 + 4")]
    [TestCase("1] 3", "1|3")]
    [TestCase("1} 3", "1|3")]
    [TestCase("so x_ab + 2", "x_ab + 2")]
    [TestCase("x! + (3)! + [3]!", "x! + (3)! + [3]!")]
    [TestCase("", "")]
    [TestCase("f'(2) = 3", "f'(2) = 3")]
    [TestCase("f''(2) = 3", "f''(2) = 3")]
    [TestCase("f(1; 2) = 3", "f(1; 2) = 3")]
    [TestCase("3\t+ 4", "3\t+ 4")]
    [TestCase("3 + 4", "3 + 4")]
    [TestCase("(1, 2), 3", "(1, 2)|3")]
    [TestCase("[1, 2], 3", "[1, 2]|3")]
    [TestCase("{1, 2}, 3", "{1, 2}|3")]
    [TestCase("1,0000", "1|0000")]
    [TestCase("12,34", "12|34")]
    [TestCase("x_ab1 + 2", "x_ab1 + 2")]
    [TestCase("5 != 3", "5|3")]
    [TestCase("x := 3", "x|3")]
    [TestCase("x => 3", "x|3")]
    [TestCase("I don't", "")]
    [TestCase("A 3", "3")]
    [TestCase("I 3", "3")]
    [TestCase("Wow! 5", "5")]
    [TestCase("5!=3", "5|3")]
    [TestCase("3] + 4", "3|+ 4")]
    [TestCase("3} + 4", "3|+ 4")]
    [TestCase("x's 3 apples", "3")]
    [TestCase("x’s 3 apples", "3")]
    [TestCase("a+3", "a+3")]
    [TestCase("x,123", "x|123")]
    [TestCase("1, 23", "1|23")]
    public void Find_GivesTheFormulasOfProse(string text, string expected)
    {
        var found = FormulaScanner.Find(text);
        Assert.That(string.Join('|', found.Select(span => span.Text)), Is.EqualTo(expected));
        foreach (var span in found) Assert.That(text.Substring(span.Start, span.Text.Length), Is.EqualTo(span.Text));
    }

    [Test]
    public void Find_WhereBlanksAreOfAnyKind_KeepsThemInside([Values(' ', '\t', '\u00A0', '\u2009', '\u202F')] char blank) =>
        Assert.That(
            FormulaScanner.Find($"so{blank}1{blank}+{blank}2{blank}so").Select(span => span.Text),
            Is.EqualTo(new[] { $"1{blank}+{blank}2" }));

    [TestCase("*=<>", true)]
    [TestCase("*=<>,-−–([{", false)]
    public void Find_WhereAMarkOfASentenceTouches_LeavesItOut(string marks, bool isBefore)
    {
        foreach (var mark in marks)
        {
            var found = FormulaScanner.Find(isBefore ? $"so {mark} 3 + 4" : $"3 + 4 {mark} so");
            Assert.That(found.Select(span => span.Text), Is.EqualTo(new[] { "3 + 4" }), $"{mark}");
        }
    }

    [Property]
    public bool Find_OnAnyText_TellsWhereItsFormulasStand(string? text) =>
        FormulaScanner.Find(text ?? "").All(span => string.CompareOrdinal(text, span.Start, span.Text, 0, span.Text.Length) == 0);

    [TestCase("2 + 3", true)]
    [TestCase("-3", false, Description = "a sign is no operation")]
    [TestCase("√2", true)]
    [TestCase("6x7", true)]
    [TestCase("2x", false)]
    [TestCase("sin(1)", true)]
    [TestCase("pi", false)]
    [TestCase("3²", true)]
    public void HasOperation_WhenSomethingIsComputed(string text, bool expected) =>
        Assert.That(new FormulaSpan(0, text).HasOperation, Is.EqualTo(expected));

    [TestCase("1/3", "0.33", true)]
    [TestCase("1/3", "0.34", true, Description = "rounded up")]
    [TestCase("1/3", "0.35", false)]
    [TestCase("2/3", "0.66", true, Description = "cut off in place of rounded")]
    [TestCase("2/3", "0.67", true)]
    [TestCase("2/3", "66.7%", true)]
    [TestCase("2/3", "67%", true)]
    [TestCase("1/4", "0.26", false)]
    public void IsRounded_ToTheDigitsWritten(string exact, string written, bool expected) =>
        Assert.That(Leeway.IsRounded(Formulas.Value(exact), written, Formulas.Value(written)), Is.EqualTo(expected));

    [TestCase("`3 + 4 = 8`", "           ")]
    [TestCase("it is: $3", "it is:  3")]
    [TestCase("costs $3", "costs \"3")]
    [TestCase("3 $4", "3 \"4")]
    [TestCase(@"15\% and 3 \* 4", "15 % and 3  * 4")]
    [TestCase(@"so \(x = 3\) and 4", "so ℵ         and 4")]
    [TestCase("see https://a.org/?q=1+1=3 or 4", "see ℵ                      or 4")]
    [TestCase("0x1F + 1", "ℵ    + 1")]
    [TestCase("So\n3 \\cdot 4\nis it", "So\nℵ        \nis it")]
    public void Prose_KeepsEveryIndex(string text, string expected)
    {
        var (plain, _, _) = Prose.Split(text);
        Assert.That(plain.TrimEnd(), Is.EqualTo(expected.TrimEnd()));
        Assert.That(plain, Has.Length.EqualTo(text.Length));
    }

    [Property]
    public bool Check_OfARightSum_FindsItTrue(ushort left, ushort right) =>
        EquationChecker.Check($"So {left} + {right} = {left + right}.") is (1, []);

    [Property]
    public bool Check_OfAWrongProduct_PutsItRight(byte left, byte right, byte more)
    {
        var (product, text) = (left * right, $"So {left} * {right} = {(left * right) + more + 1}.");
        var (corrected, changes) = EquationCorrector.Correct(text, "");
        return changes.Count == 1 && corrected == $"So {left} * {right} = {product}." && EquationChecker.Check(corrected).False.Count == 0;
    }

    [Property]
    public bool Correct_OfATextWithoutEquations_ChangesNothing(string? text) =>
        (text ?? "").Contains('=') || EquationCorrector.Correct(text ?? "", "") is (var same, []) && same == (text ?? "");
}
