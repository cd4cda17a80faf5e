using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Quantities in other units, and whole numbers in other bases.</summary>
internal static class UnitProblems
{
    /// <summary>Units whose ratio is a number of few digits.</summary>
    private static readonly (string From, string To)[] Exact =
    [
        ("km", "m"), ("kilometers", "meters"), ("metres", "cm"), ("feet", "inches"), ("kg", "grams"), ("hours", "minutes"),
        ("minutes", "seconds"), ("days", "hours"), ("weeks", "days"), ("litres", "ml"), ("yards", "feet"), ("inches", "cm"),
        ("pounds", "ounces"), ("tonnes", "kilograms"), ("years", "months"), ("cm", "mm"),
    ];

    /// <summary>Units whose ratio takes more digits; the answer is rounded.</summary>
    private static readonly (string From, string To)[] Inexact =
        [("miles", "kilometers"), ("miles", "km"), ("pounds", "kg"), ("feet", "meters")];

    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Conversion,
        HowMany,
        WithDecimal,
        ToLarger,
        Rounded,
        Celsius,
        Fahrenheit,
        ToBinary,
        ToHexadecimal,
        FromBinary,
        FromHexadecimal,
        BetweenBases,
        ToOctal,
    ];

    private static (string Question, string Answer) Conversion(ProblemDraw draw)
    {
        var (value, unit) = (draw.Between(2, 500), draw.Of<(string From, string To)>(Exact));
        return (
            draw.Say(
                "Convert {0} {1} to {2}|What is {0} {1} in {2}?|Please convert {0} {1} into {2}.|{0} {1} in {2}|"
                + "Express {0} {1} in {2}.",
                value, unit.From, unit.To),
            Answer(value, unit, places: 2));
    }

    private static (string Question, string Answer) HowMany(ProblemDraw draw)
    {
        var (value, unit) = (draw.Between(2, 500), draw.Of<(string From, string To)>(Exact));
        return (
            draw.Say(
                "How many {2} are in {0} {1}?|How many {2} are there in {0} {1}?|{0} {1} is how many {2}?|How many {2} is {0} {1}?",
                value, unit.From, unit.To),
            Answer(value, unit, places: 2));
    }

    private static (string Question, string Answer) WithDecimal(ProblemDraw draw)
    {
        var (value, unit) = (draw.Between(1, 500), draw.Of<(string From, string To)>(Exact));
        return (
            draw.Say("What is {0}.5 {1} in {2}?|Convert {0}.5 {1} to {2}|How many {2} are {0}.5 {1}?", value, unit.From, unit.To),
            Answer(value + new Rational(1, 2), unit, places: 3));
    }

    /// <summary>The value in the other unit, rounded to <paramref name="places"/>, under the unit's full name.</summary>
    private static string Answer(Rational value, (string From, string To) units, int places) =>
        Units.TryFind(units.From, out var from) && Units.TryFind(units.To, out var to)
            ? $"{DecimalText.Round(from.Convert(value, to), places)} {to.Name}"
            : throw new InvalidOperationException($"A unit is unknown: {units.From} or {units.To}.");

    private static (string Question, string Answer) ToLarger(ProblemDraw draw)
    {
        var value = draw.Between(2, 90);
        var (from, to, size) = draw.Of(
            ("minutes", "hours", 60), ("inches", "feet", 12), ("hours", "days", 24), ("grams", "kilograms", 1000), ("cm", "metres", 100));
        return (draw.Say(
            "How many {2} are {0} {1}?|Convert {0} {1} to {2}|What is {0} {1} in {2}?",
            value * size, from, to), $"{value} {to}");
    }

    private static (string Question, string Answer) Rounded(ProblemDraw draw)
    {
        var (value, unit) = (draw.Between(2, 20), draw.Of<(string From, string To)>(Inexact));
        return (
            draw.Say(
                "Convert {0} {1} to {2}, rounded to two decimal places.|What is {0} {1} in {2}? Round to 2 decimal places.|"
                + "How many {2} are {0} {1}, to two decimal places?",
                value, unit.From, unit.To),
            Answer(value, unit, places: 2));
    }

    private static (string Question, string Answer) Celsius(ProblemDraw draw)
    {
        var fifths = draw.Between(-12, 60);
        return (draw.Say(
            "Convert {0} °F to celsius|What is {0} degrees fahrenheit in °C?|Convert {0} degrees Fahrenheit to Celsius",
            (9 * fifths) + 32), $"{5 * fifths} °C");
    }

    private static (string Question, string Answer) Fahrenheit(ProblemDraw draw)
    {
        var fifths = draw.Between(-12, 60);
        return (draw.Say(
            "Convert {0} °C to fahrenheit|What is {0} degrees celsius in fahrenheit?|What is {0}°C in °F?",
            5 * fifths), $"{(9 * fifths) + 32} °F");
    }

    private static (string Question, string Answer) ToBinary(ProblemDraw draw)
    {
        var value = draw.Between(2, 9_999);
        return (draw.Say(
            "Convert {0} to binary|What is {0} in binary?|Write {0} in base 2|Convert the decimal number {0} to binary.",
            value), Convert.ToString(value, 2));
    }

    private static (string Question, string Answer) ToHexadecimal(ProblemDraw draw)
    {
        var value = draw.Between(16, 99_999);
        return (draw.Say(
            "What is {0} in hexadecimal?|Convert {0} to hex|Convert decimal {0} to base 16|Write {0} in hexadecimal.",
            value), $"{value:X}");
    }

    private static (string Question, string Answer) ToOctal(ProblemDraw draw)
    {
        var value = draw.Between(8, 9_999);
        return (draw.Say("Convert {0} to octal|What is {0} in base 8?|Write {0} in octal", value), Convert.ToString(value, 8));
    }

    private static (string Question, string Answer) FromBinary(ProblemDraw draw)
    {
        var value = draw.Between(2, 9_999);
        return (
            draw.Say(
                "Convert binary {0} to decimal|Convert {0} from binary to decimal|What is {0} base 2 in base 10?|"
                + "What is 0b{0} in decimal?|What decimal number is binary {0}?",
                Convert.ToString(value, 2)),
            $"{value}");
    }

    private static (string Question, string Answer) FromHexadecimal(ProblemDraw draw)
    {
        var value = draw.Between(16, 99_999);
        return (draw.Say(
            "What is 0x{0:X} in decimal?|Convert hexadecimal {0:X} to decimal|What is the decimal value of 0x{0:x}?|"
            + "Convert the hex number {0:X} to decimal.",
            value), $"{value}");
    }

    private static (string Question, string Answer) BetweenBases(ProblemDraw draw)
    {
        var value = draw.Between(16, 9_999);
        return (draw.Say(
            "Convert {0:X} from hex to binary|Convert hexadecimal {0:X} to binary|Convert 0x{0:X} to binary",
            value), Convert.ToString(value, 2));
    }
}
