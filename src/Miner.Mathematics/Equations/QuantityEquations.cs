using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Finds equations with units or nouns between their signs: <c>5 kg + 3 kg = 8 kg</c>, <c>20 km / 4 km/h = 5 h</c>. Only what counts the
/// same on both sides is one: of <c>3 shirts + 2 pants = 5 pieces</c> nothing is said.
/// </summary>
internal static class QuantityEquations
{
    // No answer has as many numbers.
    private const int MaxTries = 5_000;

    private const string Operators = "+-−–*×·⋅∙/÷^√<>≈~";

    /// <param name="prose">Text as <see cref="Prose.Split"/> gives it, with its currencies.</param>
    public static IEnumerable<EquationChain> Find(string prose)
    {
        var (tries, sign) = (0, -1);
        for (var at = 0; at < prose.Length && tries < MaxTries;)
        {
            if (sign < at) sign = prose.IndexOf('=', at);
            if (sign < 0) break;
            at = Math.Max(at, sign - QuantityReader.MaxLength);
            if (!Begins(prose, at))
            {
                at++;
                continue;
            }

            tries++;
            var start = at;
            var left = QuantityReader.Read(prose, at);
            at = Math.Max(at + 1, left?.End ?? 0);
            while (left is not null && ReadNext(prose, left) is var (from, right))
            {
                if (Compare(prose, start, left, from, right) is { } chain) yield return chain;
                (start, left, at) = (from, right, Math.Max(at, right.End));
            }
        }
    }

    /// <summary>Two sides that count the same, with numbers alone; null where they do not, or nothing is computed with units.</summary>
    public static (string Left, string Right, string Unit)? Pair(Amount left, Amount right)
    {
        if (!left.HasSign || !left.HasUnit) return null;
        if (right.Nouns.Count > 0)
            return left.Measure.Single is { } noun && right.Nouns.Contains(noun) ? (left.Formula, right.Formula, "") : null;
        if (left.Measure.In(right.Measure) is not { } ratio || (left.HasProduct && !ratio.IsOne)) return null;
        if (ratio.IsOne && !right.Formula.Contains('(')) return (left.Formula, right.Formula, "");

        var unit = right.Measure.Single is { } key && Units.TryFindKey(key, out var known) ? $" {known.Name}" : "";
        var converted = ratio.IsInteger ? $"({left.Formula})*{ratio}" : $"({left.Formula})/{Rational.One / ratio}";
        return (ratio.IsOne ? left.Formula : converted, right.Formula, unit);
    }

    private static (int From, Amount Right)? ReadNext(string prose, Amount left)
    {
        var at = left.End;
        while (at < prose.Length && prose[at] is ' ' or '\t' or '\u00A0' or '*') at++;
        if (at + 1 >= prose.Length || prose[at] != '=' || prose[at + 1] == '=') return null;
        at++;
        while (at < prose.Length && prose[at] is ' ' or '\t' or '\u00A0' or '*') at++;
        return QuantityReader.Read(prose, at) is { } right ? (at, right) : null;
    }

    private static EquationChain? Compare(string prose, int start, Amount left, int from, Amount right)
    {
        if (Pair(left, right) is not var (first, second, unit)) return null;
        var (end, isNumber) = (right.NumberEnd, second == prose[from..right.NumberEnd]);
        if (!right.HasSign && isNumber && WordsBehind.Read(prose, new EquationSide(from, second, second, ""), end) is { GoesOn: true })
            return null;
        var span = new FormulaSpan(start, prose[start..Math.Max(right.End, end)]);
        if (ProseEquations.IsPartOfMore(prose, span) || ProseEquations.ContinuesWords(prose, span)) return null;

        var written = prose[from..(isNumber ? end : right.End)].TrimEnd();
        var sides = new EquationSide[]
        {
            new(start, prose[start..left.End].TrimEnd(), first, "") { Suffix = unit }, new(from, written, second, "") { Suffix = unit },
        };
        return new EquationChain(sides, start, right.End);
    }

    /// <summary>Whether an amount begins that no operator or number stands before.</summary>
    private static bool Begins(string prose, int at)
    {
        if (!(char.IsAsciiDigit(prose[at]) || prose[at] is '(' or '$' or '€' or '£')) return false;
        if (at > 0 && (char.IsLetterOrDigit(prose[at - 1]) || prose[at - 1] is '.' or ',' or '_' or '^' or '\\' or ':' or '\'' or '’'))
            return false;
        var before = prose.AsSpan(0, at).TrimEnd(' ');
        if (before is [.., '-' or '–' or '−' or '*' or '+'] && before[..^1].TrimEnd(" \t>|") is [] or [.., '\n']) return before.Length < at;
        return before is not [.., var last] || !(Operators.Contains(last) || char.IsDigit(last) || last is '%' or ')' or '$' or '€' or '£');
    }
}
