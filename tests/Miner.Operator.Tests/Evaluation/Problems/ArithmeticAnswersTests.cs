namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class ArithmeticAnswersTests() : ProblemAnswersFixture("arithmetic")
{
    private const string Word = "([a-z]+(?:-[a-z]+)?)";

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.OfTexts($"Take {Word} away from {Word}\\.", given => PlainEvaluator.Solve($"{given[1]} minus {given[0]}")!),
        Solver.OfTexts($"What do you get when you add {Word} and {Word}\\?", given => PlainEvaluator.Solve($"{given[0]} plus {given[1]}")!),
        Solver.Of(
            """
            What is the sum of (-?\d+) and (-?\d+)\?
            Add (-?\d+) (?:and|to) (-?\d+)\.?
            """,
            given => $"{given[0] + given[1]}"),
        Solver.Of(
            """
            Subtract (\d+) from (-?\d+)
            What is (\d+) less than (-?\d+)\?
            """,
            given => $"{given[1] - given[0]}"),
        Solver.OfTexts(
            $"""
            (?:Find|What is) the sum of {Solver.Values}[.?]
            Add up {Solver.Values}
            What is the total of {Solver.Values}\?
            """,
            given => $"{Solver.List(given[0]).Sum()}"),
        Solver.Of(
            """
            Add (\d+) to the product of (\d+) and (\d+)\.
            What is (\d+) more than (\d+) times (\d+)\?
            What is (\d+) plus the product of (\d+) and (\d+)\?
            """,
            given => $"{given[0] + given[1] * given[2]}"),
        Solver.Of(
            """
            Multiply (\d+) by the sum of (\d+) and (\d+)\.
            What is (\d+) times the sum of (\d+) and (\d+)\?
            """,
            given => $"{given[0] * (given[1] + given[2])}"),
        Solver.Formula,
    ];
}
