using System.Numerics;
using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Problem;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

internal static class PowerProblems
{
    private static readonly BigInteger[] SmallPrimes = [2, 3, 5, 7, 11, 13];

    public static readonly Func<Draw, Problem>[] PowersAndRoots =
    [
        Power, PowerInWords, SquareRoot, CubeRoot, SquareOrCube, NegativePower, RootOfFraction, Surd, Factorial, HigherRootOrUndefined,
    ];

    public static readonly Func<Draw, Problem>[] NumberTheory =
    [
        CommonDivisor, CommonMultiple, Modulo, Remainder, Prime, PrimeFactors, DivisorCount, Divisible, RemainderOfPower, InverseOrUndefined,
    ];

    private static Problem Power(Draw draw)
    {
        var (a, n) = (draw.Between(2, 99), draw.Between(2, 20));
        return draw.Between(0, 2) == 0
            ? Number(draw.Ask($"(-{a})^{n}"), BigInteger.Pow(-a, n))
            : Number(draw.Ask(draw.Say("{0}^{1}|{0}**{1}|{0} ^ {1}", a, n)), BigInteger.Pow(a, n));
    }

    private static Problem PowerInWords(Draw draw)
    {
        var (a, n) = (draw.Between(2, 30), draw.Between(4, 9));
        return Number(draw.Say("What is {0} to the power of {1}?|What is {0} raised to the power {1}?|{0} to the {1}th power|Calculate {0} raised to {1}", a, n), BigInteger.Pow(a, n));
    }

    private static Problem SquareRoot(Draw draw)
    {
        var root = draw.Between(0, 9999);
        return Number(draw.Say("What is the square root of {0}?|Find the square root of {0}|sqrt({0})|Calculate √{0}", root * root), root);
    }

    private static Problem CubeRoot(Draw draw)
    {
        var root = draw.Between(-50, 50);
        return Number(draw.Say("What is the cube root of {0}?|Find the cube root of {0}.|cbrt({0})", root * root * root), root);
    }

    private static Problem SquareOrCube(Draw draw)
    {
        var a = draw.Between(2, 400);
        return draw.Between(0, 1) == 0
            ? Number(draw.Say("What is {0} squared?|What is the square of {0}?|{0}²", a), a * a)
            : Number(draw.Say("What is {0} cubed?|What is the cube of {0}?|{0}³", a), a * a * a);
    }

    private static Problem NegativePower(Draw draw)
    {
        var (a, n) = (draw.Between(2, 12), draw.Between(1, 6));
        return Number(draw.Ask($"{a}^-{n}"), new Fraction(1, BigInteger.Pow(a, n)));
    }

    private static Problem RootOfFraction(Draw draw)
    {
        var (a, b) = (draw.Between(1, 40), draw.Between(1, 40));
        return Number(draw.Ask(draw.Say("sqrt({0}/{1})|the square root of {0}/{1}|({0}/{1})^(1/2)", a * a, b * b)), new Fraction(a, b));
    }

    private static Problem Surd(Draw draw)
    {
        var (outside, inside) = (draw.Between(2, 20), draw.Of(2, 3, 5, 7, 10, 15));
        return Text(draw.Say("What is the square root of {0}?|Simplify sqrt({0})|Find √{0}", outside * outside * inside), $"{outside}√{inside}");
    }

    private static Problem Factorial(Draw draw)
    {
        var n = draw.Between(0, 30);
        var product = Enumerable.Range(1, n).Aggregate(BigInteger.One, (all, factor) => all * factor);
        return Number(draw.Say("What is {0}!?|What is {0} factorial?|Compute the factorial of {0}", n), product);
    }

    private static Problem HigherRootOrUndefined(Draw draw)
    {
        var root = draw.Between(2, 20);
        return draw.Between(0, 1) == 0
            ? Number(draw.Say("What is the fourth root of {0}?|Find the 4th root of {0}", BigInteger.Pow(root, 4)), root)
            : Undefined(draw.Ask(draw.Say("0^-{0}|(-{0})!|1/(sqrt({1}) - {0})", root, root * root)));
    }

    private static Problem CommonDivisor(Draw draw)
    {
        var values = draw.List(3, 1, 900);
        return Number(
            draw.Say("What is the greatest common divisor of {0}, {1} and {2}?|Find the gcd of {0}, {1}, {2}|Calculate the highest common factor of {0}, {1} and {2}.|gcd({0}, {1}, {2})", [.. values.Cast<object>()]),
            Enumerable.Range(1, values.Min()).Last(divisor => values.All(value => value % divisor == 0)));
    }

    private static Problem CommonMultiple(Draw draw)
    {
        var (a, b) = (draw.Between(2, 90), draw.Between(2, 90));
        return Number(draw.Say("What is the least common multiple of {0} and {1}?|Find the LCM of {0} and {1}|lcm({0}, {1})", a, b), Enumerable.Range(1, b).Select(times => a * times).First(multiple => multiple % b == 0));
    }

    private static Problem Modulo(Draw draw)
    {
        var (quotient, divisor) = (draw.Between(-40, 400), draw.Between(3, 97));
        var rest = draw.Between(0, divisor - 1);
        return Number(draw.Say("What is {0} mod {1}?|Compute {0} modulo {1}|{0} % {1}", (quotient * divisor) + rest, divisor), rest);
    }

    private static Problem Remainder(Draw draw)
    {
        var (quotient, divisor) = (draw.Between(0, 400), draw.Between(3, 97));
        var rest = draw.Between(0, divisor - 1);
        return Number(draw.Say("What is the remainder when {0} is divided by {1}?|Find the remainder of {0} divided by {1}.", (quotient * divisor) + rest, divisor), rest);
    }

    private static Problem Prime(Draw draw)
    {
        var value = draw.Between(0, 400);
        var isPrime = value > 1 && !Enumerable.Range(2, value - 2).Any(divisor => value % divisor == 0);
        return Text(draw.Say("Is {0} a prime number?|Is {0} prime?|is the number {0} prime", value), isPrime ? "yes" : "no");
    }

    private static Problem PrimeFactors(Draw draw)
    {
        var primes = Enumerable.Range(0, draw.Between(2, 9)).Select(_ => draw.Of(SmallPrimes)).ToArray();
        return Factors(draw.Say("What is the prime factorization of {0}?|Find the prime factors of {0}|Factorize {0}|Write {0} as a product of primes", primes.Aggregate(BigInteger.Multiply)), primes);
    }

    private static Problem DivisorCount(Draw draw)
    {
        var value = draw.Between(1, 900);
        return Number(draw.Say("How many divisors does {0} have?|How many factors does {0} have?|What is the number of divisors of {0}?", value), Enumerable.Range(1, value).Count(divisor => value % divisor == 0));
    }

    private static Problem Divisible(Draw draw)
    {
        var (quotient, divisor, rest) = (draw.Between(2, 400), draw.Between(3, 97), draw.Between(0, 1));
        return Text(draw.Say("Is {0} divisible by {1}?|Is {0} a multiple of {1}?|Is {1} a factor of {0}?", (quotient * divisor) + rest, divisor), rest == 0 ? "yes" : "no");
    }

    private static Problem RemainderOfPower(Draw draw)
    {
        var (a, n, m) = (draw.Between(2, 60), draw.Between(50, 900), draw.Between(3, 97));
        var rest = Enumerable.Range(0, n).Aggregate(1, (product, _) => product * a % m);
        return Number(draw.Say("What is the remainder when {0}^{1} is divided by {2}?|{0}^{1} mod {2}", a, n, m), rest);
    }

    private static Problem InverseOrUndefined(Draw draw)
    {
        var a = draw.Between(2, 210);
        return draw.Between(0, 1) == 0
            ? Undefined(draw.Say("What is {0} mod 0?|What is the remainder when {0} is divided by 0?", a))
            : Number(draw.Say("What is the modular inverse of {0} mod 211?|Find the inverse of {0} modulo 211", a), Enumerable.Range(1, 210).First(inverse => inverse * a % 211 == 1));
    }
}
