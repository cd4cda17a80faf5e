using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Language;

internal sealed class CurrencyNotationTests
{
    [TestCase("US$5", @"5 \text{ USD}")]
    [TestCase("U.S.$5", @"5 \text{ USD}")]
    [TestCase("A$ 5", @"5 \text{ AUD}")]
    [TestCase(@"C\$5", @"5 \text{ CAD}")]
    [TestCase("NZ$5", @"5 \text{ NZD}")]
    [TestCase("HK$5", @"5 \text{ HKD}")]
    [TestCase("S$5", @"5 \text{ SGD}")]
    [TestCase("NT$5", @"5 \text{ TWD}")]
    [TestCase("R$5", @"5 \text{ BRL}")]
    [TestCase("MX$5", @"5 \text{ MXN}")]
    [TestCase("-US$5", @"-5 \text{ USD}")]
    [TestCase("EUR 5.50", @"5.50 \text{ EUR}")]
    [TestCase("Rs. 500", @"500 \text{ Rs}")]
    [TestCase(@"\text{USD } 5", @"5 \text{ USD}")]
    [TestCase(@"\text{USD}~5", @"5 \text{ USD}")]
    [TestCase("5 U.S. dollars", "5 US dollars")]
    [TestCase("$5", "$5")]
    [TestCase("X$5", "X$5")]
    [TestCase("EUR", "EUR")]
    [TestCase("A 5", "A 5")]
    [TestCase("A $5", "A $5", Description = "a choice")]
    [TestCase("", "")]
    public void Spell_PutsTheCurrencyBehindTheNumber(string text, string expected) =>
        Assert.That(CurrencyNotation.Spell(text), Is.EqualTo(expected));

    [TestCase("It costs US$5", 11, 9)]
    [TestCase("It costs USD 5", 13, 9)]
    [TestCase("It costs USD5", 12, 9)]
    [TestCase("It costs Rs. 5", 13, 9)]
    [TestCase("It costs Rs 5", 12, 9)]
    [TestCase("It costs $5", 9, 9)]
    [TestCase("In BUS$5", 7, 7, Description = "within a word")]
    [TestCase("In EURO 5", 8, 8)]
    [TestCase("5", 0, 0)]
    public void Start_OfWhatTellsTheCurrency_IsFound(string text, int index, int expected) =>
        Assert.That(CurrencyNotation.Start(text, index, 0), Is.EqualTo(expected));
}
