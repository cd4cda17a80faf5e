using System.Text;
using System.Text.Json.Nodes;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class MessagesRequestTests
{
    private static readonly AnswerSchema Schema = new("canvas", """{"type":"object","properties":{"a":{"type":"string"}}}""");

    private static readonly ChatMessage Instructions = new(ChatRole.System, "Be exact.");

    [Test]
    public void ToBytes_OfAPrompt_IsTheRequest() => Assert.That(
        Written([Instructions, User("Größe?")]),
        Is.EqualTo("""
            {"model":"claude","max_tokens":100,"temperature":0.7,
            "system":[{"type":"text","text":"Be exact.","cache_control":{"type":"ephemeral"}}],
            "messages":[{"role":"user","content":[{"type":"text","text":"Größe?"}]}]}
            """.ReplaceLineEndings("")));

    [Test]
    public void ToBytes_WithASchema_ForcesATool() => Assert.That(
        Written([User("x")], Schema),
        Is.EqualTo("""
            {"model":"claude","max_tokens":100,"temperature":0.7,"tools":[{"name":"canvas","description":"Gives the answer.",
            "input_schema":{"type":"object","properties":{"a":{"type":"string"}}}}],
            "tool_choice":{"type":"tool","name":"canvas","disable_parallel_tool_use":true},
            "messages":[{"role":"user","content":[{"type":"text","text":"x"}]}]}
            """.ReplaceLineEndings("")));

    [Test]
    public void ToBytes_WithMembersOfTheOperators_HasThemInPlaceOfThoseOfTheirNames() => Assert.That(
        Encoding.UTF8.GetString(Request([User("ö")]).ToBytes("""{"max_tokens":7,"top_k":1}""")),
        Does.StartWith("""{"model":"claude","max_tokens":7,""").And.Contain("ö").And.EndsWith(""","top_k":1}"""));

    [Test]
    public void ToBytes_WithASchemaThatThePromptTells_HasNoTool() =>
        Assert.That(Written([User("x")], Schema, asTool: false), Does.Not.Contain("tool").And.Not.Contain("input_schema"));

    [TestCase(1.5, "1")]
    [TestCase(-1, "0")]
    [TestCase(0.25, "0.25")]
    [TestCase(null, null)]
    public void ToBytes_WithATemperature_KeepsToTheRange(double? temperature, string? written) => Assert.That(
        JsonNode.Parse(Bytes([User("x")], temperature: temperature))!["temperature"]?.ToJsonString(),
        Is.EqualTo(written));

    [Test]
    public void Messages_OfAConversation_AlternateAndEndTheStablePartBeforeTheLast()
    {
        var turns = Request([Instructions, User("one"), Assistant("two"), User("three"), Assistant("four"), User("five")]).Messages;

        Assert.That(turns.Select(turn => turn.Role), Is.EqualTo(new[] { "user", "assistant", "user", "assistant", "user" }));
        Assert.That(Marked(turns), Is.EqualTo(new[] { "four" }));
    }

    [Test]
    public void Messages_OfOneRoleInARow_AreOneTurn()
    {
        var turns = Request([User("one"), User("two"), Assistant("three"), Assistant("four"), User("five"), User("six")]).Messages;

        Assert.That(
            turns.Select(turn => $"{turn.Role}: {string.Join('+', turn.Content.Select(block => block.Text))}"),
            Is.EqualTo(new[] { "user: one+two", "assistant: three+four", "user: five+six" }));
        Assert.That(Marked(turns), Is.EqualTo(new[] { "five" }));
    }

    [Test]
    public void Messages_ThatBeginWithTheModels_GetAUsersFirst() => Assert.That(
        Request([Instructions, Assistant("one"), User("two")]).Messages.Select(turn => turn.Role),
        Is.EqualTo(new[] { "user", "assistant", "user" }));

    [Test]
    public void Messages_OfTheSystem_AreHoistedWithABreakpointAfterTheLast()
    {
        var request = Request([User("one"), Instructions, new ChatMessage(ChatRole.System, "Be brief."), Assistant("two"), User("three")]);

        Assert.That(request.System!.Select(block => block.Text), Is.EqualTo(new[] { "Be exact.", "Be brief." }));
        Assert.That(request.System!.Select(block => block.CacheControl?.Type), Is.EqualTo(new[] { null, "ephemeral" }));
        Assert.That(request.Messages.Select(turn => turn.Role), Is.EqualTo(new[] { "user", "assistant", "user" }));
    }

    [TestCase("")]
    [TestCase(" \n")]
    public void Messages_ThatAreBlank_AreLeftOut(string blank)
    {
        var request = Request([new ChatMessage(ChatRole.System, blank), User("one"), Assistant(blank), User("two")]);

        Assert.That(request.System, Is.Null);
        Assert.That(request.Messages.Single().Content.Select(block => block.Text), Is.EqualTo(new[] { "one", "two" }));
    }

    [TestCase("https://api.anthropic.com/v1", "https://api.anthropic.com/v1/messages")]
    [TestCase("https://api.anthropic.com/v1/", "https://api.anthropic.com/v1/messages")]
    [TestCase("https://api.anthropic.com", "https://api.anthropic.com/v1/messages")]
    [TestCase("http://127.0.0.1:8080/proxy", "http://127.0.0.1:8080/proxy/v1/messages")]
    public void Endpoint_OfABaseAddress_HasTheVersionOnce(string baseUrl, string expected) =>
        Assert.That(MessagesRequest.Endpoint(new Uri(baseUrl)), Is.EqualTo(new Uri(expected)));

    [TestCase(" sk-ant \n", "sk-ant")]
    [TestCase(" ", null)]
    [TestCase(null, null)]
    public void AddHeaders_OfAKey_AddsItAndTheVersion(string? key, string? sent)
    {
        using var message = new HttpRequestMessage();

        MessagesRequest.AddHeaders(message, key);

        Assert.That(message.Headers.GetValues("anthropic-version"), Is.EqualTo(new[] { "2023-06-01" }));
        Assert.That(
            message.Headers.TryGetValues("x-api-key", out var keys) ? keys : [],
            Is.EqualTo(sent is null ? Array.Empty<string>() : [sent]));
        Assert.That(message.Headers.Authorization, Is.Null);
    }

    private static ChatMessage User(string text) => new(ChatRole.User, text);

    private static ChatMessage Assistant(string text) => new(ChatRole.Assistant, text);

    private static IEnumerable<string> Marked(IReadOnlyList<MessagesTurn> turns) =>
        turns.SelectMany(turn => turn.Content).Where(block => block.CacheControl is not null).Select(block => block.Text);

    private static string Written(IReadOnlyList<ChatMessage> messages, AnswerSchema? schema = null, bool asTool = true) =>
        Encoding.UTF8.GetString(Request(messages, schema, asTool: asTool).ToBytes());

    private static byte[] Bytes(IReadOnlyList<ChatMessage> messages, double? temperature) =>
        Request(messages, temperature: temperature).ToBytes();

    private static MessagesRequest Request(
        IReadOnlyList<ChatMessage> messages, AnswerSchema? schema = null, double? temperature = 0.7, bool asTool = true) =>
        MessagesRequest.Create(new ChatRequest(messages, schema, Temperature: null), "claude", 100, temperature, asTool);
}
