using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// The values of a calculation where its brackets were left out: <c>2 + 4 + 6 / 3 = 4</c> is a mean, <c>12 / 2 + 4 = 2</c> a fraction on
/// one line, <c>8^1/3 = 2</c> a root. In code <c>^</c> is the exclusive or.
/// </summary>
internal static class OtherReadings
{
    // So many operands have 42 readings.
    private const int MaxOperands = 6;

    private const int MaxBits = 256;
    private const int MaxExponent = 64;
    private const int MaxPerRange = 50;

    private const string Operators = "+-*/^";

    /// <summary>Whether a reading of <paramref name="calculation"/> comes to what is accepted.</summary>
    public static bool Any(string calculation, Predicate<Rational> accepts)
    {
        if (Split(calculation) is not var (operands, operators) || operands.Count is < 2 or > MaxOperands) return false;

        // Of each range of operands, by its first and last, all values.
        var values = new HashSet<Rational>[operands.Count, operands.Count];
        for (var first = operands.Count - 1; first >= 0; first--)
        {
            values[first, first] = [operands[first]];
            for (var last = first + 1; last < operands.Count; last++)
                values[first, last] = [.. Combine(values, operators, first, last).Take(MaxPerRange)];
        }

        return values[0, operands.Count - 1].Any(value => accepts(value));
    }

    private static IEnumerable<Rational> Combine(HashSet<Rational>[,] values, List<char> operators, int first, int last)
    {
        for (var middle = first; middle < last; middle++)
        {
            foreach (var left in values[first, middle])
            {
                foreach (var right in values[middle + 1, last])
                {
                    if (Compute(operators[middle], left, right) is { BitLength: <= MaxBits } value) yield return value;
                    if (operators[middle] == '^' && ExclusiveOr(left, right) is { } bits) yield return bits;
                }
            }
        }
    }

    private static Rational? Compute(char operation, Rational left, Rational right) => operation switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => right.IsZero ? null : left / right,
        _ => Raise(left, right),
    };

    private static Rational? Raise(Rational value, Rational exponent)
    {
        if ((value.IsZero && exponent.Sign < 0) || exponent.BitLength > 8 || Rational.Abs(exponent) > MaxExponent) return null;
        if (value.BitLength * Math.Max(1, (int)Rational.Abs(exponent).Floor()) > MaxBits) return null;
        if (exponent.IsInteger) return value.Pow(exponent.Numerator);
        return value.Sign >= 0 && value.TryRoot(exponent.Denominator, out var root) ? root.Pow(exponent.Numerator) : null;
    }

    private static Rational? ExclusiveOr(Rational left, Rational right) =>
        left.IsInteger && right.IsInteger && left.Sign >= 0 && right.Sign >= 0 ? left.Numerator ^ right.Numerator : null;

    /// <summary>Operands, which may be in brackets, and the signs between them; null for what is more than that.</summary>
    private static (List<Rational> Operands, List<char> Operators)? Split(string calculation)
    {
        var (operands, operators) = (new List<Rational>(), new List<char>());
        var (depth, start) = (0, 0);
        for (var at = 0; at <= calculation.Length; at++)
        {
            var operation = at == calculation.Length ? '+' : Operator(calculation[at]);
            depth += operation switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            var operand = calculation.AsSpan(start, at - start).Trim();
            if (depth != 0 || operand.Length == 0 || !Operators.Contains(operation)) continue;
            if (operation == '*' && at + 1 < calculation.Length && calculation[at + 1] == '*') (operation, at) = ('^', at + 1);
            if (Arithmetic.Evaluate(operand.ToString()) is not { HasValue: true, Value: { BitLength: <= MaxBits } value }) return null;
            operands.Add(value);
            operators.Add(operation);
            if (operands.Count > MaxOperands) return null;
            start = at + 1;
        }

        return start > calculation.Length ? (operands, operators) : null;
    }

    private static char Operator(char sign) => sign switch
    {
        '−' or '–' => '-',
        '×' or '·' or '⋅' or '∙' or '∗' or 'x' or 'X' => '*',
        '÷' or '∕' or '⁄' => '/',
        _ => sign,
    };
}
