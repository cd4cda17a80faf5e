using Miner.Domain.Text;

namespace Miner.Domain.Tests.Text;

[TestFixture]
internal sealed class VisibleTextTests
{
    [TestCase("plain text\n\twith 中文, é and 😀")]
    [TestCase("👨\u200D👩\u200D👧 and ❤\uFE0F\u200D🔥")]
    [TestCase("می\u200Cخواهم")]
    [TestCase("\u0600١٢٣")]
    public void Of_WhatIsSeen_KeepsIt(string text) => Assert.That(VisibleText.Of(text), Is.EqualTo(text));

    [TestCase("a\u200Bb", "ab")]
    [TestCase("a\u200Db\u200C", "ab")]
    [TestCase("\uFEFFa\u00ADb\u2060", "ab")]
    [TestCase("\u202Eab\u202C\u2066\u2069", "ab")]
    [TestCase("é\u200D", "é")]
    [TestCase("ab\U000E0041\U000E0042\U000E007F", "ab")]
    [TestCase("\u200B", "")]
    public void Of_WhatIsNotSeen_TakesItOut(string text, string expected) => Assert.That(VisibleText.Of(text), Is.EqualTo(expected));
}
