using System.Text;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class EventStreamTests
{
    [TestCase("data: {\"a\":1}\n\ndata: [DONE]\n\n", "{\"a\":1}", "[DONE]")]
    [TestCase("data:{\"a\":1}\r\n\r\ndata:[DONE]", "{\"a\":1}", "[DONE]")]
    [TestCase("data: {\"a\":1}\r\rdata: {\"b\":2}\r\r", "{\"a\":1}", "{\"b\":2}")]
    [TestCase("data: {\"a\":1}\ndata: {\"b\":2}\ndata: [DONE]\n", "{\"a\":1}", "{\"b\":2}", "[DONE]")]
    [TestCase("data: {\ndata:   \"a\": 1\ndata: }\n\n", "{\n  \"a\": 1\n}")]
    [TestCase(": ping\nid: 7\nretry: 10\ndata: {}\n: ping\n\n\n\n", "{}")]
    [TestCase("datum: {}\n\nno field\n\ndata\n\n")]
    [TestCase("")]
    public void Read_OfEvents_GivesTheirData(string body, params string[] data) =>
        Assert.That(Read(body).Select(sent => Encoding.UTF8.GetString(sent.Data.Span)), Is.EqualTo(data));

    [Test]
    public void Read_OfNamedEvents_GivesTheNameOfEach() =>
        Assert.That(
            Read($"event: error\ndata: {{}}\n\ndata: {{}}\n\nevent:{new string('x', 1000)}\ndata: {{}}").Select(sent => sent.Name),
            Is.EqualTo(new[] { "error", null, new string('x', 40) }));

    [TestCase(": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\r\n\r\n{\n}", "{\n}")]
    [TestCase("\n\r\n{}", "{}")]
    [TestCase("{}\n: not before it", "{}\n: not before it")]
    [TestCase(": nothing else", "")]
    [TestCase("", "")]
    public void SkipComments_OfABody_GivesWhatFollowsThem(string body, string rest) =>
        Assert.That(Encoding.UTF8.GetString(EventStream.SkipComments(Encoding.UTF8.GetBytes(body)).Span), Is.EqualTo(rest));

    [TestCase("data:{}\n")]
    [TestCase("data:{}")]
    [TestCase("data:x\n")]
    [TestCase("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}\n")]
    [TestCase("event: a\n")]
    [TestCase(":\n")]
    [TestCase("\r")]
    public void Read_OfAMegabyteOfTheSame_TakesLittleTime(string line)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 1_000_000 / line.Length)));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(0.5), () => CompletionStatus.Of(System.Net.HttpStatusCode.OK, body));
    }

    private static IEnumerable<ServerSentEvent> Read(string body) => EventStream.Read(Encoding.UTF8.GetBytes(body));
}
