using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Primes, factors, divisors and inverses.</summary>
internal static partial class NumberTheoryProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxListed = 200;
    private const int MaxCounted = 10_000;

    private static readonly (Regex Outline, Func<BigInteger, Solution?> Solve)[] Unary =
    [
        (PrimeFactors(), Factorise),
        (DivisorCount(), value => ListDivisors(value, count: true)),
        (DivisorList(), value => ListDivisors(value, count: false)),
        (SquareTest(), TestSquare),
        (NextPrime(), FindNextPrime),
        (FirstNumbers(), SumUpTo),
        (DigitSum(), SumDigits),
        (TrailingZeros(), CountTrailingZeros),
        (PrimeCount(), CountPrimes),
    ];

    public static Solution? Solve(Question question)
    {
        if (question.Mentions("inverse")) return Invert(question);
        if (question.Formulas is [var formula] && LastDigits().Match(question.Outline) is { Success: true } last)
            return FindLastDigits(formula, last.Groups["two"].Success ? 2 : 1);
        if (Values.Of(question.Formulas) is not { Count: 1 or 2 } values || !values.All(value => value.IsInteger)) return null;

        var first = values[0].Numerator;
        if (values.Count == 2)
        {
            if (RemainderOf().IsMatch(question.Outline)) return Remainder(first, values[1].Numerator);
            if (values[0].IsOne && NumbersUpTo().IsMatch(question.Outline)) return SumUpTo(values[1].Numerator);
            if (Divisibility().IsMatch(question.Outline)) return TestDivisible(first, values[1].Numerator);
            return FactorOf().IsMatch(question.Outline) ? TestDivisible(values[1].Numerator, first) : null;
        }

        if (ExtremePrimeFactor().Match(question.Outline) is { Success: true } extreme)
            return FindPrimeFactor(first, extreme.Groups["largest"].Success);
        if (Parity().IsMatch(question.Outline)) return TestParity(question, first);
        if (PrimeTest().IsMatch(question.Outline)) return TestPrime(question, first);
        return Unary.FirstOrDefault(form => form.Outline.IsMatch(question.Outline)).Solve?.Invoke(first);
    }

    private static Solution? TestPrime(Question question, BigInteger value)
    {
        if (Primes.IsPrime(value) is not { } prime) return null;

        var asksComposite = question.Mentions("composite");
        var answer = asksComposite && question.Mentions("prime") ? (prime ? "prime" : value < 2 ? "neither" : "composite")
            : prime != asksComposite && (value >= 2 || !asksComposite) ? "yes"
            : "no";
        return new Solution(answer, prime ? $"{value} has no divisor but 1 and itself: it is prime"
            : value < 2 ? $"{value} is neither: primes and composite numbers are greater than 1"
            : Primes.Factorise(value) is { } factors ? $"{value} = {string.Join(" * ", factors)}, so it is not prime"
            : $"{value} is not prime");
    }

    private static Solution? Factorise(BigInteger value)
    {
        if (value < 2)
            return new Solution("that there are none", $"{value} has no prime factors: they are those of whole numbers greater than 1");
        if (Primes.Factorise(value) is not { } factors) return null;
        var product = string.Join(" * ", factors);
        return new Solution(product, $"{value} = {product}");
    }

    private static Solution? FindPrimeFactor(BigInteger value, bool largest)
    {
        if (value < 2) return Factorise(value);
        if (Primes.Factorise(value) is not { Count: > 0 } factors) return null;
        return new Solution($"{(largest ? factors[^1] : factors[0]).Prime}", $"{value} = {string.Join(" * ", factors)}");
    }

    private static Solution Remainder(BigInteger value, BigInteger divisor)
    {
        if (divisor.IsZero) return new Solution(Solution.Undefined, "Nothing can be divided by zero.");
        var quotient = ((Rational)value / divisor).Floor();
        return new Solution($"{value - (quotient * divisor)}", $"{value} = {divisor} * {quotient} + {value - (quotient * divisor)}");
    }

    private static Solution? ListDivisors(BigInteger value, bool count)
    {
        if (value.IsZero) return new Solution("that there are infinitely many", "Every whole number divides 0.");
        if (NumberTheory.Divisors(value) is not { } divisors || (!count && divisors.Count > MaxListed)) return null;
        var list = string.Join(", ", divisors);
        if (!count) return new Solution(list, $"{value} has {divisors.Count} positive divisors");
        return new Solution(
            $"{divisors.Count}",
            divisors.Count > MaxListed ? $"{value} has {divisors.Count} positive divisors" : $"The divisors of {value}: {list}");
    }

    private static Solution TestParity(Question question, BigInteger value)
    {
        var asksEven = question.Mentions("even");
        var fact = $"{value} = 2 * {(value - (value.IsEven ? 0 : 1)) / 2}{(value.IsEven ? "" : " + 1")}";
        if (asksEven && question.Mentions("odd")) return new Solution(value.IsEven ? "even" : "odd", fact);
        return new Solution(value.IsEven == asksEven ? "yes" : "no", fact);
    }

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

    /// <summary>The value itself may be too large to be written.</summary>
    private static Solution? FindLastDigits(string formula, int count)
    {
        var modulus = count == 2 ? "100" : "10";
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

    private static Solution SumUpTo(BigInteger count) => count.Sign < 0
        ? new Solution(Solution.Undefined, "There is no negative count of numbers.")
        : new Solution($"{count * (count + 1) / 2}", $"1 + 2 + … + n = n(n + 1)/2 = {count} * {count + 1} / 2 = {count * (count + 1) / 2}");

    private static Solution TestDivisible(BigInteger value, BigInteger divisor)
    {
        if (divisor.IsZero) return new Solution(Solution.Undefined, "Nothing can be divided by zero.");
        var quotient = ((Rational)value / divisor).Floor();
        var rest = value - (quotient * divisor);
        return new Solution(rest.IsZero ? "yes" : "no", $"{value} = {divisor} * {quotient}{(rest.IsZero ? "" : $" + {rest}")}");
    }

    private static Solution? Invert(Question question)
    {
        if (question.Formulas is not [var formula] || !Inverse().IsMatch(question.Outline)) return null;
        if (!Expression.TryParse(formula, out var expression) || expression is not Remainder remainder) return null;
        if (Arithmetic.Evaluate(remainder.Dividend) is not { HasValue: true, Value: { IsInteger: true } value }) return null;
        if (Arithmetic.Evaluate(remainder.Divisor) is not { HasValue: true, Value: { IsInteger: true } modulus } || modulus <= Rational.One)
            return null;
        return NumberTheory.ModularInverse(value.Numerator, modulus.Numerator) is { } inverse
            ? new Solution($"{inverse}", $"{value} * {inverse} = {value * inverse}, which leaves 1 when divided by {modulus}")
            : new Solution("that there is no inverse", $"{value} and {modulus} have a common divisor greater than 1");
    }

    [GeneratedRegex(
        "^(is |check |whether |if |test |number )*# (is )?(also )?(prime|composite)( number)?( or (not|composite|prime))?( number)?$"
            + "|^is # prime.*$",
        Options)]
    private static partial Regex PrimeTest();

    [GeneratedRegex(
        "^(what |are |is |list |all |of )*prime (factors?|factori[sz]ation|decomposition) (of|for) #$|^factori[sz]e #( into primes?|"
            + " into prime factors)?$|^factor #( into primes?| into prime factors)?$|^(write |express )# as product of primes?( factors|"
            + " numbers)?$",
        Options)]
    private static partial Regex PrimeFactors();

    [GeneratedRegex(
        "^(what is )?((?<largest>largest|greatest|biggest|highest)|smallest|least|lowest) prime (factor|divisor) of #$",
        Options)]
    private static partial Regex ExtremePrimeFactor();

    [GeneratedRegex(
        "^what (remainder does|is remainder of) # leave (when|if) divided by #$|^(if|when) (divide|divided) # by # what is (remainder"
            + "|left|left over)$",
        Options)]
    private static partial Regex RemainderOf();

    [GeneratedRegex(
        "^(what is )?sum of (all )?(natural |positive |whole |counting )?(numbers|integers) (from|between) # (to|and) #$",
        Options)]
    private static partial Regex NumbersUpTo();

    [GeneratedRegex(
        "^how many (positive )?(divisors|factors) (does # have|are there (of|for) #|has #|of #)$|^(what is )?number of (positive"
            + " )?(divisors|factors) (of|for) #$",
        Options)]
    private static partial Regex DivisorCount();

    [GeneratedRegex("^(what |are |is |list |all |of |find )*(positive )?(divisors|factors) of #$", Options)]
    private static partial Regex DivisorList();

    [GeneratedRegex("^(is )?# (is )?(even|odd)( number)?( or (even|odd)( number)?)?$", Options)]
    private static partial Regex Parity();

    [GeneratedRegex("^is # perfect square( number)?$", Options)]
    private static partial Regex SquareTest();

    [GeneratedRegex(
        "^(what is )?(next|first|smallest) prime( number)?( that is)? (after|greater than|larger than|bigger than) #$|^(which|what)"
            + " prime( number)? (comes |is )?(next |first )?after #$",
        Options)]
    private static partial Regex NextPrime();

    [GeneratedRegex(
        "^(what is )?sum of first # (natural|positive|counting|whole)? ?(natural |positive |whole )?(numbers|integers)$",
        Options)]
    private static partial Regex FirstNumbers();

    [GeneratedRegex("^(is )?# (is )?(evenly )?(divisible by|multiple of) #$", Options)]
    private static partial Regex Divisibility();

    [GeneratedRegex("^is # (factor|divisor) of #$|^does # divide #$|^is # divides #$", Options)]
    private static partial Regex FactorOf();

    [GeneratedRegex("^(what is |what are )?((last|unit|units|ones) digit|last (?<two>two) digits) (of|in) #$", Options)]
    private static partial Regex LastDigits();

    [GeneratedRegex("^(what is )?(sum of digits|digit sum) (of|in) #$", Options)]
    private static partial Regex DigitSum();

    [GeneratedRegex(
        "^how many (trailing )?zeros (does # (have|end with|end in)( at (its )?end)?|are at end of #|are there at end of #)$|^(what"
            + " is )?number of trailing zeros (of|in) #$",
        Options)]
    private static partial Regex TrailingZeros();

    [GeneratedRegex("^how many (prime numbers|primes) (are there |are )?(less than|smaller than|below|under) #$", Options)]
    private static partial Regex PrimeCount();

    [GeneratedRegex("^(what is )?(modular |multiplicative )*inverse of #$", Options)]
    private static partial Regex Inverse();
}
