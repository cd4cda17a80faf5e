using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Language;

internal sealed class UnitTableTests
{
    private static readonly Unit[] Convertible = [.. UnitTable.All.Where(unit => unit.Factor is not null)];

    [Test]
    public void Units_ThatAreConverted_AreFoundByEachOfTheirNames()
    {
        foreach (var unit in Convertible)
        {
            foreach (var name in unit.Names.Concat(unit.Symbols).Append(unit.Name))
            {
                Assert.That(Units.TryFind(name, out var found), Is.True, name);
                Assert.That(found, Is.EqualTo(unit), name);
            }
        }
    }

    [Test]
    public void Units_WithoutAFactor_AreNotConverted()
    {
        foreach (var name in new[] { "dollars", "€", "cents", "tons", "radians", "percent", "units" })
            Assert.That(Units.TryFind(name, out _), Is.False, name);
    }

    [Test]
    public void Names_AreInLowerCase_ButForTheLitre() =>
        Assert.That(
            UnitTable.All.SelectMany(unit => unit.Names).Where(name => name.Any(char.IsAsciiLetterUpper)),
            Is.EqualTo(["L"]));

    [Test]
    public void Factors_ArePositive_AndOneUnitOfEachDimensionIsItsBase()
    {
        Assert.That(Convertible, Has.All.Matches<Unit>(unit => unit.Factor!.Value.Sign > 0));
        foreach (var units in Convertible.GroupBy(unit => unit.Dimension))
            Assert.That(units.Count(unit => unit.Factor!.Value.IsOne), units.Key == Dimension.Temperature ? Is.EqualTo(2) : Is.EqualTo(1));
    }

    // The square of a length, the cube of one, and a length by a time, against the rows that say the same.
    [TestCase("square feet", "ft", 2)]
    [TestCase("square inches", "in", 2)]
    [TestCase("square miles", "mi", 2)]
    [TestCase("cm²", "cm", 2)]
    [TestCase("km^2", "km", 2)]
    public void Areas_AreSquaresOfLengths(string area, string length, int power)
    {
        Assert.That(Units.TryFind(area, out var square) && Units.TryFind(length, out _), Is.True);
        Assert.That(Units.TryFind(length, out var side), Is.True);
        Assert.That(square!.Factor, Is.EqualTo(side!.Factor!.Value.Pow(power)));
    }

    [TestCase("mph", "mile", "hour")]
    [TestCase("km/h", "km", "h")]
    [TestCase("m/s", "m", "s")]
    [TestCase("ft/s", "foot", "second")]
    [TestCase("knots", "nautical mile", "hour")]
    public void Speeds_AreLengthsByTimes(string speed, string length, string time)
    {
        Assert.That(Units.TryFind(speed, out var quotient), Is.True);
        Assert.That(Units.TryFind(length, out var dividend), Is.True);
        Assert.That(Units.TryFind(time, out var divisor), Is.True);
        Assert.That(quotient!.Factor, Is.EqualTo(dividend!.Factor / divisor!.Factor));
    }

    [TestCase("yard", "metres", "0.9144")]
    [TestCase("nautical mile", "m", "1852")]
    [TestCase("micron", "mm", "0.001")]
    [TestCase("hectare", "square metres", "10000")]
    [TestCase("fluid ounce", "ml", "29.5735295625")]
    [TestCase("pint", "fluid ounces", "16")]
    [TestCase("cup", "ml", "236.5882365")]
    [TestCase("ounce", "grams", "28.349523125")]
    [TestCase("t", "kg", "1000")]
    [TestCase("fortnight", "days", "14")]
    [TestCase("century", "years", "100")]
    [TestCase("week", "hours", "168")]
    [TestCase("kcal", "joules", "4184")]
    [TestCase("atm", "pascals", "101325")]
    [TestCase("degree", "arcseconds", "3600")]
    [TestCase("revolution", "degrees", "360")]
    [TestCase("TB", "GB", "1000")]
    [TestCase("KiB", "bits", "8192")]
    [TestCase("Mb", "bits", "1000000")]
    [TestCase("kmph", "km/h", "1")]
    public void Ratio_IsExact(string from, string to, string expected)
    {
        Assert.That(Units.TryFind(from, out var unit), Is.True);
        Assert.That(Units.TryFind(to, out var target), Is.True);
        Assert.That(unit!.Ratio(target!), Is.EqualTo(Rational.Parse(expected)));
    }

    [Test]
    public void Ratio_OfUnitsThatAreNotConverted_Throws()
    {
        var dollar = UnitTable.All.Single(unit => unit.Key == "dollar");
        var euro = UnitTable.All.Single(unit => unit.Key == "euro");
        Assert.That(() => dollar.Ratio(euro), Throws.ArgumentException);
        Assert.That(Units.TryFind("metre", out var metre) && Units.TryFind("second", out _), Is.True);
        Assert.That(Units.TryFind("second", out var second), Is.True);
        Assert.That(() => metre!.Convert(1, second!), Throws.ArgumentException);
    }

    [Property]
    public bool Convert_ThereAndBack_ChangesNothing(byte from, byte to, int value)
    {
        var unit = Convertible[from % Convertible.Length];
        var others = Convertible.Where(other => other.Dimension == unit.Dimension).ToList();
        var target = others[to % others.Count];
        return target.Convert(unit.Convert(value, target), unit) == value;
    }
}
