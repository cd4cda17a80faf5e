using Miner.Mathematics.Answers.Parsing;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>What each way to write an answer is read as.</summary>
internal sealed class AnswerParserTests
{
    [TestCase("42", "42")]
    [TestCase("-3.50", "-3.5")]
    [TestCase("1,234", "1234")]
    [TestCase("2 1/2", "2.5")]
    [TestCase("1 and 1/2", "1.5")]
    [TestCase("twenty-one", "21")]
    [TestCase("negative seven", "-7")]
    [TestCase("three quarters", "0.75")]
    [TestCase("five hundredths", "0.05")]
    [TestCase("15%", "0.15")]
    [TestCase("15 percent", "0.15")]
    [TestCase("15 per cent", "0.15")]
    [TestCase("$5", "5 dollar")]
    [TestCase("-$5", "-5 dollar")]
    [TestCase("US$5", "5 dollar usd")]
    [TestCase("5 €", "5 euro")]
    [TestCase("£3 per day", "3 sterling / day")]
    [TestCase("5 million dollars", "5000000 dollar")]
    [TestCase("2 dozen eggs", "24 egg")]
    [TestCase("a dozen eggs", "12 egg")]
    [TestCase("5 cm", "5 centimeter")]
    [TestCase("5 m", "5 meter")]
    [TestCase("5 m^2", "5 meter^2")]
    [TestCase("5 square metres", "5 meter^2")]
    [TestCase("90 km/h", "90 kilometer / hour")]
    [TestCase("90 miles per hour", "90 mile / hour")]
    [TestCase("about 7 apples", "7 apple")]
    [TestCase("exactly 7", "7")]
    [TestCase("approximately 3.14", "3.14")]
    [TestCase("1/2 of 10", "5")]
    [TestCase("25% of 80", "20")]
    [TestCase("7 out of 10", "0.7")]
    [TestCase("twelve (12)", "12")]
    [TestCase("30°", "30 degree")]
    [TestCase("1000,99", "1000.99")]
    [TestCase("3 x 10^4", "30000")]
    public void Parse_OfPlainText_IsAQuantity(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: false)), Is.EqualTo(expected));

    [TestCase(@"\frac{3}{4}", "0.75")]
    [TestCase(@"2\frac{3}{4}", "2.75")]
    [TestCase(@"\sqrt{16}", "4")]
    [TestCase(@"2^{10}", "1024")]
    [TestCase(@"0.\overline{3}", "1/3")]
    [TestCase(@"0.1\overline{6}", "1/6")]
    [TestCase(@"5\text{ cm}", "5 centimeter")]
    [TestCase(@"90^\circ", "90 degree")]
    [TestCase(@"50\%", "0.5")]
    [TestCase(@"\$5", "5 dollar")]
    [TestCase(@"5m", "f(m)", Description = "a variable between delimiters")]
    [TestCase(@"2x + 1", "f(x)")]
    [TestCase(@"\pi", "3.1416")]
    [TestCase(@"\binom{5}{2}", "10")]
    [TestCase(@"5!", "120")]
    [TestCase(@"\lfloor 2.7 \rfloor", "2")]
    [TestCase(@"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}", "-2")]
    public void Parse_OfAFormula_IsAQuantity(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: true)), Is.EqualTo(expected));

    [TestCase("1, 2, 3", "list (1), (2), (3)")]
    [TestCase("1 and 2", "list (1), (2)")]
    [TestCase("1 or 2", "list (1), (2)")]
    [TestCase("{1, 2}", "set (1), (2)")]
    [TestCase(@"\{1, 2\}", "set (1), (2)")]
    [TestCase("(1, 2)", "tuple () (1), (2)")]
    [TestCase("[1, 2)", "tuple [) (1), (2)")]
    [TestCase("(1, 2), (3, 4)", "list (tuple () (1), (2)), (tuple () (3), (4))")]
    [TestCase("1, 2; 3, 4", "list (tuple () (1), (2)), (tuple () (3), (4))")]
    [TestCase("x = 5", "x = 5")]
    [TestCase("x = 1 or x = 2", "x = list (1), (2)")]
    [TestCase("n = 1, 2, 3", "n = list (1), (2), (3)")]
    [TestCase("x = 1, y = 2", "named (x = 1), (y = 2)")]
    [TestCase("(x, y) = (1, 2)", "named (x = 1), (y = 2)")]
    [TestCase(@"x = \pm 3", "x = list (3), (-3)")]
    [TestCase(@"1 \pm \sqrt{4}", "list (3), (-1)")]
    [TestCase("x > 2", "x in (2, ∞)")]
    [TestCase("2 < x", "x in (2, ∞)")]
    [TestCase(@"-1 \le x < 3", "x in [-1, 3)")]
    [TestCase(@"x < -1 \text{ or } x > 1", "x in (-∞, -1) u (1, ∞)")]
    [TestCase("2x + 1 > 5", "x in (2, ∞)")]
    [TestCase("-x > 3", "x in (-∞, -3)")]
    [TestCase("|x| < 2", "x in (-2, 2)")]
    [TestCase(@"(-\infty, 0) \cup (1, 2]", "set in (-∞, 0) u (1, 2]")]
    [TestCase(@"\mathbb{R}", "set in (-∞, ∞)")]
    [TestCase(@"\mathbb{R} \setminus \{0\}", "set in (-∞, 0) u (0, ∞)")]
    [TestCase(@"[0, 3] \cap (1, 5)", "set in (1, 3]")]
    [TestCase("3:4", "3 : 4")]
    [TestCase("6:8:10", "6 : 8 : 10")]
    [TestCase(@"x \equiv 3 \pmod{5}", "x~3 mod 5")]
    [TestCase(@"13 \pmod{5}", "~3 mod 5")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "matrix 1 2 | 3 4")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^T", "matrix 1 3 | 2 4")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}", "matrix -2 1 | 1.5 -0.5")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^2", "matrix 7 10 | 15 22")]
    [TestCase(@"2\begin{pmatrix} 1 \\ 2 \end{pmatrix}", "matrix 2 | 4")]
    [TestCase(@"\begin{pmatrix} 1 \\ 2 \end{pmatrix} + \begin{pmatrix} 3 \\ 4 \end{pmatrix}", "matrix 4 | 6")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \end{pmatrix} \begin{pmatrix} 3 \\ 4 \end{pmatrix}", "matrix 11")]
    [TestCase(@"x^2 + y^2 = 1", "relation =")]
    [TestCase(@"x + y < 1", "relation <")]
    [TestCase(@"\emptyset", "text ∅")]
    [TestCase(@"\text{no solution}", "text ∅")]
    public void Parse_OfSeveralValues_KeepsWhatTheyAreTogether(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: true)), Is.EqualTo(expected));

    [TestCase("There is no solution.", "text ∅")]
    [TestCase("no real roots", "text norealsolution")]
    [TestCase("DNE", "text doesnotexist")]
    [TestCase("The limit does not exist", "text doesnotexist")]
    [TestCase("quarter to five", "text 4:45")]
    [TestCase("3 pm", "text 3pm")]
    [TestCase("January 31, 2020", "text 2020-01-31")]
    [TestCase("10:30", "text 10:30")]
    [TestCase("(A) 5", "A: 5")]
    [TestCase("B. Paris", "B: text paris")]
    [TestCase("option C", "f(C)")]
    [TestCase("5 remainder 2", "tuple R (5), (2)")]
    [TestCase("2 hours 30 minutes", "list (2 hour), (30 minute)")]
    [TestCase("Paris", "text paris")]
    [TestCase("a cat", "text acat")]
    [TestCase("15 in 2020", "15 in 2020")]
    [TestCase("", "text ")]
    public void Parse_OfWordsAndTimes_IsWhatTheySay(string text, string expected) =>
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(text, isMath: false)), Is.EqualTo(expected));

    [Test]
    public void Parse_OfATextPastTheLimits_IsText()
    {
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(new string('9', 2_001), isMath: true)), Does.StartWith("text 999"));
        Assert.That(AnswerDescription.Of(AnswerParser.Parse("9^9^9^9", isMath: true)), Does.Not.StartWith("list"));
        var nested = new string('(', 30) + "1" + new string(')', 30);
        Assert.That(AnswerDescription.Of(AnswerParser.Parse(nested, isMath: true)), Is.EqualTo("1"));
    }

    [TestCase("1, 2 and 3", 3, false, true)]
    [TestCase("1 or 2", 2, true, false)]
    [TestCase("1,000", 1, false, false)]
    [TestCase("1,000, 2,000", 2, false, true)]
    [TestCase("f(1, 2)", 1, false, false)]
    [TestCase("sand", 1, false, false)]
    [TestCase("12,345,678", 1, false, false)]
    public void Items_StandBetweenCommasAndConnectives(string text, int count, bool hasOr, bool hasComma)
    {
        var items = AnswerItems.Of(text);
        Assert.That((items.Parts.Count, items.HasOr, items.HasComma), Is.EqualTo((count, hasOr, hasComma)));
    }

    [TestCase("x", "x")]
    [TestCase("f(x)", "f(x)")]
    [TestCase("AB", "ab")]
    [TestCase("∠A", "∠a")]
    [TestCase("\"area\"", "area")]
    [TestCase("A:B", "a:b")]
    [TestCase("x + 1", null)]
    [TestCase("2x", null)]
    [TestCase("pi", null)]
    public void Name_BeforeAnEqualsSign_IsNoFormula(string text, string? expected) =>
        Assert.That(VariableNames.Of(text), Is.EqualTo(expected));
}
