using System.Globalization;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

/// <summary>Numbers as they are said, written out by a speaker of its own.</summary>
internal sealed class SpokenNumbersTests
{
    private const long Most = 999_999_999_999_999;

    private static readonly string[] Small =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        + "nineteen").Split(' ');

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly (long Size, string Name)[] Scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")];

    [TestCase(true)]
    [TestCase(false)]
    public void Replace_OfANumberInWords_IsTheNumber(bool withAnd)
    {
        long[] chosen = [0, 1, 99, 100, 101, 110, 999, 1_000, 1_001, 10_000, 100_000, 1_000_000, 1_000_001, 1_000_000_000_000, Most];
        var drawn = Draws.Of(300).Select(random => random.NextInt64(Most) / Power(random.Next(15)));
        foreach (var number in chosen.Concat(drawn))
        {
            var words = Say(number, withAnd);
            Assert.That(NumberPhrase.Replace(words), Is.EqualTo($"{number}"), words);
            Assert.That(NumberPhrase.Replace($"{words} apples"), Is.EqualTo($"{number} apples"));
        }
    }

    [Test]
    public void Replace_OfAFractionInWords_IsTheFraction()
    {
        foreach (var (part, denominator) in new[] { ("third", 3), ("fifth", 5), ("eighth", 8), ("tenth", 10), ("hundredth", 100) })
        {
            for (var count = 1; count < 30; count++)
            {
                var plural = count == 1 ? part : $"{part}s";
                Assert.That(NumberPhrase.Replace($"{Say(count, withAnd: false)} {plural}"), Is.EqualTo($"{count}/{denominator}"));
                Assert.That(
                    NumberPhrase.Replace($"{Say(count, withAnd: false)} and a {part} metres"),
                    Is.EqualTo($"{(count * denominator) + 1}/{denominator} metres"));
            }
        }
    }

    [Test]
    public void Last_OfSeveralNumbersInASentence_IsTheLast()
    {
        foreach (var random in Draws.Of(100))
        {
            var (first, last) = (Say(random.Next(2, 100_000), withAnd: true), Say(random.Next(2, 100_000), withAnd: true));
            Assert.That(NumberPhrase.Last($"Of {first} birds there are {last} left."), Is.EqualTo(last), $"{first}, {last}");
        }
    }

    [Test]
    public void Ordinal_WithItsEnding_IsThePlace()
    {
        for (var place = 1; place < 1_000; place++)
        {
            var ending = (place % 100) is 11 or 12 or 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
            Assert.That(NumberWords.Ordinal($"{place}{ending}"), Is.EqualTo(place));
        }

        Assert.That(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".Split(' ').Select(NumberWords.Ordinal),
            Is.EqualTo(Enumerable.Range(1, 12)));
    }

    [TestCase("hundred one", Description = "begins with a scale")]
    [TestCase("one thousand thousand")]
    [TestCase("one million billion")]
    [TestCase("thirty eleven")]
    [TestCase("one two")]
    [TestCase("ten one")]
    [TestCase("twenty zero")]
    [TestCase("one hundred and")]
    [TestCase("zero zero")]
    public void Replace_OfWordsThatMakeNoNumber_ReadsNoNumberIntoThem(string words) =>
        Assert.That(NumberPhrase.Replace(words), Is.Null.Or.EqualTo("100 and"));

    private static string Say(long number, bool withAnd)
    {
        foreach (var (size, name) in Scales)
        {
            if (number < size) continue;
            var rest = number % size;
            var joint = withAnd && rest < 100 ? " and " : " ";
            return $"{Say(number / size, withAnd)} {name}{(rest == 0 ? "" : joint + Say(rest, withAnd))}";
        }

        if (number < 20) return Small[number];
        return number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Small[number % 10]}";
    }

    private static long Power(int exponent) => long.Parse("1" + new string('0', exponent), CultureInfo.InvariantCulture);
}
