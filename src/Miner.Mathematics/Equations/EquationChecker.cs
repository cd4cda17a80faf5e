using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Recomputes the equations between numbers in a text. Careful rather than complete: what could be meant otherwise (a rounded value, a part
/// of a longer formula, a statement that something is wrong) is not called false.
/// </summary>
public static partial class EquationChecker
{
    private const int MaxEquations = 500;

    /// <summary>Of all values together: a factorial of thousands of digits takes a millisecond.</summary>
    private const int MaxBits = 500_000;

    /// <summary>Longer values are the same or not; whether one is meant to be near another takes arithmetic that grows with them.</summary>
    private const int MostBits = 512;

    /// <summary>How many equations hold, and those that do not, in the order of the text.</summary>
    public static (int True, IReadOnlyList<FalseEquation> False) Check(string text)
    {
        var (holding, bits) = (0, 0);
        var failing = new List<(int Start, FalseEquation Equation)>();
        var held = new Dictionary<string, int>();
        Conventions? conventions = null;
        foreach (var (chain, left, right) in Equations(text).Take(MaxEquations))
        {
            if (bits > MaxBits) break;
            if (Compare(left, right, ref bits) is not { } result) continue;
            if (result.Holds)
            {
                holding++;
                held[Compact(left.Written)] = left.Start;
            }
            else if (!EquationContext.IsReserved(text, chain.Start, chain.End) && !Cycles.Allow(text, chain, result.Left, result.Right)
                && !(conventions ??= new Conventions(text)).Allow(left, result.Left, right, result.Right))
            {
                failing.Add((left.Start, FalseEquation.Of(left, result.Left, right, result.Right)));
            }
        }

        // An operation of the question's own, which an answer puts the numbers into: 3 * 4 = 3 + 2(4).
        foreach (var sign in failing.Select(equation => OwnSign(equation.Equation)).Where(sign => sign.Length > 0).ToHashSet())
            failing.RemoveAll(equation => equation.Equation.Text.Contains(sign, StringComparison.Ordinal));

        // What is computed again below and then holds has been put right.
        failing.RemoveAll(equation => held.TryGetValue(Compact(equation.Equation.Calculation), out var start) && start > equation.Start);
        return (holding, [.. failing.OrderBy(equation => equation.Start).Select(equation => equation.Equation)]);
    }

    private static string OwnSign(FalseEquation equation)
    {
        var match = Binary().Match(equation.Calculation);
        var isPutIn = match.Success && equation.Written.Length > match.Length && equation.Written.AsSpan(1).ContainsAny("+-/^(")
            && equation.Written.Contains(match.Groups["first"].Value, StringComparison.Ordinal)
            && equation.Written.Contains(match.Groups["second"].Value, StringComparison.Ordinal);
        return isPutIn ? match.Groups["sign"].Value : "";
    }

    private static string Compact(string side) => string.Concat(side.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Each pair of sides of which one is computed.</summary>
    private static IEnumerable<(EquationChain Chain, EquationSide Left, EquationSide Right)> Equations(string text)
    {
        var (prose, withUnits, formulas) = Prose.Split(text);
        return formulas.SelectMany(formula => DisplayedEquations.Find(text, formula))
            .Concat(ProseEquations.Find(prose))
            .Concat(QuantityEquations.Find(withUnits))
            .SelectMany(chain => chain.Pairs.Select(pair =>
            {
                var (left, right) = BracketedNumber.Remove(pair.Left, pair.Right);
                return (chain, left, right);
            }))
            .Where(equation => equation.left.HasOperation || equation.right.HasOperation)
            .Select(equation => (equation.chain, InPercent(AsWritten(text, equation.left)), InPercent(AsWritten(text, equation.right))));
    }

    /// <summary>Null where a side cannot be computed, or where it may be meant otherwise.</summary>
    private static (bool Holds, Rational Left, Rational Right)? Compare(EquationSide left, EquationSide right, ref int bits)
    {
        if (Arithmetic.Evaluate(left.Formula) is not { HasValue: true, Value: var first }) return null;
        bits += first.BitLength;
        if (Arithmetic.Evaluate(right.Formula) is not { HasValue: true, Value: var second }) return null;
        bits += second.BitLength;
        if (first.BitLength > MostBits || second.BitLength > MostBits) return first == second ? (true, first, second) : null;
        if (Leeway.IsAmbiguous(left.Formula) || Leeway.IsAmbiguous(right.Formula)) return first == second ? (true, first, second) : null;
        if (first == second || Leeway.IsRounded(first, right.Formula, second) || Leeway.IsRounded(second, left.Formula, first))
            return (true, first, second);
        if (CountOtherThings(left, right) || NamedNumber.IsIn(left) || NamedNumber.IsIn(right)) return null;
        return Leeway.Allows(left, first, right, second) || Leeway.Allows(right, second, left, first) ? null : (false, first, second);
    }

    /// <summary>A calculation as it stands in the text, with its words and currencies; without names that would be cut in two.</summary>
    private static EquationSide AsWritten(string text, EquationSide side)
    {
        if (!side.HasOperation) return side;
        var written = text.Substring(side.Start, side.Written.Length);
        return side with { Written = written.IndexOf(')') < written.IndexOf('(') ? Blanks().Replace(side.Written, " ") : written };
    }

    private static bool CountOtherThings(EquationSide left, EquationSide right) =>
        left.Unit.Length > 0 && right.Unit.Length > 0 && UnitPhrase.Canonical(left.Unit) != UnitPhrase.Canonical(right.Unit);

    private static EquationSide InPercent(EquationSide side) =>
        UnitPhrase.Canonical(side.Unit) == "percent" ? side with { Formula = $"{side.Formula}%" } : side;

    [GeneratedRegex(@"^\(?(?<first>\d+)\s?(?<sign>[*∗])\s?(?<second>\d+)\)?(?:\s?\k<sign>\s?\d+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Binary();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
