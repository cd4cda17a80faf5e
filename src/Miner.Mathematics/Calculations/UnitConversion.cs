using System.Buffers;
using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Calculations;

/// <summary>A quantity in another unit of the same dimension: <c>5 km</c>, <c>miles</c>, or the number and the two units apart.</summary>
internal static class UnitConversion
{
    private const int Work = 2_000;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789+-*/^().,' ");

    public static Calculation Convert(IReadOnlyList<string> input)
    {
        if (input is [var quantity, var wanted] && NumberLength(quantity) is var length)
            input = [quantity[..length], quantity[length..], wanted];
        if (input is not [var number, var from, var to])
            return Calculation.None("This takes a number, its unit and the unit that is wanted.");
        if (!FormulaText.TryRead(number, out var formula)
            || Arithmetic.Evaluate(formula, new WorkBudget(Work)) is not { HasValue: true, Value: var value })
        {
            return Calculation.None("This takes a number before its unit.");
        }

        (from, to) = (from.Trim(), to.Trim());
        if (Units.TryFind(from, out var source) && Units.TryFind(to, out var target))
        {
            return source.Dimension == target.Dimension
                ? Calculation.Of($"{NumberText.Of(source.Convert(value, target))} {target.Name}")
                : Calculation.None("The two units do not measure the same.");
        }

        var (size, unit) = (UnitSize.Of(UnitPhrase.Canonical(from, isUnit: true)), UnitSize.Of(UnitPhrase.Canonical(to, isUnit: true)));
        if (size is null || unit is null) return Calculation.None($"The {(size is null ? "first" : "second")} unit is not known.");
        return size.Dimensions == unit.Dimensions
            ? Calculation.Of($"{NumberText.Of(value * size.Factor / unit.Factor)} {to}")
            : Calculation.None("The two units do not measure the same.");
    }

    /// <summary>How much of a quantity is its number: all before the first letter or sign of a unit.</summary>
    private static int NumberLength(string quantity)
    {
        var length = quantity.AsSpan().IndexOfAnyExcept(NumberCharacters);
        return length < 0 ? quantity.Length : length;
    }
}
