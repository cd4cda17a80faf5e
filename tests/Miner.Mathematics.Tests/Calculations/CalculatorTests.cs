using Miner.Mathematics.Calculations;

namespace Miner.Mathematics.Tests.Calculations;

[TestFixture]
internal sealed class CalculatorTests
{
    [TestCase("3/4 + 2^10", "1024.75 = 4099/4")]
    [TestCase("12*7 =", "84")]
    [TestCase(@"\frac{22}{7}", "22/7 ≈ 3.14285714285714")]
    [TestCase("$2 + 2$", "4")]
    [TestCase("1,234 × 2", "2468")]
    [TestCase("sqrt(50)", "5√2 ≈ 7.07106781186548")]
    [TestCase("3 + 2*sqrt(3)", "3 + 2√3 ≈ 6.46410161513775")]
    [TestCase("pi", "≈ 3.14159265358979")]
    [TestCase("-2^2", "-4")]
    [TestCase("7^222 % 13", "12")]
    [TestCase("binom(52; 5)", "2598960")]
    [TestCase("gcd(48, 36)", "12")]
    [TestCase("2^1200", "17218479456385750618…35913511141036261376, a whole number of 362 digits")]
    public void Evaluate_OfAFormula_IsItsExactValue(string formula, string expected) =>
        AssertResult(Calculator.Compute("evaluate", [formula]), expected);

    [TestCase("2x + 3 = 11", "x = 4")]
    [TestCase("x^2 - 5x + 6 = 0", "x = 2 or x = 3")]
    [TestCase("x^2 = x + 1", "x = (1 - √5)/2 ≈ -0.618033988749895 or x = (1 + √5)/2 ≈ 1.61803398874989")]
    [TestCase("x^2 + 1 = 0", "x = i or x = -i")]
    [TestCase("1/(x - 2) = 3", "x = 7/3 ≈ 2.33333333333333")]
    [TestCase("(x^2 - 4)/(x - 2) = 4", "no solution")]
    [TestCase("x + 1 = x", "no solution")]
    [TestCase("2(x + 1) = 2x + 2", "every value of x for which both sides are defined")]
    [TestCase("x + y = 10; x - y = 4", "x = 7, y = 3")]
    [TestCase("x + y = 10, 2x - y = 4.5", "x = 29/6 ≈ 4.83333333333333, y = 31/6 ≈ 5.16666666666667")]
    [TestCase("x + y = 1; x + y = 2", "no solution")]
    [TestCase("x + y = 1; 2x + 2y = 2", "infinitely many solutions")]
    public void Solve_OfEquations_GivesAllSolutions(string equations, string expected) =>
        AssertResult(Calculator.Compute("solve", [equations]), expected);

    [TestCase("gcd", "12", "84", "36", "60")]
    [TestCase("lcm", "1020", "51", "68", "5")]
    [TestCase("factorise", "2^3 * 3^2 * 5", "360")]
    [TestCase("is_prime", "prime", "2^31 - 1")]
    [TestCase("is_prime", "not prime", "91")]
    [TestCase("power_mod", "445", "4", "13", "497")]
    [TestCase("power_mod", "4", "3", "-1", "11")]
    [TestCase("convert", "78125/25146 ≈ 3.10685596118667 miles", "5", "km", "miles")]
    [TestCase("convert", "5000 metres", "5 km", "m")]
    [TestCase("convert", "98.6 = 493/5 °F", "37", "celsius", "fahrenheit")]
    [TestCase("convert", "10 metres per second", "36", "km/h", "m/s")]
    [TestCase("convert", "0.001 = 1/1000 kg/cm^3", "1000", "kg/m^3", "kg/cm^3")]
    public void Compute_OfNumbers_GivesTheResult(string operation, string expected, params string[] input) =>
        AssertResult(Calculator.Compute(operation, input), expected);

    [TestCase("evaluate", "one formula")]
    [TestCase("evaluate", "one formula", "1", "2")]
    [TestCase("evaluate", "not a formula", "what is 2+2")]
    [TestCase("evaluate", "not a formula", "__import__('os').system('id')")]
    [TestCase("evaluate", "a variable, x", "2x + 1")]
    [TestCase("evaluate", "no value", "1/0")]
    [TestCase("evaluate", "no value", "sqrt(0 - 4)")]
    [TestCase("evaluate", "too large", "9^9^9")]
    [TestCase("solve", "one = each", "x > 3")]
    [TestCase("solve", "one = each", "x = 3 = 3")]
    [TestCase("solve", "no variable", "1 = 1")]
    [TestCase("solve", "Only polynomial", "sin(x) = 1")]
    [TestCase("solve", "linear", "x*y = 1", "x = 2")]
    [TestCase("solve", "one equation", " ")]
    [TestCase("solve", "Not all solutions can be written exactly", "x^5 - x - 1 = 0")]
    [TestCase("solve", "degree", "x^9 = 1")]
    [TestCase("gcd", "whole numbers", "1.5", "3")]
    [TestCase("lcm", "whole numbers")]
    [TestCase("factorise", "positive whole number", "0")]
    [TestCase("is_prime", "too large", "2^521 - 1")]
    [TestCase("power_mod", "three whole numbers", "2", "3")]
    [TestCase("power_mod", "no inverse", "2", "-1", "4")]
    [TestCase("convert", "do not measure the same", "5", "km", "kg")]
    [TestCase("convert", "first unit", "5", "parsnips", "m")]
    [TestCase("convert", "second unit", "5", "m", "parsnips")]
    [TestCase("convert", "number before its unit", "five", "km", "m")]
    [TestCase("convert", "a number, its unit", "5 km in miles")]
    [TestCase("eval", "There is no such operation; there are evaluate, solve,", "1")]
    public void Compute_OfWhatItCannot_SaysWhy(string operation, string expected, params string[] input)
    {
        var actual = Calculator.Compute(operation, input);

        Assert.That(actual.HasResult, Is.False, actual.Text);
        Assert.That(actual.Text, Does.Contain(expected));
    }

    private static void AssertResult(Calculation actual, string expected) =>
        Assert.That((actual.Text, actual.HasResult), Is.EqualTo((expected, true)));
}
