using Miner.Mathematics.Equations;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Equations;

internal sealed class EquationCheckerTests
{
    [TestCase("So 12 * 7 = 85.", "12 * 7 = 85", "84")]
    [TestCase("We get **12 * 7 = 85** apples", "12 * 7 = 85", "84")]
    [TestCase("(see 3 + 4 = 8)", "3 + 4 = 8", "7")]
    [TestCase("85 = 12 × 7", "85 = 12 × 7", "84")]
    [TestCase("x = 12 * 7 = 85", "12 * 7 = 85", "84")]
    [TestCase("1. 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("- 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("In 2024, 3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("| 3 + 4 = 8 |", "3 + 4 = 8", "7")]
    [TestCase("10 / 4 = 2.6", "10 / 4 = 2.6", "2.5")]
    [TestCase("10 / 3 = 3.43", "10 / 3 = 3.43", "3.33")]
    [TestCase("1,000 * 2 = 2,001", "1,000 * 2 = 2,001", "2000")]
    [TestCase("$12 \\times 7 = 85$", "12 \\times 7 = 85", "84")]
    [TestCase("2^10 = 1000", "2^10 = 1000", "1024")]
    [TestCase("\\( 12 \\times 7 = 85 \\)", "12 \\times 7 = 85", "84")]
    [TestCase("\\[ \\left( 3 + 4 \\right) \\cdot 2 = 15 \\]", "\\left( 3 + 4 \\right) \\cdot 2 = 15", "14")]
    [TestCase("$\\frac{10}{4} = 2.6$", "\\frac{10}{4} = 2.6", "2.5")]
    [TestCase("$1\\frac{1}{2} + 1 = 3\\frac{1}{2}$", "1\\frac{1}{2} + 1 = 3\\frac{1}{2}", "2.5")]
    [TestCase("$\\frac{3 \\cdot 4}{2} = 7$", "\\frac{3 \\cdot 4}{2} = 7", "6")]
    [TestCase("$BC = \\frac{AB}{2} = \\frac{14}{2} = 8$", "\\frac{14}{2} = 8", "7")]
    [TestCase("$\\binom{5}{2} = 20$", "\\binom{5}{2} = 20", "10")]
    [TestCase("$\\sqrt{16} + 1 = 6$", "\\sqrt{16} + 1 = 6", "5")]
    [TestCase("$$\\begin{aligned} 3 + 4 &= 7 \\\\ 3 + 5 &= 9 \\end{aligned}$$", "3 + 5 = 9", "8")]
    [TestCase("$n = 5 \\cdot 4 = 21, m = 3$", "5 \\cdot 4 = 21", "20")]
    [TestCase("$1{,}000 \\times 2 = 2{,}001$", "1{,}000 \\times 2 = 2{,}001", "2000")]
    [TestCase("The price is 3.5. So 12 * 7 = 85. That is it.", "12 * 7 = 85", "84")]
    [TestCase("4 * 5 = 21 hours", "4 * 5 = 21", "20")]
    [TestCase("He works 4 + 5 = 10 hours a day", "4 + 5 = 10", "9")]
    [TestCase("The cost is \\$5 + \\$3 = \\$9", "5 + \\$3 = 9", "8")]
    [TestCase("12 * 7 = \\boxed{85}", "12 * 7 = 85", "84")]
    [TestCase("12 * 7 = 85 \\text{ apples}", "12 * 7 = 85", "84")]
    [TestCase("They cost $3 * 4 = $13 in all", "3 * 4 = 13", "12")]
    [TestCase("Step 1: 17 - 9 = 9", "17 - 9 = 9", "8")]
    [TestCase("So *12 * 7 = 85* it is", "12 * 7 = 85", "84")]
    [TestCase("12 * 7 = 84 + 6 = 91", "84 + 6 = 91", "90")]
    [TestCase("3 * 12.99 = 38.87", "3 * 12.99 = 38.87", "38.97")]
    [TestCase("3/4 = 80%", "3/4 = 80%", "75%")]
    [TestCase("2/3 = 70%", "2/3 = 70%", "66.7%")]
    [TestCase("1/2 + 1/3 = 2/5", "1/2 + 1/3 = 2/5", "5/6")]
    [TestCase("-20% * 50 = -12", "20% * 50 = -12", "-10")]
    [TestCase("$x ≈ 3 + 4 = 8, 2 + 2 = 5$", "2 + 2 = 5", "4")]
    [TestCase("$= 3 + 4 = 8$", "3 + 4 = 8", "7")]
    [TestCase("$\\$3 \\times 4 = \\$13$", "\\$3 \\times 4 = 13", "12")]
    [TestCase("$€3 \\times 4 = €13$", "€3 \\times 4 = 13", "12")]
    [TestCase("14 * 2 - 1 = 1 month", "14 * 2 - 1 = 1", "27")]
    [TestCase("16 * 2 = 1 month", "16 * 2 = 1", "32")]
    [TestCase("50 + 1 = 1 year", "50 + 1 = 1", "51")]
    [TestCase("50 + 4 = 1 year", "50 + 4 = 1", "54")]
    [TestCase("358 + 1 = 1 year", "358 + 1 = 1", "359")]
    [TestCase("366 + 1 = 1 year", "366 + 1 = 1", "367")]
    [TestCase("512 * 2 = 1 km", "512 * 2 = 1", "1024")]
    [TestCase("500 * 3 = 1 MB", "500 * 3 = 1", "1500")]
    [TestCase("5 - 3 = 0 kg", "5 - 3 = 0", "2")]
    [TestCase("Counting days of the week, 5 + 4 = 1", "5 + 4 = 1", "9")]
    [TestCase("Counting days of the week, 5 + 2 = 1", "5 + 2 = 1", "7")]
    [TestCase("2 + 2 = 5 = 5 < 7", "2 + 2 = 5", "4")]
    [TestCase("Totals -\n3 + 4 = 8", "3 + 4 = 8", "7")]
    [TestCase("We see 4 = 2 + 3", "4 = 2 + 3", "5")]
    [TestCase("see 4 = 2 + 3", "4 = 2 + 3", "5")]
    [TestCase("So 2 * 3 = -6", "2 * 3 = -6", "6")]
    [TestCase("So 6 birds × 2/3 = 5 birds", "6 birds × 2/3 = 5", "4")]
    public void Check_WhenEquationIsFalse_NamesIt(string text, string equation, string correct)
    {
        var (_, failing) = EquationChecker.Check(text);

        Assert.That(
            failing.Select(failure => (failure.Text.TrimStart('-', ' '), failure.Correct)),
            Is.EqualTo(new[] { (equation, correct) }));
    }

    [TestCase("12 * 7 = 84")]
    [TestCase("5 times 7 + 3 = 38")]
    [TestCase("So 6 birds * 2/3 = 4 birds")]
    [TestCase("10 / 3 = 3.33 and 2/3 = 0.66")]
    [TestCase("3 / 20 = 15%")]
    [TestCase("12 * 7 = 80 + 4 = 84")]
    [TestCase("It costs 12 * 7 = 84 dollars.")]
    [TestCase("2/3 = 66.7% and 5/6 = 83%")]
    [TestCase("6.02 × 10^23 * 2 = 1.2 × 10^24")]
    [TestCase("\\(\\frac{5}{4} = 1\\frac{1}{4}\\)")]
    [TestCase("$3\\frac12 = 3.5 + 0$")]
    [TestCase("$BD = \\frac{BC}{2} = \\frac{14}{2} = 7$")]
    [TestCase("$0.1\\overline{6} + 1 = \\frac{7}{6}$")]
    [TestCase("$\\left\\lfloor \\frac{7}{2} \\right\\rfloor = 3$")]
    [TestCase("$P(A) = \\frac{3}{10} \\times \\frac{2}{9} = \\frac{1}{15}$")]
    [TestCase("$1\\,000 + 1 = 1\\,001$")]
    [TestCase("\\[ 15\\% \\text{ of } 200 = 0.15 \\times 200 = 30 \\]")]
    [TestCase("2/3 x 100 = 66.67%")]
    [TestCase("2/3 = 67 percent")]
    [TestCase("So: - 3 + 4 = 1")]
    [TestCase("– 3 + 4 = 7")]
    [TestCase("2000 / 75 = 26.666666666666668")]
    [TestCase("$10 / 3 = $3.33 each")]
    [TestCase("√16 + 9 = 13")]
    [TestCase("3.33 = 10 / 3")]
    [TestCase("$\\$10 / 4 = \\$2.50$")]
    [TestCase("− 3 + 4 = 7")]
    [TestCase("> - 3 + 4 = 7")]
    [TestCase("One\nTwo\n- 3 + 4 = 7")]
    [TestCase("Is 3 + 4 = 7?")]
    public void Check_WhenEquationsHold_CountsThem(string text)
    {
        var (holding, failing) = EquationChecker.Check(text);

        Assert.That(holding, Is.GreaterThan(0));
        Assert.That(failing, Is.Empty);
    }

    [TestCase("x + 3 = 7 and 2x = 9")]
    [TestCase("12 * 7 = 85 is wrong")]
    [TestCase("It is not true that 12 * 7 = 85.")]
    [TestCase("7 + 8 = 3 (mod 12)")]
    [TestCase("7 / 2 = 3 remainder 1")]
    [TestCase("$5 \\cdot 7 \\bmod 3 + 1 = 9 \\pm 1$")]
    [TestCase("2 * 1500000 = 3 million")]
    [TestCase("```\n12 * 7 = 85\n```")]
    [TestCase("Write `1 + 1 = 3` here")]
    [TestCase("assert 12 * 7 == 85")]
    [TestCase("3 = 4")]
    [TestCase("50 - 20% = 40")]
    [TestCase("40 = 50 - 20%")]
    [TestCase("-2^2 = 4")]
    [TestCase("1 + 1 = 10 in binary")]
    [TestCase("3 m * 4 m = 13 m")]
    [TestCase("6/2(1+2) = 1")]
    [TestCase("17 / 5 = 4 with a remainder of 2")]
    [TestCase("365 / 7 = 52 weeks")]
    [TestCase("10 / 4 = 3 buses")]
    [TestCase("Pages 10-20 = 11 pages")]
    [TestCase("2020 - 2024 = 5 years")]
    [TestCase("2:30 + 45 = 3:15")]
    [TestCase("Step 2 - 3 + 4 = 7")]
    [TestCase("10 apples - 3 * 2 = 4 apples")]
    [TestCase("3.33 * 300 = 1000")]
    [TestCase("2 * 3.14 * 5 = 31.42")]
    [TestCase("1.200 + 300 = 1.500")]
    [TestCase("5 * 20 = $1")]
    [TestCase("5 + 5 = 10!")]
    [TestCase("Is 5 + 3 = 9?")]
    [TestCase("That would make 2 + 2 = 5, a contradiction")]
    [TestCase("https://example.org/search?q=3+4=9&x=2*3=7")]
    [TestCase("see example.org?id=3+4=9")]
    [TestCase("9 + 5 = 2 o'clock")]
    [TestCase("11 + 3 = 2 pm")]
    [TestCase("In the afternoon 10 + 4 = 2")]
    [TestCase("13:00 + 2 = 3")]
    [TestCase("5 + 3 = 1 (Monday)")]
    [TestCase("270 + 180 = 90 degrees")]
    [TestCase("9 - 5 = 16 months")]
    [TestCase("10 + 6 = 0x10")]
    [TestCase("1 in 4 = 20%")]
    [TestCase("1 : 4 = 20%")]
    [TestCase("(10 + 5) : 5 + 1 = 4")]
    [TestCase("60 * 60 = 1 hour")]
    [TestCase("$60 \\times 60 \\text{ seconds} = 1 \\text{ hour}$")]
    [TestCase("500 + 500 = 1 kg")]
    [TestCase("2 * 182 = 1 year")]
    [TestCase("512 * 2 = 1 MB")]
    [TestCase("100 * 60 = 1.67 hours")]
    [TestCase("22/7 = 3.14159")]
    [TestCase("$2\\frac{1}{2} = 1$")]
    [TestCase("$12_{10} + 1 = 14$")]
    [TestCase("101_2 + 1 = 110_2")]
    [TestCase("$3 \\cdot 5 = 1 \\pmod 7$")]
    [TestCase("$AB(3+1) = 9$")]
    [TestCase("$\\frac{10}{3} \\approx 3.33 \\times 2 = 7$")]
    [TestCase("$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} + 3 + 4 = 8$")]
    [TestCase("$2,5 + 1 = 3,6$")]
    [TestCase("2,5 + 1 = 3,5")]
    [TestCase("1 + 2 + ... + 9 + 10 = 55")]
    [TestCase("$1 + 2 + \\cdots + 9 + 10 = 55$")]
    [TestCase("1/3 + 2/3 = 0.999...")]
    [TestCase("12 + 3 +\n 4 + 5 = 24")]
    [TestCase("[7/2] + [7/4] = 4")]
    [TestCase("sqrt 16 + 9 = 5")]
    [TestCase("log(1000) = 6.9")]
    [TestCase("- 2 * 3 = -6")]
    [TestCase("2(2) + 3 = 8. This is not true.")]
    [TestCase("The price is 3.5 if 3 + 4 = 8")]
    [TestCase("$12 \\times 7 = 85$ is wrong")]
    [TestCase("$12 \\times 7 = 85 \\text{ is impossible}$")]
    [TestCase("log10(100) = 2")]
    [TestCase("5 = √16 + 9")]
    [TestCase("√16 + 9 = 5")]
    [TestCase("3/4 ÷ 1/2 = 1.5")]
    [TestCase("Sqrt 16 + 9 = 5")]
    [TestCase("√2.25 + 4 = 2.5")]
    [TestCase("√25 - 9 = 4")]
    [TestCase("−2^2 = 4")]
    [TestCase("14 * 2 = 1 month")]
    [TestCase("30 + 1 = 1 month")]
    [TestCase("2 * 2 = 1 month")]
    [TestCase("2 + 3 = 1 month")]
    [TestCase("26 * 2 = 1 year")]
    [TestCase("50 + 3 = 1 year")]
    [TestCase("36 * 10 = 1 year")]
    [TestCase("365 + 1 = 1 year")]
    [TestCase("Counting days of the week, 5 + 3 = 1")]
    [TestCase("$\\frac{22}{7} \\times 49 = 153.94$")]
    [TestCase("$\\frac{10}{3} ≈ 4 + 5 = 10$")]
    [TestCase("$3 + 4 = = 8$")]
    [TestCase("#3 + 4 = 8")]
    [TestCase("@3 + 4 = 8")]
    [TestCase("~3 + 4 = 8")]
    [TestCase("≈ 3 + 4 = 8")]
    [TestCase("… 9 + 10 = 55")]
    [TestCase("...9 + 10 = 55")]
    [TestCase("3 &times; 4 + 1 = 13")]
    [TestCase("4 + 1 &divide; 2 = 4.5")]
    [TestCase("1:3 + 4 = 8")]
    [TestCase("2,3 + 4 = 8")]
    [TestCase("3 + 4 = 8…")]
    [TestCase("3 + 4 = 8...")]
    [TestCase("3 + 4 = 8:30")]
    [TestCase("3 + 4 = 8,5")]
    [TestCase("12 -\n3 + 4 = 5")]
    [TestCase("12 ×\n3 + 4 = 40")]
    [TestCase("12 ÷\n3 + 4 = 9")]
    [TestCase("(12) /\n3 + 4 = 9")]
    [TestCase("So 6 birds · 2/3 = 5 birds")]
    [TestCase("Of 50 birds – 3 * 2 = 45")]
    [TestCase("3 + 4 = = 8")]
    [TestCase("Step 2 – 3 + 4 = 7")]
    [TestCase("Step 2 − 3 + 4 = 7")]
    [TestCase("101 + 1 = 110₂")]
    [TestCase("3 + 4 = 8 … and so on")]
    [TestCase("(six) * 2 + 1 = 9")]
    [TestCase("\"6\" * 2 + 1 = 9")]
    [TestCase("Qty. * 2 + 1 = 9")]
    [TestCase("12 −\n3 + 4 = 5")]
    [TestCase("12 ·\n3 + 4 = 50")]
    [TestCase("20% on 15 = 2 + 2")]
    [TestCase("– 2 * 3 = -6")]
    [TestCase("− 2 * 3 = -6")]
    public void Check_WhenItMayBeMeantOtherwise_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [Test]
    public void Check_WhenACalculationGoesOn_ComparesEachStep() =>
        Assert.That(EquationChecker.Check("12 * 7 = 84 + 6 = 90 / 7 = 12.86 * 2 = 25.72").False, Is.Empty);

    [Test]
    public void Correct_CarriesTheRightNumberOn()
    {
        const string text = "First 12 * 7 = 85. Then 85 + 16 = 101, so the answer is 101.";

        var (corrected, changes) = EquationCorrector.Correct(text, "What is 12*7 + 16?");

        Assert.That(corrected, Is.EqualTo("First 12 * 7 = 84. Then 84 + 16 = 100, so the answer is 100."));
        Assert.That(changes.Select(change => change.Correct), Is.EqualTo(new[] { "84", "100" }));
    }

    [TestCase("There are 85 seats. 12 * 7 = 85. All 85 are free.", "", "There are 85 seats. 12 * 7 = 84. All 85 are free.")]
    [TestCase("12 * 7 = 85. All 85 seats are free.", "Are 85 seats enough?", "12 * 7 = 84. All 85 seats are free.")]
    [TestCase("We get $12 \\cdot 7 = \\boxed{85}$.", "", "We get $12 \\cdot 7 = \\boxed{84}$.")]
    [TestCase("$12 \\cdot 7 = 85 \\text{ m}$", "", "$12 \\cdot 7 = 84 \\text{ m}$")]
    [TestCase("12 * 7 = 85, or 85.5 or 1.85 or 850", "", "12 * 7 = 84, or 85.5 or 1.85 or 850")]
    [TestCase("2 * 3 = 3 + 4", "", "2 * 3 = 3 + 4")]
    [TestCase("85 are given. 12 * 7 = 85. All 85 are free.", "", "85 are given. 12 * 7 = 84. All 85 are free.")]
    [TestCase("12 * 7 = 85. All 85 seats are free.", "85 seats?", "12 * 7 = 84. All 85 seats are free.")]
    [TestCase("12 * 7 = 85. Room A85, 1,85 and 85,5.", "", "12 * 7 = 84. Room A85, 1,85 and 85,5.")]
    [TestCase("$3 - 5 = -3 \\text{ m}$", "", "$3 - 5 = -2 \\text{ m}$")]
    [TestCase("$600 + 500 = 1,000 \\text{ m}$", "", "$600 + 500 = 1100 \\text{ m}$")]
    [TestCase("$1.5 \\cdot 2 = 3.5 \\text{ m}$", "", "$1.5 \\cdot 2 = 3 \\text{ m}$")]
    [TestCase("2 * 3 = 3 + 4. 1 + 1 = 3.", "", "2 * 3 = 3 + 4. 1 + 1 = 2.")]
    public void Correct_LeavesNumbersOfOtherOrigin(string text, string question, string expected) =>
        Assert.That(EquationCorrector.Correct(text, question).Text, Is.EqualTo(expected));

    [Test]
    public void Check_OfManyEquations_ReadsTheFirst500() =>
        Assert.That(EquationChecker.Check(string.Concat(Enumerable.Repeat("1 + 1 = 2. ", 600))).True, Is.EqualTo(500));

    [Test]
    public void Check_WhenASideIsTooLongToBeRead_ReadsTheOthers() =>
        Assert.That(
            EquationChecker.Check($"$1 + {new string('1', 500)} = 3 + 4 = 8$").False.Select(equation => equation.Text),
            Is.EqualTo(new[] { "3 + 4 = 8" }));

    [TestCase(20, "1 + 1 = 3. 2 + 2 = 5.", Description = "less than the text")]
    [TestCase(21, "1 + 1 = 2. 2 + 2 = 5.")]
    [TestCase(41, "1 + 1 = 2. 2 + 2 = 5.")]
    [TestCase(42, "1 + 1 = 2. 2 + 2 = 4.", Description = "twice the text")]
    public void Correct_WithinTheLimitOfWhatIsRead_PutsTheFirstRight(int maxRead, string expected) =>
        Assert.That(EquationCorrector.Correct("1 + 1 = 3. 2 + 2 = 5.", "", maxRead).Text, Is.EqualTo(expected));

    [Test]
    public void Correct_OfManyFalseEquations_PutsTwentyRight()
    {
        var text = string.Concat(Enumerable.Range(1, 25).Select(number => $"{number}00 + 1 = {number}05. "));
        Assert.That(EquationCorrector.Correct(text, "").Corrected, Has.Count.EqualTo(20));
    }

    [TestCase(60, true)]
    [TestCase(61, false)]
    public void Correct_OfALongNumber_PutsRightUpTo60Digits(int digits, bool expected)
    {
        var text = $"1 + 1 = {new string('9', digits)}.";
        Assert.That(EquationCorrector.Correct(text, "").Text, Is.EqualTo(expected ? "1 + 1 = 2." : text));
    }

    [TestCase("1 + 1 = 3. ")]
    [TestCase("=")]
    [TestCase("1=")]
    [TestCase("9^9^9 = 1 ")]
    [TestCase("`")]
    [TestCase("a")]
    [TestCase("((((1+1=")]
    [TestCase("85 ")]
    [TestCase("1.000.000 + 1 = 1.5 ")]
    [TestCase("\\frac{1}{2}")]
    [TestCase("\\frac{")]
    [TestCase("$\\frac{1}{2}=1$ ")]
    [TestCase("\\begin{pmatrix}")]
    [TestCase("\\begin{aligned}1+1&=3\\\\")]
    [TestCase("1+1=3,")]
    [TestCase("a?b=1")]
    [TestCase("://")]
    [TestCase("1 1/2=1 ")]
    [TestCase("$1 ")]
    [TestCase("1.11")]
    [TestCase("1+1=3 (a")]
    [TestCase("1+1=1 a 1 ")]
    [TestCase("(1) 1+1=1 (1) ")]
    [TestCase("+ 1+1=3\n")]
    public void Correct_WhenTextIsHostile_EndsFast(string piece)
    {
        var text = "12 * 7 = 85. " + string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(3), () => EquationCorrector.Correct(text, ""));
    }

    [Test]
    public void Check_WhenALongLineIsAllFormulas_LooksBackFromNoneToItsStart()
    {
        var text = string.Concat(Enumerable.Repeat("so - 3 + 1 = 2 ", 70_000));
        CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => EquationChecker.Check(text));
    }

    [TestCase("2^9994 = 5")]
    [TestCase("10^3009 = 5")]
    [TestCase("2^9999 = 5, 5 = 2^9999")]
    public void Check_OfNumbersAtTheEdgeOfExactArithmetic_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("1000! = 5; ")]
    [TestCase("1.01^999 = 5; ")]
    [TestCase("$\\binom{999}{500} = 5$ ")]
    public void Check_OfManyLongNumbers_TakesLittle(string equation)
    {
        var text = string.Concat(Enumerable.Repeat(equation, 2_000));

        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(500), () => EquationChecker.Check(text));
    }
}
