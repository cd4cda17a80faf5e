using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The values of formulas that hold no variables.</summary>
internal static class Values
{
    /// <summary>Null where one of them has no exact value, or can be read in two ways.</summary>
    public static List<Rational>? Of(IEnumerable<string> formulas)
    {
        var values = new List<Rational>();
        foreach (var formula in formulas)
        {
            if (!Expression.TryParse(formula, out var expression) || AmbiguousFormula.Is(expression, formula)) return null;
            if (Arithmetic.Evaluate(expression) is not { HasValue: true, Value: var value }) return null;
            values.Add(value);
        }

        return values;
    }
}
