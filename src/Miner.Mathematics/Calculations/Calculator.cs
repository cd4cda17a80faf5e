namespace Miner.Mathematics.Calculations;

/// <summary>
/// Exact calculations on texts that a language model writes. Whatever it is given, it answers within some hundredths of a second and never
/// throws: what is longer, deeper or larger than its limits is refused with a sentence.
/// </summary>
public static class Calculator
{
    /// <summary>The most texts of one calculation.</summary>
    public const int MaxInputs = 20;

    /// <summary>The most characters of one of them.</summary>
    public const int MaxInputLength = 500;

    private static readonly Dictionary<string, Func<IReadOnlyList<string>, Calculation>> ByName = new(StringComparer.Ordinal)
    {
        ["evaluate"] = FormulaValue.Compute,
        ["solve"] = EquationSolver.Solve,
        ["gcd"] = IntegerCalculation.GreatestCommonDivisor,
        ["lcm"] = IntegerCalculation.LeastCommonMultiple,
        ["factorise"] = IntegerCalculation.Factorise,
        ["power_mod"] = IntegerCalculation.PowerModulo,
        ["is_prime"] = IntegerCalculation.IsPrime,
        ["convert"] = UnitConversion.Convert,
    };

    /// <summary>The names of what can be computed.</summary>
    public static IReadOnlyCollection<string> Operations => ByName.Keys;

    /// <param name="operation">One of <see cref="Operations"/>.</param>
    /// <param name="input">What it is applied to; how many there may be depends on it.</param>
    public static Calculation Compute(string operation, IReadOnlyList<string> input)
    {
        if (!ByName.TryGetValue(operation, out var compute))
            return Calculation.None($"There is no such operation; there are {string.Join(", ", Operations)}.");
        if (input.Count > MaxInputs) return Calculation.None($"There may be at most {MaxInputs} inputs.");
        if (input.Any(text => text.Length > MaxInputLength))
            return Calculation.None($"An input may have at most {MaxInputLength} characters.");
        try
        {
            return compute(input);
        }
        catch (OverflowException)
        {
            return Calculation.None("A number on the way is too large to be computed.");
        }
    }
}
