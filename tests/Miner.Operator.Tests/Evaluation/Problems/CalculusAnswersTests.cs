using System.Globalization;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class CalculusAnswersTests() : ProblemAnswersFixture("calculus")
{
    private const string P = $"({PlainPolynomial.Pattern})";
    private const string N = @"(-?\d+)";

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.OfTexts(
            """
            Find the derivative of \((.+?)\)\((.+?)\)
            Differentiate \((.+?)\)\((.+?)\)
            d/dx \[\((.+?)\)\((.+?)\)\]
            """,
            given => $"{PlainPolynomial.Parse(given[0]).Times(PlainPolynomial.Parse(given[1])).Derivative()}"),
        OfPolynomial(
            $"""
            Find the second derivative of {P}
            What is the second derivative of {P}\?
            If f\(x\) = {P}, what is f''\(x\)\?
            """,
            (polynomial, _) => $"{polynomial.Derivative().Derivative()}"),
        OfPolynomial(
            $"""
            What is the derivative of {P} at x = {N}\?
            f\(x\) = {P}\. What is f'\({N}\)\?
            Find the slope of the tangent line to y = {P} at x = {N}
            If f\(x\) = {P}, find f'\({N}\)\.
            """,
            (polynomial, at) => $"{polynomial.Derivative().At(at[0])}"),
        OfPolynomial(
            $"""
            Find the derivative of {P}
            Differentiate {P} with respect to x
            What is the derivative of {P}\?
            d/dx \({P}\)
            If f\(x\) = {P}, find f'\(x\)
            Find dy/dx if y = {P}
            Compute the derivative of f\(x\) = {P}\.
            """,
            (polynomial, _) => $"{polynomial.Derivative()}"),
        OfPolynomial(
            $$"""
            Integrate {{P}} from {{N}} to {{N}}
            (?:What is|Evaluate) the integral of {{P}} from (?:x = )?{{N}} to (?:x = )?{{N}}\??
            Find the definite integral of {{P}} between {{N}} and {{N}}\.
            """,
            (polynomial, at) => Area(polynomial, at[0], at[1])),
        Solver.OfTexts(
            $$"""
            ∫_{{N}}\^{{N}} \({{P}}\) dx
            Compute \$\\int_\{{{N}}\}\^\{{{N}}\} \({{P}}\) \\, dx\$
            """,
            given => Area(PlainPolynomial.Parse(given[2]), Number(given[0]), Number(given[1]))),
        OfPolynomial(
            $"""
            Find the area under the curve y = {P} from x = 0 to x = {N}
            What is the area under {P} between 0 and {N}\?
            """,
            (polynomial, at) => Area(polynomial, 0, at[0])),
        OfPolynomial(
            $"""
            Integrate {P}
            What is the indefinite integral of {P}\?
            Find the antiderivative of {P}
            ∫ \({P}\) dx
            Find the integral of {P} with respect to x\.
            """,
            (polynomial, _) => $"{polynomial.Antiderivative()} + C"),
        OfPolynomial(
            $"""
            Evaluate {P} at x = {N}
            What is the value of {P} when x = {N}\?
            f\(x\) = {P}\. What is f\({N}\)\?
            If f\(x\) = {P}, find f\({N}\)\.
            Let g\(x\) = {P}\. Compute g\({N}\)\.
            """,
            (polynomial, at) => $"{polynomial.At(at[0])}"),
        Solver.OfTexts($@"If x = {N}, what is {P}\?", given => $"{PlainPolynomial.Parse(given[1]).At(Number(given[0]))}"),
        Solver.Of(
            $"""
            If x = {N} and y = {N}, what is (?<a>\d+)x\^2 \+ (?<b>\d+)y\?
            """,
            given => $"{given[2] * given[0] * given[0] + given[3] * given[1]}"),
        Solver.Of(
            $"""
            Evaluate (\d+)x\^2 \+ (\d+)y for x = {N}, y = {N}\.
            What is the value of (\d+)x\^2 \+ (\d+)y when x = {N} and y = {N}\?
            """,
            given => $"{given[0] * given[2] * given[2] + given[1] * given[3]}"),
    ];

    /// <param name="solve">Gets the polynomial, and the numbers that follow it.</param>
    private static Solver OfPolynomial(string wordings, Func<PlainPolynomial, long[], string> solve) =>
        Solver.OfTexts(wordings, given => solve(PlainPolynomial.Parse(given[0]), [.. given.Skip(1).Select(Number)]));

    private static string Area(PlainPolynomial polynomial, long from, long to) =>
        $"{polynomial.Antiderivative().At(to) - polynomial.Antiderivative().At(from)}";

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
