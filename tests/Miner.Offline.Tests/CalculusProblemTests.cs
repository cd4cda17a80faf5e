namespace Miner.Offline.Tests;

/// <summary>Derivatives, integrals, values and other forms of polynomials.</summary>
internal sealed class CalculusProblemTests
{
    [TestCase("Find the derivative of x^3 + 2x", "3x^2 + 2")]
    [TestCase("Differentiate 3x^2 - 5x + 1 with respect to x", "6x - 5")]
    [TestCase("What is d/dx (x^4)?", "4x^3")]
    [TestCase("What is the derivative of x^2 at x = 3?", "6")]
    [TestCase("f(x) = x^3. What is f'(2)?", "12")]
    [TestCase("Find the second derivative of x^4", "12x^2")]
    [TestCase("Find dy/dx if y = 3x^2 + 2x", "6x + 2")]
    [TestCase("What is the slope of y = x^2 at 3?", "6")]
    [TestCase("What is the integral of 2x + 1?", "x^2 + x + C")]
    [TestCase("Integrate x^2 from 0 to 3", "9")]
    [TestCase("Find the area under the curve y = 3x^2 + 1 from x = 0 to x = 2", "10")]
    [TestCase("If f(x) = x^3, what is f''(x)?", "6x")]
    [TestCase("What is $\\int_0^2 3x^2 \\, dx$?", "8")]
    [TestCase("Evaluate 3x^2 - 2x + 1 at x = 4", "41")]
    [TestCase("If x = 3 and y = 4, what is x^2 + y^2?", "25")]
    [TestCase("f(x) = x^2 + 1. What is f(3)?", "10")]
    [TestCase("If f(x) = 2x - 1, find f(2) + f(5).", "12")]
    [TestCase("What is the value of 1/x when x = 0?", "undefined")]
    [TestCase("Factor x^2 - 5x + 6", "(x - 2)(x - 3)")]
    [TestCase("Factorise 2x^2 - 3x - 2", "(2x + 1)(x - 2)")]
    [TestCase("Expand (x + 1)^2", "x^2 + 2x + 1")]
    public void Solve_KnowsPolynomials(string query, string expected) => SolverAssert.Answers(query, expected);
}
