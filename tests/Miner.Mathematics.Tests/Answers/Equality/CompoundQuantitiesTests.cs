namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Quantities in several units and sums of money in two, beside the same in one.</summary>
internal sealed class CompoundQuantitiesTests
{
    [TestCase("3 dollars 50 cents", "$3.50")]
    [TestCase("three dollars and fifty cents", "\\boxed{\\$3.50}")]
    [TestCase("$3 and 50 cents", "350 cents")]
    [TestCase("50¢", "$0.50")]
    [TestCase("500 cents per hour", "$5 per hour")]
    [TestCase("3 euros 50 cents", "3,50 €")]
    [TestCase("3 pounds 20 pence", "£3.20")]
    [TestCase("100 pennies", "$1.00")]
    [TestCase("2 hours 30 minutes", "2.5 hours")]
    [TestCase("2 hours and a half", "150 minutes")]
    [TestCase("2 and a half hours", "150 minutes")]
    [TestCase("\\boxed{2 \\text{ h } 30 \\text{ min}}", "150 minutes")]
    [TestCase("5 ft 3 in", "63 inches")]
    [TestCase("She is 5'3\" tall.", "5.25 feet")]
    [TestCase("1 kg 200 g", "1.2 kg")]
    [TestCase("2 pounds 8 ounces", "40 oz")]
    [TestCase("6 stone 4 lb", "88 pounds")]
    [TestCase("2 gallons 1 quart", "9 quarts")]
    [TestCase("3 cups 8 tablespoons", "3.5 cups")]
    [TestCase("5 degrees 30 minutes", "5.5 degrees")]
    [TestCase("$5^\\circ 30'$", "5.5°")]
    [TestCase("5° 30′ 36″", "5.51°")]
    [TestCase("1 year 6 months", "18 months")]
    public void Equivalent_WhenTheyComeToTheSame_IsTrue(string left, string right) => AnswerAssert.Equivalent(left, right, true);

    [TestCase("3 dollars 50 cents", "$3.05")]
    [TestCase("3 dollars 50 cents", "€3.50")]
    [TestCase("3 dollars 50 cents", "50 cents")]
    [TestCase("350 cents", "$350")]
    [TestCase("50 cents", "£0.50")]
    [TestCase("50 pence", "$0.50")]
    [TestCase("3 pounds 20 pence", "$3.20")]
    [TestCase("3 pounds 20 pence", "3.2 kg")]
    [TestCase("500 cents per hour", "$5 per day")]
    [TestCase("2 hours 30 minutes", "2.3 hours")]
    [TestCase("2 hours or 30 minutes", "150 minutes")]
    [TestCase("2h30", "2 hours")]
    [TestCase("5 ft 3 in", "5.3 ft")]
    [TestCase("5'3\"", "3")]
    [TestCase("5° 30′", "30")]
    [TestCase("1 kg 200 g", "1.02 kg")]
    [TestCase("2 gallons 1 quart", "1 quart")]
    [TestCase("1 year 6 months", "1.6 years")]
    public void Equivalent_WhenTheyComeToSomethingElse_IsFalse(string left, string right) =>
        AnswerAssert.Equivalent(left, right, false);
}
