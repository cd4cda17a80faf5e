namespace Miner.Offline.Problems;

/// <summary>A value of a list whose mean is known: <c>the mean of 3, 5 and x is 6, what is x</c>.</summary>
internal static class MissingValueProblem
{
    private static readonly QuestionForm[] Forms =
    [
        new("(if )?(arithmetic )?(mean|average) of <list..> (is|equals) <mean>( ,| \\.)( then)? <ask><asked>", Solve),
        new("<ask><asked> if (arithmetic )?(mean|average) of <list..> (is|equals) <mean>", Solve),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Solve(Reading reading)
    {
        if (!reading.TryVariable("asked", out var variable) || reading.Value("mean") is null) return null;

        var members = reading.Formulas("list");
        var known = members.Where(member => member != variable).ToList();
        if (known.Count != members.Count - 1 || Values.Of(known) is not { Count: > 0 }) return null;
        return Equation.Read($"({string.Join(" + ", members)}) / {members.Count} = {reading.Formula("mean")}") is [var equation]
            ? PolynomialEquationSteps.Solve(equation, variable)
            : null;
    }
}
