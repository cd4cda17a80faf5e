using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>The points that a judge gives, whatever it writes around them.</summary>
[TestFixture]
internal sealed class NamedNumbersTests
{
    [TestCase("""{"right": 7, "clear": 8}""", 7, 8)]
    [TestCase("""{"clear": 8.5, "right": "7"}""", 7, 8.5)]
    [TestCase("""{"Right": 0, "CLEAR": 10, "reason": "Well."}""", 0, 10)]
    [TestCase("""{'right': 7, 'clear': 8,}""", 7, 8)]
    [TestCase("""{"right": 1, "clear": 2} No, wait: {"right": 7, "clear": 8}""", 7, 8)]
    [TestCase("""{"right": 7, "clear": 8} Out of {"right": 10}""", 7, 8)]
    [TestCase("""{"right": 7, "clear": 8} {"right": 11, "clear": 8}""", 7, 8)]
    [TestCase("<think>{\"right\": 1, \"clear\": 2}</think>```json\n{\"right\": 7, \"clear\": 8}\n```", 7, 8)]
    public void Read_OfAText_GivesTheLastThatHasAll(string text, double right, double clear)
    {
        var numbers = NamedNumbers.Read(text, ["right", "clear"], least: 0, most: 10);

        Assert.That((numbers?["right"], numbers?["clear"]), Is.EqualTo(((double?)right, (double?)clear)));
    }

    [TestCase("")]
    [TestCase("right: 7, clear: 8")]
    [TestCase("""{"right": 7}""")]
    [TestCase("""{"right": 7, "clear": null}""")]
    [TestCase("""{"right": 7, "clear": [8]}""")]
    [TestCase("""{"right": 7, "clear": "eight"}""")]
    [TestCase("""{"right": 7, "clear": "NaN"}""")]
    [TestCase("""{"right": 7, "clear": -0.1}""")]
    [TestCase("""{"right": 7, "clear": 10.1}""")]
    [TestCase("""{"right": 7, "clear": 1e999}""")]
    [TestCase("""{"points": {"right": 7, "clear": "8/10"}}""")]
    public void Read_WhereOneIsMissingOrOutOfRange_GivesNone(string text) =>
        Assert.That(NamedNumbers.Read(text, ["right", "clear"], least: 0, most: 10), Is.Null);
}
