using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Language;

/// <summary>What can be measured in one unit and said in another.</summary>
public enum Dimension
{
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Speed,
    Temperature,
    Data,
    Energy,
    Pressure,
    Angle,

    /// <summary>Months and what is made of them; how many days they have depends on the date.</summary>
    Calendar,
}

/// <summary>
/// A unit of measurement; the value in the dimension's base unit is (value + <paramref name="Offset"/>) · <paramref name="Factor"/>.
/// </summary>
/// <param name="Name">The plural, as an answer says it.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">Exact by definition.</param>
/// <param name="Offset">Other than zero for temperatures only.</param>
public sealed record Unit(string Name, Dimension Dimension, Rational Factor, Rational Offset)
{
    /// <summary>
    /// The value of <paramref name="value"/> of this unit in <paramref name="target"/>, which must be of the same dimension.
    /// </summary>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public Rational Convert(Rational value, Unit target)
    {
        if (target.Dimension != Dimension) throw new ArgumentException("The unit measures something else.", nameof(target));
        return ((value + Offset) * Factor / target.Factor) - target.Offset;
    }
}

/// <summary>
/// Units whose factors are exact by definition: the SI, and the international yard and pound (BIPM, SI Brochure, 9th edition; NIST
/// Special Publication 811, appendix B). Gallons, pints and cups are those of the United States.
/// </summary>
public static class Units
{
    private static readonly Dictionary<string, Unit> Known = Build();

    /// <summary>
    /// Finds a unit by its symbol, singular or plural; names are read without regard to case, symbols of one or two letters as written.
    /// </summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out Unit? unit) =>
        Known.TryGetValue(name, out unit) || Known.TryGetValue(name.ToLowerInvariant(), out unit);

    private static Dictionary<string, Unit> Build()
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        void Add(Dimension dimension, Rational factor, string names, Rational offset = default)
        {
            var all = names.Split(' ');
            var unit = new Unit(all[0].Replace('_', ' '), dimension, factor, offset);
            foreach (var name in all) units.Add(name.Replace('_', ' '), unit);
        }

        AddLengthsAndAreas(Add);
        AddVolumesAndMasses(Add);
        AddTimesAndSpeeds(Add);
        AddOthers(Add);
        return units;
    }

    private delegate void Adder(Dimension dimension, Rational factor, string names, Rational offset = default);

    private static void AddLengthsAndAreas(Adder add)
    {
        var foot = Decimal("0.3048");
        add(Dimension.Length, 1, "metres metre meters meter m");
        add(Dimension.Length, 1000, "kilometres kilometre kilometers kilometer km kms");
        add(Dimension.Length, Decimal("0.1"), "decimetres decimetre decimeters decimeter dm");
        add(Dimension.Length, Decimal("0.01"), "centimetres centimetre centimeters centimeter cm cms");
        add(Dimension.Length, Decimal("0.001"), "millimetres millimetre millimeters millimeter mm");
        add(Dimension.Length, Decimal("1e-6"), "micrometres micrometre micrometers micrometer microns micron µm μm");
        add(Dimension.Length, Decimal("1e-9"), "nanometres nanometre nanometers nanometer nm");
        add(Dimension.Length, foot / 12, "inches inch in");
        add(Dimension.Length, foot, "feet foot ft");
        add(Dimension.Length, foot * 3, "yards yard yd yds");
        add(Dimension.Length, foot * 5280, "miles mile mi");
        add(Dimension.Length, 1852, "nautical_miles nautical_mile nmi");
        add(Dimension.Area, 1, "square_metres square_metre square_meters square_meter m² m^2 sqm");
        add(Dimension.Area, Decimal("1e6"), "square_kilometres square_kilometre square_kilometers square_kilometer km² km^2");
        add(Dimension.Area, Decimal("1e-4"), "square_centimetres square_centimetre square_centimeters square_centimeter cm² cm^2");
        add(Dimension.Area, 10_000, "hectares hectare ha");
        add(Dimension.Area, foot * foot, "square_feet square_foot ft² ft^2 sqft");
        add(Dimension.Area, foot * foot / 144, "square_inches square_inch in² in^2");
        add(Dimension.Area, foot * foot * 43_560, "acres acre");
        add(Dimension.Area, foot * foot * 27_878_400, "square_miles square_mile");
    }

    private static void AddVolumesAndMasses(Adder add)
    {
        // The gallon is 231 cubic inches.
        var gallon = Decimal("0.0254").Pow(3) * 231 * 1000;
        var pound = Decimal("0.45359237");
        add(Dimension.Volume, 1, "litres litre liters liter l L");
        add(Dimension.Volume, Decimal("0.001"), "millilitres millilitre milliliters milliliter ml mL");
        add(Dimension.Volume, Decimal("0.01"), "centilitres centilitre centiliters centiliter cl");
        add(Dimension.Volume, Decimal("0.1"), "decilitres decilitre deciliters deciliter dl");
        add(Dimension.Volume, 1000, "cubic_metres cubic_metre cubic_meters cubic_meter m³ m^3");
        add(Dimension.Volume, Decimal("0.001"), "cubic_centimetres cubic_centimetre cubic_centimeters cubic_centimeter cm³ cm^3 cc");
        add(Dimension.Volume, gallon, "gallons gallon gal");
        add(Dimension.Volume, gallon / 4, "quarts quart qt");
        add(Dimension.Volume, gallon / 8, "pints pint pt");
        add(Dimension.Volume, gallon / 16, "cups cup");
        add(Dimension.Volume, gallon / 128, "fluid_ounces fluid_ounce fl_oz");
        add(Dimension.Volume, gallon / 256, "tablespoons tablespoon tbsp");
        add(Dimension.Volume, gallon / 768, "teaspoons teaspoon tsp");
        add(Dimension.Mass, 1, "kilograms kilogram kilos kilo kg kgs");
        add(Dimension.Mass, Decimal("0.001"), "grams gram grammes gramme g");
        add(Dimension.Mass, Decimal("1e-6"), "milligrams milligram mg");
        add(Dimension.Mass, Decimal("1e-9"), "micrograms microgram µg μg mcg");
        add(Dimension.Mass, 1000, "tonnes tonne metric_tons metric_ton t");
        add(Dimension.Mass, pound, "pounds pound lb lbs");
        add(Dimension.Mass, pound / 16, "ounces ounce oz");
        add(Dimension.Mass, pound * 14, "stones stone");
    }

    private static void AddTimesAndSpeeds(Adder add)
    {
        add(Dimension.Time, 1, "seconds second sec secs s");
        add(Dimension.Time, Decimal("0.001"), "milliseconds millisecond ms");
        add(Dimension.Time, Decimal("1e-6"), "microseconds microsecond µs μs");
        add(Dimension.Time, Decimal("1e-9"), "nanoseconds nanosecond ns");
        add(Dimension.Time, 60, "minutes minute min mins");
        add(Dimension.Time, 3600, "hours hour hr hrs h");
        add(Dimension.Time, 86_400, "days day d");
        add(Dimension.Time, 604_800, "weeks week wk");
        add(Dimension.Time, 1_209_600, "fortnights fortnight");
        add(Dimension.Calendar, 1, "months month");
        add(Dimension.Calendar, 12, "years year yr yrs");
        add(Dimension.Calendar, 120, "decades decade");
        add(Dimension.Calendar, 1200, "centuries century");
        add(Dimension.Speed, 1, "metres_per_second metre_per_second meters_per_second meter_per_second m/s mps");
        add(
            Dimension.Speed,
            new Rational(5, 18),
            "kilometres_per_hour kilometre_per_hour kilometers_per_hour kilometer_per_hour km/h kph kmh");
        add(Dimension.Speed, Decimal("0.44704"), "miles_per_hour mile_per_hour mi/h mph");
        add(Dimension.Speed, Decimal("0.3048"), "feet_per_second foot_per_second ft/s fps");
        add(Dimension.Speed, new Rational(1852, 3600), "knots knot kn");
    }

    private static void AddOthers(Adder add)
    {
        add(Dimension.Temperature, 1, "kelvin kelvins K");
        add(
            Dimension.Temperature,
            1,
            "°C c celsius centigrade degrees_celsius degree_celsius degrees_c degrees_centigrade °c C",
            Decimal("273.15"));
        add(
            Dimension.Temperature,
            new Rational(5, 9),
            "°F f fahrenheit degrees_fahrenheit degree_fahrenheit degrees_f °f F",
            Decimal("459.67"));
        AddData(add);
        add(Dimension.Energy, 1, "joules joule J");
        add(Dimension.Energy, 1000, "kilojoules kilojoule kj kJ");
        add(Dimension.Energy, Decimal("4.184"), "calories calorie cal");
        add(Dimension.Energy, 4184, "kilocalories kilocalorie kcal");
        add(Dimension.Energy, 3_600_000, "kilowatt_hours kilowatt_hour kwh kWh");
        add(Dimension.Energy, 3600, "watt_hours watt_hour wh Wh");
        add(Dimension.Pressure, 1, "pascals pascal pa Pa");
        add(Dimension.Pressure, 1000, "kilopascals kilopascal kpa kPa");
        add(Dimension.Pressure, 100_000, "bar bars");
        add(Dimension.Pressure, 101_325, "atmospheres atmosphere atm");
        add(Dimension.Angle, 1, "degrees degree deg °");
        add(Dimension.Angle, new Rational(1, 60), "arcminutes arcminute");
        add(Dimension.Angle, new Rational(1, 3600), "arcseconds arcsecond");
        add(Dimension.Angle, 360, "turns turn revolutions revolution");
    }

    private static void AddData(Adder add)
    {
        add(Dimension.Data, 1, "bits bit");
        add(Dimension.Data, 8, "bytes byte B");
        var prefixes = new (string Prefix, string Symbol)[] { ("kilo", "k"), ("mega", "M"), ("giga", "G"), ("tera", "T"), ("peta", "P") };
        for (var power = 1; power <= prefixes.Length; power++)
        {
            var (prefix, symbol) = prefixes[power - 1];
            var (large, binary) = (symbol.ToUpperInvariant(), BigInteger.Pow(1024, power));
            var byteSymbols = symbol == large ? $"{symbol}B" : $"{symbol}B {large}B";
            add(Dimension.Data, 8 * BigInteger.Pow(1000, power), $"{prefix}bytes {prefix}byte {byteSymbols} {symbol.ToLowerInvariant()}b");
            add(Dimension.Data, BigInteger.Pow(1000, power), $"{prefix}bits {prefix}bit {large}bit {large}b");
            add(Dimension.Data, 8 * binary, $"{prefix[..2]}bibytes {prefix[..2]}bibyte {large}iB {symbol.ToLowerInvariant()}ib");
        }
    }

    private static Rational Decimal(string text) => Rational.Parse(text);
}
