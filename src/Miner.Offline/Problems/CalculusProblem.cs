using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Derivatives and integrals of polynomials.</summary>
internal static class CalculusProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set(
        "derivative differentiate derive slope tangent line rate change first second third integral integrate antiderivative indefinite definite "
            + "integration differentiation function polynomial with respect at point from between area under curve over interval for dx dy dt d"
    );

    public static Solution? Solve(Question question)
    {
        var prime = Prime(question);
        var differentiates = question.Mentions("derivative", "differentiate", "derive", "slope", "differentiation")
            || (question.Mentions("rate") && question.Mentions("change"))
            || prime is not null;
        var integrates = question.Mentions("integral", "integrate", "antiderivative", "integration")
            || (question.Mentions("area") && question.Mentions("under"));
        if (differentiates == integrates || !question.HasOnly(Vocabulary)) return null;

        // "From x = 0 to x = 3" gives no value to the integrand's variable.
        var bounds = integrates ? FindBounds(question) : null;
        var target = FormulaTarget.Find(bounds is null ? question.Formulas : bounds.Others) ?? LoneVariable(question);
        if (
            target?.Variable is not { } variable
            || !PolynomialQuotient.TryCreate(target.Expression, variable, out var quotient)
            || !quotient.IsPolynomial)
            return null;
        return differentiates
            ? Differentiate(quotient.AsPolynomial(), variable, Order(question, prime), Point(question, target, prime))
            : Integrate(question, quotient.AsPolynomial(), variable, bounds);
    }

    /// <summary>The derivative of x is asked for with nothing but its name.</summary>
    private static FormulaTarget? LoneVariable(Question question) =>
        question.Formulas.FirstOrDefault(formula => formula.Length == 1 && char.IsLetter(formula[0])) is { } name
            ? new FormulaTarget(name, new Symbol(name), new Dictionary<string, Rational>(), null, [])
            : null;

    private static Solution Differentiate(UnivariatePolynomial polynomial, string variable, int order, Rational? at)
    {
        var steps = new List<string>();
        var derivative = polynomial;
        for (var step = 1; step <= order; step++)
        {
            var next = derivative.Derivative();
            steps.Add($"d/d{variable} ({derivative.ToString(variable)}) = {next.ToString(variable)}");
            derivative = next;
        }

        if (at is not { } point) return new Solution(derivative.ToString(variable), steps);
        var value = derivative.Evaluate(point);
        return new Solution($"{value}", [.. steps, $"At {variable} = {point}: {Solution.Explain(value)}"]);
    }

    /// <summary>What is written f'(x) or f''(2).</summary>
    private static FunctionCall? Prime(Question question) => question.Formulas
        .Where(formula => formula.Contains("'("))
        .Select(formula => Expression.TryParse(formula, out var expression) ? expression as FunctionCall : null)
        .FirstOrDefault(call => call is { Arguments: [_] } && call.Function.EndsWith('\''));

    private static int Order(Question question, FunctionCall? prime) =>
        prime is not null ? Math.Min(prime.Function.Count(character => character == '\''), 3)
        : question.Mentions("third") ? 3
        : question.Mentions("second") ? 2
        : 1;

    /// <summary>Where the derivative is asked for: x = 2, "at 2", f'(2).</summary>
    private static Rational? Point(Question question, FormulaTarget target, FunctionCall? prime)
    {
        if (target.Values.Count > 0) return target.Values.Values.First();
        if (prime is not null && Arithmetic.Evaluate(prime.Arguments[0]) is { HasValue: true, Value: var argument }) return argument;
        return question.Parts.Zip(question.Parts.Skip(1))
            .Where(pair => pair.First.Word is "at" or "point")
            .Select(pair => Bound(pair.Second.Formula))
            .FirstOrDefault(value => value is not null);
    }

    private static Solution? Integrate(Question question, UnivariatePolynomial polynomial, string variable, Bounds? bounds)
    {
        var antiderivative = polynomial.Antiderivative();
        var step = $"∫ {polynomial.ToString(variable)} d{variable} = {antiderivative.ToString(variable)} + C";
        if (bounds is not var (from, to, _))
            return question.Mentions("from", "between", "definite") ? null : new Solution($"{antiderivative.ToString(variable)} + C", step);

        var (lower, upper) = (antiderivative.Evaluate(from), antiderivative.Evaluate(to));
        return new Solution(
            $"{upper - lower}",
            step,
            $"F({to}) - F({from}) = {DecimalText.Fraction(upper)} - ({DecimalText.Fraction(lower)}) = {Solution.Explain(upper - lower)}");
    }

    /// <param name="Others">The question's other formulas.</param>
    private sealed record Bounds(Rational From, Rational To, IReadOnlyList<string> Others);

    /// <summary>The numbers in "from 0 to 2", "between x = 0 and x = 2".</summary>
    private static Bounds? FindBounds(Question question)
    {
        for (var index = 0; index + 3 < question.Parts.Count; index++)
        {
            if (question.Parts[index].Word is "from" or "between" && question.Parts[index + 2].Word is "to" or "and"
                && Bound(question.Parts[index + 1].Formula) is { } from && Bound(question.Parts[index + 3].Formula) is { } to)
            {
                var others = question.Parts.Where((part, at) => part.Formula is not null && at != index + 1 && at != index + 3);
                return new Bounds(from, to, [.. others.Select(part => part.Formula!)]);
            }
        }

        return null;
    }

    private static Rational? Bound(string? formula) =>
        formula is not null
        && Arithmetic.Evaluate(formula[(formula.IndexOf('=', StringComparison.Ordinal) + 1)..]) is { HasValue: true, Value: var value }
            ? value
            : null;
}
