using System.Globalization;
using System.Numerics;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class UnitAnswersTests() : ProblemAnswersFixture("units and bases")
{
    private const string Unit = "([a-z]+)";
    private const string Value = @"(\d+(?:\.5)?)";

    /// <summary>How many of the second unit one of the first is (the international yard and pound of 1959).</summary>
    private static readonly Dictionary<(string From, string To), decimal> Ratios = new()
    {
        [("km", "m")] = 1_000,
        [("kilometers", "meters")] = 1_000,
        [("metres", "cm")] = 100,
        [("feet", "inches")] = 12,
        [("kg", "grams")] = 1_000,
        [("hours", "minutes")] = 60,
        [("minutes", "seconds")] = 60,
        [("days", "hours")] = 24,
        [("weeks", "days")] = 7,
        [("litres", "ml")] = 1_000,
        [("yards", "feet")] = 3,
        [("inches", "cm")] = 2.54m,
        [("pounds", "ounces")] = 16,
        [("tonnes", "kilograms")] = 1_000,
        [("years", "months")] = 12,
        [("cm", "mm")] = 10,
        [("miles", "kilometers")] = 1.609344m,
        [("miles", "km")] = 1.609344m,
        [("pounds", "kg")] = 0.45359237m,
        [("feet", "meters")] = 0.3048m,
        [("minutes", "hours")] = 1 / 60m,
        [("inches", "feet")] = 1 / 12m,
        [("hours", "days")] = 1 / 24m,
        [("grams", "kilograms")] = 0.001m,
        [("cm", "metres")] = 0.01m,
    };

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.OfTexts(
            $"""
            Convert {Value} {Unit} to {Unit}, rounded to two decimal places\.
            What is {Value} {Unit} in {Unit}\? Round to 2 decimal places\.
            """,
            given => Convert(given[0], given[1], given[2], places: 2)),
        Solver.OfTexts(
            $@"How many {Unit} are {Value} {Unit}, to two decimal places\?", given => Convert(given[1], given[2], given[0], places: 2)),
        Solver.OfTexts(
            $@"(?:(?:Convert|What is|Please convert|Express) )?{Value} {Unit} (?:to|in|into) {Unit}[?.]?",
            given => Convert(given[0], given[1], given[2], places: 3)),
        Solver.OfTexts($@"{Value} {Unit} is how many {Unit}\?", given => Convert(given[0], given[1], given[2], places: 3)),
        Solver.OfTexts(
            $@"How many {Unit} (?:are in|are there in|are|is) {Value} {Unit}\?", given => Convert(given[1], given[2], given[0], places: 3)),
        Solver.Of(
            """
            Convert (-?\d+) °F to celsius
            What is (-?\d+) degrees fahrenheit in °C\?
            Convert (-?\d+) degrees Fahrenheit to Celsius
            """,
            given => $"{(given[0] - 32) * 5 / 9} °C"),
        Solver.Of(
            """
            Convert (-?\d+) °C to fahrenheit
            What is (-?\d+) degrees celsius in fahrenheit\?
            What is (-?\d+)°C in °F\?
            """,
            given => $"{given[0] * 9 / 5 + 32} °F"),
        Solver.Of(
            """
            Convert (?:the decimal number )?(\d+) to binary\.?
            What is (\d+) in binary\?
            Write (\d+) in base 2
            """,
            given => Write(given[0], 2)),
        Solver.Of(
            """
            (?:What is|Write) (\d+) in hexadecimal[?.]
            Convert (\d+) to hex
            Convert decimal (\d+) to base 16
            """,
            given => Write(given[0], 16)),
        Solver.Of(
            """
            (?:Convert|Write) (\d+) (?:to|in) octal
            What is (\d+) in base 8\?
            """,
            given => Write(given[0], 8)),
        Solver.OfTexts(
            """
            Convert binary ([01]+) to decimal
            Convert ([01]+) from binary to decimal
            What is ([01]+) base 2 in base 10\?
            What is 0b([01]+) in decimal\?
            What decimal number is binary ([01]+)\?
            """,
            given => $"{Read(given[0], 2)}"),
        Solver.OfTexts(
            """
            What is 0x([0-9A-F]+) in decimal\?
            Convert hexadecimal ([0-9A-F]+) to decimal
            What is the decimal value of 0x([0-9a-f]+)\?
            Convert the hex number ([0-9A-F]+) to decimal\.
            """,
            given => $"{Read(given[0], 16)}"),
        Solver.OfTexts(
            @"Convert (?:hexadecimal |0x)?([0-9A-F]+)(?: from hex)? to binary", given => Write(Read(given[0], 16), 2)),
    ];

    private static string Convert(string value, string from, string to, int places)
    {
        var converted = decimal.Parse(value, CultureInfo.InvariantCulture) * Ratios[(from, to)];
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(converted, places, MidpointRounding.AwayFromZero)} {to}");
    }

    private static string Write(BigInteger value, int radix) =>
        value.IsZero ? "" : Write(value / radix, radix) + "0123456789ABCDEF"[(int)(value % radix)];

    private static BigInteger Read(string digits, int radix) => digits.ToUpperInvariant()
        .Aggregate(BigInteger.Zero, (value, digit) => value * radix + "0123456789ABCDEF".IndexOf(digit, StringComparison.Ordinal));
}
