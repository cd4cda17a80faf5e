using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>Values of every kind, written in every way that one has, are read as what they are.</summary>
internal sealed class ParsedFormsTests
{
    private static IEnumerable<TestCaseData> Names() => UnitTable.All.Where(unit => unit.Key != "percent")
        .SelectMany(unit => unit.Names.Select(name => new TestCaseData(name, unit.Key).SetArgDisplayNames(name)));

    [TestCaseSource(nameof(Names))]
    public void Parse_OfANumberWithAnyNameOfAUnit_HasThatUnit(string name, string key)
    {
        Assert.That((AnswerParser.Parse($"12.5 {name}", isMath: false) as Quantity)?.Unit, Is.EqualTo(key));
        if (name.Length > 2) Assert.That((AnswerParser.Parse($@"12.5\text{{ {name}}}", isMath: true) as Quantity)?.Unit, Is.EqualTo(key));
    }

    [Test]
    public void Parse_OfAFractionInAnyForm_IsItsValue()
    {
        foreach (var random in Draws.Of(150))
        {
            var value = random.Rational(30);
            var (whole, rest) = (value.Floor(), value - value.Floor());
            var forms = new List<string>
            {
                DecimalText.Fraction(value),
                $"${DecimalText.Fraction(value)}$",
                $@"\frac{{{value.Numerator}}}{{{value.Denominator}}}",
                $@"\dfrac{{{value.Numerator * 3}}}{{{value.Denominator * 3}}}",
                $@"\left(\tfrac{{{-value.Numerator}}}{{{-value.Denominator}}}\right)",
                $"{DecimalText.Fraction(value * 100)} %",
                $"x = {DecimalText.Fraction(value)}",
            };
            if (value.Sign > 0 && !rest.IsZero) forms.Add($@"{whole} + \frac{{{rest.Numerator}}}{{{rest.Denominator}}}");
            if (whole.Sign > 0 && !rest.IsZero)
            {
                forms.Add($"{whole} {rest.Numerator}/{rest.Denominator}");
                forms.Add($@"{whole}\frac{{{rest.Numerator}}}{{{rest.Denominator}}}");
            }

            foreach (var form in forms) Assert.That(Value(AnswerParser.Parse(form, form.Contains('\\'))), Is.EqualTo(value), form);
        }
    }

    [Test]
    public void Parse_OfAListOfNumbers_HasThemAll()
    {
        foreach (var random in Draws.Of(200))
        {
            var numbers = Enumerable.Range(0, random.Next(2, 8)).Select(_ => (Rational)random.Next(-2_000_000, 2_000_000)).ToList();
            var texts = numbers.Select(number => ((int)number.Numerator).ToString("N0", null)).ToList();
            var joint = random.Of([", ", "; ", " and ", " or "]);
            var list = AnswerParser.Parse(string.Join(joint, texts), isMath: random.Next(2) == 0) as Collection;
            Assert.That(list?.Items.Select(Value), Is.EqualTo(numbers.Cast<Rational?>()), string.Join(joint, texts));
        }
    }

    [Test]
    public void Parse_OfAMatrix_HasItsEntriesInEveryEnvironment()
    {
        foreach (var random in Draws.Of(100))
        {
            var (height, width) = (random.Next(1, 5), random.Next(2, 5));
            List<Rational> Row() => [.. Enumerable.Range(0, width).Select(_ => random.Rational(9))];
            var rows = Enumerable.Range(0, height).Select(_ => Row()).ToList();
            var body = string.Join(random.Of([@" \\ ", @"\\[2pt]", @" \cr "]), rows.Select(row => string.Join(" & ", row.Select(Latex))));
            var environment = random.Of(["pmatrix", "bmatrix", "matrix", "Bmatrix", "array"]);
            var columns = environment == "array" ? $"{{{new string('c', width)}}}" : "";
            var matrix = AnswerParser.Parse($@"\begin{{{environment}}}{columns} {body} \end{{{environment}}}", isMath: true) as Matrix;
            Assert.That(matrix?.Rows.SelectMany(row => row).Select(cell => cell.Constant), Is.EqualTo(rows.SelectMany(row => row)), body);
            Assert.That(matrix!.Rows, Has.Count.EqualTo(height));
        }
    }

    [Test]
    public void Parse_OfAnInterval_HasItsEndsAndBrackets()
    {
        foreach (var random in Draws.Of(100))
        {
            var (from, length) = (random.Rational(), Rational.Abs(random.Rational()) + Rational.One);
            var (hasLower, hasUpper) = (random.Next(2) == 0, random.Next(2) == 0);
            var ends = $"{DecimalText.Fraction(from)}, {DecimalText.Fraction(from + length)}";
            string[] forms =
            [
                $"{(hasLower ? '[' : '(')}{ends}{(hasUpper ? ']' : ')')}", $"{(hasLower ? '[' : ']')}{ends}{(hasUpper ? ']' : '[')}",
                $@"x \in \left{(hasLower ? '[' : '(')} {ends} \right{(hasUpper ? ']' : ')')}",
            ];
            foreach (var form in forms)
            {
                var interval = RealSets.Of(AnswerParser.Parse(form, isMath: true))?.Single();
                Assert.That((interval?.HasLower, interval?.HasUpper), Is.EqualTo((hasLower, hasUpper)), form);
                Assert.That(interval!.Lower.Formula.Constant, Is.EqualTo(from), form);
                Assert.That(interval.Upper.Formula.Constant, Is.EqualTo(from + length), form);
            }
        }
    }

    [Test]
    public void Parse_OfACongruence_HasTheLeastResidueOfAnyForm()
    {
        foreach (var random in Draws.Of(100))
        {
            var (number, modulus) = (random.Next(-500, 500), random.Next(2, 90));
            var expected = ((number % modulus) + modulus) % modulus;
            string[] forms = [$@"x \equiv {number} \pmod{{{modulus}}}", $"{number} (mod {modulus})", $@"x = {number} \bmod {modulus}"];
            foreach (var form in forms)
            {
                var congruence = AnswerParser.Parse(form, isMath: true) as Congruence;
                Assert.That((congruence?.Residue, congruence?.Modulus), Is.EqualTo(((Rational?)expected, (Rational?)modulus)), form);
            }
        }
    }

    private static string Latex(Rational value) =>
        value.IsInteger ? $"{value}" : $@"{(value.Sign < 0 ? "-" : "")}\frac{{{Rational.Abs(value).Numerator}}}{{{value.Denominator}}}";

    private static Rational? Value(AnswerValue value) => value switch
    {
        Quantity quantity => quantity.Formula.Constant,
        Assignment assignment => Value(assignment.Value),
        _ => null,
    };
}
