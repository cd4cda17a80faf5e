namespace Miner.Offline.Problems;

/// <summary>A value of a list whose mean is known: <c>the mean of 3, 5 and x is 6, what is x</c>.</summary>
internal static class MissingValueProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set("mean average arithmetic set data list scores unknown missing variable");

    public static Solution? Solve(Question question)
    {
        if (!question.Mentions("mean", "average") || !question.HasOnly(Vocabulary)) return null;

        var parts = question.Parts.ToList();
        var verb = parts.FindIndex(part => part.Word is "is" or "equals");
        var list = parts.FindIndex(part => part.Word is "mean" or "average");
        if (verb < list || verb + 1 >= parts.Count || parts[verb + 1].Formula is not { } mean || Values.Of([mean]) is null) return null;

        var members = parts[list..verb].Where(part => part.Formula is not null).Select(part => part.Formula!).ToList();
        if (members.FindAll(IsLetter) is not [var variable] || Values.Of(members.Where(member => member != variable)) is not { Count: > 0 })
            return null;
        if (parts[(verb + 2)..].Exists(part => part.Formula is not null && part.Formula != variable)) return null;
        return Equation.Read($"({string.Join(" + ", members)}) / {members.Count} = {mean}") is [var equation]
            ? PolynomialEquationSteps.Solve(equation, variable)
            : null;
    }

    private static bool IsLetter(string formula) => formula is [var letter] && char.IsAsciiLetter(letter);
}
