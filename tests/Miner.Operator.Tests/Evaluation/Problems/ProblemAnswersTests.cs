using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

/// <summary>Works the answers out again, from nothing but the questions and by other means than those that made them.</summary>
[TestFixture]
internal sealed class ProblemAnswersTests
{
    private const int Fewest = 3;

    private static readonly Lazy<IReadOnlyList<Problem>> Problems = new(() => ProblemGenerator.Generate(20_000, 9));

    private static readonly (string Question, Func<string[], string> Solve)[] Solvers =
    [
        (Asked(@"(-?\d+) \+ (\d+) \* (\d+)"), given => $"{N(given[0]) + N(given[1]) * N(given[2])}"),
        (Asked(@"\((\d+) - (\d+)\) \* (\d+)"), given => $"{(N(given[0]) - N(given[1])) * N(given[2])}"),
        (@"^What is (-?\d+) plus (-?\d+)\?$", given => $"{N(given[0]) + N(given[1])}"),
        (@"^Subtract (\d+) from (-?\d+)$", given => $"{N(given[1]) - N(given[0])}"),
        (@"^Add (\d+) to the product of (\d+) and (\d+)\.$", given => $"{N(given[0]) + N(given[1]) * N(given[2])}"),
        (@"^Find the sum of (-?\d+(?:, -?\d+)* and -?\d+)\.$", given => $"{List(given[0]).Sum()}"),
        (Asked(@"(\d+)/(\d+) \+ (\d+)/(\d+)"),
            given => $"{N(given[0]) * N(given[3]) + N(given[2]) * N(given[1])}/{N(given[1]) * N(given[3])}"),
        (Asked(@"\((\d+)/(\d+)\) / \((\d+)/(\d+)\)"), given => $"{N(given[0]) * N(given[3])}/{N(given[1]) * N(given[2])}"),
        (@"^What is (\d+)% of (\d+)\?$", given => $"{N(given[0]) * N(given[1])}/100"),
        (@"^Increase (\d+) by (\d+)%$", given => $"{N(given[0]) * (100 + N(given[1]))}/100"),
        (@"^Decrease (\d+) by (\d+)%$", given => $"{N(given[0]) * (100 - N(given[1]))}/100"),
        (@"^What is the price of \$(\d+) after a (\d+)% discount\?$", given => $"{N(given[0]) * (100 - N(given[1]))}/100"),
        (@"^Square (\d+)\.$", given => $"{BigInteger.Pow(N(given[0]), 2)}"),
        (@"^What is (\d+) cubed\?$", given => $"{BigInteger.Pow(N(given[0]), 3)}"),
        (@"^What is (\d+) factorial\?$", given => $"{Factorial(N(given[0]))}"),
        (@"^What is (\d+) choose (\d+)\?$",
            given => $"{Factorial(N(given[0])) / Factorial(N(given[1])) / Factorial(N(given[0]) - N(given[1]))}"),
        (@"^What is the log base (\d+) of (\d+)\?$", given => $"{Math.Round(BigInteger.Log(N(given[1]), (double)N(given[0])))}"),
        (@"^gcd\((\d+), (\d+)\)$", given => $"{BigInteger.GreatestCommonDivisor(N(given[0]), N(given[1]))}"),
        (@"^lcm\((\d+), (\d+)\)$", given => $"{N(given[0]) * N(given[1]) / BigInteger.GreatestCommonDivisor(N(given[0]), N(given[1]))}"),
        (@"^(\d+) % (\d+)$", given => $"{N(given[0]) % N(given[1])}"),
        (@"^(\d+)\^(\d+) mod (\d+)$", given => $"{BigInteger.ModPow(N(given[0]), N(given[1]), N(given[2]))}"),
        (@"^Find the inverse of (\d+) modulo (\d+)$", given => $"{BigInteger.ModPow(N(given[0]), N(given[1]) - 2, N(given[1]))}"),
        (@"^Is (\d+) prime\?$", given => IsPrime(N(given[0])) ? "yes" : "no"),
        (@"^Is (\d+) a multiple of (\d+)\?$", given => N(given[0]) % N(given[1]) == 0 ? "yes" : "no"),
        (@"^Is (\d+) even or odd\?$", given => N(given[0]).IsEven ? "even" : "odd"),
        (@"^Find the smallest prime greater than (\d+)\.$",
            given => $"{Enumerable.Range(1, 100).Select(more => N(given[0]) + more).First(IsPrime)}"),
        (@"^What is the sum of all integers from 1 to (\d+)\?$", given => $"{N(given[0]) * (N(given[0]) + 1) / 2}"),
        (@"^Solve (-?\d+)x \+ (\d+) = (-?\d+) for x$", given => $"x = {(N(given[2]) - N(given[1])) / N(given[0])}"),
        (@"^Find the roots of x\^2 \+ (\d+)x \+ (\d+)$", given => Roots(N(given[0]), N(given[1]))),
        (@"^If x \+ y = (-?\d+) and x - y = (-?\d+), what is (?:xy|x ?\* ?y)\?$",
            given => $"{(N(given[0]) * N(given[0]) - N(given[1]) * N(given[1])) / 4}"),
        (@"^What is the mean of (-?\d+(?:, -?\d+)* and -?\d+)\?$", given => $"{List(given[0]).Sum()}/{List(given[0]).Count}"),
        (@"^What is the range of (-?\d+(?:, -?\d+)*)\?$", given => $"{List(given[0]).Max() - List(given[0]).Min()}"),
        (@"^Find the mode of (-?\d+(?:, -?\d+)*)$", given => $"{List(given[0]).CountBy(value => value).MaxBy(count => count.Value).Key}"),
        (@"^What is the median of (-?\d+(?:, -?\d+)*)\?$", given => Median(List(given[0]))),
        (@"^What is the population variance of (-?\d+(?:, -?\d+)*)\?$", given => Variance(List(given[0]), count => count)),
        (@"^What is the sample variance of (-?\d+(?:, -?\d+)*)\?$", given => Variance(List(given[0]), count => count - 1)),
        (@"^(?:Convert|What is|Please convert|Express) (\d+) km (?:to|in|into) m[.?]?$", given => $"{N(given[0]) * 1_000} metres"),
        (@"^Convert (\d+) inches to cm$", given => $"{N(given[0]) * 254}/100 centimetres"),
        (@"^Convert (-?\d+) °F to celsius$", given => $"{(N(given[0]) - 32) * 5 / 9} °C"),
        (@"^Convert (-?\d+) °C to fahrenheit$", given => $"{N(given[0]) * 9 / 5 + 32} °F"),
        (@"^Convert (\d+) to binary$", given => InBase(N(given[0]), 2)),
        (@"^Convert (\d+) to octal$", given => InBase(N(given[0]), 8)),
        (@"^What is (\d+) in hexadecimal\?$", given => InBase(N(given[0]), 16)),
        (@"^Convert ([01]+) from binary to decimal$", given => $"{given[0].Aggregate(0, (value, digit) => value * 2 + (digit - '0'))}"),
        (@"^A car drives at (\d+) km/h for (\d+) hours\. How far does it travel\?$", given => $"{N(given[0]) * N(given[1])}"),
        (@"^(\d+) \w+ cost \$(\d+)\. What do (\d+) \w+ cost\?$", given => $"${N(given[1]) * N(given[2]) / N(given[0])}"),
        (@"^A right triangle has legs (\d+) and (\d+)\. How long is the hypotenuse\?$",
            given => $"{Math.Sqrt((double)(N(given[0]) * N(given[0]) + N(given[1]) * N(given[1])))}"),
        (@"^The sum of two numbers is (\d+) and their difference is (\d+)\. What is the larger number\?$",
            given => $"{(N(given[0]) + N(given[1])) / 2}"),
        (@"^One pipe fills a tank in (\d+) hours and another fills it in (\d+) hours\. How many hours do they need together\?$",
            given => $"{N(given[0]) * N(given[1])}/{N(given[0]) + N(given[1])}"),
        (@"^How much simple interest does \$(\d+) earn at (\d+)% per year in (\d+) years\?$",
            given => $"${N(given[0]) * N(given[1]) * N(given[2]) / 100}"),
        (Asked(@"\(-(\d+)\)\^(\d+)"), given => $"{BigInteger.Pow(-N(given[0]), (int)N(given[1]))}"),
        (Asked(@"-(\d+)\^(\d+)"), given => $"{-BigInteger.Pow(N(given[0]), (int)N(given[1]))}"),
        (Asked(@"\d+ divided by (?:0|zero)"), _ => "undefined"),
        (@"^Solve (\d+)x \+ (\d+) = \1x \+ (?!\2)\d+$", _ => "no solution"),
    ];

    private static IEnumerable<TestCaseData> Questions =>
        Solvers.Select(solver => new TestCaseData(solver.Question, solver.Solve).SetArgDisplayNames(solver.Question));

    [TestCaseSource(nameof(Questions))]
    public void Generate_OfAQuestion_KnowsItsAnswer(string question, Func<string[], string> solve)
    {
        var asked = Problems.Value
            .Select(problem => (Problem: problem, Match: Regex.Match(problem.Question, question)))
            .Where(pair => pair.Match.Success)
            .ToList();

        Assert.That(asked, Has.Count.AtLeast(Fewest));
        foreach (var (problem, match) in asked)
        {
            var expected = solve([.. match.Groups.Values.Skip(1).Select(group => group.Value)]);
            Assert.That(
                FinalAnswer.Extract($"The answer is {expected}.", problem.Question)?.Equivalent(FinalAnswer.Extract(problem.Answer)!),
                Is.True,
                $"{problem} should be {expected}");
        }
    }

    /// <summary>A formula as it is asked for in most wordings.</summary>
    private static string Asked(string formula) =>
        "^(?:(?:What is|Calculate|Compute|How much is|Please evaluate|Work out|Find the value of|what's|Determine) )?"
        + $@"{formula}(?: = \?|[?.])?$";

    private static BigInteger N(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    private static List<int> List(string text) =>
        [.. Regex.Matches(text, @"-?\d+").Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))];

    private static BigInteger Factorial(BigInteger n) => n < 2 ? BigInteger.One : n * Factorial(n - 1);

    /// <summary>By Fermat's little theorem; no number below 10,000 deceives all of these bases.</summary>
    private static bool IsPrime(BigInteger n) =>
        n > 1 && new BigInteger[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37 }.All(prime =>
            n == prime || (n % prime != 0 && BigInteger.ModPow(prime, n - 1, n).IsOne));

    private static string Roots(BigInteger linear, BigInteger constant)
    {
        var distance = (BigInteger)Math.Sqrt((double)(linear * linear - 4 * constant));
        return distance.IsZero ? $"x = {-linear / 2}" : $"x = {(-linear + distance) / 2} or x = {(-linear - distance) / 2}";
    }

    private static string Median(List<int> values)
    {
        while (values.Count > 2)
        {
            values.Remove(values.Min());
            values.Remove(values.Max());
        }

        return $"{values.Sum()}/{values.Count}";
    }

    private static string Variance(List<int> values, Func<int, int> divisor)
    {
        // By the squares and the sum, over one denominator.
        var (count, sum) = ((long)values.Count, values.Sum(value => (long)value));
        return $"{count * values.Sum(value => (long)value * value) - sum * sum}/{count * divisor(values.Count)}";
    }

    private static string InBase(BigInteger value, int radix) =>
        value.IsZero ? "" : InBase(value / radix, radix) + "0123456789ABCDEF"[(int)(value % radix)];
}
