using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Lengths, areas and volumes of plain figures and solids of which enough is given.</summary>
internal static partial class GeometryProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "area perimeter circumference volume surface hypotenuse diagonal rectangle rectangular square triangle right angled circle circular cube box "
            + "cuboid cylinder sphere cone trapezoid trapezium garden field room ball length width height depth base bases side sides edge edges"
            + " legs leg "
        + "long wide high tall deep radius diameter has have having measures its whose other third one and each at all fence go goes around"
            + " need needed "
        + "square cubic units total terms pi leave");

    private static readonly HashSet<string> Lengths = [.. Units.Names(Dimension.Length)];

    private static readonly (string Word, string Figure)[] Figures =
    [
        ("cylinder", "cylinder"),
        ("sphere", "sphere"),
        ("ball", "sphere"),
        ("cone", "cone"),
        ("cuboid", "box"),
        ("box", "box"),
        ("cube", "cube"),
        ("circle", "circle"), ("circular", "circle"), ("trapezoid", "trapezoid"), ("trapezium", "trapezoid"), ("triangle", "triangle"),
        ("rectangle", "rectangle"),
        ("rectangular", "rectangle"),
        ("garden", "rectangle"),
        ("field", "rectangle"),
        ("room", "rectangle"),
        ("square", "square"),
    ];

    private static readonly string[] Quantities =
    [
        "surface",
        "area",
        "perimeter",
        "circumference",
        "volume",
        "hypotenuse",
        "diagonal",
        "radius",
        "diameter",
        "leg",
        "width",
        "length",
        "height",
        "side", "edge",
    ];

    /// <summary>
    /// What is asked of which figure, what must be given, and the formula, with what is given for <c>{0}</c>, <c>{1}</c> and <c>{2}</c>.
    /// </summary>
    private static readonly (string Asked, string Figure, string Given, string Formula)[] Formulas =
    [
        ("area", "rectangle", "length width", "{0} * {1}"), ("perimeter", "rectangle", "length width", "2 * ({0} + {1})"),
        ("width", "rectangle", "area length", "{0} / {1}"), ("length", "rectangle", "area width", "{0} / {1}"),
        ("width", "rectangle", "length perimeter", "{1} / 2 - {0}"), ("length", "rectangle", "perimeter width", "{0} / 2 - {1}"),
        ("diagonal", "rectangle", "length width", "sqrt({0}^2 + {1}^2)"),
        ("area", "square", "side", "{0}^2"), ("perimeter", "square", "side", "4 * {0}"), ("diagonal", "square", "side", "{0} * sqrt(2)"),
        ("side", "square", "area", "sqrt({0})"), ("side", "square", "perimeter", "{0} / 4"),
        ("area", "square", "perimeter", "({0} / 4)^2"), ("perimeter", "square", "area", "4 * sqrt({0})"),
        ("area", "triangle", "base height", "{0} * {1} / 2"), ("perimeter", "triangle", "side side side", "{0} + {1} + {2}"),
        ("area", "triangle", "leg leg", "{0} * {1} / 2"), ("hypotenuse", "triangle", "leg leg", "sqrt({0}^2 + {1}^2)"),
        ("hypotenuse", "triangle", "side side", "sqrt({0}^2 + {1}^2)"), ("leg", "triangle", "hypotenuse leg", "sqrt({0}^2 - {1}^2)"),
        ("area", "trapezoid", "base base height", "({0} + {1}) * {2} / 2"),
        ("area", "circle", "radius", "π{0}^2"), ("area", "circle", "diameter", "π({0} / 2)^2"),
        ("circumference", "circle", "radius", "π(2 * {0})"), ("circumference", "circle", "diameter", "π{0}"),
        ("perimeter", "circle", "radius", "π(2 * {0})"),
        ("radius", "circle", "diameter", "{0} / 2"),
        ("diameter", "circle", "radius", "2 * {0}"),
        ("volume", "cube", "side", "{0}^3"), ("surface", "cube", "side", "6 * {0}^2"), ("side", "cube", "volume", "cbrt({0})"),
        ("volume", "box", "height length width", "{1} * {2} * {0}"),
        ("surface", "box", "height length width", "2 * ({1} * {2} + {1} * {0} + {2} * {0})"),
        ("volume", "cylinder", "height radius", "π({1}^2 * {0})"), ("volume", "cone", "height radius", "π({1}^2 * {0} / 3)"),
        ("volume", "sphere", "radius", "π(4/3 * {0}^3)"), ("surface", "sphere", "radius", "π(4 * {0}^2)"),
    ];

    public static Solution? Solve(Question question)
    {
        if (question.Formulas.Count is 0 or > 3 || !question.HasOnly([.. Vocabulary, .. Lengths])) return null;

        var figures = Figures.Where(figure => question.Mentions(figure.Word)).Select(figure => figure.Figure).ToList();
        if (figures.Count == 0) return null;

        // The letter m behind a number is a metre here. Two units would have to be brought to one.
        var hasMetres = question.Formulas.Any(formula => formula.EndsWith(" m", StringComparison.Ordinal));
        var units = Lengths.Where(unit => question.Mentions(unit) || (unit == "m" && hasMetres));
        if (units.Select(name => Units.TryFind(name, out var unit) ? unit : null).Distinct().Count() > 1) return null;
        var sizes = question
            .Formulas.Select(formula => formula.EndsWith(" m", StringComparison.Ordinal) ? formula[..^2] : formula)
            .ToList();
        if (Values.Of(sizes) is not { } values || values.Exists(value => value.Sign <= 0)) return null;

        var (given, asked) = Read(question.Outline, figures[0]);
        if (given.Count != sizes.Count || asked is null) return null;
        var roles = string.Join(' ', given.Order(StringComparer.Ordinal));
        var formula = Formulas
            .FirstOrDefault(formula => formula.Asked == asked && formula.Figure == figures[0] && formula.Given == roles)
            .Formula;
        if (formula is null) return null;

        var operands = given.Zip(sizes).OrderBy(pair => pair.First, StringComparer.Ordinal).Select(pair => (object)pair.Second).ToArray();
        var filled = string.Format(CultureInfo.InvariantCulture, formula, operands);
        return filled[0] == 'π'
            ? MultipleOfPi(filled[1..])
            : ArithmeticProblem.Compute(filled) is { Answer: not null } solution && IsPossible(filled)
            ? solution
            : null;
    }

    /// <summary>What each number is of the figure, in order, and what is asked for.</summary>
    private static (List<string> Given, string? Asked) Read(string outline, string figure)
    {
        var given = new List<string>();
        if (By().Match(outline) is { Success: true } by)
        {
            given.AddRange(by.Groups["third"].Success ? ["length", "width", "height"] : ["length", "width"]);
            outline = outline.Remove(by.Index, by.Length);

            // Another number could stand before these or after them.
            if (outline.Contains('#')) return (given, null);
        }

        var rest = Known().Replace(outline, match =>
                {
                    var role = match.Groups["role"].Value;
                    var numbers = match.Value.Count(character => character == '#');
                    given.AddRange(
                        Enumerable.Repeat(Role(match.Groups["after"].Success ? match.Groups["after"].Value : role, figure), numbers));
                    return " ";
                }
            );
        var asked = rest.Contains("fence", StringComparison.Ordinal)
            ? "perimeter"
            : Quantities.FirstOrDefault(quantity => rest.Split(' ').Contains(quantity));
        return (given, asked is null ? null : Role(asked, figure));
    }

    private static string Role(string word, string figure) => word switch
    {
        "long" or "length" when figure is "square" or "cube" => "side",
        "long" => "length",
        "wide" => "width",
        "high" or "tall" or "deep" or "depth" => "height",
        "edge" or "edges" or "sides" => "side",
        "legs" => "leg",
        "bases" => "base",
        _ => word,
    };

    private static Solution? MultipleOfPi(string factor)
    {
        if (Arithmetic.Evaluate(factor) is not { HasValue: true, Value: var value }) return null;
        var text = value == Rational.One ? "π" : value.IsInteger ? $"{value}π" : $"{DecimalText.Fraction(value)} π";
        return new Solution(text, $"π * {factor} = {text} ≈ {Solution.Round((double)value * Math.PI)}");
    }

    /// <summary>No side is of length zero or less, or imaginary.</summary>
    private static bool IsPossible(string formula) =>
        Expression.TryParse(formula, out var expression) && expression.Approximate() > 0;

    /// <summary>A 5 by 3 rectangle.</summary>
    [GeneratedRegex("# ([a-z]+ )?by #(?<third> ([a-z]+ )?by #)?", Options)]
    private static partial Regex By();

    [GeneratedRegex(
        "# ([a-z]+ )?(?<after>long|wide|high|tall|deep)"
            + "|(?<role>area|perimeter|circumference|volume|hypotenuse|diagonal|radius|diameter|length|width|height|depth|bases?|sides?|edges?|legs?)"
            + "( (of|is|are|its|length|lengths|square|circle|rectangle|triangle|right|cube|sphere|cylinder|box|measures|measure|one))* #(( [a-z]+)?"
            + " #)?(( [a-z]+)? and #)?", Options)]
    private static partial Regex Known();
}
