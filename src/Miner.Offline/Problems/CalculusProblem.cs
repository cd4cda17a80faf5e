using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Derivatives and integrals of polynomials.</summary>
internal static class CalculusProblem
{
    private const string At = "( at( point)? <point>)?";
    private const string By = "( with respect to <by>)?";
    private const string Order = "((?<order>first|second|third) )?";
    private const string Bounds = "( (from <from> to <to>|between <from> and <to>))?";

    private static readonly QuestionForm[] Forms =
    [
        new($"<ask>{Order}derivative of( function| polynomial)?( :)? <formula>{By}{At}", Differentiate),
        new($"(differentiate|derive)( function| polynomial)?( :)? <formula>{By}{At}", Differentiate),
        new($"<ask>derivative by <by> of <formula>{At}", Differentiate),
        new("<ask>derivative of <name> by <by> (if|when|where|for|given) <formula>", Differentiate),
        new("(if|let|given|suppose) <formula>( ,| \\.)( then)? <ask>derivative of <name> by <by>", Differentiate),
        new("((if|let|given|suppose)( that)? )?(function )?<formula>( ,| \\.| ;)?( then)? <ask><prime>", DifferentiateFunction),
        new($"<ask>(slope|gradient) of (tangent( line)? to )?(curve |graph of )?<formula>{At}", Slope),
        new($"(integrate( :)?|<ask>(definite )?integral of) <formula>{By}{Bounds}", Integrate),
        new($"<ask>(indefinite integral|antiderivative) of <formula>{By}", Integrate),
        new($"<ask>integral( from <from> to <to>)? of <formula> (?<differential>d[a-z])", Integrate),
        new("<ask>area under (curve |graph of )?<formula> (from <from> to <to>|between <from> and <to>)", Area),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Differentiate(Reading reading)
    {
        if (Definition.Read(reading.Formula("formula")) is not { } definition) return null;
        if (reading.Has("name") && definition.Name != reading.Formula("name")) return null;
        if (Polynomial(definition, Named(reading)) is not var (polynomial, variable)) return null;

        var order = reading.Words("order") switch { "third" => 3, "second" => 2, _ => 1 };
        if (!reading.Has("point")) return Differentiate(polynomial, variable, order, null);
        return Bound(reading, "point", variable) is { } point ? Differentiate(polynomial, variable, order, point) : null;
    }

    /// <summary>f'(x), or f''(2), of a defined f.</summary>
    private static Solution? DifferentiateFunction(Reading reading)
    {
        if (Definition.Read(reading.Formula("formula")) is not { Name: { } name, Variable: { } variable } definition) return null;
        if (!Expression.TryParse(reading.Formula("prime"), out var asked) || asked is not FunctionCall { Arguments: [var argument] } call)
            return null;
        if (call.Function.TrimEnd('\'') != name || call.Function == name) return null;
        if (Polynomial(definition, variable) is not var (polynomial, _)) return null;

        var order = call.Function.Length - name.Length;
        if (argument is Symbol symbol && symbol.Name == variable) return Differentiate(polynomial, variable, order, null);
        return Arithmetic.Evaluate(argument) is { HasValue: true, Value: var point }
            ? Differentiate(polynomial, variable, order, point)
            : null;
    }

    private static Solution? Slope(Reading reading) => reading.Has("point") ? Differentiate(reading) : null;

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

    private static Solution? Integrate(Reading reading)
    {
        if (Definition.Read(reading.Formula("formula")) is not { } definition) return null;
        if (Polynomial(definition, Named(reading)) is not var (polynomial, variable)) return null;

        var antiderivative = polynomial.Antiderivative();
        var step = $"∫ {polynomial.ToString(variable)} d{variable} = {antiderivative.ToString(variable)} + C";
        if (!reading.Has("from")) return new Solution($"{antiderivative.ToString(variable)} + C", step);
        if (Bound(reading, "from", variable) is not { } from || Bound(reading, "to", variable) is not { } to) return null;

        var (lower, upper) = (antiderivative.Evaluate(from), antiderivative.Evaluate(to));
        return new Solution(
            $"{upper - lower}",
            step,
            $"F({to}) - F({from}) = {DecimalText.Fraction(upper)} - ({DecimalText.Fraction(lower)}) = {Solution.Explain(upper - lower)}");
    }

    /// <summary>The integral is the area only where the curve does not pass below the axis.</summary>
    private static Solution? Area(Reading reading)
    {
        if (Definition.Read(reading.Formula("formula")) is not { } definition) return null;
        if (Polynomial(definition, null) is not var (polynomial, variable)) return null;
        if (Bound(reading, "from", variable) is not { } from || Bound(reading, "to", variable) is not { } to || from >= to) return null;

        var roots = PolynomialRoots.Find(polynomial);
        var (low, high) = ((double)from, (double)to);
        if (!roots.IsComplete || roots.Roots.Any(root => root.IsReal && root.Approximation > low && root.Approximation < high)) return null;
        return polynomial.Evaluate((from + to) / 2).Sign < 0 ? null : Integrate(reading);
    }

    /// <summary>The variable that is named, or null.</summary>
    private static string? Named(Reading reading) =>
        reading.TryVariable("by", out var variable) ? variable
        : reading.Has("differential") ? reading.Words("differential")[1..]
        : null;

    /// <summary>Null where the definition is no polynomial, or of another variable than the one named.</summary>
    private static (UnivariatePolynomial Polynomial, string Variable)? Polynomial(Definition definition, string? named)
    {
        var variable = named ?? definition.Variable;
        return variable is not null && variable == (definition.Variable ?? variable)
            && PolynomialQuotient.TryCreate(definition.Expression, variable, out var quotient) && quotient.IsPolynomial
            ? (quotient.AsPolynomial(), variable)
            : null;
    }

    /// <summary>The number in <c>2</c> or <c>x = 2</c>; null where another variable is named.</summary>
    private static Rational? Bound(Reading reading, string name, string variable)
    {
        var formula = reading.Formula(name);
        if (Equation.Read(formula) is [{ IsAssignment: true, Left: Symbol symbol } equation])
            return symbol.Name == variable ? Arithmetic.Evaluate(equation.Right).Value : null;
        return reading.Value(name);
    }
}
