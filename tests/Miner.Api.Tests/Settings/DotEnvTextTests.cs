using Miner.Api.Settings;

namespace Miner.Api.Tests.Settings;

[TestFixture]
internal sealed class DotEnvTextTests
{
    [TestCase("A=1", "1")]
    [TestCase("  export A = 1  # one", "1")]
    [TestCase("\uFEFFA=1\r", "1")]
    [TestCase("A=a=b#c", "a=b#c")]
    [TestCase("A=", "")]
    [TestCase("A= # nothing", "")]
    [TestCase("A=it's", "it's")]
    [TestCase("A=\"x # y\" # z", "x # y")]
    [TestCase("A='{\"top_p\":0.9}'", "{\"top_p\":0.9}")]
    [TestCase("""A="say \"no\"" """, "say \"no\"")]
    [TestCase("A=\"x\nB=2\n\"", "x\nB=2\n")]
    [TestCase("A=1\nA=2", "2")]
    [TestCase("A=$B", "$B")]
    public void Values_OfALine_AreAsWritten(string text, string expected)
    {
        var read = new DotEnvText(text);

        Assert.That(read.Unreadable, Is.Empty);
        Assert.That(read.Values, Is.EquivalentTo(new Dictionary<string, string?> { ["A"] = expected }));
    }

    [TestCase("PORT", "it is not NAME=value")]
    [TestCase("OPENAI_API_KEY: sk-1", "it is not NAME=value")]
    [TestCase("=1", "it is not NAME=value")]
    [TestCase("two words=1", "it is not NAME=value")]
    [TestCase("A=\"open", "its quote is not closed")]
    [TestCase("A='open", "its quote is not closed")]
    [TestCase("A=\"x\" y", "something follows its closing quote")]
    public void Unreadable_OfALineThatSaysNothing_NamesItAndReadsTheOthers(string line, string problem)
    {
        var read = new DotEnvText($"# one\nB=\"x\ny\"\n{line}\nC=3");

        Assert.That(read.Unreadable, Is.EqualTo(new[] { $".env, line 4, cannot be read: {problem}." }));
        Assert.That(read.Values, Is.EquivalentTo(new Dictionary<string, string?> { ["B"] = "x\ny", ["C"] = "3" }));
    }

    [Test]
    public void Unreadable_OfSeveralLines_NamesEach() => Assert.That(
        new DotEnvText("x\nA=1\n\ny\r\n").Unreadable.Select(line => line[..12]), Is.EqualTo(new[] { ".env, line 1", ".env, line 4" }));
}
