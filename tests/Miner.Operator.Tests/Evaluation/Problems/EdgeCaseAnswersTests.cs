using System.Globalization;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class EdgeCaseAnswersTests() : ProblemAnswersFixture("edge cases")
{
    private const string Undefined = "undefined";

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.OfTexts(
            """
            What is (\d+) mod 0\?
            What is the remainder when (\d+) is divided by 0\?
            What percent of 0 is (\d+)\?
            (\d+) is what percent of 0\?
            What is the percentage change from 0 to (\d+)\?
            """,
            _ => Undefined),
        Solver.Of(
            """
            What is the value of (\d+)/\(x - (\d+)\) when x = (\d+)\?
            Evaluate (\d+)/\(x - (\d+)\) at x = (\d+)
            If f\(x\) = (\d+)/\(x - (\d+)\), what is f\((\d+)\)\?
            """,
            given => given[1] == given[2] ? Undefined : $"{given[0]}/{given[2] - given[1]}"),
        Solver.Of(
            @"(?:Solve(?: for x:)?|Find all solutions of) (\d+)x \+ (\d+) = (\d+)x \+ (\d+)\.?",
            given => given[0] == given[2] && given[1] != given[3] ? "no solution" : "a solution"),
        Solver.Of(
            """
            Solve (\d+)x \+ (\d+)y = (\d+) and (\d+)x \+ (\d+)y = (\d+)
            Solve the system of equations (\d+)x \+ (\d+)y = (\d+), (\d+)x \+ (\d+)y = (\d+)
            """,
            given => given[0] * given[4] == given[1] * given[3] && given[0] * given[5] != given[2] * given[3]
                ? "no solution"
                : "a solution"),
        Solver.OfTexts(
            @"Which (?:number )?is (?:larger|bigger|greater)[,:] (9\.\d+) or (9\.\d+)\?",
            given => double.Parse(given[0], CultureInfo.InvariantCulture) > double.Parse(given[1], CultureInfo.InvariantCulture)
                ? given[0]
                : given[1]),
        Solver.Formula,
    ];
}
