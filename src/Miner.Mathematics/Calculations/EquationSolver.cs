using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Calculations;

/// <summary>One polynomial equation in one variable, or a system of linear ones.</summary>
internal static class EquationSolver
{
    /// <summary>With <see cref="MaxBits"/> keeps the search for rational roots short, which begins past the second degree.</summary>
    private const int MaxDegree = 8;

    /// <summary>Of a coefficient, once all are whole.</summary>
    private const int MaxBits = 48;

    private static readonly Number MinusOne = new(-1);

    public static Calculation Solve(IReadOnlyList<string> input)
    {
        var differences = new List<Expression>();
        foreach (var equation in input.SelectMany(Split))
        {
            if (differences.Count == LinearSystem.MaxEquations)
                return Calculation.None($"There may be at most {LinearSystem.MaxEquations} equations.");
            if (equation.Split('=') is not [var left, var right]
                || !FormulaText.TryRead(left, out var first)
                || !FormulaText.TryRead(right, out var second))
            {
                return Calculation.None($"This takes equations with one = each, in formulas that can be read. {FormulaText.Grammar}");
            }

            differences.Add(new Sum([first, new Product([MinusOne, second])]));
        }

        var variables = differences.SelectMany(difference => difference.Variables()).Distinct().ToList();
        return (differences, variables) switch
        {
            ([], _) => Calculation.None("This takes one equation or several."),
            (_, []) => Calculation.None("The equations have no variable."),
            ([var only], [var variable]) => SolvePolynomial(only, variable),
            _ => SolveLinear(differences),
        };
    }

    /// <summary>One text may hold several equations.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var parts = text.AsSpan().Count('=') > 1 ? text.Replace(", ", ";", StringComparison.Ordinal).Split(';', '\n') : [text];
        return parts.Where(part => !string.IsNullOrWhiteSpace(part));
    }

    private static Calculation SolvePolynomial(Expression difference, string variable)
    {
        if (!PolynomialQuotient.TryCreate(difference, variable, out var quotient))
            return Calculation.None("Only polynomial equations, and systems of linear equations, can be solved.");

        var numerator = quotient.Numerator;
        if (numerator.IsZero) return Calculation.Of($"every value of {variable} for which both sides are defined");
        if (IsTooLarge(numerator) || IsTooLarge(quotient.Denominator))
            return Calculation.None($"The equation's degree is above {MaxDegree}, or its numbers are too large.");

        var found = PolynomialRoots.Find(numerator);
        var roots = found.Roots.Except(quotient.IsPolynomial ? [] : PolynomialRoots.Find(quotient.Denominator).Roots)
            .Select(root => Shown(variable, root)).ToList();
        var solutions = roots.Count == 0 ? "no solution" : string.Join(" or ", roots);
        return found.IsComplete
            ? Calculation.Of(solutions)
            : Calculation.None(
                $"Not all solutions can be written exactly. Found: {solutions}; others solve {found.Unsolved.ToString(variable)} = 0.");
    }

    private static bool IsTooLarge(UnivariatePolynomial polynomial)
    {
        if (polynomial.Degree <= 2) return false;
        var coefficients = Enumerable.Range(0, polynomial.Degree + 1).Select(exponent => polynomial[exponent]).ToList();
        Rational scale = NumberTheory.LeastCommonMultiple(coefficients.Select(coefficient => coefficient.Denominator));
        return polynomial.Degree > MaxDegree || coefficients.Exists(coefficient => (coefficient * scale).BitLength > MaxBits);
    }

    private static string Shown(string variable, QuadraticSurd root) =>
        root.IsRational ? $"{variable} = {NumberText.Of(root.RationalPart)}"
        : root.IsReal ? $"{variable} = {root} ≈ {NumberText.Of(root.Approximation)}"
        : $"{variable} = {root}";

    private static Calculation SolveLinear(List<Expression> differences)
    {
        var forms = new List<LinearForm>();
        foreach (var difference in differences)
        {
            if (!LinearForm.TryCreate(difference, out var form))
                return Calculation.None("Several equations, or several variables, can be solved only where all is linear.");
            forms.Add(form);
        }

        var solution = LinearSystem.Solve(forms);
        var values = string.Join(", ", solution.Values.Select(value => $"{value.Key} = {NumberText.Of(value.Value)}"));
        return Calculation.Of(solution.Kind switch
        {
            LinearSystemKind.Unique => values,
            LinearSystemKind.Inconsistent => "no solution",
            _ => $"infinitely many solutions{(values.Length == 0 ? "" : $", all with {values}")}",
        });
    }
}
