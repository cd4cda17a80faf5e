using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Search;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Servers, and proxies before them, that send a key back.</summary>
internal sealed class EchoedKeyTests : ModelChainFixture
{
    [TestCase(Key)]
    [TestCase("SK-TEST-0123456789")]
    [TestCase($"models/{Key}:latest")]
    [TestCase("sk-test-01")]
    [TestCase(SecondKey)]
    public async Task CompleteAsync_WhenTheModelsNameHasAKeyInIt_ShowsTheNameThatWasAskedFor(string name)
    {
        Upstream.Respond = _ => Answer(name);

        var completion = await Chain(Options(), SecondOptions()).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo("gpt-4o-mini"));
        var log = string.Concat(Logs.Lines.Select(line => line.Text));
        Assert.That(log, Does.Not.Contain(name).IgnoreCase.And.Contain("gpt-4o-mini"));
    }

    [Test]
    public async Task CompleteAsync_WhenAMessagesModelIsCalledByTheKey_ShowsTheNameThatWasAskedFor()
    {
        Upstream.Respond = _ => new StubAnswer
        {
            Body = $$"""{"type":"message","model":"{{Key}}","stop_reason":"end_turn","content":[{"type":"text","text":"hi"}]}""",
        };

        var completion = await Model(Options(ChatModelProvider.Anthropic)).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo("gpt-4o-mini"));
    }

    [TestCase("x", "mixtral")]
    [TestCase("none", "no-model")]
    public async Task CompleteAsync_WhenTheKeyIsAPlaceholder_ShowsTheServersName(string key, string name)
    {
        Upstream.Respond = _ => Answer(name);

        var completion = await Model(Options() with { ApiKeys = [key] }).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(name));
    }

    [TestCase($"Incorrect API key provided: {Key}.", "Incorrect API key provided: ***.")]
    [TestCase("A password protects an account.", "A password protects an account.")]
    public async Task CompleteAsync_WhenTheAnswerQuotesAKey_LeavesTheKeyOut(string answer, string shown)
    {
        Upstream.Respond = _ => StubAnswer.Content(answer);

        var completion = await Model(Options() with { ApiKeys = ["password", Key] }).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices.Single(), Is.EqualTo(new ChatChoice(shown, ChoiceEnd.Complete)));
    }

    [Test]
    public async Task CompleteAsync_WhenACallQuotesAKey_SendsItToNobodyElse()
    {
        var arguments = $$"""{"formula":"{{Key}}"}""";
        Upstream.Respond = _ => StubAnswer.Calls(($"f-{Key}", arguments));

        var completion = await Model().CompleteAsync(
            Request() with { Tools = [new ChatTool("f", "d", "{}")] }, CancellationToken.None);

        Assert.That(
            completion.Choices.Single().ToolCalls,
            Is.EqualTo(new[] { new ToolCall("call_0", "f-***", """{"formula":"***"}""") }));
    }

    [TestCase("0123456789abcdef")]
    [TestCase("89abcdef_and_more")]
    [TestCase("0123456789abc")]
    public async Task CompleteAsync_WhenAnErrorsCodeHasAKeyInIt_LogsNoCode(string code)
    {
        const string PlainKey = "0123456789abcdef";
        Upstream.Respond = _ => StubAnswer.Error(401, "no", type: "plain_word", code: code);

        await FailureOfAsync(
            Model(Options() with { ApiKeys = [PlainKey, "89abcdef"] }).CompleteAsync(Request(), CancellationToken.None));

        var log = string.Concat(Logs.Lines.Select(line => line.Text));
        Assert.That(log, Does.Not.Contain(code).And.Contain("(type plain_word, code (null))"));
    }

    [Test]
    public async Task SearchAsync_WhenResultsQuoteAKey_ShowsNone()
    {
        const string SearchKey = "BSA-0123456789abcdef";
        Upstream.Respond = _ => new StubAnswer
        {
            Body = $$$"""
            {"web":{"results":[
                {"title":"Your key {{{SearchKey}}}","url":"https://example.org/a","description":"is {{{SearchKey}}}!"},
                {"title":"b","url":"https://example.org/?key={{{SearchKey}}}","description":"b"}]}}
            """,
        };
        var services = Services(services => services.AddWebSearch(new WebSearchOptions
        {
            Providers = [WebSearchProvider.Brave],
            BraveApiKey = SearchKey,
            HostedAt = new Uri(Upstream.BaseUrl.GetLeftPart(UriPartial.Authority)),
        }));

        var answers = await services.GetRequiredService<IWebSearch>().SearchAsync(["q"], CancellationToken.None);

        Assert.That(
            answers.Single().Results,
            Is.EqualTo(new[] { new WebSearchResult("Your key ***", new Uri("https://example.org/a"), "is ***!") }));
    }

    [Test]
    public void ToString_OfASecret_LeavesItOut() => Assert.That(new UpstreamSecret(Key).ToString(), Does.Not.Contain(Key));
}
