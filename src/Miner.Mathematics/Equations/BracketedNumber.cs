using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Brackets that are no factor beside a number: the label before an equation, <c>(2) 3 + 4 = 7</c>, and a remark or label behind one,
/// <c>3 + 4 = 7 (8 - 1)</c>. Where the product holds, it is one.
/// </summary>
internal static partial class BracketedNumber
{
    /// <summary>Two sides in plain text without a label before the left one and remarks behind.</summary>
    public static (EquationSide Left, EquationSide Right) Remove(EquationSide left, EquationSide right)
    {
        if (!left.Formula.AsSpan().ContainsAny('(', '[') && !right.Formula.AsSpan().ContainsAny('(', '[')) return (left, right);

        var (first, second) = (Value(left.Formula), Value(right.Formula));
        if (first is not null && first == second) return (left, right);
        left = WithoutLabel(left);
        var (number, result) = (WithoutRemark(left), WithoutRemark(right));
        return (second is not null && Value(number.Formula) == second ? number : left, result);
    }

    private static EquationSide WithoutLabel(EquationSide side) =>
        side.Formula == side.Written && Label().Match(side.Formula) is { Success: true, Length: var length }
            ? side with { Start = side.Start + length, Written = side.Written[length..], Formula = side.Formula[length..] }
            : side;

    private static EquationSide WithoutRemark(EquationSide side) =>
        side.Formula == side.Written && Remark().Match(side.Formula) is { Success: true } remark
            ? side with { Written = remark.Groups["number"].Value, Formula = remark.Groups["number"].Value }
            : side;

    private static Rational? Value(string formula) => Arithmetic.Evaluate(formula) is { HasValue: true, Value: var value } ? value : null;

    [GeneratedRegex(@"^[(\[](?:\d{1,3}|[a-z]|[iv]{2,4})[)\]][ \t]+(?=[\d(√])", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<number>[-−]?\d[\d.,]*%?)[ \t]+[(\[][^()\[\]]*[)\]]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
