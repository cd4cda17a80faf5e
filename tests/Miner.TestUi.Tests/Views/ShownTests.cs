using Miner.Client;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

[TestFixture]
internal sealed class ShownTests
{
    [TestCase(0, "0 ms")]
    [TestCase(0.2, "1 ms")]
    [TestCase(999, "999 ms")]
    [TestCase(1_000, "1.00 s")]
    [TestCase(61_240, "61.24 s")]
    public void Elapsed_OfATime_IsInMillisecondsBelowASecond(double milliseconds, string expected) =>
        Assert.That(Shown.Elapsed(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(expected));

    [TestCase(0, "0.0")]
    [TestCase(0.0004, "0.0")]
    [TestCase(0.123, "+12.3")]
    [TestCase(-0.5, "−50.0")]
    public void Points_OfAShare_HaveTheirSign(double share, string expected) => Assert.That(Shown.Points(share), Is.EqualTo(expected));

    [TestCase(1234.56, "1234.6")]
    [TestCase(-0.5, "-0.5")]
    [TestCase(12, "12")]
    public void Number_OfAny_HasOneDecimalAtMost(double number, string expected)
    {
        Assert.That(Shown.Number(number), Is.EqualTo(expected));
        Assert.That(Shown.Milliseconds(number), Is.EqualTo($"{expected} ms"));
        Assert.That(Shown.Milliseconds(null), Is.EqualTo("–"));
    }

    [TestCase(0, "0 samples")]
    [TestCase(1, "1 sample")]
    [TestCase(1_000, "1000 samples")]
    public void Count_OfThings_IsInThePluralUnlessOne(long number, string expected) =>
        Assert.That(Shown.Count(number, "sample"), Is.EqualTo(expected));

    [Test]
    public void Time_OfAnotherZone_IsUtc()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(5));

        Assert.That((Shown.Time(time), Shown.Iso(time)), Is.EqualTo(("2026-01-01 22:04:05 UTC", "2026-01-01T22:04:05Z")));
    }

    [Test]
    public void PercentAndWeight_OfShares_AreWrittenWithAPoint() =>
        Assert.That((Shown.Percent(0.456), Shown.Weight(0.12345)), Is.EqualTo(("46 %", "0.1235")));

    [Test]
    public void Start_OfALongText_IsOneLineThatNeverHalvesACharacter()
    {
        Assert.That(Shown.Start("one\r\ntwo\nthree"), Is.EqualTo("one two three"));
        Assert.That(Shown.Start(new string('a', 160)), Is.EqualTo(new string('a', 160)));
        Assert.That(Shown.Start(new string('a', 161)), Is.EqualTo(new string('a', 160) + "…"));
        Assert.That(Shown.Start(new string('a', 159) + "😀b"), Is.EqualTo(new string('a', 159) + "…"));
    }

    [TestCase("""{"a":[1,"é"]}""", "{\n  \"a\": [\n    1,\n    \"é\"\n  ]\n}")]
    [TestCase("<html>", "<html>")]
    [TestCase("", "")]
    public void Json_OfText_IsIndentedWhereItIsJson(string text, string expected) =>
        Assert.That(Shown.Json(text).ReplaceLineEndings("\n"), Is.EqualTo(expected));

    [Test]
    public void Words_OfAName_AreLowerCase() => Assert.That(
        (Shown.Words(PlaybookChangeOutcome.Inserted), Shown.YesNo(true), Shown.YesNo(false)), Is.EqualTo(("inserted", "yes", "no")));
}
