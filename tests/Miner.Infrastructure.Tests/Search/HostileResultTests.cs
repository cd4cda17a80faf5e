using Miner.Application.Ports;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>What a page, or a provider, may try.</summary>
internal sealed class HostileResultTests : WebSearchFixture
{
    private const string Address = "https://example.org/";

    [TestCase("a <b>bold</b> and <I CLASS=x>cursive</I> word", "a bold and cursive word")]
    [TestCase("un<strong>believ</strong>able", "unbelievable")]
    [TestCase("one<br/>two<p>three</p><td>four", "one two three four")]
    [TestCase("<script>alert(1)</script>text", "text")]
    [TestCase("a<SCRIPT src=x>evil()</Script >b<style>p{}</style>c", "a b c")]
    [TestCase("a<script>never ends", "a")]
    [TestCase("<img src=x onerror=alert(1)>text<svg/onload=x>", "text")]
    [TestCase("a<!-- <b>hidden</b> -->b<!-- never ends", "ab")]
    [TestCase("Tom &amp; Jerry &#39;s &quot;x&quot; &eacute;&nbsp;&#x1F600;", "Tom & Jerry 's \"x\" é 😀")]
    [TestCase("a &lt;b&gt; is a tag", "a <b> is a tag")]
    [TestCase("&amp;lt; stays", "&lt; stays")]
    [TestCase("List<T>, a < b > c, <3, <unknown>, <b and <", "List<T>, a < b > c, <3, <unknown>, <b and <")]
    [TestCase("one\r\n\ttwo\0three\u2028four\u0085  five ", "one two three four five")]
    [TestCase("\u202Eevil\u2066 \u200Bzero\uFEFF \u00ADsoft", "evil zero soft")]
    [TestCase("👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧")]
    [TestCase("&#xD800; &#0; x", "&#xD800; x")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public async Task SearchAsync_OfMarkupAndControlCharacters_GivesOneLineOfText(string? content, string expected)
    {
        var result = await FindOneAsync(("title", Address, content));

        Assert.That(result.Snippet, Is.EqualTo(expected));
    }

    [TestCase(" <b> </b> ", "example.org")]
    [TestCase(null, "example.org")]
    [TestCase("<b>A</b>\nB", "A B")]
    public async Task SearchAsync_OfATitle_GivesOneLineOrTheHost(string? title, string expected)
    {
        var result = await FindOneAsync((title, Address, "x"));

        Assert.That(result.Title, Is.EqualTo(expected));
    }

    [Test]
    public async Task SearchAsync_OfLongTexts_CutsThemBetweenCodePoints()
    {
        var result = await FindOneAsync((string.Concat(Enumerable.Repeat("😀", 300)), Address, new string('x', 1_001)));

        Assert.That(result.Title, Is.EqualTo(string.Concat(Enumerable.Repeat("😀", 199)) + "…"));
        Assert.That(result.Snippet, Is.EqualTo(new string('x', 999) + "…"));
    }

    [TestCase("<")]
    [TestCase("<b")]
    [TestCase("<b ")]
    [TestCase("<!--")]
    [TestCase("<script>")]
    [TestCase("&lt;")]
    [TestCase("x")]
    public async Task SearchAsync_OfAMegabyteOfOneThing_ReadsTheBeginningOnly(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        Upstream.Respond = _ => new StubAnswer
        {
            Body = $$"""{"results":[{"url":"{{Address}}","title":"{{text}}","content":"{{text}}"}]}""",
        };

        var result = (await FindAsync(Search(WebSearchProvider.Searxng))).Single();

        Assert.That((result.Title.Length, result.Snippet.Length), Is.LessThanOrEqualTo((200, 1_000)));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://example.org/")]
    [TestCase("//example.org/")]
    [TestCase("/path")]
    [TestCase("https://")]
    [TestCase("https://google.com@evil.example/")]
    [TestCase("not an address")]
    [TestCase("")]
    [TestCase(null)]
    public async Task SearchAsync_OfAnAddressThatNobodyShouldOpen_LeavesTheResultOut(string? address)
    {
        Upstream.Respond = _ => ProviderAnswers.FromSearxng(("bad", address, "x"), ("good", Address, "x"));

        Assert.That((await FindAsync(Search(WebSearchProvider.Searxng))).Single().Title, Is.EqualTo("good"));
    }

    [Test]
    public async Task SearchAsync_OfAnAddressWithoutEnd_LeavesTheResultOut()
    {
        Upstream.Respond = _ => ProviderAnswers.FromSearxng(
                ("long", Address + new string('x', 2_000), "x"),
                ("long when encoded", Address + new string('ä', 1_000), "x"),
                ("good", Address, "x"));

        Assert.That((await FindAsync(Search(WebSearchProvider.Searxng))).Single().Title, Is.EqualTo("good"));
    }

    [TestCase("HTTPS://Example.ORG:443/a b?c=<d>", "https://example.org/a%20b?c=%3Cd%3E")]
    [TestCase("https://example.org/a\nb", "https://example.org/a%0Ab")]
    [TestCase("https://bücher.example:8080/ä", "https://xn--bcher-kva.example:8080/%C3%A4")]
    [TestCase("https://exa\u200Bmple.org/\u202E", "https://xn--example-2z6c.org/%E2%80%AE")]
    public async Task SearchAsync_OfAnAddress_GivesItInAsciiWithoutSpaces(string address, string expected)
    {
        var result = await FindOneAsync(("title", address, "x"));

        Assert.That(result.Address.AbsoluteUri, Is.EqualTo(expected));
    }

    [TestCase(
        """{"results":[1,null,"x",[],{"url":7,"title":[]},{"url":"https://example.org/","title":5,"content":{"a":1}}]}""",
        "example.org|")]
    [TestCase("""{"results":[{"url":"https://example.org/","title":"a\ud800b","content":"\udc00"}]}""", "a\ufffdb|\ufffd")]
    [TestCase("""{"results":[{"url":"https://example.org/\ud800","title":"a","content":"b"}]}""", "a|b")]
    public async Task SearchAsync_OfWrongTypesAndLoneSurrogates_ReadsWhatCanBeRead(string body, string expected)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body };

        var result = (await FindAsync(Search(WebSearchProvider.Searxng))).Single();

        Assert.That($"{result.Title}|{result.Snippet}", Is.EqualTo(expected));
    }

    [TestCase("\"a string\"")]
    [TestCase("7")]
    [TestCase("null")]
    [TestCase("""{"results":{"0":{}}}""")]
    [TestCase("""{"results":""")]
    public async Task SearchAsync_OfAnAnswerOfAnotherForm_Fails(string body)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body };

        Assert.That((await FailureOfAsync(Search(WebSearchProvider.Searxng))).Failure, Is.EqualTo(UpstreamFailure.Failed));
    }

    [Test]
    public async Task SearchAsync_OfNestingWithoutEnd_Fails()
    {
        Upstream.Respond = _ => new StubAnswer { Body = new string('[', 100_000) };

        Assert.That((await FailureOfAsync(Search(WebSearchProvider.Searxng))).Failure, Is.EqualTo(UpstreamFailure.Failed));
    }

    [Test]
    public async Task SearchAsync_OfAnAnswerWithoutEnd_ReadsNoMoreThanTwoMegabytesAndAsksOnce()
    {
        Upstream.Respond = _ => ProviderAnswers.FromSearxng(("title", Address, new string('x', 3 * 1024 * 1024)));

        Assert.That((await FailureOfAsync(Search(WebSearchProvider.Searxng))).Failure, Is.EqualTo(UpstreamFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SearchAsync_WhenRedirected_DoesNotFollow()
    {
        Upstream.Respond = _ => new StubAnswer { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = "/elsewhere" } };

        await FailureOfAsync(Search(WebSearchProvider.Brave));

        Assert.That(Upstream.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/res/v1/web/search" }));
    }

    [Test]
    public async Task SearchAsync_WhenACookieIsSet_DoesNotSendItBack()
    {
        Upstream.Respond = _ => ProviderAnswers.Of(WebSearchProvider.Searxng) with
        {
            Headers = new Dictionary<string, string> { ["Set-Cookie"] = "id=1" },
        };
        var search = Search(WebSearchProvider.Searxng);

        await FindAsync(search);
        await FindAsync(search);

        Assert.That(Upstream.Requests.Count(request => request.Headers.ContainsKey("Cookie")), Is.Zero);
    }

    [TestCase(WebSearchProvider.Brave, 400, 50)]
    [TestCase(WebSearchProvider.Google, 400, 32)]
    [TestCase(WebSearchProvider.Wikipedia, 300, 10_000)]
    [TestCase(WebSearchProvider.Searxng, 400, 10_000)]
    public async Task SearchAsync_OfALongQuery_SendsItsBeginningInWholeWords(WebSearchProvider provider, int codePoints, int words)
    {
        Upstream.Respond = _ => ProviderAnswers.Of(provider);
        var search = Search(provider);

        await FindAsync(search, string.Join("\n\n", Enumerable.Repeat("abcd", 2_000)));
        await FindAsync(search, string.Join(' ', Enumerable.Repeat("a", 5_000)));
        await FindAsync(search, new string('x', 10_000));

        var sent = Upstream.Requests.Select(request => QueryOf(request)).ToList();
        Assert.That(sent[0], Is.EqualTo(string.Join(' ', Enumerable.Repeat("abcd", Math.Min(words, codePoints / 5)))));
        Assert.That(sent[1], Is.EqualTo(string.Join(' ', Enumerable.Repeat("a", Math.Min(words, codePoints / 2)))));
        Assert.That(sent[2], Is.EqualTo(new string('x', codePoints)));
    }

    [Test]
    public async Task SearchAsync_OfALongQueryInAnotherScript_KeepsTheAddressOfGoogleShort()
    {
        Upstream.Respond = _ => ProviderAnswers.Of(WebSearchProvider.Google);

        await FindAsync(Search(WebSearchProvider.Google), string.Concat(Enumerable.Repeat("木星", 5_000)));

        Assert.That(Upstream.Requests.Single().Query.Length, Is.InRange(1_000, 1_900));
        Assert.That(QueryOf(Upstream.Requests.Single()), Does.StartWith("木星木星").And.Not.Contain("\ufffd"));
    }

    private async Task<WebSearchResult> FindOneAsync((string? Title, string? Url, string? Content) result)
    {
        Upstream.Respond = _ => ProviderAnswers.FromSearxng(result);
        return (await FindAsync(Search(WebSearchProvider.Searxng))).Single();
    }

    private static string QueryOf(StubRequest request) =>
        Uri.UnescapeDataString(
            request.Query.TrimStart('?').Split('&').Single(part => part.StartsWith("q=", StringComparison.Ordinal))[2..]);
}
