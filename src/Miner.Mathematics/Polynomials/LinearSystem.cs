using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

public enum LinearSystemKind
{
    /// <summary>Every variable has one value.</summary>
    Unique,

    /// <summary>The equations contradict each other.</summary>
    Inconsistent,

    /// <summary>There are infinitely many solutions.</summary>
    Underdetermined,
}

/// <param name="Kind">How many solutions there are.</param>
/// <param name="Values">The values of the variables that have only one, sorted by name.</param>
/// <param name="Steps">What was done to the equations, in formulas: <c>(2) - 3·(1): -7y = -14</c>.</param>
public sealed record LinearSystemSolution(
    LinearSystemKind Kind, IReadOnlyList<KeyValuePair<string, Rational>> Values, IReadOnlyList<string> Steps);

/// <summary>Systems of linear equations.</summary>
public static class LinearSystem
{
    public const int MaxEquations = 10;

    /// <summary>Eliminates one variable after the other (Gauss and Jordan), without rounding.</summary>
    /// <param name="equations">Forms that are to be zero; at most <see cref="MaxEquations"/>.</param>
    /// <exception cref="OverflowException">There are too many equations or variables, or a number on the way is too large.</exception>
    public static LinearSystemSolution Solve(IReadOnlyList<LinearForm> equations)
    {
        if (equations.Count > MaxEquations) throw new OverflowException();

        var variables = equations.SelectMany(equation => equation.Variables).Distinct().Order(StringComparer.Ordinal).ToList();
        if (variables.Count > LinearForm.MaxVariables) throw new OverflowException();

        var rows = equations.ToArray();
        var steps = rows.Select((row, index) => $"({index + 1}) {row.ToEquation()}").ToList();
        var pivots = new Dictionary<string, int>();
        foreach (var variable in variables)
        {
            var pivot = Array.FindIndex(rows, row => !row[variable].IsZero && !pivots.ContainsValue(Array.IndexOf(rows, row)));
            if (pivot < 0) continue;
            pivots.Add(variable, pivot);
            Eliminate(rows, pivot, variable, steps);
        }

        var values = new List<KeyValuePair<string, Rational>>();
        foreach (var variable in variables)
        {
            if (!pivots.TryGetValue(variable, out var index) || rows[index].Variables.Count > 1) continue;
            var value = -rows[index].Constant / rows[index][variable];
            values.Add(KeyValuePair.Create(variable, value));
            steps.Add($"({index + 1}) gives {variable} = {SumText.Join([(value, "")])}");
        }

        var contradicts = rows.Any(row => row.Variables.Count == 0 && !row.Constant.IsZero);
        var kind = contradicts ? LinearSystemKind.Inconsistent
            : values.Count == variables.Count ? LinearSystemKind.Unique
            : LinearSystemKind.Underdetermined;
        return new LinearSystemSolution(kind, contradicts ? [] : values, steps);
    }

    private static void Eliminate(LinearForm[] rows, int pivot, string variable, List<string> steps)
    {
        for (var index = 0; index < rows.Length; index++)
        {
            if (index == pivot || rows[index][variable].IsZero) continue;

            var factor = rows[index][variable] / rows[pivot][variable];
            rows[index] = rows[index].Minus(rows[pivot].Scale(factor));
            var multiple = SumText.Join([(Rational.Abs(factor), $"·({pivot + 1})")]).TrimStart('·');
            steps.Add($"({index + 1}) {(factor.Sign < 0 ? '+' : '-')} {multiple}: {rows[index].ToEquation()}");
        }
    }
}
