using Miner.Mathematics.Calculations;

namespace Miner.Mathematics.Tests.Calculations;

/// <summary>What a hostile or careless caller gives the calculator, and where its answers change their form.</summary>
internal sealed class CalculatorLimitsTests
{
    [TestCase("evaluate", "0.333333333333 = 333333333333/1000000000000", "333333333333/10^12")]
    [TestCase("evaluate", "1/3 ≈ 0.333333333333333", "1/3")]
    [TestCase("evaluate", "-5/7 ≈ -0.714285714285714", "-5/7")]
    [TestCase("evaluate", "≈ 1.11111111111111E-60", "1/(9*10^59)")]
    [TestCase("evaluate", "√2 ≈ 1.4142135623731", "2^(1/2)")]
    [TestCase("evaluate", "√6/2 ≈ 1.22474487139159", "sqrt(2)*sqrt(3)/2")]
    [TestCase("evaluate", "2", "sqrt(2)^2")]
    [TestCase("evaluate", "3 - 2√2 ≈ 0.17157287525381", "(1 - sqrt(2))^2")]
    [TestCase("evaluate", "-√3 ≈ -1.73205080756888", "-sqrt(3)")]
    [TestCase("evaluate", "(1 + √5)/2 ≈ 1.61803398874989", "(1 + sqrt(5))/2")]
    [TestCase("evaluate", "≈ 3.14626436994197", "sqrt(2) + sqrt(3)")]
    [TestCase("evaluate", "2", "sqrt(2) * sqrt(2)")]
    [TestCase("evaluate", "-2", "0 - 8/4")]
    [TestCase("evaluate", "0.5 = 1/2", "0.5 = ?")]
    [TestCase("solve", "x = 0 or x = 1", "x^2 = x")]
    [TestCase("solve", "x = -1 or x = 1 or x = i or x = -i", "x^4 = 1")]
    [TestCase("solve", "n = -5 or n = 6", "n*(n - 1)/2 = 15 - 0*n")]
    [TestCase("solve", "infinitely many solutions, all with z = 2", "x + y = 1; x + y + z = 3")]
    [TestCase("solve", "x = 1, y = 2, z = 3", "x + y + z = 6", "x - y = -1", "z - x = 2")]
    [TestCase("solve", "x = 2", "x = 2", "2x = 4")]
    [TestCase("solve", "no solution", "1/x = 0")]
    [TestCase("solve", "x = 5", "x/0.5 = 10")]
    [TestCase("gcd", "6", "-12", "18")]
    [TestCase("gcd", "7", "7")]
    [TestCase("lcm", "0", "0", "5")]
    [TestCase("gcd", "0", "0", "0")]
    [TestCase("factorise", "1 has no prime factors", "1")]
    [TestCase("factorise", "2^9999", "2^9999")]
    [TestCase("factorise", "1000003", "10^6 + 3")]
    [TestCase("is_prime", "not prime", "-7")]
    [TestCase("is_prime", "not prime", "2^9999")]
    [TestCase("power_mod", "0", "5", "-3", "1")]
    [TestCase("power_mod", "1", "5", "0", "7")]
    [TestCase("power_mod", "4", "-3", "3", "31")]
    [TestCase("power_mod", "3", "-3", "-1", "10")]
    public void Compute_OfUnusualInput_IsTheResult(string operation, string expected, params string[] input) =>
        Assert.That(Calculator.Compute(operation, input), Is.EqualTo(Calculation.Of(expected)));

    [TestCase("5 Mm", "m", "first unit", Description = "five million metres, and no five thousandths")]
    [TestCase("5 Mm/s", "m/s", "first unit")]
    [TestCase("5 m", "Mm", "second unit")]
    [TestCase("5 Nm", "m", "first unit")]
    [TestCase("5 T", "kg", "first unit")]
    [TestCase("5", "m", "first unit")]
    [TestCase("5 usd", "eur", "first unit")]
    [TestCase("5 months", "days", "do not measure the same")]
    [TestCase("5 celsius/s", "kelvin/s", "first unit", Description = "a difference of temperatures, and no temperature")]
    [TestCase("1/0 km", "m", "number before its unit")]
    public void Convert_BetweenUnitsThatDoNotFit_SaysWhy(string quantity, string unit, string expected)
    {
        var actual = Calculator.Compute("convert", [quantity, unit]);
        Assert.That(actual.HasResult, Is.False, actual.Text);
        Assert.That(actual.Text, Does.Contain(expected));
    }

    [TestCase("0 °C", "°F", "32 °F")]
    [TestCase("-40 °F", "celsius", "-40 °C")]
    [TestCase("1/2 mile", "feet", "2640 feet")]
    [TestCase("1,500 m", "km", "1.5 = 3/2 kilometres")]
    [TestCase("2 kWh", "MJ", null)]
    [TestCase("8 kbit", "bytes", "1000 bytes")]
    [TestCase("1 acre", "m^2", "4046.8564224 = 316160658/78125 square metres")]
    [TestCase("1 m^3", "L", "1000 litres")]
    [TestCase("3 square feet", "square inches", "432 square inches")]
    [TestCase("1 g/cm^3", "kg/m^3", "1000 kg/m^3")]
    [TestCase("90 min", "hours", "1.5 = 3/2 hours")]
    [TestCase("60 mi/h", "ft/s", "88 feet per second")]
    [TestCase("5 L", "dm^3", "5 dm^3")]
    public void Convert_OfAQuantityInOneText_IsExact(string quantity, string unit, string? expected)
    {
        var actual = Calculator.Compute("convert", [quantity, unit]);
        Assert.That(actual.HasResult ? actual.Text : null, Is.EqualTo(expected));
    }

    [Test]
    public void Compute_AtTheLimits_AnswersAndPastThemSaysWhy()
    {
        var longest = new string('1', 250) + "+" + new string('1', 249);
        Assert.That(longest, Has.Length.EqualTo(Calculator.MaxInputLength));
        Assert.That(Calculator.Compute("evaluate", [longest]).HasResult, Is.True);
        Assert.That(Calculator.Compute("evaluate", [longest + "1"]).Text, Does.Contain("500 characters"));
        var most = Enumerable.Repeat("6", Calculator.MaxInputs).ToList();
        Assert.That(Calculator.Compute("gcd", most), Is.EqualTo(Calculation.Of("6")));
        Assert.That(Calculator.Compute("gcd", [.. most, "6"]).Text, Does.Contain("at most 20"));
        Assert.That(Calculator.Compute("EVALUATE", ["1"]).Text, Does.Contain("There is no such operation"));
        Assert.That(Calculator.Compute("solve", [string.Join(';', Enumerable.Repeat("x=1", 11))]).Text, Does.Contain("at most 10"));
    }

    [Test]
    public void Compute_OfAnIntegerOfThreeHundredDigits_WritesAllAndOfOneMoreSome()
    {
        Assert.That(Calculator.Compute("evaluate", ["10^299"]).Text, Is.EqualTo("1" + new string('0', 299)));
        Assert.That(
            Calculator.Compute("evaluate", ["-10^300 - 7"]).Text,
            Is.EqualTo($"-1{new string('0', 19)}…{new string('0', 19)}7, a whole number of 301 digits"));
    }

    [Test]
    public void Compute_OfAnyTextAtAll_DoesNotThrow()
    {
        const string alphabet = "0123456789+-*/^!%()[]{}|=;,. xyπ√²½\\$frac{sqrt(gcdmod_km°C\n\0\ud800é";
        foreach (var random in Draws.Of(600))
        {
            var input = Enumerable.Range(0, random.Next(4)).Select(_ => random.GetItems(alphabet.AsSpan(), random.Next(25)))
                .Select(characters => new string(characters)).ToList();
            var operation = random.Of([.. Calculator.Operations]);
            Assert.That(() => Calculator.Compute(operation, input).Text, Is.Not.Empty, $"{operation} {string.Join('|', input)}");
        }
    }
}
