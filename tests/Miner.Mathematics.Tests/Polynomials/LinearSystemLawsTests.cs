using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Systems that are made from their solution, and the limits of both.</summary>
internal sealed class LinearSystemLawsTests
{
    [Test]
    public void Solve_OfEquationsWithAKnownSolution_GivesNothingElse()
    {
        var unique = 0;
        foreach (var random in Draws.Of(200))
        {
            var solution = Enumerable.Range(0, random.Next(1, 6)).ToDictionary(index => $"x_{index}", _ => random.Rational());
            var equations = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Equation(random, solution)).ToList();
            var found = LinearSystem.Solve(equations);
            Assert.That(found.Kind, Is.Not.EqualTo(LinearSystemKind.Inconsistent));
            Assert.That(found.Values, Is.SubsetOf(solution));
            if (found.Kind != LinearSystemKind.Unique) continue;
            unique++;
            Assert.That(found.Values.Select(value => value.Key), Is.EqualTo(equations.SelectMany(row => row.Variables).Distinct().Order()));
        }

        Assert.That(unique, Is.GreaterThan(50));
    }

    [Test]
    public void Solve_WhenAnEquationContradictsTheSumOfOthers_SaysSo()
    {
        foreach (var random in Draws.Of(60))
        {
            var solution = Enumerable.Range(0, 3).ToDictionary(index => $"x_{index}", _ => random.Rational());
            var (first, second) = (Equation(random, solution), Equation(random, solution));
            var sum = first.Scale(3).Plus(second.Scale(random.Rational()));
            var found = LinearSystem.Solve([first, second, sum.Plus(new LinearForm(Rational.One))]);
            Assert.That((found.Kind, found.Values.Count), Is.EqualTo((LinearSystemKind.Inconsistent, 0)));
        }
    }

    [Test]
    public void Solve_OfTheMatrixOfHilbert_IsExact()
    {
        var equations = Enumerable.Range(1, LinearSystem.MaxEquations).Select(row => new LinearForm(
            -Sum(column => new Rational(column, row + column - 1)),
            Enumerable.Range(1, LinearForm.MaxVariables).Select(column =>
                KeyValuePair.Create($"x_{column:00}", new Rational(1, row + column - 1)))));
        Assert.That(
            LinearSystem.Solve([.. equations]).Values.Select(value => value.Value),
            Is.EqualTo(Enumerable.Range(1, LinearForm.MaxVariables).Select(column => (Rational)column)));

        static Rational Sum(Func<int, Rational> term) =>
            Enumerable.Range(1, LinearForm.MaxVariables).Aggregate(Rational.Zero, (sum, column) => sum + term(column));
    }

    [Test]
    public void Solve_WithMoreVariablesThanThereMayBe_IsRefused()
    {
        var equations = Enumerable.Range(0, 6).Select(index => new LinearForm(
            Rational.One, KeyValuePair.Create($"x_{index}", Rational.One), KeyValuePair.Create($"y_{index}", Rational.One)));
        Assert.That(() => LinearSystem.Solve([.. equations]), Throws.TypeOf<OverflowException>());
    }

    [Test]
    public void Solve_OfNoEquations_LeavesNothingOpen()
    {
        Assert.That(LinearSystem.Solve([]).Kind, Is.EqualTo(LinearSystemKind.Unique));
        Assert.That(LinearSystem.Solve([new LinearForm(Rational.Zero)]).Kind, Is.EqualTo(LinearSystemKind.Unique));
        Assert.That(LinearSystem.Solve([new LinearForm(Rational.One)]).Kind, Is.EqualTo(LinearSystemKind.Inconsistent));
    }

    [Test]
    public void Forms_AddAndScaleByTheirCoefficients()
    {
        foreach (var random in Draws.Of(100))
        {
            var (left, right, factor) = (Form(random), Form(random), random.Rational());
            var (sum, difference, multiple) = (left.Plus(right), left.Minus(right), left.Scale(factor));
            foreach (var variable in new[] { "x", "y", "z" })
            {
                Assert.That(sum[variable], Is.EqualTo(left[variable] + right[variable]));
                Assert.That(difference[variable], Is.EqualTo(left[variable] - right[variable]));
                Assert.That(multiple[variable], Is.EqualTo(left[variable] * factor));
            }

            Assert.That(
                (sum.Constant, difference.Constant, multiple.Constant),
                Is.EqualTo((left.Constant + right.Constant, left.Constant - right.Constant, left.Constant * factor)));
            Assert.That(left.Minus(left).Variables, Is.Empty, "a coefficient of zero is none");
            var sides = Formulas.Of(left.ToEquation().Replace("=", "- (", StringComparison.Ordinal) + ")");
            Assert.That(LinearForm.TryCreate(sides, out var read), Is.True);
            Assert.That(read!.ToString(), Is.EqualTo(left.ToString()));
        }
    }

    private static LinearForm Form(Random random) =>
        new(random.Rational(), "xyz".Select(variable => KeyValuePair.Create($"{variable}", random.Rational(3))));

    /// <summary>An equation that the solution makes true.</summary>
    private static LinearForm Equation(Random random, Dictionary<string, Rational> solution)
    {
        var coefficients = solution.Keys.ToDictionary(variable => variable, _ => (Rational)random.Next(-4, 5));
        var sum = solution.Aggregate(Rational.Zero, (total, value) => total + (coefficients[value.Key] * value.Value));
        return new LinearForm(-sum, coefficients);
    }
}
