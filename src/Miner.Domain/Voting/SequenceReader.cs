namespace Miner.Domain.Voting;

/// <summary>Decides what several answers side by side are together.</summary>
internal static class SequenceReader
{
    /// <summary>
    /// Inequalities of one variable are its values between them; values of one name are a list (<c>x = 1 or x = 2</c>,
    /// <c>n = 1, 2, 3</c>); values of different names are a tuple; all else is a list.
    /// </summary>
    public static AnswerValue Join(IReadOnlyList<AnswerValue> values, AnswerItems items, string key)
    {
        if (values.All(value => value is RealSet) && !items.HasComma && JoinRanges([.. values.Cast<RealSet>()], items.HasOr, key) is { } range)
        {
            return range;
        }

        var assignments = values.OfType<Assignment>().ToList();
        var names = assignments.Select(assignment => assignment.Name).Distinct(StringComparer.Ordinal).Count();
        if (names == 1 && (assignments.Count == values.Count || (assignments.Count == 1 && values[0] is Assignment && values.Skip(1).All(IsPlainValue))))
        {
            return new Assignment(assignments[0].Name, List([.. values.Select(WithoutName)], key)) { Key = key };
        }

        return assignments.Count == values.Count && names == values.Count
            ? new NamedTuple(assignments) { Key = key }
            : List(values, key);
    }

    private static RealSet? JoinRanges(IReadOnlyList<RealSet> ranges, bool any, string key)
    {
        if (ranges.Any(range => range.Variable is null || range.Variable != ranges[0].Variable)) return null;

        var joined = ranges.Select(range => range.Intervals).Aggregate(
            (IReadOnlyList<Interval>?)null,
            (left, right) => left is null ? right : any ? RealSets.Union(left.Concat(right)) : RealSets.Intersection(left, right));
        return joined is null ? null : new RealSet(ranges[0].Variable, joined) { Key = key };
    }

    private static bool IsPlainValue(AnswerValue value) => value is Quantity or Words;

    private static AnswerValue WithoutName(AnswerValue value) => value is Assignment assignment ? assignment.Value : value;

    private static Collection List(IReadOnlyList<AnswerValue> items, string key) => new(CollectionKind.List, items, "") { Key = key };
}
