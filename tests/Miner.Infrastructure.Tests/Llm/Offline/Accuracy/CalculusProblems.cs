using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Draw;
using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Problem;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

internal static class CalculusProblems
{
    private static readonly (string From, string To, double Factor, string Unit)[] Units =
    [
        ("km", "m", 1000, "metres"), ("metres", "cm", 100, "centimetres"), ("feet", "inches", 12, "inches"), ("kg", "grams", 1000, "grams"),
        ("hours", "minutes", 60, "minutes"), ("days", "hours", 24, "hours"), ("miles", "kilometers", 1.609344, "kilometres"),
        ("pounds", "kg", 0.45359237, "kilograms"), ("litres", "ml", 1000, "millilitres"), ("yards", "feet", 3, "feet"),
        ("km", "miles", 1 / 1.609344, "miles"), ("inches", "cm", 2.54, "centimetres"),
    ];

    public static readonly Func<Draw, Problem>[] Calculus = [Derivative, DerivativeAt, SecondDerivative, DefiniteIntegral, Antiderivative, Value];

    public static readonly Func<Draw, Problem>[] UnitsAndBases = [Conversion, HowMany, WithDecimal, Temperature, ToBinary, ToHexadecimal, FromBinary, FromHexadecimal, BetweenBases, WrongOrOctal];

    private static (int[] Coefficients, string Text) Cubic(Draw draw)
    {
        var k = draw.List(4, -9, 9);
        k[3] = draw.NotZero(-9, 9);
        return (k, $"{k[3]}x^3 {Signed(k[2])}x^2 {Signed(k[1])}x {Signed(k[0])}");
    }

    private static Problem Derivative(Draw draw)
    {
        var (k, text) = Cubic(draw);
        return Polynomial(draw.Say("Find the derivative of {0}|Differentiate {0} with respect to x|What is the derivative of {0}?|d/dx ({0})|If f(x) = {0}, find f'(x)", text), [k[1], 2 * k[2], 3 * k[3]]);
    }

    private static Problem DerivativeAt(Draw draw)
    {
        var (k, text) = Cubic(draw);
        var at = draw.Between(-5, 5);
        return Number(draw.Say("What is the derivative of {0} at x = {1}?|f(x) = {0}. What is f'({1})?|Find the slope of the tangent line to {0} at x = {1}", text, at), k[1] + (2 * k[2] * at) + (3 * k[3] * at * at));
    }

    private static Problem SecondDerivative(Draw draw)
    {
        var (k, text) = Cubic(draw);
        return Polynomial(draw.Say("Find the second derivative of {0}|What is the second derivative of {0}?", text), [2 * k[2], 6 * k[3]]);
    }

    private static Problem DefiniteIntegral(Draw draw)
    {
        var (k, text) = Cubic(draw);
        var (from, to) = (draw.Between(-5, 5), draw.Between(-5, 5));
        Fraction Primitive(int x) => Sum(k, (coefficient, exponent) => new Fraction(coefficient, exponent + 1) * Power(x, exponent + 1));
        return Number(
            draw.Say("Integrate {0} from {1} to {2}|What is the integral of {0} from {1} to {2}?|Find the definite integral of {0} between {1} and {2}.|∫_{1}^{2} ({0}) dx", text, from, to),
            Primitive(to) - Primitive(from));
    }

    private static Problem Antiderivative(Draw draw)
    {
        var (k, text) = Cubic(draw);
        return Polynomial(
            draw.Say("Integrate {0}|What is the indefinite integral of {0}?|Find the antiderivative of {0}|∫ ({0}) dx", text),
            [0, k[0], new Fraction(k[1], 2), new Fraction(k[2], 3), new Fraction(k[3], 4)], " + C");
    }

    private static Problem Value(Draw draw)
    {
        var (k, text) = Cubic(draw);
        var at = draw.Between(-5, 5);
        return draw.Between(0, 5) == 0
            ? Undefined($"What is the value of ({text})/(x {Signed(-at)}) when x = {at}?")
            : Number(
                draw.Say("Evaluate {0} at x = {1}|If x = {1}, what is {0}?|What is the value of {0} when x = {1}?|f(x) = {0}. What is f({1})?", text, at),
                Sum(k, (coefficient, exponent) => coefficient * Power(at, exponent)));
    }

    private static Problem Conversion(Draw draw)
    {
        var (value, unit) = (draw.Between(1, 5000), draw.Of(Units));
        return Quantity(draw.Say("Convert {0} {1} to {2}|What is {0} {1} in {2}?|Please convert {0} {1} into {2}.", value, unit.From, unit.To), value * unit.Factor, unit.Unit);
    }

    private static Problem HowMany(Draw draw)
    {
        var (value, unit) = (draw.Between(1, 5000), draw.Of(Units));
        return Quantity(draw.Say("How many {2} are in {0} {1}?|How many {2} are there in {0} {1}?|{0} {1} is how many {2}?", value, unit.From, unit.To), value * unit.Factor, unit.Unit);
    }

    private static Problem WithDecimal(Draw draw)
    {
        var (value, unit) = (draw.Between(1, 500), draw.Of(Units));
        return Quantity(draw.Say("What is {0}.5 {1} in {2}?|Convert {0}.5{1} to {2}", value, unit.From, unit.To), (value + 0.5) * unit.Factor, unit.Unit);
    }

    private static Problem Temperature(Draw draw)
    {
        var celsius = draw.Between(-60, 300);
        return draw.Between(0, 1) == 0
            ? Quantity(draw.Say("Convert {0} °C to fahrenheit|What is {0} degrees celsius in fahrenheit?", celsius), (celsius * 1.8) + 32, "°F")
            : Quantity(draw.Say("Convert {0} °F to celsius|What is {0} degrees fahrenheit in °C?", celsius), (celsius - 32) / 1.8, "°C");
    }

    private static Problem ToBinary(Draw draw)
    {
        var value = draw.Between(0, 99_999);
        return Text(draw.Say("Convert {0} to binary|What is {0} in binary?|Write {0} in base 2", value), Convert.ToString(value, 2));
    }

    private static Problem ToHexadecimal(Draw draw)
    {
        var value = draw.Between(0, 99_999);
        return Text(draw.Say("What is {0} in hexadecimal?|Convert {0} to hex|Convert decimal {0} to base 16", value), $"{value:X}");
    }

    private static Problem FromBinary(Draw draw)
    {
        var value = draw.Between(1, 9_999);
        return Number(draw.Say("Convert binary {0} to decimal|Convert {0} from binary to decimal|What is {0} base 2 in base 10?|What is 0b{0} in decimal?", Convert.ToString(value, 2)), value);
    }

    private static Problem FromHexadecimal(Draw draw)
    {
        var value = draw.Between(1, 99_999);
        return Number(draw.Say("What is 0x{0:X} in decimal?|Convert hexadecimal {0:X} to decimal|What is the decimal value of 0x{0:x}?", value), value);
    }

    private static Problem BetweenBases(Draw draw)
    {
        var value = draw.Between(1, 9_999);
        return Text(draw.Say("Convert {0:X} from hex to binary|Convert hexadecimal {0:X} to binary|Convert 0x{0:X} to binary", value), Convert.ToString(value, 2));
    }

    private static Problem WrongOrOctal(Draw draw)
    {
        var value = draw.Between(1, 9_999);
        return draw.Between(0, 1) == 0
            ? Undefined(draw.Say("Convert binary 10{0}2 to decimal|Convert 1{0}2 from binary to decimal", value % 10))
            : Text(draw.Say("Convert {0} to octal|What is {0} in base 8?", value), Convert.ToString(value, 8));
    }

    private static Fraction Sum(int[] coefficients, Func<int, int, Fraction> term) => coefficients.Select(term).Aggregate((sum, next) => sum + next);

    private static Fraction Power(Fraction value, int exponent) => Enumerable.Range(0, exponent).Aggregate((Fraction)1, (power, _) => power * value);
}
