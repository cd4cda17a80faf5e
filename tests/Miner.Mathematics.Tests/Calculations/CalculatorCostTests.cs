using Miner.Mathematics.Calculations;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Calculations;

/// <summary>The shapes that cost most: each is answered, or refused, at once.</summary>
[TestFixture]
internal sealed class CalculatorCostTests
{
    private const int Length = Calculator.MaxInputLength;

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return Case("a megabyte", "evaluate", new string('9', 1_000_000));
        yield return Case("digits", "evaluate", new string('9', Length));
        yield return Case("parentheses", "evaluate", new string('(', Length));
        yield return Case("nested roots", "evaluate", Nested("sqrt(", "2", ")"));
        yield return Case("towers", "evaluate", Repeated("9^9^9^9", "+"));
        yield return Case("factorials", "evaluate", Repeated("1000!", "+"));
        yield return Case("a factorial of a factorial", "evaluate", "((20!)!)!");
        yield return Case("binomials", "evaluate", Repeated("binom(9999; 4999)", "+"));
        yield return Case("modular powers", "evaluate", Repeated("(2^511-1)^(2^511-3)%(2^511-5)", "+"));
        yield return Case("large fractions", "evaluate", Repeated("1/(3^6000)", "+"));
        yield return Case("other fractions", "evaluate", Repeated("(2^9997+1)/(3^6000+7)", "+"));
        yield return Case("large roots", "evaluate", Repeated("sqrt(2^9998+1)", "+"));
        yield return Case("roots of high degree", "evaluate", Repeated("root(997; 2^9998+1)", "+"));
        yield return Case("divisors of large numbers", "evaluate", $"gcd({Repeated("3^6000", "; ", Length - 20)})");
        yield return Case("multiples", "evaluate", $"lcm({Repeated("2^99+1", "; ", Length - 20)})");
        yield return Case("logarithms", "evaluate", Repeated("log(10^3000+1)", "+"));
        yield return Case("sines", "evaluate", Repeated("sin(2)", "*"));
        yield return Case("surds of surds", "evaluate", Nested("1+(", "sqrt(2)", ")"));
        yield return Case("a surd of a large number", "evaluate", "sqrt((10^12+39)*(10^12+61)*(10^9+7))");
        yield return Case("a semiprime", "factorise", "1000000000039*1000000000061");
        yield return Case("a large semiprime", "factorise", "(10^11+3)*(10^11+19)*(10^9+7)");
        yield return Case("a large number", "factorise", "2^9999+1");
        yield return Case("a large prime", "is_prime", "3317044064679887385961813");
        yield return Case("a larger one", "is_prime", "2^9941-1");
        yield return Case("divisors", "gcd", [.. Enumerable.Repeat("3^6000", Calculator.MaxInputs)]);
        yield return Case("multiples of large numbers", "lcm", [.. Enumerable.Range(1, 20).Select(index => $"2^499+{index}")]);
        yield return Case("a power", "power_mod", "2^511-1", "2^511-3", "2^511-5");
        yield return Case("a polynomial of many divisors", "solve", "720720x^8 + x^7 + x^5 + x^3 + x + 720720 = 0");
        yield return Case("a polynomial of more", "solve", "3603600x^8 + 7x^7 + 11x^5 + 13x^3 + x + 5040 = 0");
        yield return Case("large coefficients", "solve", "18446744073709551557x^8 + x + 18446744073709551533 = 0");
        yield return Case("semiprimes as coefficients", "solve", "18446743979220271189x^8 + x + 18446743979220271189 = 0");
        yield return Case("fractions as coefficients", "solve", "x^8 + x^4/1000000007 + x^3/1000000009 + x/998244353 + 1/1000000021 = 0");
        yield return Case("a product of sums", "solve", $"{Repeated("(x+1/3)", "*", Length - 10)} = 0");
        yield return Case("powers of sums", "solve", $"{Repeated("(x+1)^20/(x+2)^20", "+", Length - 10)} = 0");
        yield return Case("a sum of quotients", "solve", $"{Repeated("1/(x+7)", "+", Length - 10)} = 0");
        yield return Case("constants", "solve", $"{Repeated("1000!", "+", Length - 10)} = x");
        yield return Case("many equations", "solve", Repeated("x=1", ";"));
        yield return Case("a dense system", "solve", [.. Enumerable.Range(0, 10).Select(Row)]);
        yield return Case("a system of large numbers", "solve", [.. Enumerable.Range(0, 10).Select(LargeRow)]);
        yield return Case("a long unit", "convert", "1", new string('m', Length), "m");
        yield return Case("a product of units", "convert", "1", Repeated("km^6", " "), "m");
        yield return Case("a large quantity", "convert", "2^9999", "nm", "mi");
        yield return Case("LaTeX", "evaluate", Nested(@"\frac{1}{", "2", "}"));
        yield return Case("braces", "evaluate", @"\sqrt" + new string('{', Length - 5));
    }

    [TestCaseSource(nameof(Hostile))]
    public void Compute_OfAHostileInput_TakesUnderFiftyMilliseconds(string operation, string[] input) =>
        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(50), () => Calculator.Compute(operation, input), runs: 10);

    private static TestCaseData Case(string name, string operation, params string[] input) =>
        new TestCaseData(operation, input).SetArgDisplayNames(name);

    private static string Repeated(string part, string separator, int length = Length) =>
        string.Join(separator, Enumerable.Repeat(part, (length + separator.Length) / (part.Length + separator.Length)));

    private static string Nested(string opening, string inside, string closing)
    {
        var depth = (Length - inside.Length) / (opening.Length + closing.Length);
        return string.Concat(Enumerable.Repeat(opening, depth)) + inside + string.Concat(Enumerable.Repeat(closing, depth));
    }

    private static string Row(int row) =>
        Sum(column => $"{(row * column * column) + row + (7 * column) + 1}/{column + row + 3}*x_{column}") + $" = {row}";

    private static string LargeRow(int row) =>
        Sum(column => $"(2^{900 + (row * 7)}+{(column * column) + (row * column * column * column)})*x_{column}") + $" = 3^{row * 60}";

    private static string Sum(Func<int, string> term) => string.Join(" + ", Enumerable.Range(0, 10).Select(term));
}
