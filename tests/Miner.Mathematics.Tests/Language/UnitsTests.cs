using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Language;

internal sealed class UnitsTests
{
    [TestCase("5", "km", "m", "5000")]
    [TestCase("1", "mile", "km", "1.609344")]
    [TestCase("12", "inches", "ft", "1")]
    [TestCase("100", "°C", "fahrenheit", "212")]
    [TestCase("-40", "F", "C", "-40")]
    [TestCase("0", "kelvin", "celsius", "-273.15")]
    [TestCase("1", "lb", "grams", "453.59237")]
    [TestCase("2.5", "hours", "min", "150")]
    [TestCase("90", "km/h", "m/s", "25")]
    [TestCase("1", "gallon", "liters", "3.785411784")]
    [TestCase("1", "gallon", "cups", "16")]
    [TestCase("3", "tablespoons", "teaspoons", "9")]
    [TestCase("1", "MB", "kB", "1000")]
    [TestCase("1", "MiB", "bytes", "1048576")]
    [TestCase("1", "GB", "Mbit", "8000")]
    [TestCase("1", "acre", "square feet", "43560")]
    [TestCase("1", "square mile", "acres", "640")]
    [TestCase("3", "years", "months", "36")]
    [TestCase("1", "kWh", "kJ", "3600")]
    [TestCase("1", "m³", "L", "1000")]
    [TestCase("1", "stone", "pounds", "14")]
    [TestCase("1", "knot", "km/h", "1.852")]
    public void Convert_IsExact(string value, string from, string to, string expected)
    {
        Assert.That(Units.TryFind(from, out var source), Is.True);
        Assert.That(Units.TryFind(to, out var target), Is.True);
        Assert.That(source!.Convert(Rational.Parse(value), target!).ToString(), Is.EqualTo(expected));
    }

    [TestCase("Km", "kilometres")]
    [TestCase("POUNDS", "pounds")]
    [TestCase("fl oz", "fluid ounces")]
    public void TryFind_GivesTheNameForAnswers(string name, string expected)
    {
        Assert.That(Units.TryFind(name, out var unit), Is.True);
        Assert.That(unit!.Name, Is.EqualTo(expected));
    }

    [TestCase("parsecs")]
    [TestCase("")]
    [TestCase("m m")]
    public void TryFind_WhenUnknown_IsFalse(string name) => Assert.That(Units.TryFind(name, out _), Is.False);

    [Test]
    public void Convert_WhenDimensionsDiffer_Throws()
    {
        Assert.That(Units.TryFind("m", out var metre) & Units.TryFind("s", out var second), Is.True);
        Assert.That(() => metre!.Convert(1, second!), Throws.ArgumentException);
    }
}
