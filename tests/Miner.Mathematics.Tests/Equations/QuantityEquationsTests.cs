using Miner.Mathematics.Equations;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Equations with units, nouns and words between their signs.</summary>
internal sealed class QuantityEquationsTests
{
    [TestCase("She carries 5 kg + 3 kg = 9 kg of rice.", "5 kg + 3 kg = 9", "8")]
    [TestCase("5kg + 3kg = 9kg", "5kg + 3kg = 9", "8")]
    [TestCase("32 slices - 5 slices = 26 slices are left", "32 slices - 5 slices = 26", "27")]
    [TestCase("5 red apples + 3 green apples = 9 apples", "5 red apples + 3 green apples = 9", "8")]
    [TestCase("3 cups of flour + 2 cups of sugar = 6 cups", "3 cups of flour + 2 cups of sugar = 6", "5")]
    [TestCase("2 boxes × 12 pencils/box = 26 pencils", "2 boxes × 12 pencils/box = 26", "24")]
    [TestCase("200 words / 4 words per line = 40 lines", "200 words / 4 words per line = 40", "50")]
    [TestCase("7 m × 8 = 54 m long", "7 m × 8 = 54", "56")]
    [TestCase("3 m × 4 m = 13 m²", "3 m × 4 m = 13", "12")]
    [TestCase("20 km / 4 km/h = 6 h", "20 km / 4 km/h = 6", "5")]
    [TestCase("V = 2 A × 5 Ω = 11 V", "2 A × 5 Ω = 11", "10")]
    [TestCase("5 kg × 3 m/s² = 16 N", "5 kg × 3 m/s² = 16", "15")]
    [TestCase("$20/hr * 8 hrs = $150", "$20/hr * 8 hrs = $150", "160")]
    [TestCase("(5 kg + 3 kg) × 2 = 17 kg", "(5 kg + 3 kg) × 2 = 17", "16")]
    [TestCase("2 m + 50 cm = 2.6 m", "2 m + 50 cm = 2.6", "2.5 metres")]
    [TestCase("1 h 30 min + 45 min = 2 h 30 min", "1 h 30 min + 45 min = 2 h 30 min", "135 minutes")]
    [TestCase("3 ft 6 in + 2 ft 8 in = 6 ft 4 in", "3 ft 6 in + 2 ft 8 in = 6 ft 4 in", "74 inches")]
    [TestCase("90° + 60° = 160°", "90° + 60° = 160", "150")]
    [TestCase("$5 \\text{ kg} + 3 \\text{ kg} = 9 \\text{ kg}$", "5 \\text{ kg} + 3 \\text{ kg} = 9", "8")]
    [TestCase("\\[\\frac{120\\,\\text{km}}{60\\,\\text{km/h}} = 3\\,\\text{h}\\]", "\\frac{120\\,\\text{km}}{60\\,\\text{km/h}} = 3", "2")]
    [TestCase("20% of 50 = 12", "20% of 50 = 12", "10")]
    [TestCase("20 percent of 50 = 12", "20 percent of 50 = 12", "10")]
    [TestCase("1/2 of 30 = 16", "1/2 of 30 = 16", "15")]
    [TestCase("$\\frac{1}{2} \\text{ of } 30 = 16$", "\\frac{1}{2} \\text{ of } 30 = 16", "15")]
    [TestCase("4 times 6 = 25", "4 times 6 = 25", "24")]
    [TestCase("20 divided by 4 = 6", "20 divided by 4 = 6", "5")]
    [TestCase("12 minus 4 plus 1 = 8", "12 minus 4 plus 1 = 8", "9")]
    [TestCase("Tom (5) + Ann (7) = 13", "5 + 7 = 13", "12")]
    [TestCase("12 x 2 = <<12*2=25>>25 pages", "12 x 2 = 25", "24")]
    [TestCase("小明有3+4=8个苹果", "3+4 = 8", "7")]
    [TestCase("\\begin{align*}\nx &= 3 + 4 \\\\\n&= 8\n\\end{align*}", "3 + 4 = 8", "7")]
    [TestCase("$$\\begin{aligned} x &= 3 + 4 \\\\[2mm] {}&= 8 \\end{aligned}$$", "3 + 4 = 8", "7")]
    [TestCase("[3 + 4] × 2 = 15", "[3 + 4] × 2 = 15", "14")]
    [TestCase("= 18 / 4 = 5.5 g/mol", "18 / 4 = 5.5", "4.5")]
    public void Check_OfAFalseEquation_NamesIt(string text, string equation, string correct) =>
        Assert.That(
            EquationChecker.Check(text).False.Select(failure => (failure.Text, failure.Correct)),
            Is.EqualTo(new[] { (equation, correct) }));

    [TestCase("3 shirts + 2 pants = 6 pieces")]
    [TestCase("2 dozen + 3 eggs = 27 eggs")]
    [TestCase("2 boxes of 12 pencils + 3 pencils = 27 pencils")]
    [TestCase("3 quarters + 2 quarters = $1.25")]
    [TestCase("1 day + 4 hours = 12 hours", Description = "of work")]
    [TestCase("300 s / 60 = 5 min")]
    [TestCase("3 feet × 12 = 36 inches")]
    [TestCase("40 dB + 40 dB = 43 dB")]
    [TestCase("20 °C + 10 °C = 303 K")]
    [TestCase("350° + 20° = 10°")]
    [TestCase("2 GB × 1024 = 2048 MB")]
    [TestCase("160 cm / 150 cm = 32 : 30")]
    [TestCase("3 apples + 2 apples = 10, so each is 2")]
    [TestCase("6 - 5 kg + 3 kg = 9 kg")]
    [TestCase("5 kg + 3 kg = 9 thousand")]
    [TestCase("Tom (5) + Ann (7) = 2 people")]
    [TestCase("Equation (1) + Equation (2) = 4")]
    [TestCase("sqrt (9) + cbrt (8) = 5")]
    [TestCase("17÷5=3余2")]
    [TestCase("60×60=1小时")]
    [TestCase("60 × 60 = 1 Stunde")]
    [TestCase("5 more than 2 + 1 = 8")]
    [TestCase("The product of 3 and 4 + 1 = 13")]
    [TestCase("negative 5 + 3 = -2")]
    [TestCase("3 of 4 + 1 = 80%")]
    [TestCase("\\begin{align} S &= (1+3+5) \\\\ & \\quad - (0+2+4) \\\\ &= 3 \\end{align}")]
    [TestCase("$13!(15 \\cdot 14-1)=13$ ! $\\cdot 209$")]
    public void Check_OfWhatCountsOtherThings_IsSilent(string text) => Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("1 kg + ")]
    [TestCase("1 kg + 1 kg = 3 kg ")]
    [TestCase("(1 kg + ")]
    [TestCase("1 a = ")]
    [TestCase("1 ft 1 in = ")]
    [TestCase("2^3^2^1^2^3 = 1; ")]
    [TestCase("Tom (5) + Ann (7) = 13 ")]
    [TestCase("the sum of 3 and 4+1 = 9 ")]
    [TestCase("a*b=a ")]
    [TestCase("$5 \\text{ kg} + 3 \\text{ kg} = 9 \\text{ kg}$ ")]
    [TestCase("\\begin{align} x &= 1+1 \\\\ &= 3 \\end{align} ")]
    [TestCase("\\\\ & ")]
    [TestCase("<<1+1=3>>")]
    public void Check_OfAMegabyteOfOneShape_EndsFast(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => EquationChecker.Check(text), piece);
    }
}
