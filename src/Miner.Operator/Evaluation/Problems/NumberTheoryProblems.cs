using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Divisors, multiples, remainders and primes; the answers are found by trying all candidates.</summary>
internal static class NumberTheoryProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        CommonDivisor,
        CommonDivisorOfThree,
        CommonMultiple,
        Modulo,
        Remainder,
        Prime,
        DivisorCount,
        Divisible,
        RemainderOfPower,
        Inverse,
        NextPrime,
        LargestPrimeFactor, Parity, SumOfFirst,
    ];

    private static (string Question, string Answer) CommonDivisor(ProblemDraw draw)
    {
        var (a, b, factor) = (draw.Between(2, 40), draw.Between(2, 40), draw.Between(2, 30));
        return (
            draw.Say(
                "What is the greatest common divisor of {0} and {1}?|gcd({0}, {1})|Find the greatest common factor of {0} and {1}.|"
                + "What's the GCD of {0} and {1}?",
                a * factor, b * factor),
            $"{LargestDivisor(a * factor, b * factor)}");
    }

    private static (string Question, string Answer) CommonDivisorOfThree(ProblemDraw draw)
    {
        var factor = draw.Between(2, 30);
        var values = draw.List(3, 1, 30).Select(value => value * factor).ToArray();
        return (
            draw.Say("Find the gcd of {0}|Calculate the highest common factor of {0}.|What is the HCF of {0}?", Enumeration(values)),
            $"{LargestDivisor(values)}");
    }

    private static (string Question, string Answer) CommonMultiple(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(2, 90), draw.Between(2, 90));
        return (
            draw.Say(
                "What is the least common multiple of {0} and {1}?|Find the LCM of {0} and {1}|lcm({0}, {1})|"
                + "What is the lowest common multiple of {0} and {1}?",
                a, b),
            $"{Enumerable.Range(1, b).Select(times => a * times).First(multiple => multiple % b == 0)}");
    }

    private static (string Question, string Answer) Modulo(ProblemDraw draw)
    {
        var (quotient, divisor) = (draw.Between(1, 400), draw.Between(3, 97));
        var rest = draw.Between(0, divisor - 1);
        return (draw.Say(
            "What is {0} mod {1}?|Compute {0} modulo {1}|{0} % {1}|{0} mod {1} = ?",
            (quotient * divisor) + rest, divisor), $"{rest}");
    }

    private static (string Question, string Answer) Remainder(ProblemDraw draw)
    {
        var (quotient, divisor) = (draw.Between(1, 400), draw.Between(3, 97));
        var rest = draw.Between(0, divisor - 1);
        return (
            draw.Say(
                "What is the remainder when {0} is divided by {1}?|Find the remainder of {0} divided by {1}.|"
                + "What remainder does {0} leave when divided by {1}?|If you divide {0} by {1}, what is the remainder?",
                (quotient * divisor) + rest, divisor),
            $"{rest}");
    }

    private static (string Question, string Answer) Prime(ProblemDraw draw)
    {
        var value = draw.Of(draw.Between(2, 900), NextPrimeAfter(draw.Between(2, 900)));
        return (draw.Say(
            "Is {0} a prime number?|Is {0} prime?|is the number {0} prime|Is {0} a prime? Answer yes or no.",
            value), IsPrime(value) ? "yes" : "no");
    }

    private static (string Question, string Answer) DivisorCount(ProblemDraw draw)
    {
        var value = draw.Between(12, 900);
        return (
            draw.Say(
                "How many divisors does {0} have?|How many factors does {0} have?|What is the number of divisors of {0}?|"
                + "How many positive divisors does {0} have?",
                value),
            $"{Enumerable.Range(1, value).Count(divisor => value % divisor == 0)}");
    }

    private static (string Question, string Answer) Divisible(ProblemDraw draw)
    {
        var (quotient, divisor, rest) = (draw.Between(2, 400), draw.Between(3, 97), draw.Between(0, 1));
        return (draw.Say(
            "Is {0} divisible by {1}?|Is {0} a multiple of {1}?|Is {1} a factor of {0}?|Does {1} divide {0}?",
            (quotient * divisor) + rest, divisor), rest == 0 ? "yes" : "no");
    }

    private static (string Question, string Answer) RemainderOfPower(ProblemDraw draw)
    {
        var (a, n, m) = (draw.Between(2, 60), draw.Between(50, 900), draw.Between(3, 97));
        var rest = Enumerable.Range(0, n).Aggregate(1, (product, _) => product * a % m);
        return (draw.Say(
            "What is the remainder when {0}^{1} is divided by {2}?|{0}^{1} mod {2}|Compute {0}^{1} modulo {2}.",
            a, n, m), $"{rest}");
    }

    private static (string Question, string Answer) Inverse(ProblemDraw draw)
    {
        var (modulus, a) = (draw.Of(97, 101, 211), draw.Between(2, 96));
        return (
            draw.Say(
                "What is the modular inverse of {0} mod {1}?|Find the inverse of {0} modulo {1}|"
                + "Find the multiplicative inverse of {0} mod {1}.",
                a, modulus),
            $"{Enumerable.Range(1, modulus - 1).First(inverse => inverse * a % modulus == 1)}");
    }

    private static (string Question, string Answer) NextPrime(ProblemDraw draw)
    {
        var value = draw.Between(10, 5_000);
        return (draw.Say(
            "What is the next prime after {0}?|Find the smallest prime greater than {0}.|What is the first prime number after {0}?|"
            + "Which prime comes next after {0}?",
            value), $"{NextPrimeAfter(value)}");
    }

    private static (string Question, string Answer) LargestPrimeFactor(ProblemDraw draw)
    {
        var primes = Enumerable.Range(0, draw.Between(2, 4)).Select(_ => draw.Of(2, 3, 5, 7, 11, 13, 17, 19, 23)).ToArray();
        var value = primes.Aggregate((product, prime) => product * prime);
        return draw.Of(
            (draw.Say(
                "What is the largest prime factor of {0}?|Find the greatest prime factor of {0}|"
                + "What's the biggest prime factor of {0}?",
                value), $"{primes.Max()}"),
            (draw.Say("What is the smallest prime factor of {0}?|Find the least prime factor of {0}", value), $"{primes.Min()}"));
    }

    private static (string Question, string Answer) Parity(ProblemDraw draw)
    {
        var value = draw.Between(100, 99_999);
        return (draw.Say("Is {0} even or odd?|Is {0} an odd or even number?", value), value % 2 == 0 ? "even" : "odd");
    }

    private static (string Question, string Answer) SumOfFirst(ProblemDraw draw)
    {
        var count = draw.Between(5, 500);
        return (
            draw.Say(
                "What is the sum of the first {0} natural numbers?|Find the sum of the first {0} positive integers|"
                + "What is the sum of all integers from 1 to {0}?",
                count),
            $"{Enumerable.Range(1, count).Sum()}");
    }

    private static int LargestDivisor(params int[] values) =>
        Enumerable.Range(1, values.Min()).Last(divisor => values.All(value => value % divisor == 0));

    private static bool IsPrime(int value) => value > 1 && !Enumerable.Range(2, value - 2).Any(divisor => value % divisor == 0);

    private static int NextPrimeAfter(int value)
    {
        do value++; while (!IsPrime(value));
        return value;
    }
}
