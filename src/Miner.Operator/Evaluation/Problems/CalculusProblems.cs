using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Derivatives, integrals and values of polynomials; integrands are made from their antiderivatives.</summary>
internal static class CalculusProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Derivative, DerivativeAt, SecondDerivative, OfProduct, DefiniteIntegral, Area, Antiderivative, Value, ValueOfSeveral,
    ];

    private static (string Question, string Answer) Derivative(ProblemDraw draw)
    {
        var k = Cubic(draw);
        return (
            draw.Say(
                "Find the derivative of {0}|Differentiate {0} with respect to x|What is the derivative of {0}?|d/dx ({0})|"
                + "If f(x) = {0}, find f'(x)|Find dy/dx if y = {0}|Compute the derivative of f(x) = {0}.",
                Polynomial(k)),
            Polynomial(k[1], 2 * k[2], 3 * k[3]));
    }

    private static (string Question, string Answer) DerivativeAt(ProblemDraw draw)
    {
        var (k, at) = (Cubic(draw), draw.Between(-5, 5));
        return (
            draw.Say(
                "What is the derivative of {0} at x = {1}?|f(x) = {0}. What is f'({1})?|"
                + "Find the slope of the tangent line to y = {0} at x = {1}|If f(x) = {0}, find f'({1}).",
                Polynomial(k), at),
            $"{k[1] + (2 * k[2] * at) + (3 * k[3] * at * at)}");
    }

    private static (string Question, string Answer) SecondDerivative(ProblemDraw draw)
    {
        var k = Cubic(draw);
        return (draw.Say(
            "Find the second derivative of {0}|What is the second derivative of {0}?|If f(x) = {0}, what is f''(x)?",
            Polynomial(k)), Polynomial(2 * k[2], 6 * k[3]));
    }

    private static (string Question, string Answer) OfProduct(ProblemDraw draw)
    {
        var (a, b, c) = (draw.NotZero(-9, 9), draw.NotZero(-9, 9), draw.Between(2, 5));
        return (
            draw.Say("Find the derivative of {0}|Differentiate {0}|d/dx [{0}]", $"({c}x {Signed(a)})(x {Signed(b)})"),
            Polynomial((c * b) + a, 2 * c));
    }

    private static (string Question, string Answer) DefiniteIntegral(ProblemDraw draw)
    {
        var (k, from) = (Cubic(draw), draw.Between(-4, 3));
        var to = from + draw.Between(1, 4);
        return (
            draw.Say(
                "Integrate {0} from {1} to {2}|What is the integral of {0} from {1} to {2}?|"
                + "Find the definite integral of {0} between {1} and {2}.|∫_{1}^{2} ({0}) dx|"
                + "Evaluate the integral of {0} from x = {1} to x = {2}|Compute $\\int_{{{1}}}^{{{2}}} ({0}) \\, dx$",
                Polynomial(k[1], 2 * k[2], 3 * k[3]), from, to),
            $"{At(k, to) - At(k, from)}");
    }

    private static (string Question, string Answer) Area(ProblemDraw draw)
    {
        var (a, b, to) = (draw.Between(1, 9), draw.Between(1, 9), draw.Between(1, 6));
        return (
            draw.Say(
                "Find the area under the curve y = {0} from x = 0 to x = {1}|What is the area under {0} between 0 and {1}?",
                Polynomial(b, 0, 3 * a), to),
            $"{(a * to * to * to) + (b * to)}");
    }

    private static (string Question, string Answer) Antiderivative(ProblemDraw draw)
    {
        var k = Cubic(draw);
        k[0] = 0;
        return (
            draw.Say(
                "Integrate {0}|What is the indefinite integral of {0}?|Find the antiderivative of {0}|∫ ({0}) dx|"
                + "Find the integral of {0} with respect to x.",
                Polynomial(k[1], 2 * k[2], 3 * k[3])),
            $"{Polynomial(k)} + C");
    }

    private static (string Question, string Answer) Value(ProblemDraw draw)
    {
        var (k, at) = (Cubic(draw), draw.Between(-5, 5));
        return (
            draw.Say(
                "Evaluate {0} at x = {1}|If x = {1}, what is {0}?|What is the value of {0} when x = {1}?|f(x) = {0}. What is f({1})?|"
                + "If f(x) = {0}, find f({1}).|Let g(x) = {0}. Compute g({1}).",
                Polynomial(k), at),
            $"{At(k, at)}");
    }

    private static (string Question, string Answer) ValueOfSeveral(ProblemDraw draw)
    {
        var (a, b, x, y) = (draw.Between(2, 9), draw.Between(2, 9), draw.Between(-9, 9), draw.Between(-9, 9));
        return (
            draw.Say(
                "If x = {0} and y = {1}, what is {2}x^2 + {3}y?|Evaluate {2}x^2 + {3}y for x = {0}, y = {1}.|"
                + "What is the value of {2}x^2 + {3}y when x = {0} and y = {1}?",
                x, y, a, b),
            $"{(a * x * x) + (b * y)}");
    }

    /// <summary>Coefficients from the constant upwards, the last not zero.</summary>
    private static int[] Cubic(ProblemDraw draw) => [draw.Between(-9, 9), draw.Between(-9, 9), draw.Between(-9, 9), draw.NotZero(-9, 9)];

    private static int At(int[] coefficients, int x) =>
        coefficients.Reverse().Aggregate(0, (value, coefficient) => (value * x) + coefficient);
}
