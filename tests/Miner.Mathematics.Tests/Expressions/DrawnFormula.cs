using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Expressions;

/// <summary>A formula of numbers that has a value, written in both notations with no more parentheses than it needs.</summary>
/// <param name="Plain">In the notation of <c>Expression.TryParse</c>.</param>
/// <param name="Latex">In LaTeX.</param>
/// <param name="Value">Computed as it was put together, without reading it.</param>
/// <param name="Level">How tightly its last operation binds.</param>
/// <param name="HasSteps">Whether a step function is in it, near whose steps rounded values are worth nothing.</param>
internal sealed record DrawnFormula(string Plain, string Latex, Rational Value, DrawnFormula.Binding Level, bool HasSteps)
{
    internal enum Binding
    {
        Sum,
        Product,
        Sign,
        Power,
        Operand,
    }

    public static DrawnFormula Draw(Random random, int depth)
    {
        if (depth == 0 || random.Next(6) == 0) return Numeral(random);

        var left = Draw(random, depth - 1);
        switch (random.Next(9))
        {
            case 0:
                return left.Negated();
            case 1:
                return left.Raised(random.Next(left.Value.IsZero ? 0 : -2, 4));
            case 2:
                return left.Enclosed("abs", ("abs(", ")"), (@"\left|", @"\right|"), Rational.Abs(left.Value));
            case 3:
                return left.Enclosed("floor", ("floor(", ")"), (@"\lfloor", @"\rfloor"), left.Value.Floor());
            case 4:
                // Only the root of a square is known to be rational.
                return left.Raised(2).Enclosed("sqrt", ("sqrt(", ")"), (@"\sqrt{", "}"), Rational.Abs(left.Value));
            default:
                return left.Joined(random.Next(4), Draw(random, depth - 1));
        }
    }

    private static DrawnFormula Numeral(Random random)
    {
        var number = random.Next(100);
        return random.Next(5) switch
        {
            0 => Atom($"{number % 6}!", Enumerable.Range(1, number % 6).Aggregate(1, (product, factor) => product * factor)),
            1 => Atom($"0.{number:00}", new Rational(number, 100)),
            _ => Atom($"{number % 10}", number % 10),
        };
    }

    private static DrawnFormula Atom(string text, Rational value) => new(text, text, value, Binding.Operand, HasSteps: false);

    private DrawnFormula Negated() =>
        new($"-{Inside(Binding.Power).Plain}", $"-{Inside(Binding.Power).Latex}", -Value, Binding.Sign, HasSteps);

    private DrawnFormula Raised(int exponent) => new(
        $"{Inside(Binding.Operand).Plain}^{exponent}",
        $"{Inside(Binding.Operand).Latex}^{{{exponent}}}",
        Value.Pow(exponent),
        Binding.Power,
        HasSteps);

    private DrawnFormula Enclosed(string name, (string, string) plain, (string, string) latex, Rational value) => new(
        $"{plain.Item1}{Plain}{plain.Item2}", $"{latex.Item1} {Latex} {latex.Item2}", value, Binding.Operand, HasSteps || name == "floor");

    private DrawnFormula Joined(int operation, DrawnFormula right)
    {
        var steps = HasSteps || right.HasSteps;
        var (sum, product, tight) = (Inside(Binding.Sum), Inside(Binding.Product), right.Inside(Binding.Sign));
        return operation switch
        {
            0 => new($"{sum.Plain} + {right.Inside(Binding.Product).Plain}", $"{sum.Latex} + {right.Inside(Binding.Product).Latex}",
                Value + right.Value, Binding.Sum, steps),
            1 => new($"{sum.Plain} - {right.Inside(Binding.Product).Plain}", $"{sum.Latex} - {right.Inside(Binding.Product).Latex}",
                Value - right.Value, Binding.Sum, steps),
            2 when !right.Value.IsZero => new($"{product.Plain} / {tight.Plain}", $@"\frac{{{Latex}}}{{{right.Latex}}}",
                Value / right.Value, Binding.Product, steps),
            _ => new($"{product.Plain} * {tight.Plain}", $@"{product.Latex} \cdot {tight.Latex}",
                Value * right.Value, Binding.Product, steps),
        };
    }

    /// <summary>The formula as a part of one that binds its parts at least as tightly.</summary>
    private DrawnFormula Inside(Binding level) => Level >= level
        ? this
        : this with { Plain = $"({Plain})", Latex = $@"\left({Latex}\right)", Level = Binding.Operand };
}
