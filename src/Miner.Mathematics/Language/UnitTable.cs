using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Language;

/// <summary>
/// All units with their names, dimension and factor. Factors are exact by definition: the SI, and the international yard and pound (BIPM,
/// SI Brochure, 9th edition; NIST Special Publication 811, appendix B). Gallons, pints and cups are those of the United States.
/// </summary>
internal static class UnitTable
{
    private static readonly Rational Foot = Rational.Parse("0.3048");
    private static readonly Rational Pound = Rational.Parse("0.45359237");

    // The gallon is 231 cubic inches.
    private static readonly Rational Gallon = Rational.Parse("0.0254").Pow(3) * 231 * 1000;

    public static IReadOnlyList<Unit> All { get; } =
    [
        .. Lengths(), .. Areas(), .. Volumes(), .. Masses(), .. Times(),
        .. Speeds(), .. Temperatures(), .. Data(), .. Others(), .. CurrencyTable.All,
    ];

    private static Unit[] Lengths() =>
    [
        Row(Dimension.Length, 1, "metres", "meter meters metre metres m"),
        Row(Dimension.Length, 1000, "kilometres", "kilometer kilometers kilometre kilometres km kms"),
        Row(Dimension.Length, new Rational(1, 10), "decimetres", "decimeter decimeters decimetre decimetres", "dm"),
        Row(Dimension.Length, new Rational(1, 100), "centimetres", "centimeter centimeters centimetre centimetres cm cms"),
        Row(Dimension.Length, new Rational(1, 1000), "millimetres", "millimeter millimeters millimetre millimetres mm"),
        Row(
            Dimension.Length, Rational.Parse("1e-6"), "micrometres", "micrometer micrometers micrometre micrometres micron microns",
            "µm μm"),
        Row(Dimension.Length, Rational.Parse("1e-9"), "nanometres", "nanometer nanometers nanometre nanometres", "nm"),
        Row(Dimension.Length, Foot / 12, "inches", "inch inches", "in"),
        Row(Dimension.Length, Foot, "feet", "foot feet ft"),
        Row(Dimension.Length, Foot * 3, "yards", "yard yards yd", "yds"),
        Row(Dimension.Length, Foot * 5280, "miles", "mile miles mi statute_mile statute_miles"),
        Row(Dimension.Length, 1852, "nautical miles", "nautical_mile nautical_miles", "nmi"),
        Row(Dimension.Length, null, "light years", "light_year light_years light-year light-years"),
    ];

    private static Unit[] Areas() =>
    [
        Row(Dimension.Area, 1, "square metres", "", "square_meter square_meters square_metre square_metres m² m^2 sqm")
            with { Key = "meter^2" },
        Row(
            Dimension.Area, 1_000_000, "square kilometres", "",
            "square_kilometer square_kilometers square_kilometre square_kilometres km² km^2") with { Key = "kilometer^2" },
        Row(
            Dimension.Area, new Rational(1, 10_000), "square centimetres", "",
            "square_centimeter square_centimeters square_centimetre square_centimetres cm² cm^2") with { Key = "centimeter^2" },
        Row(Dimension.Area, 10_000, "hectares", "hectare hectares", "ha"),
        Row(Dimension.Area, Foot * Foot, "square feet", "", "square_foot square_feet ft² ft^2 sqft"),
        Row(Dimension.Area, Foot * Foot / 144, "square inches", "", "square_inch square_inches in² in^2"),
        Row(Dimension.Area, Foot * Foot * 43_560, "acres", "acre acres"),
        Row(Dimension.Area, Foot * Foot * 27_878_400, "square miles", "", "square_mile square_miles"),
    ];

    private static Unit[] Volumes() =>
    [
        Row(Dimension.Volume, 1, "litres", "liter liters litre litres l L"),
        Row(Dimension.Volume, new Rational(1, 1000), "millilitres", "milliliter milliliters millilitre millilitres ml", "mL"),
        Row(Dimension.Volume, new Rational(1, 100), "centilitres", "centiliter centiliters centilitre centilitres", "cl"),
        Row(Dimension.Volume, new Rational(1, 10), "decilitres", "deciliter deciliters decilitre decilitres", "dl"),
        Row(Dimension.Volume, 1000, "cubic metres", "", "cubic_meter cubic_meters cubic_metre cubic_metres m³ m^3")
            with { Key = "meter^3" },
        Row(
            Dimension.Volume, new Rational(1, 1000), "cubic centimetres", "",
            "cubic_centimeter cubic_centimeters cubic_centimetre cubic_centimetres cm³ cm^3 cc") with { Key = "centimeter^3" },
        Row(Dimension.Volume, Gallon, "gallons", "gallon gallons gal"),
        Row(Dimension.Volume, Gallon / 4, "quarts", "quart quarts", "qt"),
        Row(Dimension.Volume, Gallon / 8, "pints", "pint pints", "pt"),
        Row(Dimension.Volume, Gallon / 16, "cups", "cup cups"),
        Row(Dimension.Volume, Gallon / 128, "fluid ounces", "fluid_ounce fluid_ounces fl_oz"),
        Row(Dimension.Volume, Gallon / 256, "tablespoons", "tablespoon tablespoons", "tbsp"),
        Row(Dimension.Volume, Gallon / 768, "teaspoons", "teaspoon teaspoons", "tsp"),
    ];

    private static Unit[] Masses() =>
    [
        Row(Dimension.Mass, 1, "kilograms", "kilogram kilograms kg kgs", "kilo kilos"),
        Row(Dimension.Mass, new Rational(1, 1000), "grams", "gram grams g", "gramme grammes"),
        Row(Dimension.Mass, Rational.Parse("1e-6"), "milligrams", "milligram milligrams mg"),
        Row(Dimension.Mass, Rational.Parse("1e-9"), "micrograms", "microgram micrograms", "µg μg mcg"),
        Row(Dimension.Mass, 1000, "tonnes", "tonne tonnes metric_ton metric_tons", "t"),
        Row(Dimension.Mass, Pound, "pounds", "lb lbs", "pound pounds"),
        Row(Dimension.Mass, Pound / 16, "ounces", "ounce ounces oz"),
        Row(Dimension.Mass, Rational.Parse("0.0311034768"), "troy ounces", "troy_ounce troy_ounces troy_oz"),
        Row(Dimension.Mass, Pound * 2000, "short tons", "short_ton short_tons"),
        Row(Dimension.Mass, Pound * 2240, "long tons", "long_ton long_tons"),
        Row(Dimension.Mass, Pound * 14, "stones", "", "stone stones"),

        // An answer in tons is one in tonnes, but the short ton of 2,000 pounds is a ton as well. A pound may be one of money.
        Row(Dimension.Mass, null, "tons", "ton tons") with { Key = "tonne" },
        Row(Dimension.Mass, null, "pounds", "pound pounds"),
    ];

    private static Unit[] Times() =>
    [
        Row(Dimension.Time, 1, "seconds", "second seconds sec secs s"),
        Row(Dimension.Time, new Rational(1, 1000), "milliseconds", "millisecond milliseconds", "ms"),
        Row(Dimension.Time, Rational.Parse("1e-6"), "microseconds", "microsecond microseconds", "µs μs"),
        Row(Dimension.Time, Rational.Parse("1e-9"), "nanoseconds", "nanosecond nanoseconds", "ns"),
        Row(Dimension.Time, 60, "minutes", "minute minutes min mins"),
        Row(Dimension.Time, 3600, "hours", "hour hours hr hrs h"),
        Row(Dimension.Time, 86_400, "days", "day days", "d"),
        Row(Dimension.Time, 604_800, "weeks", "week weeks", "wk"),
        Row(Dimension.Time, 1_209_600, "fortnights", "fortnight fortnights"),
        Row(Dimension.Calendar, 1, "months", "month months"),
        Row(Dimension.Calendar, 12, "years", "year years yr yrs"),
        Row(Dimension.Calendar, 120, "decades", "decade decades"),
        Row(Dimension.Calendar, 1200, "centuries", "century centuries"),
    ];

    private static Unit[] Speeds() =>
    [
        Row(
            Dimension.Speed, 1, "metres per second", "",
            "meter_per_second meters_per_second metre_per_second metres_per_second m/s mps") with { Key = "meter / second" },
        Row(
            Dimension.Speed, new Rational(5, 18), "kilometres per hour", "kph kmh kmph",
            "kilometer_per_hour kilometers_per_hour kilometre_per_hour kilometres_per_hour km/h") with { Key = "kilometer / hour" },
        Row(Dimension.Speed, Foot * 5280 / 3600, "miles per hour", "mph", "mile_per_hour miles_per_hour mi/h")
            with { Key = "mile / hour" },
        Row(Dimension.Speed, Foot, "feet per second", "", "foot_per_second feet_per_second ft/s fps") with { Key = "foot / second" },
        Row(Dimension.Speed, new Rational(1852, 3600), "knots", "", "knot knots kn"),
    ];

    private static Unit[] Temperatures() =>
    [
        Row(Dimension.Temperature, 1, "kelvin", "", "kelvin kelvins K"),
        Row(
            Dimension.Temperature, 1, "°C", "°c",
            "c C °C celsius centigrade degree_celsius degrees_celsius degrees_c degrees_centigrade") with
        {
            Offset = Rational.Parse("273.15"),
        },
        Row(
            Dimension.Temperature, new Rational(5, 9), "°F", "°f",
            "f F °F fahrenheit degree_fahrenheit degrees_fahrenheit degrees_f") with
        {
            Offset = Rational.Parse("459.67"),
        },
    ];

    private static IEnumerable<Unit> Data()
    {
        yield return Row(Dimension.Data, 1, "bits", "", "bit bits");
        yield return Row(Dimension.Data, 8, "bytes", "byte bytes", "B");
        var prefixes = new (string Prefix, string Symbol)[] { ("kilo", "k"), ("mega", "M"), ("giga", "G"), ("tera", "T"), ("peta", "P") };
        for (var power = 1; power <= prefixes.Length; power++)
        {
            var (prefix, symbol) = prefixes[power - 1];
            var (small, large, size) = (symbol.ToLowerInvariant(), symbol.ToUpperInvariant(), BigInteger.Pow(1000, power));

            // A kb is a kilobit by the letter and a kilobyte as often: it is neither.
            var bytes = symbol == large ? $"{symbol}B {small}b" : $"{symbol}B {large}B";
            var (binary, binarySize) = ($"{prefix[..2]}bibyte", 8 * BigInteger.Pow(1024, power));
            yield return Row(Dimension.Data, 8 * size, $"{prefix}bytes", $"{prefix}byte {prefix}bytes", bytes);
            var bits = symbol == large ? $"{large}bit {large}b" : $"{symbol}bit {large}bit {large}b";
            yield return Row(Dimension.Data, size, $"{prefix}bits", $"{prefix}bit {prefix}bits", bits);
            yield return Row(Dimension.Data, binarySize, $"{binary}s", $"{binary} {binary}s", $"{large}iB {small}ib");
        }
    }

    private static Unit[] Others() =>
    [
        Row(Dimension.Energy, 1, "joules", "joule joules", "J"),
        Row(Dimension.Energy, 1000, "kilojoules", "kilojoule kilojoules", "kj kJ"),
        Row(Dimension.Energy, Rational.Parse("4.184"), "calories", "calorie calories", "cal"),
        Row(Dimension.Energy, 4184, "kilocalories", "kilocalorie kilocalories", "kcal"),
        Row(Dimension.Energy, 3_600_000, "kilowatt hours", "kilowatt_hour kilowatt_hours kwh", "kWh"),
        Row(Dimension.Energy, 3600, "watt hours", "watt_hour watt_hours", "wh Wh"),
        Row(Dimension.Pressure, 1, "pascals", "pascal pascals", "pa Pa"),
        Row(Dimension.Pressure, 1000, "kilopascals", "kilopascal kilopascals", "kpa kPa"),
        Row(Dimension.Pressure, null, "millimetres of mercury", "mmhg mm_hg"),
        Row(Dimension.Pressure, 100_000, "bar", "", "bar bars"),
        Row(Dimension.Pressure, 101_325, "atmospheres", "", "atmosphere atmospheres atm"),
        Row(Dimension.Angle, 1, "degrees", "degree degrees deg °"),
        Row(Dimension.Angle, new Rational(1, 60), "arcminutes", "arcminute arcminutes"),
        Row(Dimension.Angle, new Rational(1, 3600), "arcseconds", "arcsecond arcseconds"),
        Row(Dimension.Angle, 360, "turns", "", "turn turns revolution revolutions"),
        Row(Dimension.Angle, null, "radians", "radian radians rad"),
        Row(Dimension.Amount, 1, "moles", "mole moles mol mols"),
        Row(Dimension.Frequency, 1, "hertz", "hertz hz"),
        Row(Dimension.Power, 1, "watts", "watt watts"),
        Row(Dimension.Force, 1, "newtons", "newton newtons"),
        Row(Dimension.Voltage, 1, "volts", "volt volts"),
        Row(Dimension.Resistance, 1, "ohms", "ohm ohms"),
        Row(Dimension.Count, null, "percent", "percent percents percentage pct %"),
        Row(Dimension.Count, null, "units", "unit units"),
    ];

    /// <param name="names">Separated by blanks, the key first, an underscore for a blank inside.</param>
    internal static Unit Row(Dimension dimension, Rational? factor, string name, string names, string symbols = "")
    {
        var (known, expected) = (Split(names), Split(symbols));
        var key = known.Concat(expected).First().Replace(' ', '-');
        return new Unit(key, name, dimension, factor, Rational.Zero) { Names = known, Symbols = expected };
    }

    private static string[] Split(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Replace('_', ' '))];
}
