namespace Miner.Offline.Tests;

/// <summary>Factors and expanded forms of polynomials in one variable.</summary>
internal sealed class PolynomialFormProblemTests
{
    [TestCase("Factor 2x^2 + 4", "2 (x^2 + 2)")]
    [TestCase("Factor x^2 - 2", "(x^2 - 2)")]
    [TestCase("Factor -x^2 + 1", "-(x + 1)(x - 1)")]
    [TestCase("Factor x^3 - 1", "(x - 1)(x^2 + x + 1)")]
    [TestCase("Factor 6x^2 + 5x - 6", "(2x + 3)(3x - 2)")]
    [TestCase("Factor x^2/4 - 1", "1/4 (x + 2)(x - 2)")]
    [TestCase("Expand (x+1)^10", "x^10 + 10x^9 + 45x^8 + 120x^7 + 210x^6 + 252x^5 + 210x^4 + 120x^3 + 45x^2 + 10x + 1")]
    [TestCase("Expand (x+1)^2 - x^2", "2x + 1")]
    [TestCase("Simplify 2x + 3x", "5x")]
    [TestCase("Find the zeroes of x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Find the roots of a polynomial x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Find the roots of a function x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Find the roots of a quadratic x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Find the roots of a quadratic polynomial x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Factorize x^2 - 5x + 6", "(x - 2)(x - 3)")]
    [TestCase("Factor the following expression: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor expression: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor following expression: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor following polynomial: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor following quadratic: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor following quadratic polynomial: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor following product: x^2 - 4", "(x + 2)(x - 2)")]
    [TestCase("Factor expression x^2 - 5x + 6", "(x - 2)(x - 3)")]
    [TestCase("Factor x^2 - 5x + 6 completely", "(x - 2)(x - 3)")]
    [TestCase("Factor x^2 - 5x + 6 fully", "(x - 2)(x - 3)")]
    [TestCase("Expand and simplify (x+1)(x-1) - x^2", "-1")]
    public void Solve_OfOneThatIsUnderstood_Answers(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Factor x^2 + xy")]
    [TestCase("Factor x^2 - 1 over the complex numbers")]
    [TestCase("Expand (x+1)(y+1)")]
    [TestCase("Simplify (x^2-1)/(x-1)")]
    [TestCase("Simplify x/x")]
    [TestCase("Simplify sqrt(12) + sqrt(3)")]
    [TestCase("Factor x^2 + 5 over the integers")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
