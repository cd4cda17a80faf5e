using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Where an equation that does not hold to the letter is let pass, and where it is not.</summary>
internal sealed class LeewayTests
{
    [TestCase("3/4", "75", true, Description = "per cent")]
    [TestCase("5*20", "1", true, Description = "cents and dollars")]
    [TestCase("3/4", "76", false)]
    [TestCase("365/7", "52", true, Description = "whole weeks")]
    [TestCase("365/7", "53", true)]
    [TestCase("365/7", "54", false)]
    [TestCase("12*7", "84 + 6", true, Description = "the calculation goes on")]
    [TestCase("10/3", "3.33 * 2", true)]
    [TestCase("12*7", "85 + 6", false)]
    [TestCase("2020-2024", "5", true, Description = "years from one to the other")]
    [TestCase("2020-2024", "-5", false)]
    [TestCase("2024-2020", "5", false)]
    [TestCase("9-5", "8", true, Description = "from nine to five")]
    [TestCase("9-5", "7", false)]
    [TestCase("2021-2020", "11", false)]
    [TestCase("22/7*49", "153.94", true, Description = "pi was meant")]
    [TestCase("22/7", "3.1416", true)]
    [TestCase("355/113", "3.14159", true)]
    [TestCase("22/7*49", "155", false)]
    [TestCase("22/7*49", "153.9", true)]
    [TestCase("22/7*1000", "3141", true)]
    [TestCase("22/7*1000", "3143", true, Description = "or not meant, and rounded")]
    [TestCase("22 / 7", "3.14159265359", true)]
    [TestCase("355/113", "3.1415926", true)]
    [TestCase("2*(22)/(7)", "6.28319", true)]
    [TestCase("22/7^2", "9.87", true, Description = "the square of the fraction")]
    [TestCase("122/7", "3.14", false)]
    [TestCase("22/71", "3.14", false)]
    [TestCase("22/7.5", "1.57", false)]
    [TestCase("3", "3 1/2*2", true, Description = "three times a half")]
    [TestCase("10/7", "2 10/14", true)]
    [TestCase("100/5*4", "5", true, Description = "the product divides")]
    [TestCase("100/5*4", "10", false)]
    [TestCase("3.33*300", "1000", true, Description = "the factor was rounded")]
    [TestCase("3.33*300", "1005", false)]
    [TestCase("3*300", "901", false, Description = "a whole number was not")]
    [TestCase("5+5", "10!", true, Description = "an exclamation")]
    [TestCase("5+5", "11!", false)]
    [TestCase("1.200+300", "1.500", true, Description = "points between thousands")]
    [TestCase("1.200+300", "1.600", false)]
    [TestCase("300+1.200", "1.500", true)]
    [TestCase("100.200+300", "100.500", true)]
    [TestCase("1.2345+1", "12346", false)]
    [TestCase("1234.567+1", "1234568", false)]
    [TestCase("12345+0", "1.2345", false)]
    [TestCase("1234567+0", "1234.567", false)]
    [TestCase("0.00+6", "7", false)]
    [TestCase("100-98", "10", false)]
    [TestCase("2020-2024", "0", false)]
    [TestCase("5-5", "1", false)]
    [TestCase("12-10", "10", true)]
    [TestCase("9–5", "8", true)]
    [TestCase("9−5", "8", true)]
    [TestCase("2020–2024", "5", true)]
    [TestCase("1+2020-2024", "9", false)]
    [TestCase("2020-2024*3", "5", false)]
    [TestCase("3 - 8", "6", false)]
    [TestCase("3-15", "-12 * 2", true)]
    [TestCase("3-15", "−12 * 2", true)]
    [TestCase("500*2", "1,000 + 6", true)]
    [TestCase("365/7", "50+2", false)]
    [TestCase("100÷5*4", "5", true)]
    [TestCase("100/5×4", "5", true)]
    [TestCase("100/5*2*2", "5", true)]
    [TestCase("10.5/2*3", "1.75", true)]
    [TestCase("100 / 5 * 4", "5", true)]
    [TestCase("100/5*4+1", "5", true)]
    [TestCase("100/5*4+1", "6", true)]
    [TestCase("100/5*4+1", "7", false)]
    [TestCase(".33*300", "100", true)]
    [TestCase("3.33*300", "1000.5", true)]
    [TestCase("3.33*300", "1001", false)]
    [TestCase("-3.33*300", "-1000", true)]
    [TestCase("3.33*300", "500+500", true)]
    [TestCase("2020 − 2024", "5", true)]
    [TestCase("5", "12 1/2*2 + 1/2*4", false)]
    public void Allows_WhatMayBeMeantOtherwise(string left, string right, bool expected)
    {
        var allowed = Leeway.Allows(
            new EquationSide(0, left, left, ""), Formulas.Value(left),
            new EquationSide(left.Length + 1, right, right, ""), Formulas.Value(right));
        Assert.That(allowed, Is.EqualTo(expected));
    }

    [TestCase("1.204 * 10^24", "1.2 × 10^24", true)]
    [TestCase("1.204 * 10^24", "1.4 × 10^24", false)]
    [TestCase("0.00012345", "1.23 * 10^-4", true)]
    [TestCase("-1/3", "-0.33", true)]
    [TestCase("-1/3", "-0.43", false)]
    [TestCase("10/3", "3", false, Description = "without decimals nothing says that it is rounded")]
    [TestCase("61/20", "3", false)]
    [TestCase("1/8", "12.5%", true)]
    [TestCase("1/8", "12%", true)]
    [TestCase("1/8", "15%", false)]
    [TestCase("1/3", "33.3 %", true)]
    [TestCase("2000/75", "26.666666666666668", true, Description = "as a machine writes it")]
    [TestCase("2/3", "0.6666666666670", true)]
    [TestCase("2/3", "0.666666666664", false)]
    [TestCase("1/3", ".33", true)]
    [TestCase("400", "20% * 20", false)]
    [TestCase("1.204*10^24", "1.2 × 10^24 + 5", false)]
    [TestCase("13301/2000", "13.3/2", false, Description = "a calculation has no decimals")]
    [TestCase("-1.204 * 10^24", "-1.2 × 10^24", true)]
    [TestCase("1.204 * 10^24", "1.2 × 10**24", true)]
    [TestCase("1.204 * 10^24", "1.2 × 10^{24}", true)]
    [TestCase("1.32 * 10^24", "1.2 × 10^24", false)]
    [TestCase("1.3 * 10^24", "1.2 × 10^24", false)]
    [TestCase("100/8", "12.5%", true)]
    [TestCase("100/8", "12%", true)]
    [TestCase("100/8", "14%", false)]
    public void IsRounded_InEveryNotation(string exact, string written, bool expected) =>
        Assert.That(Leeway.IsRounded(Formulas.Value(exact), written, Formulas.Value(written)), Is.EqualTo(expected));

    [TestCase("1,000.5", true)]
    [TestCase("-3", true)]
    [TestCase("−3", true)]
    [TestCase("3/4", false)]
    [TestCase("50%", false)]
    [TestCase("x", false)]
    [TestCase("", false)]
    public void IsNumber_OfDigitsAlone(string text, bool expected) => Assert.That(Leeway.IsNumber(text), Is.EqualTo(expected));

    [TestCase("22 / 7 = 3.16", "3.14")]
    [TestCase("1/8 = 15%", "12.5%")]
    [TestCase("5/6 - 1/2 = 1/4", "1/3")]
    [TestCase("0.1 + 0.2 = 0.4", "0.3")]
    [TestCase("|3 - 8| = 6", "5")]
    [TestCase("√16 = 5", "4")]
    [TestCase("3² + 4² = 24", "25")]
    [TestCase("5! = 110", "120")]
    [TestCase("gcd(12, 18) = 4", "6")]
    [TestCase("sqrt(144) + 5 = 18", "17")]
    [TestCase("½ + ¼ = ⅔", "0.75")]
    [TestCase("2(3 + 4) = 15", "14")]
    [TestCase("-20% * 50 = -12", "-10")]
    [TestCase("5 + 3 = 5", "8", Description = "what goes on with 5 must follow it")]
    [TestCase("100 * 2 = 100", "200")]
    [TestCase("Counting days of the week, 5 + 4 = 1", "9")]
    [TestCase("Counting days of the week, 5 + 2 = 1", "7")]
    [TestCase("So, 9 + 5 = 7", "14", Description = "a week apart where nothing speaks of weeks")]
    public void Check_OfAFalseEquation_GivesTheValueAsItWasWritten(string text, string expected) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { expected }));

    [TestCase("Counting days of the week, 5 + 3 = 1")]
    [TestCase("5 = √16 + 9")]
    [TestCase("√16 + 9 = 5")]
    [TestCase("Sqrt 16 + 9 = 5")]
    [TestCase("√2.25 + 4 = 2.5")]
    [TestCase("√25 - 9 = 4")]
    [TestCase("−2^2 = 4")]
    [TestCase("5-40% = 3")]
    public void Check_OfWhatIsReadInTwoWays_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text), Is.EqualTo((0, Array.Empty<FalseEquation>())));

    [TestCase("1 + 1 = 2, 2 + 2 = 4 and 3 + 3 = 7", 2, 1)]
    [TestCase("√16 + 9 = 13", 1, 0)]
    [TestCase("3.33 = 10 / 3", 1, 0)]
    [TestCase("1 + 1 = 2 = 4 / 2", 2, 0)]
    [TestCase("2 * 3 = 6 < 7", 0, 0, Description = "an inequality is not read")]
    [TestCase("10 - 3.5 = 6", 0, 0)]
    [TestCase("2^0.5 = 2", 0, 0, Description = "no exact value to compare")]
    public void Check_OfSeveralEquations_CountsEach(string text, int holding, int failing)
    {
        var result = EquationChecker.Check(text);
        Assert.That((result.True, result.False.Count), Is.EqualTo((holding, failing)));
    }

    [TestCase("2 + 2 = 5; 5 * 3 = 15; 15 - 1 = 14", "2 + 2 = 4; 4 * 3 = 12; 12 - 1 = 11")]
    [TestCase("7 * 8 = 54 and 54 + 1 = 55", "7 * 8 = 56 and 56 + 1 = 57")]
    [TestCase("-3 + 1 = -4", "-3 + 1 = -2")]
    [TestCase("10 = 3 * 4", "12 = 3 * 4")]
    [TestCase("3 + 4 = 8. The 8th of 18 or 8.5 stays, 8 goes.", "3 + 4 = 7. The 8th of 18 or 8.5 stays, 7 goes.")]
    public void Correct_OfAWrongResult_CarriesItOn(string text, string expected) =>
        Assert.That(EquationCorrector.Correct(text, "").Text, Is.EqualTo(expected));

    [TestCase("sin(1)", true)]
    [TestCase("x + Max(1, 2)", true)]
    [TestCase("pi", false, Description = "a constant")]
    [TestCase("mass", false)]
    [TestCase("xsin(1)", false)]
    [TestCase("logs(2)", false)]
    public void HasFunction_OfANameInAFormula(string text, bool expected) =>
        Assert.That(FormulaScanner.HasFunction(text), Is.EqualTo(expected));
}
