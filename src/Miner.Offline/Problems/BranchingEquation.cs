using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>
/// Equations that become polynomial once an absolute value is split, a root is squared or a power is compared: <c>|x - 3| = 5</c>,
/// <c>sqrt(x) = 5</c>, <c>2^x = 32</c>. What is found is put to the test in the equation itself.
/// </summary>
internal static class BranchingEquation
{
    private const int MaxExponent = 64;

    public static Solution? Solve(Equation equation, string variable)
    {
        var branches = Split(equation, variable);
        if (branches.Count == 0) return null;

        var steps = new List<string> { equation.Text };
        var roots = new List<Rational>();
        foreach (var branch in branches)
        {
            steps.Add(branch.Text);
            if (branch.Roots(variable) is not { } found) return null;
            roots.AddRange(found);
        }

        var tested = roots.Distinct().Order().Select(root => (Root: root, Holds: Holds(equation, variable, root))).ToList();
        if (tested.Exists(root => root.Holds is null)) return null;
        foreach (var (root, _) in tested.Where(root => root.Holds == false))
            steps.Add($"{variable} = {root} does not solve the equation as it" + $" was given.");
        var answers = tested.Where(root => root.Holds == true).Select(root => $"{variable} = {root.Root}").ToList();
        return new Solution(answers.Count == 0 ? "no solution" : string.Join(" or ", answers), steps);
    }

    private static List<Branch> Split(Equation equation, string variable)
    {
        var (left, right) = equation.Left.Variables().Count > 0 ? (equation.Left, equation.Right) : (equation.Right, equation.Left);
        var (absolute, root) = (Inside(equation.Difference, IsAbsolute), Inside(equation.Difference, IsSquareRoot));
        if (absolute is [FunctionCall { Arguments: [var inside] }] && root.Count == 0)
        {
            return
            [
                new Branch(Without(inside), "Where it is not negative, the absolute value is what stands inside it."),
                new Branch(Without(Negative(inside)), "Where it is negative, it is the opposite."),
            ];
        }

        if (root.Count == 1 && absolute.Count == 0 && IsSquareRoot(left) && left is Power radical)
            return [new Branch(new Sum([radical.Base, Negative(new Power(right, new Number(2)))]), "Both sides are squared.")];
        return
            left is Power { Base: var @base, Exponent: var exponent }
            && exponent.Variables().Contains(variable)
            && Logarithm(@base, right) is { } value
            ?
            [
                new Branch(
                    new Sum([exponent, Negative(new Number(value))]),
                    $"The other side is the power of the same base with the exponent {value}."),
            ]
            : [];

        Expression Without(Expression sign) =>
            equation.Difference.Replace(part => IsAbsolute(part) && part.Variables().Count > 0 ? sign : null);
    }

    /// <summary>The whole exponent that makes <paramref name="base"/> the value of <paramref name="power"/>, or null.</summary>
    private static Rational? Logarithm(Expression @base, Expression power)
    {
        if (Arithmetic.Evaluate(@base) is not { HasValue: true, Value: { Sign: > 0 } number } || number == Rational.One) return null;
        if (Arithmetic.Evaluate(power) is not { HasValue: true, Value: { Sign: > 0 } value } || value.BitLength > 2_000) return null;
        for (var exponent = -MaxExponent; exponent <= MaxExponent; exponent++)
        {
            if (number.BitLength * Math.Abs(exponent) <= 4_000 && number.Pow(exponent) == value) return exponent;
        }

        return null;
    }

    private static bool? Holds(Equation equation, string variable, Rational value)
    {
        var result = Arithmetic.Evaluate(
            equation.Difference.Replace(part => part is Symbol symbol && symbol.Name == variable ? new Number(value) : null));
        return result.Outcome switch
        {
            ArithmeticOutcome.Value => result.Value.IsZero,
            ArithmeticOutcome.Undefined => false,
            _ => null,
        };
    }

    private static List<Expression> Inside(Expression expression, Func<Expression, bool> wanted)
    {
        var found = new List<Expression>();
        expression.Replace(part =>
        {
            if (wanted(part) && part.Variables().Count > 0) found.Add(part);
            return null;
        });
        return found;
    }

    private static bool IsAbsolute(Expression part) => part is FunctionCall { Function: "abs", Arguments: [_] };

    private static bool IsSquareRoot(Expression part) =>
        part is Power { Exponent: var exponent }
        && Arithmetic.Evaluate(exponent) is { HasValue: true, Value: var degree }
        && degree == new Rational(1, 2);

    private static Product Negative(Expression expression) => new([new Number(-1), expression]);

    /// <param name="Difference">What must be zero.</param>
    private sealed record Branch(Expression Difference, string Text)
    {
        /// <summary>Null where they are not all rational, or not known.</summary>
        public IEnumerable<Rational>? Roots(string variable)
        {
            if (!PolynomialQuotient.TryCreate(Difference, variable, out var quotient) || quotient.Numerator.IsZero) return null;
            var roots = PolynomialRoots.Find(quotient.Numerator);
            return roots.IsComplete && roots.Roots.All(root => root.IsRational || !root.IsReal)
                ? roots.Roots.Where(root => root.IsRational).Select(root => root.RationalPart)
                : null;
        }
    }
}
