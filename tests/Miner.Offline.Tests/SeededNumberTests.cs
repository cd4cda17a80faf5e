using System.Globalization;
using System.Numerics;

namespace Miner.Offline.Tests;

/// <summary>Whole numbers, drawn by a seed and computed here by the plainest means.</summary>
[TestFixture(1)]
[TestFixture(2)]
internal sealed class SeededNumberTests(int seed)
{
    private const int Rounds = 60;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Ones =
        [
            .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".Split(' '),
            "eighteen", "nineteen",
        ];

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private readonly Random _random = new(seed);

    [Test]
    public void Base_OfANumber_HasItsDigits() => Repeat(() =>
    {
        var (value, radix) = (_random.Next(1, 1_000_000), _random.Next(2, 37));
        var digits = "";
        for (var rest = value; rest > 0; rest /= radix) digits = Digits[rest % radix] + digits;
        if (radix != 10) SolverAssert.Answers($"Convert {value} to base {radix}", digits);
        if (radix != 10) SolverAssert.Answers($"Convert {digits.ToLowerInvariant()} from base {radix} to decimal", $"{value}");
    });

    [Test]
    public void Words_OfTwoNumbers_AreTheirSumDifferenceAndProduct() => Repeat(() =>
    {
        var (first, second) = (_random.Next(1, 1_000_000), _random.Next(1, 1_000));
        SolverAssert.Answers($"What is {Words(first)} plus {Words(second)}?", $"{first + second}");
        SolverAssert.Answers($"What is {Words(first)} minus {Words(second)}?", $"{first - second}");
        SolverAssert.Answers($"What is {Words(second)} times {first}?", $"{(long)first * second}");
    });

    [Test]
    public void Divisors_OfANumber_AreThoseThatLeaveNoRemainder() => Repeat(() =>
    {
        var number = _random.Next(1, 2_000);
        var divisors = Enumerable.Range(1, number).Where(divisor => number % divisor == 0).ToList();
        SolverAssert.Answers($"How many divisors does {number} have?", $"{divisors.Count}");
        SolverAssert.Answers($"List all factors of {number}", string.Join(", ", divisors));
        SolverAssert.Answers($"Is {number} prime?", divisors.Count == 2 ? "yes" : "no");
        if (number > 1) SolverAssert.Answers($"What is the smallest prime factor of {number}?", $"{divisors[1]}");
    });

    [Test]
    public void Remainders_OfAnyNumber_AreNotNegative() => Repeat(() =>
    {
        var (value, divisor) = (_random.Next(-5_000, 5_000), _random.Next(1, 60));
        var rest = ((value % divisor) + divisor) % divisor;
        SolverAssert.Answers($"What remainder does {value} leave when divided by {divisor}?", $"{rest}");
        SolverAssert.Answers($"Is {value} divisible by {divisor}?", rest == 0 ? "yes" : "no");
        SolverAssert.Answers($"Is {value} even or odd?", value % 2 == 0 ? "even" : "odd");
    });

    [Test]
    public void Inverse_OfANumber_TimesItLeavesOne() => Repeat(() =>
    {
        var (value, modulus) = (_random.Next(-100, 100), _random.Next(2, 60));
        var inverse = Enumerable.Range(0, modulus).Where(found => (((value * found) % modulus) + modulus) % modulus == 1).ToList();
        SolverAssert.Answers($"What is the modular inverse of {value} mod {modulus}?",
            inverse.Count == 0 ? "that there is no inverse" : $"{inverse.Single()}");
    });

    [Test]
    public void LastDigits_OfAPower_AreThoseOfTheWholeNumber() => Repeat(() =>
    {
        var (value, exponent, modulus) = (_random.Next(2, 400), _random.Next(0, 200), _random.Next(2, 50));
        var power = BigInteger.Pow(value, exponent);
        var digits = power.ToString(CultureInfo.InvariantCulture);
        SolverAssert.Answers($"What is the last digit of {value}^{exponent}?", digits[^1..]);
        SolverAssert.Answers($"What are the last two digits of {value}^{exponent}?", digits.PadLeft(2, '0')[^2..]);
        SolverAssert.Answers($"What is {value}^{exponent} mod {modulus}?", $"{power % modulus}");
        SolverAssert.Answers($"What is the sum of the digits of {value}^{exponent}?", $"{digits.Sum(digit => digit - '0')}");
    });

    [Test]
    public void CommonDivisor_OfThree_DividesThemAndNoneGreaterDoes() => Repeat(() =>
    {
        int[] numbers = [.. Enumerable.Range(0, 3).Select(_ => _random.Next(1, 40) * _random.Next(1, 12))];
        var listed = $"{numbers[0]}, {numbers[1]} and {numbers[2]}";
        var divisor = Enumerable.Range(1, numbers.Min()).Last(found => numbers.All(number => number % found == 0));
        var multiple = Enumerable.Range(1, int.MaxValue - 1).First(found => numbers.All(number => (long)found * numbers[0] % number == 0));
        SolverAssert.Answers($"What is the greatest common divisor of {listed}?", $"{divisor}");
        SolverAssert.Answers($"What is the least common multiple of {listed}?", $"{(long)multiple * numbers[0]}");
    });

    [Test]
    public void Sums_OfRanges_AreThoseOfEachNumber() => Repeat(() =>
    {
        var (from, to) = (_random.Next(-50, 50), _random.Next(1, 200));
        to += from;
        var numbers = Enumerable.Range(from, to - from + 1).ToLookup(number => number % 2 == 0);
        SolverAssert.Answers($"What is the sum of all even numbers from {from} to {to}?", $"{numbers[true].Sum()}");
        SolverAssert.Answers($"What is the sum of all odd numbers from {from} to {to}?", $"{numbers[false].Sum()}");
    });

    [Test]
    public void Sequences_OfARule_GoOnByIt() => Repeat(() =>
    {
        var (first, step, place) = (_random.Next(-50, 50), _random.Next(-9, 10), _random.Next(1, 40));
        var terms = Enumerable.Range(0, place + 3).Select(index => first + (step * index)).ToList();
        var sequence = $"the arithmetic sequence {terms[0]}, {terms[1]}, {terms[2]}";
        SolverAssert.Answers($"What is the {place}th term of {sequence}?", $"{terms[place - 1]}");
        SolverAssert.Answers($"What is the sum of the first {place} terms of {sequence}?", $"{terms.Take(place).Sum()}");

        var ratio = _random.Next(0, 2) == 0 ? -3 : 2;
        var powers = Enumerable.Range(0, 12).Select(index => 5 * (int)Math.Pow(ratio, index)).ToList();
        var progression = $"the geometric sequence {powers[0]}, {powers[1]}, {powers[2]}, ...";
        var number = _random.Next(1, 13);
        SolverAssert.Answers($"What is the {number}th term of {progression}?", $"{powers[number - 1]}");
        SolverAssert.Answers($"What is the sum of the first {number} terms of {progression}?", $"{powers.Take(number).Sum()}");
    });

    [Test]
    public void Rounding_OfAPositiveNumber_GoesToTheNearestAndUpFromTheMiddle() => Repeat(() =>
    {
        var (value, places) = (_random.Next(0, 10_000_000) / 10_000m, _random.Next(0, 4));
        var rounded = Math.Round(value, places, MidpointRounding.AwayFromZero);
        SolverAssert.Answers($"Round {value} to {places} decimal places", Plain(rounded));
        var hundreds = Math.Round(value / 100, MidpointRounding.AwayFromZero) * 100;
        SolverAssert.Answers($"Round {value} to the nearest hundred", Plain(hundreds));
    });

    [Test]
    public void Order_OfDecimals_IsThatOfTheirValues() => Repeat(() =>
    {
        decimal[] values = [.. Enumerable.Range(0, 4).Select(_ => _random.Next(-5_000, 5_000) / 100m).Distinct()];
        var listed = string.Join(", ", values.Select(Plain));
        SolverAssert.Answers($"Sort {listed} in ascending order", string.Join(", ", values.Order().Select(Plain)));
        SolverAssert.Answers($"Which of {listed} is the smallest?", Plain(values.Min()));
        SolverAssert.Answers($"What is the largest of {listed}?", Plain(values.Max()));
    });

    private static string Plain(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static void Repeat(Action check)
    {
        for (var round = 0; round < Rounds; round++) check();
    }

    private static string Words(int number) => number switch
    {
        < 20 => Ones[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : $"-{Ones[number % 10]}"),
        < 1_000 => $"{Ones[number / 100]} hundred" + (number % 100 == 0 ? "" : $" and {Words(number % 100)}"),
        _ => $"{Words(number / 1_000)} thousand"
            + (number % 1_000 == 0 ? "" : number % 1_000 < 100 ? $" and {Words(number % 1_000)}" : $" {Words(number % 1_000)}"),
    };
}
