using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Language;

/// <summary>
/// Each unit by its definition: the SI Brochure (9th edition), the international yard and pound of 1959, the US gallon of 231 cubic inches,
/// IEC 80000-13 for data, and the thermochemical calorie.
/// </summary>
internal sealed class UnitFactorsTests
{
    private const string Inch = "0.0254";
    private const string Pound = "0.45359237";
    private const string Gallon = $"(231 * {Inch}^3 * 1000)";

    [TestCase(Dimension.Length, "m = 1; km = 1000; dm = 0.1; cm = 0.01; mm = 0.001; µm = 1e-6; nm = 1e-9")]
    [TestCase(Dimension.Length, $"in = {Inch}; ft = 12*{Inch}; yd = 36*{Inch}; mi = 63360*{Inch}; nmi = 1852")]
    [TestCase(Dimension.Area, "m² = 1; km² = 1000^2; cm² = 0.01^2; ha = 100^2")]
    [TestCase(Dimension.Area, $"ft² = (12*{Inch})^2; in² = {Inch}^2; acre = 4840*(36*{Inch})^2; square mile = (63360*{Inch})^2")]
    [TestCase(Dimension.Volume, "L = 1; mL = 0.001; cl = 0.01; dl = 0.1; m³ = 1000; cm³ = 0.1^3")]
    [TestCase(Dimension.Volume, $"gal = {Gallon}; qt = {Gallon}/4; pt = {Gallon}/8; cup = {Gallon}/16; fl oz = {Gallon}/128")]
    [TestCase(Dimension.Volume, $"tbsp = {Gallon}/256; tsp = {Gallon}/768")]
    [TestCase(Dimension.Mass, "kg = 1; g = 1/1000; mg = 1e-6; µg = 1e-9; t = 1000")]
    [TestCase(Dimension.Mass, $"lb = {Pound}; oz = {Pound}/16; stone = 14*{Pound}")]
    [TestCase(Dimension.Mass, $"troy ounce = 480*{Pound}/7000; short ton = 2000*{Pound}; long ton = 2240*{Pound}")]
    [TestCase(Dimension.Amount, "mol = 1")]
    [TestCase(Dimension.Time, "s = 1; ms = 1e-3; µs = 1e-6; ns = 1e-9; min = 60; h = 60*60; d = 24*60*60; wk = 7*24*60*60")]
    [TestCase(Dimension.Time, "fortnight = 14*24*60*60")]
    [TestCase(Dimension.Calendar, "month = 1; year = 12; decade = 10*12; century = 100*12")]
    [TestCase(Dimension.Speed, $"m/s = 1; km/h = 1000/3600; mph = 63360*{Inch}/3600; ft/s = 12*{Inch}; knot = 1852/3600")]
    [TestCase(Dimension.Temperature, "K = 1; °C = 1; °F = 5/9")]
    [TestCase(Dimension.Data, "bit = 1; byte = 8; kbit = 10^3; Mbit = 10^6; Gbit = 10^9; Tbit = 10^12; Pbit = 10^15")]
    [TestCase(Dimension.Data, "kB = 8*10^3; MB = 8*10^6; GB = 8*10^9; TB = 8*10^12; PB = 8*10^15")]
    [TestCase(Dimension.Data, "KiB = 8*2^10; MiB = 8*2^20; GiB = 8*2^30; TiB = 8*2^40; PiB = 8*2^50")]
    [TestCase(Dimension.Energy, "J = 1; kJ = 1000; cal = 4.184; kcal = 4184; Wh = 3600; kWh = 1000*3600")]
    [TestCase(Dimension.Pressure, "Pa = 1; kPa = 1000; bar = 10^5; atm = 101325")]
    [TestCase(Dimension.Angle, "deg = 1; arcminute = 1/60; arcsecond = 1/3600; turn = 360")]
    [TestCase(Dimension.Frequency, "Hz = 1")]
    [TestCase(Dimension.Power, "watt = 1")]
    [TestCase(Dimension.Force, "newton = 1")]
    [TestCase(Dimension.Voltage, "volt = 1")]
    [TestCase(Dimension.Resistance, "ohm = 1")]
    public void Factor_OfEachUnit_IsThatOfItsDefinition(Dimension dimension, string definitions)
    {
        foreach (var (name, factor) in Read(definitions))
        {
            Assert.That(Units.TryFind(name, out var unit), Is.True, name);
            Assert.That((unit!.Dimension, unit.Factor), Is.EqualTo((dimension, (Rational?)Formulas.Value(factor))), name);
        }
    }

    [Test]
    public void Factor_OfEveryUnitOfTheTable_IsTested()
    {
        var tested = GetType().GetMethod(nameof(Factor_OfEachUnit_IsThatOfItsDefinition))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Cast<TestCaseAttribute>()
            .SelectMany(row => Read((string)row.Arguments[1]!))
            .Select(row => Units.TryFind(row.Name, out var unit) ? unit.Name : row.Name);
        Assert.That(UnitTable.All.Where(unit => unit.Factor is not null).Select(unit => unit.Name), Is.EquivalentTo(tested));
    }

    [TestCase("K", "0", "°C", "-273.15")]
    [TestCase("°C", "0", "K", "273.15")]
    [TestCase("°C", "100", "°F", "212")]
    [TestCase("°C", "37", "°F", "98.6")]
    [TestCase("°F", "-40", "°C", "-40")]
    [TestCase("°F", "0", "K", "255.372222222222222222")]
    [TestCase("°F", "-459.67", "K", "0")]
    public void Convert_OfATemperature_HasTheZeroOfItsScale(string from, string value, string to, string expected)
    {
        Assert.That(Units.TryFind(from, out var source) & Units.TryFind(to, out var target), Is.True);
        var converted = source!.Convert(Rational.Parse(value), target!);
        Assert.That((double)converted, Is.EqualTo((double)Rational.Parse(expected)).Within(1e-12));
        Assert.That(target!.Convert(converted, source), Is.EqualTo(Rational.Parse(value)));
    }

    [TestCase("Nm", Description = "a newton metre, and no nanometre")]
    [TestCase("Ms", Description = "a million seconds, and no thousandth of one")]
    [TestCase("Mm")]
    [TestCase("Mg")]
    [TestCase("S")]
    [TestCase("T")]
    [TestCase("H")]
    [TestCase("G")]
    [TestCase("D")]
    [TestCase("M")]
    public void TryFind_OfASymbolWhoseCapitalIsAnotherUnit_IsFalse(string symbol) => Assert.That(Units.TryFind(symbol, out _), Is.False);

    private static IEnumerable<(string Name, string Factor)> Read(string definitions) =>
        definitions.Split("; ").Select(row => row.Split(" = ")).Select(row => (row[0], row[1]));
}
