using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Solves equations in one variable that come down to a polynomial, and shows how.</summary>
internal static class PolynomialEquationSteps
{
    /// <param name="equation">What is to be solved.</param>
    /// <param name="variable">Its only variable.</param>
    /// <param name="realOnly">Whether complex solutions count as none.</param>
    public static Solution? Solve(Equation equation, string variable, bool realOnly = false)
    {
        if (!PolynomialQuotient.TryCreate(equation.Left, variable, out var left)) return null;
        if (!PolynomialQuotient.TryCreate(equation.Right, variable, out var right)) return null;

        var steps = new List<string> { equation.Text };
        var difference = (left.Numerator * right.Denominator) - (right.Numerator * left.Denominator);
        var excluded = Excluded(left, right);
        if (!left.IsPolynomial || !right.IsPolynomial) steps.Add($"Multiplied by the denominators: {difference.ToString(variable)} = 0");
        if (excluded is null) return null;
        if (difference.IsZero) return new Solution($"every value of {variable}{Except(excluded)}", [.. steps, "Both sides are the same."]);

        AddSteps(steps, difference, left, right, variable);
        var roots = PolynomialRoots.Find(difference);
        var allowed = roots.Roots.Except(excluded).ToList();
        if (realOnly && roots.IsComplete && !allowed.Exists(root => root.IsReal)) return new Solution("no real solution", steps);
        if (realOnly) allowed.RemoveAll(root => !root.IsReal);
        if (roots.Roots.Intersect(excluded).Any())
            steps.Add($"Not {Listed(variable, roots.Roots.Intersect(excluded))}: nothing can be divided by zero.");
        if (!roots.IsComplete) return null;
        if (allowed.Count == 0) return new Solution("no solution", steps);

        var irrational = allowed.Where(root => root.IsReal && !root.IsRational).ToList();
        if (allowed.All(root => !root.IsReal)) steps.Add("There is no real solution.");
        if (irrational.Count > 0) steps.Add(string.Join(", ", irrational.Select(root => $"{root} ≈ {Solution.Round(root.Approximation)}")));
        return new Solution(Listed(variable, allowed), steps);
    }

    private static void AddSteps(
        List<string> steps, UnivariatePolynomial difference, PolynomialQuotient left, PolynomialQuotient right, string variable)
    {
        if (difference.IsConstant)
        {
            steps.Add($"{difference} = 0, which is false");
        }
        else if (difference.Degree == 1)
        {
            var ((a, b), (c, d)) = left.IsPolynomial && right.IsPolynomial
                ? ((left.AsPolynomial()[1], left.AsPolynomial()[0]), (right.AsPolynomial()[1], right.AsPolynomial()[0]))
                : ((difference[1], difference[0]), (Rational.Zero, Rational.Zero));
            var collected = new UnivariatePolynomial(Rational.Zero, a - c).ToString(variable);
            AddUnlessJustSaid(steps, $"{collected} = {DecimalText.Fraction(d - b)}");
            AddUnlessJustSaid(steps, $"{variable} = {Solution.Explain((d - b) / (a - c))}");
        }
        else
        {
            AddUnlessJustSaid(steps, $"{difference.ToString(variable)} = 0");
            if (difference.Degree == 2) steps.Add(Discriminant(difference[2], difference[1], difference[0]));
        }
    }

    /// <summary>Many equations are asked in the form that they are brought to.</summary>
    private static void AddUnlessJustSaid(List<string> steps, string step)
    {
        if (steps[^1] != step) steps.Add(step);
    }

    private static string Discriminant(Rational a, Rational b, Rational c)
    {
        var (first, second, third) = (DecimalText.Fraction(a), DecimalText.Fraction(b), DecimalText.Fraction(c));
        return $"Discriminant: b^2 - 4ac = ({second})^2 - 4 * ({first}) * ({third}) = {DecimalText.Fraction((b * b) - (4 * a * c))}";
    }

    /// <summary>Where a denominator is zero, or null where that is not known.</summary>
    private static List<QuadraticSurd>? Excluded(params IEnumerable<PolynomialQuotient> sides)
    {
        var zeros = sides.Where(side => !side.IsPolynomial).Select(side => PolynomialRoots.Find(side.Denominator)).ToList();
        return zeros.TrueForAll(found => found.IsComplete) ? [.. zeros.SelectMany(found => found.Roots).Distinct()] : null;
    }

    private static string Except(List<QuadraticSurd> excluded) => excluded.Count == 0 ? "" : $" except {string.Join(", ", excluded)}";

    private static string Listed(string variable, IEnumerable<QuadraticSurd> roots) =>
        string.Join(" or ", roots.Select(root => $"{variable} = {root}"));
}
