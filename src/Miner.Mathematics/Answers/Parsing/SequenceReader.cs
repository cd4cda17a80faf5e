using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Decides what several answers side by side are together.</summary>
internal static class SequenceReader
{
    /// <summary>
    /// Inequalities of one variable are its values between them; values of one name are a list (<c>x = 1 or x = 2</c>,
    /// <c>n = 1, 2, 3</c>); values of different names are a tuple; names (<c>p or q</c>) and
    /// conditions of different names (<c>x = 1 or y = 1</c>) are alternatives; all else is a list.
    /// </summary>
    /// <param name="text">What the values were read from.</param>
    public static AnswerValue Join(string text, IReadOnlyList<AnswerValue> values, AnswerItems items)
    {
        // "3/4, or 75%" says the same thing twice.
        if (items.HasOr && values.Skip(1).All(value => AnswerEquality.Same(values[0], value))) return values[0];

        if (items.HasOr && values.All(IsName))
            return items.HasAnd ? AnswerParser.AsWords(text) : List(values) with { Kind = CollectionKind.Alternatives };

        if (values.All(value => value is RealSet) && JoinRanges([.. values.Cast<RealSet>()], items) is { } range) return range;

        var assignments = values.OfType<Assignment>().ToList();
        if (items.HasOr && AreOfSeveral(values))
        {
            // One of two conditions is less than both; among several it is not told which belong together.
            var solutions = assignments.Count == values.Count ? Solutions(assignments, Names(values)) : null;
            if (solutions is not null) return solutions;
            return items.HasAnd || items.HasComma
                ? AnswerParser.AsWords(text)
                : List(values) with { Kind = CollectionKind.Alternatives };
        }

        var names = assignments.Select(assignment => assignment.Name).Distinct(StringComparer.Ordinal).Count();
        var isNamedOnce = values[0] is Assignment && values.Skip(1).All(IsPlainValue);
        if (names == 1 && (isNamedOnce || assignments.Count == values.Count))
        {
            return new Assignment(assignments[0].Name, List([.. values.Select(WithoutName)]));
        }

        if (assignments.Count < values.Count || names == 1) return List(values);
        return names == values.Count ? new NamedTuple(assignments) : Solutions(assignments, names) ?? List(values);
    }

    /// <summary>Whether these are values and bounds of more than one variable.</summary>
    private static bool AreOfSeveral(IReadOnlyList<AnswerValue> values) =>
        values.All(value => value is Assignment or RealSet { Variable: not null }) && Names(values) > 1;

    private static int Names(IReadOnlyList<AnswerValue> values) =>
        values.Select(value => value is Assignment assignment ? assignment.Name : (value as RealSet)?.Variable)
            .Distinct(StringComparer.Ordinal).Count();

    /// <summary>Several values of the same variables, one solution after the other: x = 1, y = 2 or x = 2, y = 1.</summary>
    private static Collection? Solutions(List<Assignment> assignments, int size)
    {
        if (size == assignments.Count) return null;
        if (assignments.Where((assignment, index) => assignment.Name != assignments[index % size].Name).Any()) return null;
        var solutions = assignments.Chunk(size).Select(members => new NamedTuple(members)).ToList();
        return solutions.TrueForAll(solution => solution.Members.Count == size) ? List(solutions) : null;
    }

    /// <summary>With a comma and no word both conditions hold, unless they cannot.</summary>
    private static RealSet? JoinRanges(IReadOnlyList<RealSet> ranges, AnswerItems items)
    {
        if (ranges.Any(range => range.Variable is null || range.Variable != ranges[0].Variable)) return null;

        var common = items.HasOr ? [] : ranges.Skip(1).Aggregate(
            (IReadOnlyList<Interval>?)ranges[0].Intervals,
            (left, right) => left is null ? null : RealSets.Intersection(left, right.Intervals));
        var isAny = items.HasOr || (items.HasComma && common is []);
        var joined = isAny ? RealSets.Union(ranges.SelectMany(range => range.Intervals)) : common;
        return joined is null ? null : new RealSet(ranges[0].Variable, joined);
    }

    /// <summary>Whether it is a word, a letter or a choice, of which one or another is less than both.</summary>
    private static bool IsName(AnswerValue value) =>
        value is TextValue or Choice or Quantity { Unit: "", Formula: { Expression: Symbol, Variables.Count: > 0 } };

    private static bool IsPlainValue(AnswerValue value) => value is Quantity or TextValue;

    private static AnswerValue WithoutName(AnswerValue value) => value is Assignment assignment ? assignment.Value : value;

    private static Collection List(IReadOnlyList<AnswerValue> items) => new(CollectionKind.List, items, "");
}
