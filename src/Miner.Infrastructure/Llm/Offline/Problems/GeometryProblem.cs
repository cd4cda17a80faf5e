using System.Globalization;

namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>Areas, perimeters and volumes of plain figures whose sides are given.</summary>
internal static class GeometryProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set(
        "area perimeter volume surface hypotenuse rectangle rectangular square triangle cube box cuboid right garden field room length width height "
        + "base side sides edge edges legs leg long wide high has have having measures its whose and each at all fence go goes around need needed cm m mm "
        + "km metres meters metre meter centimetres centimeters inches feet units square cubic");

    /// <summary>What is asked of which figure, how many sides that takes, and the formula, with the sides for <c>{0}</c>, <c>{1}</c> and <c>{2}</c>.</summary>
    private static readonly (string Quantity, string Figure, int Sides, string Formula)[] Formulas =
    [
        ("area", "rectangle", 2, "{0} * {1}"), ("perimeter", "rectangle", 2, "2 * ({0} + {1})"),
        ("area", "garden", 2, "{0} * {1}"), ("perimeter", "garden", 2, "2 * ({0} + {1})"),
        ("area", "field", 2, "{0} * {1}"), ("perimeter", "field", 2, "2 * ({0} + {1})"),
        ("area", "room", 2, "{0} * {1}"), ("perimeter", "room", 2, "2 * ({0} + {1})"),
        ("area", "triangle", 2, "{0} * {1} / 2"), ("perimeter", "triangle", 3, "{0} + {1} + {2}"), ("hypotenuse", "triangle", 2, "sqrt({0}^2 + {1}^2)"),
        ("volume", "cube", 1, "{0}^3"), ("surface", "cube", 1, "6 * {0}^2"),
        ("volume", "box", 3, "{0} * {1} * {2}"), ("volume", "cuboid", 3, "{0} * {1} * {2}"),
        ("area", "square", 1, "{0}^2"), ("perimeter", "square", 1, "4 * {0}"),
    ];

    public static Solution? Solve(Question question)
    {
        if (question.Formulas.Count is 0 or > 3 || !question.HasOnly(Vocabulary)) return null;

        // The letter m behind a number is a metre here.
        var sides = question.Formulas.Select(formula => formula.EndsWith(" m", StringComparison.Ordinal) ? formula[..^2] : formula).ToList();
        if (Values.Of(sides) is not { } values || values.Exists(value => value.Sign <= 0)) return null;

        var isFence = question.Mentions("fence");
        var found = Formulas.FirstOrDefault(formula => formula.Sides == sides.Count && question.Mentions(formula.Figure)
            && (question.Mentions(formula.Quantity) || (isFence && formula.Quantity == "perimeter")));
        return found.Formula is null
            ? null
            : ArithmeticProblem.Compute(string.Format(CultureInfo.InvariantCulture, found.Formula, [.. sides]));
    }
}
