using System.Globalization;
using System.Numerics;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Primes, factors, divisors and inverses.</summary>
internal static class NumberTheoryProblem
{
    private const int MaxListed = 200;
    private const int MaxCounted = 10_000;
    private const string Divisors = "(positive )?(divisors|factors)";
    // The whole numbers begin with 0 to some, and with 1 to others.
    private const string First = "(natural|positive|counting|positive whole)? ?(numbers|integers)";

    private static readonly QuestionForm[] Forms =
    [
        new("is (number )?<n> (also )?(?<prime>prime)( number)?( \\. answer yes or no)?", reading => With(reading, TestPrime)),
        new("is (number )?<n> composite( number)?", reading => With(reading, TestComposite)),
        new("is (number )?<n> (prime or composite|composite or prime)( number)?", reading => With(reading, Classify)),
        new("<ask>(all )?prime (factori[sz]ation|decomposition) of <n>", reading => With(reading, Factorise)),
        new("(factor|factori[sz]e) <n>( into (primes|prime factors))?", reading => With(reading, Factorise)),
        new("(write|express) <n> as product of (primes|prime factors|prime numbers)", reading => With(reading, Factorise)),
        new("<ask>(largest|greatest|biggest|highest) prime (factor|divisor) of <n>", reading => With(reading, FindLargestPrimeFactor)),
        new("<ask>(smallest|least|lowest) prime (factor|divisor) of <n>", reading => With(reading, FindSmallestPrimeFactor)),
        new($"how many {Divisors} (does <n> have|are there of <n>|has <n>)", reading => With(reading, n => ListDivisors(n, true))),
        new($"<ask>number of {Divisors} of <n>", reading => With(reading, n => ListDivisors(n, true))),
        new($"(list|<ask>) ?(all )?{Divisors} of <n>", reading => With(reading, n => ListDivisors(n, false))),
        new("is (number )?<n> (?<even>even)( number)?", reading => With(reading, n => TestParity(n, true))),
        new("is (number )?<n> odd( number)?", reading => With(reading, n => TestParity(n, false))),
        new("is (number )?<n> (even or odd|odd or even)( number)?", reading => With(reading, TellParity)),
        new("is (number )?<n> perfect square( number)?", reading => With(reading, TestSquare)),
        new("<ask>(next|first|smallest) prime( number)? (after|greater than|larger than) <n>", reading => With(reading, FindNextPrime)),
        new("(which|what) prime( number)? comes (next |first )?after <n>", reading => With(reading, FindNextPrime)),
        new($"<ask>sum of first <n> {First}", reading => With(reading, SumUpTo)),
        new(
            $"<ask>sum of (all )?{First} from <one> to <n>",
            reading => reading.Value("one") == Rational.One ? With(reading, SumUpTo) : null),
        new("<ask>(sum of digits|digit sum) (of|in) <n>", reading => With(reading, SumDigits)),
        new("how many trailing zeros (does <n> have|are there in <n>)", reading => With(reading, CountTrailingZeros)),
        new("<ask>number of trailing zeros (of|in) <n>", reading => With(reading, CountTrailingZeros)),
        new("how many (prime numbers|primes) are( there)? (less than|smaller than|below) <n>", reading => With(reading, CountPrimes)),
        new("<ask>(last|unit|units|ones) digit of <n>", reading => FindLastDigits(reading.Formula("n"), 1)),
        new("<ask>last two digits of <n>", reading => FindLastDigits(reading.Formula("n"), 2)),
        new("what remainder does <n> leave (when|if) divided by <m>", reading => With(reading, Remainder)),
        new("(if|when) (you|we|i) divide <n> by <m>( ,)? what is remainder", reading => With(reading, Remainder)),
        new("is <n> (evenly )?(divisible by|multiple of) <m>", reading => With(reading, TestDivisible)),
        new("is <m> (factor|divisor) of <n>", reading => With(reading, TestDivisible)),
        new("does <m> divide <n>", reading => With(reading, TestDivisible)),
        new("<ask>(modular |multiplicative |modular multiplicative )?inverse of <n> (mod|modulo) <m>", reading => With(reading, Invert)),
        new("<ask><formula> (mod|modulo) <m>", RemainderOf),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? With(Reading reading, Func<BigInteger, Solution?> solve) =>
        reading.Value("n") is { IsInteger: true, Numerator: var number } ? solve(number) : null;

    private static Solution? With(Reading reading, Func<BigInteger, BigInteger, Solution?> solve) =>
        reading.Value("m") is { IsInteger: true, Numerator: var second } ? With(reading, first => solve(first, second)) : null;

    private static Solution? TestPrime(BigInteger value) =>
        Primes.IsPrime(value) is { } prime ? new Solution(prime ? "yes" : "no", Why(value, prime)) : null;

    private static Solution? TestComposite(BigInteger value) =>
        Primes.IsPrime(value) is { } prime ? new Solution(prime || value < 2 ? "no" : "yes", Why(value, prime)) : null;

    private static Solution? Classify(BigInteger value) => Primes.IsPrime(value) is { } prime
        ? new Solution(prime ? "prime" : value < 2 ? "neither" : "composite", Why(value, prime))
        : null;

    private static string Why(BigInteger value, bool prime) =>
        prime ? $"{value} has no divisor but 1 and itself: it is prime"
        : value < 2 ? $"{value} is neither: primes and composite numbers are greater than 1"
        : Primes.Factorise(value) is { } factors ? $"{value} = {string.Join(" * ", factors)}, so it is not prime"
        : $"{value} is not prime";

    private static Solution? Factorise(BigInteger value)
    {
        if (value < 2 || Primes.Factorise(value) is not { } factors) return null;
        var product = string.Join(" * ", factors);
        return new Solution(product, $"{value} = {product}");
    }

    private static Solution? FindLargestPrimeFactor(BigInteger value) => FindPrimeFactor(value, largest: true);

    private static Solution? FindSmallestPrimeFactor(BigInteger value) => FindPrimeFactor(value, largest: false);

    private static Solution? FindPrimeFactor(BigInteger value, bool largest)
    {
        if (value < 2 || Primes.Factorise(value) is not { } factors) return null;
        return new Solution($"{(largest ? factors[^1] : factors[0]).Prime}", $"{value} = {string.Join(" * ", factors)}");
    }

    /// <summary>A negative divisor leaves open whether the remainder is negative, too.</summary>
    private static Solution? Remainder(BigInteger value, BigInteger divisor)
    {
        if (divisor.Sign < 0) return null;
        if (divisor.IsZero) return new Solution(Solution.Undefined, "Nothing can be divided by zero.");
        var quotient = ((Rational)value / divisor).Floor();
        return new Solution($"{value - (quotient * divisor)}", $"{value} = {divisor} * {quotient} + {value - (quotient * divisor)}");
    }

    private static Solution? ListDivisors(BigInteger value, bool count)
    {
        // Of a negative number, its negative divisors count to some.
        if (value.Sign < 0) return null;
        if (value.IsZero) return new Solution("that there are infinitely many", "Every whole number divides 0.");
        if (NumberTheory.Divisors(value) is not { } divisors || (!count && divisors.Count > MaxListed)) return null;
        var list = string.Join(", ", divisors);
        if (!count) return new Solution(list, $"{value} has {divisors.Count} positive divisors");
        return new Solution(
            $"{divisors.Count}",
            divisors.Count > MaxListed ? $"{value} has {divisors.Count} positive divisors" : $"The divisors of {value}: {list}");
    }

    private static Solution TestParity(BigInteger value, bool even) => new(value.IsEven == even ? "yes" : "no", Halves(value));

    private static Solution TellParity(BigInteger value) => new(value.IsEven ? "even" : "odd", Halves(value));

    private static string Halves(BigInteger value) => $"{value} = 2 * {(value - (value.IsEven ? 0 : 1)) / 2}{(value.IsEven ? "" : " + 1")}";

    private static Solution TestSquare(BigInteger value) =>
        ((Rational)value).TryRoot(2, out var root)
            ? new Solution("yes", $"{value} = {root}^2")
            : new Solution("no", $"{value} is not the square of a whole number");

    private static Solution? FindNextPrime(BigInteger value)
    {
        for (var step = 1; step <= 500; step++)
        {
            switch (Primes.IsPrime(value + step))
            {
                case true: return new Solution($"{value + step}", $"{value + step} is the first prime after {value}");
                case null: return null;
            }
        }

        return null;
    }

    /// <summary>
    /// The value itself may be too large to be written. Of a negative number the digits are those of its opposite: where a sign is in play,
    /// the value must be known.
    /// </summary>
    private static Solution? FindLastDigits(string formula, int count)
    {
        var modulus = count == 2 ? "100" : "10";
        if (!Expression.TryParse(formula, out var expression) || AmbiguousFormula.Is(expression, formula)) return null;
        var value = Arithmetic.Evaluate(expression);
        if (!value.HasValue && formula.Contains('-')) return null;
        if (value is { HasValue: true, Value.Sign: < 0 }) formula = $"-({formula})";
        if (Arithmetic.Evaluate($"({formula}) % {modulus}") is not { HasValue: true, Value: { IsInteger: true } rest }) return null;
        return new Solution($"{rest}".PadLeft(count, '0'), $"{formula} leaves {rest} when divided by {modulus}");
    }

    private static Solution SumDigits(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture);
        var sum = digits.Sum(digit => digit - '0');
        return new Solution(
            $"{sum}",
            digits.Length <= 30 ? $"{string.Join(" + ", digits.AsEnumerable())} = {sum}" : $"The {digits.Length} digits add up to {sum}");
    }

    private static Solution? CountTrailingZeros(BigInteger value)
    {
        if (value.IsZero) return null;
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var count = digits.Length - digits.TrimEnd('0').Length;
        return new Solution($"{count}", $"It is divisible by 10^{count}, and not by 10^{count + 1}");
    }

    private static Solution? CountPrimes(BigInteger bound)
    {
        if (bound.Sign < 0 || bound > MaxCounted) return null;
        var primes = Enumerable.Range(0, (int)bound).Where(number => Primes.IsPrime(number) == true).ToList();
        return new Solution(
            $"{primes.Count}",
            primes.Count <= 30 ? string.Join(", ", primes) : $"There are {primes.Count} primes less than {bound}");
    }

    /// <summary>From 1 down to a smaller number there are none to some, and to others all between.</summary>
    private static Solution? SumUpTo(BigInteger count) => count.Sign <= 0
        ? null
        : new Solution(
            $"{count * (count + 1) / 2}",
            $"1 + 2 + … + n = n(n + 1)/2 = {count} * {count + 1} / 2 = {count * (count + 1) / 2}");

    private static Solution? TestDivisible(BigInteger value, BigInteger divisor)
    {
        if (divisor.IsZero) return null;
        var quotient = ((Rational)value / divisor).Floor();
        var rest = value - (quotient * divisor);
        return new Solution(rest.IsZero ? "yes" : "no", $"{value} = {divisor} * {quotient}{(rest.IsZero ? "" : $" + {rest}")}");
    }

    /// <summary>The dividend may be a power too large to be written.</summary>
    private static Solution? RemainderOf(Reading reading) =>
        Expression.TryParse(reading.Formula("formula"), out var dividend)
            && dividend is not Sum
            && reading.Value("m") is { IsInteger: true }
            && ArithmeticProblem.Compute($"({reading.Formula("formula")}) % {reading.Formula("m")}") is { } solution
            && (solution.Answer == Solution.Undefined || solution.Answer.All(character => char.IsAsciiDigit(character) || character == '-'))
            ? solution
            : null;

    private static Solution? Invert(BigInteger value, BigInteger modulus)
    {
        if (modulus <= BigInteger.One) return null;
        return NumberTheory.ModularInverse(value, modulus) is { } inverse
            ? new Solution($"{inverse}", $"{value} * {inverse} = {value * inverse}, which leaves 1 when divided by {modulus}")
            : new Solution("that there is no inverse", $"{value} and {modulus} have a common divisor greater than 1");
    }
}
