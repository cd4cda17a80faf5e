using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A reply of a megabyte is read in less than half a second of processor time, whatever it holds and wherever.</summary>
internal sealed class ReplyCostTests
{
    private const int Size = 1_000_000;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(0.5);

    private static readonly string[] Repeated =
    [
        "{", "}", "[", "{\"a\":", "\"a\"", "{\"a\":\"b\"}", "{\"b\":{\"a\":1},", "<think>", "</think>{", "half ", "\\", "\\ud83d",
        "\u00e9", "1,",
    ];

    private static readonly ChatRequest Request = new(
        [new ChatMessage(ChatRole.User, "q")], new AnswerSchema("canvas", """{"type":"object","required":["a"]}"""), Temperature: null)
    {
        Tools = [new ChatTool("f", "d", "{}")],
    };

    private static IEnumerable<TestCaseData> Replies() =>
        from member in (string[])["content", "reasoning_content", "arguments", "delta"]
        from part in Repeated
        select new TestCaseData(member, part);

    [TestCaseSource(nameof(Replies))]
    public void Read_OfACompletionOfTheSame_TakesLittleTime(string member, string part)
    {
        var text = Spelled(part);
        var message = member == "arguments"
            ? $$$"""{"tool_calls":[{"id":"1","function":{"name":"g","arguments":{{{text}}}}}]}"""
            : $$"""{"{{(member == "delta" ? "content" : member)}}":{{text}}}""";
        var body = member == "delta"
            ? $$"""data: {"choices":[{"delta":{{message}},"finish_reason":"stop"}]}"""
            : $$"""{"choices":[{"message":{{message}},"finish_reason":"stop"}]}""";

        AssertLittle(body, CompletionStatus.Of, reply => CompletionAnswer.Read(reply, "m", Request, TimeSpan.Zero));
    }

    [TestCaseSource(nameof(Repeated))]
    public void Read_OfAMessageOfTheSame_TakesLittleTime(string part) => AssertLittle(
        $$"""{"content":[{"type":"text","text":{{Spelled(part)}}}],"stop_reason":"end_turn"}""",
        MessagesStatus.Of,
        reply => MessagesAnswer.Read(reply, "m", schema: null, TimeSpan.Zero));

    [TestCase("""data: {"type":"content_block_delta","index":0,"delta":{"text":"x"}}""")]
    [TestCase("""data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","input":{"a":1}}}""")]
    [TestCase("""data: {"type":"message_start","message":{"model":"m","usage":{"input_tokens":1}}}""")]
    [TestCase("""data: {"type":"message","content":[]}""")]
    public void Read_OfAMegabyteOfEvents_TakesLittleTime(string line)
    {
        var body = string.Concat(Enumerable.Repeat($"{line}\n\n", Size / line.Length))
            + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}";

        AssertLittle(body, MessagesStatus.Of, reply => MessagesAnswer.Read(reply, "m", schema: null, TimeSpan.Zero));
    }

    [TestCase("1")]
    [TestCase("1,")]
    [TestCase("maximum context length is ")]
    [TestCase("request (1 tokens > ")]
    [TestCase("max_tokens: 1 > ")]
    public async Task Read_OfAnErrorOfTheSame_TakesLittleTime(string part)
    {
        var words = string.Concat(Enumerable.Repeat(part, 60_000 / part.Length));
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent($$$"""{"error":{"message":"{{{words}}}"}}"""),
        };
        var error = await UpstreamError.ReadAsync(response, CancellationToken.None);

        CpuTime.EnsureLess(Most, () => ContextLimit.Read(error));
        CpuTime.EnsureLess(Most, () => RequestShape.SpeaksOfFormat(error));
    }

    /// <summary>A JSON string of a megabyte; <c>half </c> stands for the escape of half a surrogate pair.</summary>
    private static string Spelled(string part)
    {
        var spelled = part == "half " ? "\\ud83d" : JsonEncodedText.Encode(part, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        return $"\"{string.Concat(Enumerable.Repeat(spelled, Size / spelled.Length))}\"";
    }

    private static void AssertLittle(string body, Func<HttpStatusCode, byte[], UpstreamReply> meaning, Action<JsonElement> read) =>
        CpuTime.EnsureLess(Most, () =>
        {
            var reply = meaning(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body));
            if (reply.Document is not { } document) return;
            using (document) read(document.RootElement);
        });
}
