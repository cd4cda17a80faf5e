using Miner.Operator.Registration;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class SignedCredentialsTests
{
    private const string Address = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";

    private static readonly string Hex = string.Concat(Enumerable.Range(0, 64).Select(value => $"{value + 128:x2}"));
    private static readonly string Text =
        $"https://miner.example.org<seperate>the-key\n\tSigned by: {Address}\n\tSignature: {Hex}\n"
            + $"\tTimestamp: 2025-11-24T10:30:00.123456 (UTC)\n";

    private static readonly DateTimeOffset Time = new DateTimeOffset(2025, 11, 24, 10, 30, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    [Test]
    public void Format_GivesTheProtocolsText() => Assert.That(Sign(Time).Format(), Is.EqualTo(Text));

    [Test]
    public void Format_OfATimeElsewhere_WritesUtc() =>
        Assert.That(Sign(Time.ToOffset(TimeSpan.FromHours(-5))).Format(), Is.EqualTo(Text));

    [Test]
    public void Format_OfAWholeSecond_KeepsSixDigits() =>
        Assert.That(Sign(Time.AddMicroseconds(-123_456)).Format(), Does.Contain("10:30:00.000000 (UTC)\n"));

    [Test]
    public void TryParse_OfWhatFormatGave_GivesItBack()
    {
        Assert.That(SignedCredentials.TryParse(Text, out var credentials, out var error), Is.True);

        Assert.That(error, Is.Null);
        Assert.That(credentials!.Format(), Is.EqualTo(Text));
        Assert.That(credentials.Timestamp, Is.EqualTo(Time));
        Assert.That(credentials.AgeAt(Time.AddHours(3)), Is.EqualTo(TimeSpan.FromHours(3)));
    }

    [Test]
    public void TryParse_WithWindowsLineEndsUpperCaseAndBlankLines_ReadsTheSame()
    {
        var text =
            Text.Replace(Hex, Hex.ToUpperInvariant(), StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n";

        Assert.That(SignedCredentials.TryParse(text, out var credentials, out _), Is.True);
        Assert.That(credentials!.Format(), Is.EqualTo(Text));
    }

    // The original writes local time with its zone's name, and Python leaves a fraction of zero out.
    [TestCase("2025-11-24T10:30:00 (UTC)", "2025-11-24T10:30:00+00:00")]
    [TestCase("2025-11-24T10:30:00.123456 (CET)", null)]
    [TestCase("2025-11-24T10:30:00.123456 (W. Europe Standard Time)", null)]
    public void TryParse_OfTheOriginalsTimes_KnowsThoseInUtc(string timestamp, string? expected)
    {
        var text = Text.Replace("2025-11-24T10:30:00.123456 (UTC)", timestamp, StringComparison.Ordinal);

        Assert.That(SignedCredentials.TryParse(text, out var credentials, out _), Is.True);
        Assert.That(credentials!.Timestamp?.ToString("yyyy-MM-ddTHH:mm:sszzz", null), Is.EqualTo(expected));
        Assert.That(credentials.AgeAt(Time) is null, Is.EqualTo(expected is null));
    }

    [TestCase("<seperate>", "<separate>", "first line")]
    [TestCase("\tSigned by: ", "Signed by: ", "second line")]
    [TestCase(Address, "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRz0", "second line")]
    [TestCase(Address, "", "second line")]
    [TestCase("\tSignature: ", "\tSignature: 0x", "third line")]
    [TestCase("8081", "80", "third line")]
    [TestCase("8081", "80zz", "third line")]
    [TestCase("2025-11-24", "2025-11-31", "fourth line")]
    [TestCase("2025-11-24", "24.11.2025", "fourth line")]
    [TestCase(" (UTC)", "", "fourth line")]
    [TestCase("\tTimestamp", "\n\tTimestamp", "four lines")]
    [TestCase("\tTimestamp", "\u2028\tTimestamp", "four lines")]
    public void TryParse_OfAChangedText_SaysWhereWithoutItsKey(string part, string replacement, string reason)
    {
        var text = Text.Replace(part, replacement, StringComparison.Ordinal);

        Assert.That(SignedCredentials.TryParse(text, out var credentials, out var error), Is.False);
        Assert.That(credentials, Is.Null);
        Assert.That(error, Does.Contain(reason).And.Not.Contain("the-key"));
    }

    [TestCase("")]
    [TestCase("\n\n\n\n")]
    [TestCase("one line")]
    public void TryParse_OfAnythingElse_CountsTheLines(string text)
    {
        Assert.That(SignedCredentials.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Does.Contain("four lines"));
    }

    private static SignedCredentials Sign(DateTimeOffset time) =>
        new(new MinerCredentials("https://miner.example.org", "the-key"), Address, Convert.FromHexString(Hex), time);
}
