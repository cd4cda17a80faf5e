using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Reads unions, intersections and differences of parts of the real line.</summary>
internal sealed class SetParser(AnswerParser answers)
{
    private const int MaxOperands = 50;

    /// <summary>Null where no sign of an operation stands outside of brackets, or an operand is no set of real numbers.</summary>
    public RealSet? Read(string text)
    {
        if (text.Trim(' ', '"').ToUpperInvariant() is "ℝ" or "ALL REAL NUMBERS" or "ALL REALS")
            return new RealSet(null, [RealSets.Everything]);

        var typed = WithSigns(text);
        foreach (var sign in "∪∩∖")
        {
            var operands = TopLevel.Split(typed, sign.ToString());
            if (operands.Count is < 2 or > MaxOperands) continue;
            return Combine(operands, sign) is { } intervals ? new RealSet(null, intervals) : null;
        }

        return null;
    }

    private IReadOnlyList<Interval>? Combine(List<string> operands, char sign)
    {
        var sets = operands.ConvertAll(operand => RealSets.Of(answers.Read(operand)) ?? PointOf(operand));
        if (sets.Exists(set => set is null)) return null;

        return sets.Aggregate((left, right) => left is null ? null : sign switch
        {
            '∪' => RealSets.Union(left.Concat(right!)),
            '∩' => RealSets.Intersection(left, right!),
            _ => RealSets.Difference(left, right!),
        });
    }

    /// <summary>A set of one number, which is otherwise read as the number.</summary>
    private IReadOnlyList<Interval>? PointOf(string text) =>
        text.Trim() is ['{', .., '}'] && answers.Read(text) is Quantity point
            ? RealSets.Union([new Interval(point, point, HasLower: true, HasUpper: true)])
            : null;

    /// <summary>A capital U between brackets is how the sign of a union is typed, and a minus behind ℝ that of a difference.</summary>
    private static string WithSigns(string text)
    {
        var typed = text.Replace(") U (", ")∪(", StringComparison.Ordinal).Replace("] U [", "]∪[", StringComparison.Ordinal)
            .Replace(") U [", ")∪[", StringComparison.Ordinal).Replace("] U (", "]∪(", StringComparison.Ordinal);
        return typed is ['ℝ', ..] && typed[1..].TrimStart() is ['-', .. var removed] ? $"ℝ∖{removed}" : typed;
    }
}
