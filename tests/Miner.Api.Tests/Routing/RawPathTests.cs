using Miner.Api.Routing;

namespace Miner.Api.Tests.Routing;

[TestFixture]
internal sealed class RawPathTests
{
    [TestCase("/conversations/a", "a")]
    [TestCase("/conversations/a%2Fb", "a/b")]
    [TestCase("/conversations/a%252Fb", "a%2Fb")]
    [TestCase("/conversations/a+b", "a+b")]
    [TestCase("/conversations/%F0%9F%A7%AE", "🧮")]
    [TestCase("/conversations/a?limit=1", "a")]
    [TestCase("/conversations/a/context", "a")]
    [TestCase("/conversations/", "")]
    [TestCase("http://host:80/conversations/a%2Fb?x", "a/b")]
    [TestCase("/conversations/a/../b", "b")]
    [TestCase("/conversations/a/%2e%2E/b", "b")]
    [TestCase("/conversations/./a", "a")]
    [TestCase("/x/../conversations/a", "a")]
    [TestCase("/../conversations/a", "a")]
    [TestCase("/conversations/..%2Fa", "../a")]
    [TestCase("/conversations/...", "...")]
    public void Segment_OfAnEncodedTarget_IsDecodedOnce(string target, string expected) =>
        Assert.That(RawPath.Segment(target, 1), Is.EqualTo(expected));

    [TestCase("/conversations")]
    [TestCase("/conversations/%")]
    [TestCase("/conversations/%4")]
    [TestCase("/conversations/%GG")]
    [TestCase("/conversations/% 4")]
    [TestCase("/conversations/%FF")]
    [TestCase("/conversations/%C0%AF")]
    [TestCase("/conversations/%ED%A0%80")]
    [TestCase("http://host")]
    [TestCase("*")]
    public void Segment_ThatIsMissingOrNotUtf8_IsNull(string target) =>
        Assert.That(RawPath.Segment(target, 1), Is.Null);
}
