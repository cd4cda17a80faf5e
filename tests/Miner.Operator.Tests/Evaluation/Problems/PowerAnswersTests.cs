using System.Numerics;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class PowerAnswersTests() : ProblemAnswersFixture("powers and roots")
{
    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.Of(
            """
            What is (\d+) to the power of (\d+)\?
            What is (\d+) raised to the power (\d+)\?
            (\d+) to the (\d+)th power
            Calculate (\d+) raised to (\d+)
            Raise (\d+) to the power of (\d+)\.
            """,
            given => $"{BigInteger.Pow(given[0], (int)given[1])}"),
        Solver.Of(
            """
            What is the square root of (\d+) in simplest radical form\?
            Simplify (?:√|sqrt\()(\d+)\)?\.?
            Write sqrt\((\d+)\) in simplest form
            """,
            given => Surd((int)given[0])),
        Solver.Of(
            """
            (?:What is|Find) the square root of (\d+)\??
            sqrt\((\d+)\)
            Calculate √(\d+)
            what's the sqrt of (\d+)
            """,
            given => Root(given[0], 2)),
        Solver.Of(
            """
            (?:What is|Find|Calculate) the cube root of (\d+)[?.]?
            cbrt\((\d+)\)
            """,
            given => Root(given[0], 3)),
        Solver.Of(@"(?:What is|Find) the (?:fourth|4th) root of (\d+)\??", given => Root(given[0], 4)),
        Solver.Of(
            """
            (?:What is|Compute) (\d+) squared\??
            What is the square of (\d+)\?
            (\d+)²
            Square (\d+)\.
            """,
            given => $"{given[0] * given[0]}"),
        Solver.Of(
            """
            What is (\d+) cubed\?
            (?:What is|Find) the cube of (\d+)\??
            (\d+)³
            """,
            given => $"{given[0] * given[0] * given[0]}"),
        Solver.Of(
            """
            What is (\d+) factorial\?
            Compute the factorial of (\d+)
            """,
            given => PlainEvaluator.Solve($"{given[0]}!")!),
        Solver.Of(
            """
            What is (\d+) choose (\d+)\?
            Compute C\((\d+), (\d+)\)
            """,
            given => $"{Choose((int)given[0], (int)given[1])}"),
        Solver.Of(@"How many ways are there to choose (\d+) out of (\d+)\?", given => $"{Choose((int)given[1], (int)given[0])}"),
        Solver.Of(
            """
            What is (\d+) squared plus (\d+) cubed\?
            Add the square of (\d+) and the cube of (\d+)\.
            """,
            given => PlainEvaluator.Solve($"{given[0]}^2 + {given[1]}^3")!),
        Solver.Of(
            """
            What is the log base (\d+) of (\d+)\?
            log_(\d+)\((\d+)\)
            What is the base (\d+) logarithm of (\d+)\?
            """,
            given => $"{Enumerable.Range(1, 100).First(exponent => BigInteger.Pow(given[0], exponent) == given[1])}"),
        Solver.Formula,
    ];

    /// <summary>Found by halving.</summary>
    private static string Root(BigInteger power, int degree)
    {
        var (low, high) = (BigInteger.Zero, power);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, degree) < power) low = middle + 1;
            else high = middle;
        }

        return BigInteger.Pow(low, degree) == power ? $"{low}" : "no whole root";
    }

    private static string Surd(int square)
    {
        var outside = Enumerable.Range(1, square).TakeWhile(root => root * root <= square).Last(root => square % (root * root) == 0);
        return $"{outside}√{square / (outside * outside)}";
    }

    /// <summary>By Pascal's triangle.</summary>
    private static BigInteger Choose(int n, int k) => k == 0 || k == n ? BigInteger.One : Choose(n - 1, k - 1) + Choose(n - 1, k);
}
