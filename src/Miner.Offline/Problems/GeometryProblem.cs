using System.Globalization;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Lengths, areas and volumes of plain figures and solids: <c>the area of a circle with radius 7</c>.</summary>
internal static class GeometryProblem
{
    private const string With = "(with|of|whose|that has|having)";
    private const string Is = "( of| is| are| length| of length| of lengths)?";

    // What is asked of which figure, what is given, and the formula with what is given in it.
    private static readonly QuestionForm[] Forms =
    [
        .. Rectangle("area", "{0} * {1}"),
        .. Rectangle("perimeter", "2 * ({0} + {1})"),
        .. Rectangle("diagonal", "sqrt({0}^2 + {1}^2)"),
        Form("area of square", "side|sides", "{0}^2"),
        Form("perimeter of square", "side|sides", "4 * {0}"),
        Form("volume of cube", "side|edge|sides|edges", "{0}^3"),
        Form("surface area of cube", "side|edge|sides|edges", "6 * {0}^2"),
        Form("area of triangle", "base", "height", "{0} * {1} / 2"),
        Form("(length of )?hypotenuse of right triangle", "legs", "", "sqrt({0}^2 + {1}^2)"),
        Form("area of circle", "radius", "π{0}^2"),
        Form("area of circle", "diameter", "π({0} / 2)^2"),
        Form("circumference of circle", "radius", "π2 * {0}"),
        Form("circumference of circle", "diameter", "π{0}"),
        Form("volume of sphere", "radius", "π4/3 * {0}^3"),
        Form("surface area of sphere", "radius", "π4 * {0}^2"),
        Form("volume of cylinder", "radius", "height", "π{0}^2 * {1}"),
        Form("volume of cone", "radius", "height", "π{0}^2 * {1} / 3"),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static IEnumerable<QuestionForm> Rectangle(string quantity, string formula) =>
    [
        Form($"{quantity} of rectangle", "length", "width", formula),
        new($"<ask>{quantity} of <first> by <second> rectangle", reading => Compute(reading, formula)),
    ];

    private static QuestionForm Form(string quantity, string given, string formula) =>
        new($"<ask>{quantity} {With} ({given}){Is} <first>", reading => Compute(reading, formula));

    private static QuestionForm Form(string quantity, string first, string second, string formula) => new(
        $"<ask>{quantity} {With} {first}{Is} <first> and {(second.Length > 0 ? $"{second}{Is} " : "")}<second>",
        reading => Compute(reading, formula));

    private static Solution? Compute(Reading reading, string formula)
    {
        var sizes = reading.Formulas("first").Concat(reading.Formulas("second")).ToList();
        if (Values.Of(sizes) is not { } values || values.Exists(value => value.Sign <= 0)) return null;

        var filled = string.Format(CultureInfo.InvariantCulture, formula, [.. sizes.Select(size => $"({size})")]);
        return filled[0] == 'π' ? MultipleOfPi(filled[1..]) : ArithmeticProblem.Compute(filled);
    }

    private static Solution? MultipleOfPi(string factor)
    {
        if (Arithmetic.Evaluate(factor) is not { HasValue: true, Value: var value }) return null;
        var text = value == Rational.One ? "π" : value.IsInteger ? $"{value}π" : $"{DecimalText.Fraction(value)} π";
        return new Solution(text, $"π * {factor} = {text} ≈ {Solution.Round((double)value * Math.PI)}");
    }
}
