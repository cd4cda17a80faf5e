using Miner.Mathematics.Language;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Language;

internal sealed class NumberPhraseTests
{
    [TestCase("seven apples", "7 apples")]
    [TestCase("Twenty-One", "21")]
    [TestCase("one hundred and five dollars", "105 dollars")]
    [TestCase("two thousand three hundred", "2300")]
    [TestCase("nineteen hundred", "1900")]
    [TestCase("three million two hundred thousand and one", "3200001")]
    [TestCase("a hundred", "100")]
    [TestCase("a dozen eggs", "1 dozen eggs")]
    [TestCase("five trillion", "5000000000000")]
    [TestCase("half", "1/2")]
    [TestCase("a third of them", "1/3 of them")]
    [TestCase("three quarters", "3/4")]
    [TestCase("two-thirds", "2/3")]
    [TestCase("five twelfths", "5/12")]
    [TestCase("five hundredths", "5/100")]
    [TestCase("a thousandth", "1/1000")]
    [TestCase("two and a half hours", "5/2 hours")]
    [TestCase("one and three fourths", "7/4")]
    [TestCase("thirty seconds", "30 seconds")]
    [TestCase("zero", "0")]
    public void Replace_OfANumberAtTheBeginning_WritesItInDigits(string text, string expected) =>
        Assert.That(NumberPhrase.Replace(text), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("apples")]
    [TestCase("third place")]
    [TestCase("a cat")]
    [TestCase("two three")]
    [TestCase("twenty twelve")]
    [TestCase("five hundredth")]
    [TestCase("two fifth")]
    [TestCase("ten-year")]
    [TestCase("million")]
    public void Replace_OfAnythingElse_IsNone(string text) => Assert.That(NumberPhrase.Replace(text), Is.Null);

    [TestCase("There are twenty-four of them.", "twenty-four")]
    [TestCase("Of the ten, three are red", "three")]
    [TestCase("The one that is left", null)]
    [TestCase("none", null)]
    [TestCase("someone often forgets", null)]
    public void Last_InASentence_IsTheLastNumberInWords(string text, string? expected) =>
        Assert.That(NumberPhrase.Last(text), Is.EqualTo(expected));

    [Test]
    public void Last_InALongText_IsNotLookedFor() =>
        Assert.That(NumberPhrase.Last(new string('x', 300) + " seven"), Is.Null);

    [Property]
    public bool Replace_OfEveryNumberInWords_GivesItBack(byte value) =>
        NumberPhrase.Replace(NumberWords.Of(value % 100)) == $"{value % 100}";

    [Property]
    public bool Replace_OfHundreds_AddsWhatIsBelow(byte hundreds, byte rest)
    {
        var (high, low) = ((hundreds % 19) + 1, (rest % 99) + 1);
        return NumberPhrase.Replace($"{NumberWords.Of(high)} hundred and {NumberWords.Of(low)}") == $"{(100 * high) + low}";
    }
}
