using System.Numerics;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class NumberTheoryAnswersTests() : ProblemAnswersFixture("number theory")
{
    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.OfTexts(
            $"""
            (?:What is|What's|Find|Calculate) the (?:greatest|highest) common (?:divisor|factor) of {Solver.Values}[?.]?
            (?:What is|What's|Find) the (?:GCD|gcd|HCF) of {Solver.Values}\??
            gcd\({Solver.Values}\)
            """,
            given => $"{Solver.List(given[0]).Select(value => new BigInteger(value)).Aggregate(Divisor)}"),
        Solver.Of(
            """
            What is the (?:least|lowest) common multiple of (\d+) and (\d+)\?
            Find the LCM of (\d+) and (\d+)
            lcm\((\d+), (\d+)\)
            """,
            given => $"{given[0] * given[1] / Divisor(given[0], given[1])}"),
        Solver.Of(
            """
            What is the remainder when (\d+)\^(\d+) is divided by (\d+)\?
            (\d+)\^(\d+) mod (\d+)
            Compute (\d+)\^(\d+) modulo (\d+)\.
            """,
            given => $"{BigInteger.ModPow(given[0], given[1], given[2])}"),
        Solver.Of(
            """
            What is (\d+) mod (\d+)\?
            Compute (\d+) modulo (\d+)
            (\d+) % (\d+)
            (\d+) mod (\d+) = \?
            What is the remainder when (\d+) is divided by (\d+)\?
            Find the remainder of (\d+) divided by (\d+)\.
            What remainder does (\d+) leave when divided by (\d+)\?
            If you divide (\d+) by (\d+), what is the remainder\?
            """,
            given => $"{given[0] - given[0] / given[1] * given[1]}"),
        Solver.Of(@"[Ii]s (?:the number )?(\d+) (?:a )?prime(?: number)?\??(?: Answer yes or no\.)?", given => YesOrNo(IsPrime(given[0]))),
        Solver.Of(
            """
            How many (?:positive )?(?:divisors|factors) does (\d+) have\?
            What is the number of divisors of (\d+)\?
            """,
            given => $"{Factors(given[0]).CountBy(prime => prime).Aggregate(1, (product, power) => product * (power.Value + 1))}"),
        Solver.Of(@"Is (\d+) (?:divisible by|a multiple of) (\d+)\?", given => YesOrNo((given[0] % given[1]).IsZero)),
        Solver.Of(
            """
            Is (\d+) a factor of (\d+)\?
            Does (\d+) divide (\d+)\?
            """,
            given => YesOrNo((given[1] % given[0]).IsZero)),
        Solver.Of(
            @"(?:What is|Find) the (?:modular |multiplicative )?inverse of (\d+) mod(?:ulo)? (\d+)[?.]?",
            // The moduli are primes: Fermat's little theorem.
            given => $"{BigInteger.ModPow(given[0], given[1] - 2, given[1])}"),
        Solver.Of(
            """
            What is the (?:next|first) prime (?:number )?after (\d+)\?
            Find the smallest prime greater than (\d+)\.
            Which prime comes next after (\d+)\?
            """,
            given => $"{Enumerable.Range(1, 1_000).Select(more => given[0] + more).First(IsPrime)}"),
        Solver.Of(
            @"(?:What is|What's|Find) the (?:largest|greatest|biggest) prime factor of (\d+)\??",
            given => $"{Factors(given[0]).Max()}"),
        Solver.Of(@"(?:What is|Find) the (?:smallest|least) prime factor of (\d+)\??", given => $"{Factors(given[0]).Min()}"),
        Solver.Of(@"Is (\d+) (?:even or odd|an odd or even number)\?", given => given[0].IsEven ? "even" : "odd"),
        Solver.Of(
            """
            (?:What is|Find) the sum of the first (\d+) (?:natural numbers|positive integers)\??
            What is the sum of all integers from 1 to (\d+)\?
            """,
            given => $"{given[0] * (given[0] + 1) / 2}"),
    ];

    private static string YesOrNo(bool isSo) => isSo ? "yes" : "no";

    private static BigInteger Divisor(BigInteger one, BigInteger other) => BigInteger.GreatestCommonDivisor(one, other);

    /// <summary>By Fermat's little theorem; no number below 10,000 deceives all of these bases.</summary>
    private static bool IsPrime(BigInteger n) =>
        n > 1 && new BigInteger[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37 }.All(prime =>
            n == prime || (n % prime != 0 && BigInteger.ModPow(prime, n - 1, n).IsOne));

    private static List<BigInteger> Factors(BigInteger n)
    {
        var factors = new List<BigInteger>();
        for (BigInteger prime = 2; n > 1; prime++)
        {
            for (; (n % prime).IsZero; n /= prime) factors.Add(prime);
        }

        return factors;
    }
}
