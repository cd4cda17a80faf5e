using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

internal sealed class UnitPhraseTests
{
    [TestCase("Metres", "meter")]
    [TestCase("km", "kilometer")]
    [TestCase("square centimetres", "centimeter^2")]
    [TestCase("cm²", "centimeter^2")]
    [TestCase("cm^2", "centimeter^2")]
    [TestCase("metres squared", "meter^2")]
    [TestCase("cubic feet", "foot^3")]
    [TestCase("ft^(3)", "foot^3")]
    [TestCase("km/h", "kilometer / hour")]
    [TestCase("miles per hour", "mile / hour")]
    [TestCase("mph", "mile / hour")]
    [TestCase("kph", "kilometer / hour")]
    [TestCase("lbs.", "lb")]
    [TestCase("tons", "tonne")]
    [TestCase("hectares", "hectare")]
    [TestCase("bucks", "dollar")]
    [TestCase("£", "sterling")]
    [TestCase("° C", "°c")]
    [TestCase("of the apples", "apple")]
    [TestCase("cherries", "cherry")]
    [TestCase("glass", "glass")]
    [TestCase("\"blue\" \"marbles\"", "blue marble")]
    [TestCase("fl. oz.", "fluid-ounce")]
    [TestCase("nautical miles", "nautical-mile")]
    [TestCase("U.S. dollars", "dollar usd")]
    [TestCase("AUD", "dollar aud")]
    [TestCase("m s^(-1)", "meter / second")]
    [TestCase("kg m s^(-2)", "kilogram meter / second^2")]
    [TestCase("J kg^(-1) s^-1", "j / kilogram second")]
    [TestCase("km h⁻¹", "kilometer / hour")]
    [TestCase("kg·km", "kilogram kilometer")]
    [TestCase("Cal", "kilocalorie")]
    [TestCase("kb", "kb", Description = "kilobits or kilobytes")]
    [TestCase("公里", "kilometer")]
    [TestCase("平方米", "meter^2")]
    [TestCase("", "")]
    public void Canonical_GivesOneName(string text, string expected) => Assert.That(UnitPhrase.Canonical(text), Is.EqualTo(expected));

    [TestCase("cm²", "cm")]
    [TestCase(" m^2", "m")]
    [TestCase("in ^(3)", "in")]
    [TestCase("m", "m")]
    public void WithoutPowers_LeavesTheUnit(string text, string expected) =>
        Assert.That(UnitPhrase.WithoutPowers(text), Is.EqualTo(expected));

    [TestCase("cm", true)]
    [TestCase("Feet", true)]
    [TestCase("km/h", true)]
    [TestCase("m/s", true)]
    [TestCase("acres", true)]
    [TestCase("in", false, Description = "a preposition far more often")]
    [TestCase("bar", false)]
    [TestCase("m", false, Description = "a single letter is a variable as often")]
    [TestCase("x/s", false)]
    [TestCase("a/b/c", false)]
    [TestCase("apples", false)]
    public void IsKnown_OfWordsAnywhere(string word, bool expected) => Assert.That(Units.IsKnown(word), Is.EqualTo(expected));

    [Test]
    public void IsLetter_OfThoseThatAreSeldomVariables_IsTrue() =>
        Assert.That(string.Concat(Enumerable.Range('A', 58).Select(code => (char)code).Where(Units.IsLetter)), Is.EqualTo("Lghlms"));

    [Test]
    public void IsCurrency_OfTheSignsOfMoney_IsTrue()
    {
        Assert.That("$€£¥₹¢".All(Units.IsCurrency), Is.True);
        Assert.That("%°mL".Any(Units.IsCurrency), Is.False);
    }

    [TestCase("meter", "meter", true)]
    [TestCase("", "meter", true)]
    [TestCase("meter", "centimeter", false)]
    [TestCase("meter", "meter^2", false)]
    [TestCase("meter", "meter / second", false)]
    [TestCase("dollar", "dollar / day", true)]
    [TestCase("dollar", "euro", false)]
    [TestCase("egg", "duck egg", true)]
    [TestCase("egg", "apple", false)]
    [TestCase("pound", "lb", true)]
    [TestCase("pound", "sterling", true)]
    [TestCase("lb", "sterling", false)]
    [TestCase("meter", "meter of rope", true)]
    [TestCase("ounce", "fluid-ounce", false)]
    [TestCase("ounce", "troy ounce", false)]
    [TestCase("gallon", "imperial gallon", false)]
    [TestCase("minute", "more minute", true)]
    [TestCase("day", "rainy day", true)]
    [TestCase("day", "business day", false)]
    [TestCase("hour", "person hour", false)]
    [TestCase("unit", "production unit", true)]
    [TestCase("mile^2", "wide mile^2", false)]
    [TestCase("gallon", "us gallon", true)]
    [TestCase("mole", "mole / liter", false)]
    [TestCase("dollar", "dollar aud", true)]
    [TestCase("dollar usd", "dollar aud", false)]
    [TestCase("¥", "yen", true)]
    [TestCase("¥", "yuan", true)]
    [TestCase("¥", "euro", false)]
    [TestCase("yen", "yuan", false)]
    [TestCase("'", "foot", true)]
    [TestCase("'", "arcminute", true)]
    [TestCase("'", "inch", false)]
    [TestCase("''", "inch", true)]
    [TestCase("''", "arcsecond", true)]
    [TestCase("''", "'", false)]
    public void Agree_OfTwoUnits_InEitherOrder(string left, string right, bool expected)
    {
        Assert.That(UnitAgreement.Agree(left, right), Is.EqualTo(expected));
        Assert.That(UnitAgreement.Agree(right, left), Is.EqualTo(expected));
    }
}
