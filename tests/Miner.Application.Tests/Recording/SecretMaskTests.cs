using Miner.Application.Recording;

namespace Miner.Application.Tests.Recording;

[TestFixture]
internal sealed class SecretMaskTests
{
    [TestCase("plain", "the key plain!", "the key ***!")]
    [TestCase("a\"b\\c", """{"key": "a\"b\\c"}""", """{"key": "***"}""")]
    [TestCase("a+b/c", "?key=a%2Bb%2Fc&x", "?key=***&x")]
    [TestCase("a+b", """{"key": "a\u002Bb"}""", """{"key": "***"}""")]
    [TestCase("absent", "nothing here", "nothing here")]
    public void Hide_OfASecret_MasksEachOfItsForms(string secret, string text, string expected) =>
        Assert.That(new SecretMask([secret]).Hide(text), Is.EqualTo(expected));

    [Test]
    public void Hide_OfASecretInsideAnother_LeavesNothingOfEither() =>
        Assert.That(new SecretMask(["key", "key-and-more"]).Hide("key-and-more, key"), Is.EqualTo("***, ***"));

    [Test]
    public void Hide_WithoutSecrets_GivesTheText() => Assert.That(new SecretMask(["", " "]).Hide("a text"), Is.EqualTo("a text"));
}
