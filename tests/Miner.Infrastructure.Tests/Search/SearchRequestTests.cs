using Miner.Infrastructure.Search;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>What goes out to each provider, and what comes of its answer.</summary>
internal sealed class SearchRequestTests : WebSearchFixture
{
    private static readonly (string, string, string) Moons = (
        "Jupiter & its moons",
        "https://example.org/jupiter",
        "The largest planet. It has 95 moons.");
    private static readonly (string, string, string) God = ("Jupiter (god)", "https://example.com/gods", "");

    [TestCase(WebSearchProvider.Searxng, "GET /search?q=a%26b%20c%20%C3%A4&format=json")]
    [TestCase(WebSearchProvider.Brave, "GET /res/v1/web/search?q=a%26b%20c%20%C3%A4&count=5&result_filter=web&text_decorations=false")]
    [TestCase(WebSearchProvider.Google, "GET /customsearch/v1?cx=engine%3A1&q=a%26b%20c%20%C3%A4&num=5")]
    [TestCase(WebSearchProvider.Tavily, "POST /search")]
    [TestCase(WebSearchProvider.Wikipedia, "GET /w/rest.php/v1/search/page?q=a%26b%20c%20%C3%A4&limit=5")]
    public async Task SearchAsync_OfOneQuery_SendsOneRequestAsDocumented(WebSearchProvider provider, string sent)
    {
        Upstream.Respond = _ => ProviderAnswers.Of(provider);

        await FindAsync(Search(provider), " a&b \n c ä ");

        var request = Upstream.Requests.Single();
        Assert.That($"{request.Method} {request.Path}{request.Query}", Is.EqualTo(sent));
        Assert.That(
            request.RawBody,
            Is.EqualTo(provider == WebSearchProvider.Tavily ? """{"query":"a\u0026b c \u00E4","max_results":5}""" : ""));
    }

    [TestCase(WebSearchProvider.Searxng, null, null, "")]
    [TestCase(WebSearchProvider.Brave, "X-Subscription-Token", BraveKey, "")]
    [TestCase(WebSearchProvider.Google, "X-Goog-Api-Key", GoogleKey, "")]
    [TestCase(WebSearchProvider.Tavily, "Authorization", "Bearer " + TavilyKey, "")]
    [TestCase(WebSearchProvider.Wikipedia, null, null, " (operator@example.org)")]
    public async Task SearchAsync_OfAnyProvider_SendsItsOwnKeyAndSaysWhoAsks(
        WebSearchProvider provider,
        string? header,
        string? value,
        string contact)
    {
        Upstream.Respond = _ => ProviderAnswers.Of(provider);

        await FindAsync(Search(provider));

        var headers = Upstream.Requests.Single().Headers;
        Assert.That(headers["User-Agent"], Is.EqualTo("sample-miner/1.0.0" + contact));
        Assert.That(headers["Accept"], Is.EqualTo("application/json"));
        Assert.That(
            headers.Where(sent => sent.Value.Contains("0123456789", StringComparison.Ordinal)).Select(sent => (sent.Key, sent.Value)),
            Is.EqualTo(header is null ? [] : new[] { (header, value!) }));
    }

    [Test]
    public async Task SearchAsync_WithoutAContact_SaysOnlyWhatAsks()
    {
        await FindAsync(Answering(WebSearchProvider.Wikipedia, Options(WebSearchProvider.Wikipedia) with { WikipediaContact = null }));

        Assert.That(Upstream.Requests.Single().Headers["User-Agent"], Is.EqualTo("sample-miner/1.0.0"));
    }

    [TestCase("/searx/", "/searx/search")]
    [TestCase("/searx?language=de#x", "/searx/search")]
    public async Task SearchAsync_OfSearxngBelowAPath_AsksThere(string path, string asked)
    {
        var options = Options(WebSearchProvider.Searxng);

        await FindAsync(Answering(WebSearchProvider.Searxng, options with { SearxngUrl = new Uri(options.SearxngUrl!, path) }));

        Assert.That((Upstream.Requests.Single().Path, Upstream.Requests.Single().Query), Is.EqualTo((asked, "?q=jupiter&format=json")));
    }

    [TestCase(WebSearchProvider.Brave, "&count=20&")]
    [TestCase(WebSearchProvider.Google, "&num=10")]
    [TestCase(WebSearchProvider.Wikipedia, "&limit=20")]
    public async Task SearchAsync_ForTwentyResults_AsksForAsManyAsTheProviderGives(WebSearchProvider provider, string sent)
    {
        await FindAsync(Answering(provider, Options(provider) with { ResultsPerQuery = 20 }));

        Assert.That(Upstream.Requests.Single().Query, Does.Contain(sent));
    }

    [TestCase(WebSearchProvider.Searxng)]
    [TestCase(WebSearchProvider.Brave)]
    [TestCase(WebSearchProvider.Google)]
    [TestCase(WebSearchProvider.Tavily)]
    public async Task SearchAsync_OfADocumentedAnswer_ReadsTitleAddressAndSnippet(WebSearchProvider provider)
    {
        var results = await FindAsync(Answering(provider, Options(provider)));

        Assert.That(results.Select(result => (result.Title, result.Address.AbsoluteUri, result.Snippet)), Is.EqualTo(new[] { Moons, God }));
    }

    [Test]
    public async Task SearchAsync_OfWikipedia_ReadsArticlesOfItsLanguage()
    {
        var results = await FindAsync(Answering(
            WebSearchProvider.Wikipedia, Options(WebSearchProvider.Wikipedia) with { WikipediaLanguage = "de" }));

        Assert.That(results.Select(result => (result.Title, result.Address.AbsoluteUri, result.Snippet)), Is.EqualTo(new[]
                {
                    (
                        "Jupiter",
                        "https://de.wikipedia.org/wiki/Jupiter",
                        "Fifth planet from the Sun. Jupiter is the fifth planet from the Sun & the largest"),
                    ("C++/CLI: a ?", "https://de.wikipedia.org/wiki/C%2B%2B/CLI:_a_%3F", "A language"),
                }
            ));
    }

    [TestCase(WebSearchProvider.Searxng)]
    [TestCase(WebSearchProvider.Tavily)]
    public async Task SearchAsync_WhenMoreAreSentThanWanted_TakesTheFirst(WebSearchProvider provider)
    {
        var results = await FindAsync(Answering(provider, Options(provider) with { ResultsPerQuery = 1 }));

        Assert.That(results.Single().Title, Is.EqualTo("Jupiter & its moons"));
    }

    [TestCase(WebSearchProvider.Brave, """{"type":"search","query":{"original":"jupiter"}}""")]
    [TestCase(WebSearchProvider.Google, """{"kind":"customsearch#search","searchInformation":{"totalResults":"0"}}""")]
    [TestCase(WebSearchProvider.Searxng, """{"results":[],"unresponsive_engines":[]}""")]
    [TestCase(WebSearchProvider.Tavily, """{"results":[]}""")]
    [TestCase(WebSearchProvider.Wikipedia, """{"pages":[]}""")]
    public async Task SearchAsync_WhenNothingIsFound_IsEmpty(WebSearchProvider provider, string body)
    {
        Upstream.Respond = _ => new() { Body = body };

        Assert.That(await FindAsync(Search(provider)), Is.Empty);
    }

    private Application.Ports.IWebSearch Answering(WebSearchProvider provider, WebSearchOptions options)
    {
        Upstream.Respond = _ => ProviderAnswers.Of(provider);
        return Search(options);
    }
}
