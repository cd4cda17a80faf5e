using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

internal sealed class LinearSystemTests
{
    [TestCase("x + y - 10; x - y - 2", "x = 6, y = 4")]
    [TestCase("2x + 3y - 7; 4x - y - 7", "x = 2, y = 1")]
    [TestCase("x + y + z - 6; 2x - y + z - 3; x + 2y - z - 2", "x = 1, y = 2, z = 3")]
    [TestCase("0.5a - 1/3; a + b", "a = 2/3, b = -2/3")]
    [TestCase("y - 3x; x - 2", "x = 2, y = 6")]
    [TestCase("x - 1; x - 1", "x = 1")]
    public void Solve_WhenSolutionIsUnique_GivesEveryValue(string zeros, string expected)
    {
        var solution = Solve(zeros);

        Assert.That(solution.Kind, Is.EqualTo(LinearSystemKind.Unique));
        Assert.That(Show(solution), Is.EqualTo(expected));
    }

    [TestCase("x + y - 1; x + y - 2", LinearSystemKind.Inconsistent, "")]
    [TestCase("x - 1; x - 2; y - 3", LinearSystemKind.Inconsistent, "")]
    [TestCase("x + y - 1; 2x + 2y - 2", LinearSystemKind.Underdetermined, "")]
    [TestCase("x + y - 1; x + y + z - 3", LinearSystemKind.Underdetermined, "z = 2")]
    public void Solve_WhenNotUnique_SaysWhy(string zeros, LinearSystemKind kind, string expected)
    {
        var solution = Solve(zeros);

        Assert.That(solution.Kind, Is.EqualTo(kind));
        Assert.That(Show(solution), Is.EqualTo(expected));
    }

    [Test]
    public void Solve_ShowsWhatItDoes() =>
        Assert.That(Solve("x + 2y - 5; 3x - y - 1").Steps, Is.EqualTo(new[]
        {
            "(1) x + 2y = 5",
            "(2) 3x - y = 1",
            "(2) - 3·(1): -7y = -14",
            "(1) + (2/7)·(2): x = 1",
            "(1) gives x = 1",
            "(2) gives y = 2",
        }));

    [Test]
    public void Solve_WhenThereAreTooManyEquations_IsRefused() =>
        Assert.That(
            () => LinearSystem.Solve([.. Enumerable.Repeat(new LinearForm(Rational.One), LinearSystem.MaxEquations + 1)]),
            Throws.TypeOf<OverflowException>());

    [Property]
    public bool Solve_FindsWhatTheEquationsWereMadeFrom(sbyte x, sbyte y, sbyte z)
    {
        var equations = new[] { (2, 1, -1), (-3, -1, 2), (-2, 1, 2) }.Select(row => Form(
            -((row.Item1 * x) + (row.Item2 * y) + (row.Item3 * z)), ("x", row.Item1), ("y", row.Item2), ("z", row.Item3)));
        return LinearSystem.Solve([.. equations]).Values.Select(value => value.Value).SequenceEqual([(Rational)x, y, z]);
    }

    [TestCase("2(x - y) + 3 - x", "3 + x - 2y")]
    [TestCase("(x + 1)/2", "1/2 + (1/2)x")]
    [TestCase("x - x", "0")]
    public void TryCreate_CollectsTheCoefficients(string text, string expected)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.True);
        Assert.That(LinearForm.TryCreate(expression!, out var form), Is.True);
        Assert.That(form!.ToString(), Is.EqualTo(expected));
    }

    [TestCase("x y")]
    [TestCase("x^2")]
    [TestCase("1/x")]
    [TestCase("pi x")]
    [TestCase("a + b + c + d + f + g + h + k + m + n + p")]
    public void TryCreate_WhenNotLinear_IsFalse(string text)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.True);
        Assert.That(LinearForm.TryCreate(expression!, out _), Is.False);
    }

    private static LinearSystemSolution Solve(string zeros) => LinearSystem.Solve([.. zeros.Split(';').Select(Parse)]);

    private static LinearForm Parse(string text) =>
        Expression.TryParse(text, out var expression) && LinearForm.TryCreate(expression, out var form)
            ? form
            : throw new ArgumentException(text);

    private static LinearForm Form(Rational constant, params (string Variable, int Coefficient)[] terms) =>
        new(constant, terms.Select(term => KeyValuePair.Create(term.Variable, (Rational)term.Coefficient)));

    private static string Show(LinearSystemSolution solution) =>
        string.Join(", ", solution.Values.Select(value => $"{value.Key} = {DecimalText.Fraction(value.Value)}"));
}
