using System.Numerics;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

internal sealed class NumberWordsTests
{
    [TestCase(0, "zero")]
    [TestCase(7, "seven")]
    [TestCase(12, "twelve")]
    [TestCase(13, "thirteen")]
    [TestCase(18, "eighteen")]
    [TestCase(20, "twenty")]
    [TestCase(40, "forty")]
    [TestCase(42, "forty-two")]
    [TestCase(90, "ninety")]
    [TestCase(99, "ninety-nine")]
    public void Of_UpToNinetyNine_SaysTheNumber(int value, string expected) =>
        Assert.That(NumberWords.Of(value), Is.EqualTo(expected));

    [TestCase(-1)]
    [TestCase(100)]
    public void Of_WhenBeyond_Throws(int value) => Assert.That(() => NumberWords.Of(value), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Value_OfEverySingleWord_IsWhatItSays()
    {
        foreach (var value in Enumerable.Range(0, 21).Concat([30, 40, 50, 60, 70, 80, 90]))
            Assert.That(NumberWords.Value(NumberWords.Of(value)), Is.EqualTo(value));
    }

    [TestCase("hundred")]
    [TestCase("Ten")]
    [TestCase("first")]
    [TestCase("twenty-one")]
    [TestCase("")]
    public void Value_OfAnotherWord_IsNone(string word) => Assert.That(NumberWords.Value(word), Is.Null);

    [TestCase("dozen", "12")]
    [TestCase("hundred", "100")]
    [TestCase("thousand", "1000")]
    [TestCase("million", "1000000")]
    [TestCase("billion", "1000000000")]
    [TestCase("trillion", "1000000000000")]
    public void Multiple_OfAScale_IsItsSize(string word, string expected) =>
        Assert.That(NumberWords.Multiple(word), Is.EqualTo(BigInteger.Parse(expected, null)));

    [TestCase("dozens")]
    [TestCase("ten")]
    public void Multiple_OfAnotherWord_IsNone(string word) => Assert.That(NumberWords.Multiple(word), Is.Null);

    [TestCase("first", 1)]
    [TestCase("second", 2)]
    [TestCase("fifth", 5)]
    [TestCase("eighth", 8)]
    [TestCase("twelfth", 12)]
    [TestCase("1st", 1)]
    [TestCase("2nd", 2)]
    [TestCase("3rd", 3)]
    [TestCase("104th", 104)]
    public void Ordinal_InWordsOrDigits_IsThePlace(string word, int expected) =>
        Assert.That(NumberWords.Ordinal(word), Is.EqualTo(expected));

    [TestCase("third's")]
    [TestCase("half")]
    [TestCase("th")]
    [TestCase("3cm")]
    [TestCase("30000th")]
    [TestCase("-1st")]
    public void Ordinal_OfAnotherWord_IsNone(string word) => Assert.That(NumberWords.Ordinal(word), Is.Null);

    [TestCase("half", 2)]
    [TestCase("halves", 2)]
    [TestCase("third", 3)]
    [TestCase("thirds", 3)]
    [TestCase("quarters", 4)]
    [TestCase("fourths", 4)]
    [TestCase("tenth", 10)]
    [TestCase("twelfths", 12)]
    [TestCase("hundredths", 100)]
    [TestCase("millionth", 1_000_000)]
    public void Denominator_OfAPart_IsHowManyMakeTheWhole(string word, int expected) =>
        Assert.That(NumberWords.Denominator(word), Is.EqualTo(expected));

    [TestCase("second")]
    [TestCase("seconds")]
    [TestCase("first")]
    [TestCase("1st")]
    [TestCase("three")]
    [TestCase("hundred")]
    [TestCase("trillionth")]
    public void Denominator_OfATimeOrANumber_IsNone(string word) => Assert.That(NumberWords.Denominator(word), Is.Null);
}
