namespace Miner.Offline.Problems;

/// <summary>The price of another number of the same things: <c>if 4 pens cost $12, how much do 7 pens cost</c>.</summary>
internal static class ProportionProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set("cost costs price at same rate such of those");

    public static Solution? Solve(Question question)
    {
        var parts = question.Parts;
        var known = Enumerable.Range(0, Math.Max(0, parts.Count - 3)).FirstOrDefault(
            at => parts[at].Formula is not null && parts[at + 1].Word is not null
                && parts[at + 2].Word is "cost" or "costs" && parts[at + 3].Formula is not null,
            -1);
        if (known < 0) return null;

        var thing = parts[known + 1].Word!;
        var asked = Enumerable.Range(0, parts.Count - 1)
            .Where(at => at != known && parts[at].Formula is not null && IsSame(parts[at + 1].Word, thing))
            .ToList();
        if (asked is not [var other] || !question.HasOnly([.. Vocabulary, thing, parts[other + 1].Word!])) return null;
        if (question.Formulas.Count != 3) return null;
        if (Values.Of([parts[known].Formula!, parts[known + 3].Formula!, parts[other].Formula!]) is not [var count, var price, var more])
            return null;
        if (count.IsZero) return null;

        var each = price / count;
        return new Solution(
            $"{each * more}",
            $"One costs {price} / {count} = {Solution.Explain(each)}",
            $"{more} * {each} = {Solution.Explain(each * more)}");
    }

    private static bool IsSame(string? word, string thing) => word is not null && word.TrimEnd('s') == thing.TrimEnd('s');
}
