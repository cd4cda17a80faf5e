using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What goes out, byte by byte.</summary>
internal sealed class ChatCompletionsRequestTests : ChatModelFixture
{
    [Test]
    public async Task CompleteAsync_WithDefaults_SendsModelMessagesTemperatureAndLimit()
    {
        await SendAsync(Options(), Request(
        [
            new ChatMessage(ChatRole.System, "Be brief."),
            new ChatMessage(ChatRole.User, "2+2?"),
            new ChatMessage(ChatRole.Assistant, "4"),
            new ChatMessage(ChatRole.User, "3+3?"),
        ]));

        Assert.That(Body, Is.EqualTo(
            """{"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"2+2?"},"""
            + """{"role":"assistant","content":"4"},{"role":"user","content":"3+3?"}],"temperature":0.7,"max_tokens":4000}"""));
    }

    [Test]
    public async Task CompleteAsync_WithOptions_SendsThem()
    {
        await SendAsync(Options() with { Model = "m/1", Temperature = 0, MaxTokens = 17 }, Request("x"));

        Assert.That(Body, Is.EqualTo("""{"model":"m/1","messages":[{"role":"user","content":"x"}],"temperature":0,"max_tokens":17}"""));
    }

    [Test]
    public async Task CompleteAsync_WithMembersOfTheOperators_SendsThemInPlaceOfThoseOfTheirNames()
    {
        await SendAsync(Options() with { ExtraBody = """{"top_k":1.50,"temperature":null,"x":{"ä":[true]}}""" }, Request("ö"));

        Assert.That(Body, Is.EqualTo(
            """{"model":"gpt-4o-mini","messages":[{"role":"user","content":"ö"}],"temperature":null,"max_tokens":4000"""
            + ""","top_k":1.50,"x":{"ä":[true]}}"""));
    }

    [Test]
    public async Task CompleteAsync_WithATemperatureOfItsOwn_SendsThatOne()
    {
        await SendAsync(Options(), Request("x", temperature: 0.25));

        Assert.That(Body, Does.Contain("\"temperature\":0.25,"));
    }

    [Test]
    public async Task CompleteAsync_WithASchema_AsksForItStrictly()
    {
        await SendAsync(Options(), Request("x", Schema));

        Assert.That(Body, Does.EndWith(
            ""","max_tokens":4000,"response_format":{"type":"json_schema","json_schema":{"name":"canvas","strict":true,"sch"""
            + """ema":{"type":"object","properties":{"a":{"type":"string"}}}}}}"""));
    }

    [TestCase("\"\\\n\t", @"\""\\\n\t")]
    [TestCase("ä 漢 <b> & '", "ä 漢 <b> & '")]
    public async Task CompleteAsync_WithSpecialCharacters_SendsThemAsJson(string prompt, string sent)
    {
        await SendAsync(Options(), Request(prompt));

        Assert.That(Body, Does.Contain($"\"content\":\"{sent}\""));
    }

    [Test]
    public async Task CompleteAsync_WithALoneSurrogate_SendsTheReplacementCharacter()
    {
        await SendAsync(Options(), Request("a\ud800b"));

        Assert.That(Upstream.Requests.Single().LastMessage, Is.EqualTo("a\ufffdb"));
    }

    [TestCase(ChatModelProvider.OpenAi)]
    [TestCase(ChatModelProvider.Vllm)]
    public async Task CompleteAsync_ForEitherProvider_PostsJsonWithTheKey(ChatModelProvider provider)
    {
        await SendAsync(Options(provider), Request());

        var request = Upstream.Requests.Single();
        Assert.That((request.Method, request.Path), Is.EqualTo(("POST", "/v1/chat/completions")));
        Assert.That(request.Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(request.Headers["Authorization"], Is.EqualTo("Bearer " + Key));
    }

    [TestCase("  ", null)]
    [TestCase(" sk-1\n", "Bearer sk-1")]
    public async Task CompleteAsync_WithAnOddKey_SendsItTrimmedOrNotAtAll(string key, string? sent)
    {
        await SendAsync(Options() with { ApiKeys = [key] }, Request());

        Assert.That(Upstream.Requests.Single().Headers.GetValueOrDefault("Authorization"), Is.EqualTo(sent));
    }

    [TestCase("sk-1\nX-Header: a")]
    [TestCase("sk-1\u00e9")]
    [TestCase("sk-1\0")]
    public void CompleteAsync_WithAKeyThatNoHeaderCanHold_FailsWithoutShowingIt(string key) =>
        Assert.That(
            async () => await SendAsync(Options() with { ApiKeys = [key] }, Request()),
            Throws.Exception.Matches<Exception>(exception => !exception.ToString().Contains("sk-1", StringComparison.Ordinal)));

    [TestCase("", "/chat/completions")]
    [TestCase("/", "/chat/completions")]
    [TestCase("/api/v1/", "/api/v1/chat/completions")]
    [TestCase("/api/v1?version=2", "/api/v1/chat/completions")]
    public async Task CompleteAsync_WithAnyBaseUrl_PostsBelowIt(string path, string posted)
    {
        Upstream.Respond = _ => StubAnswer.Content("hi");

        await SendAsync(Options() with { BaseUrl = new Uri(Upstream.BaseUrl.GetLeftPart(UriPartial.Authority) + path) }, Request());

        Assert.That(Upstream.Requests.Single().Path, Is.EqualTo(posted));
    }

    private string Body => Upstream.Requests.Single().RawBody;

    private Task<ChatCompletion> SendAsync(ChatModelOptions options, ChatRequest request) =>
        Model(options).CompleteAsync(request, CancellationToken.None);
}
