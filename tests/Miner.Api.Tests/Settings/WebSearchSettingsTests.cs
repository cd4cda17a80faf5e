using Miner.Api.Settings;
using Miner.Infrastructure.Search;

namespace Miner.Api.Tests.Settings;

[TestFixture]
internal sealed class WebSearchSettingsTests
{
    [Test]
    public void Read_WithNothingSet_SearchesNowhere()
    {
        var search = Read();

        Assert.That((search.Providers.Count, search.ResultsPerQuery, search.WikipediaLanguage), Is.EqualTo((0, 5, "en")));
    }

    [Test]
    public void Read_WithEverythingSet_TakesTheProvidersInTheirOrder()
    {
        var search = Read(
            "SEARCH_PROVIDER=Tavily, searxng,BRAVE,google,tavily,wikipedia", "SEARCH_RESULTS=20", "SEARXNG_URL=http://localhost:8080/searx",
            "BRAVE_API_KEY=b",
            "GOOGLE_SEARCH_API_KEY=g",
            "GOOGLE_SEARCH_ENGINE_ID=e:1",
            "TAVILY_API_KEY=t",
            "WIKIPEDIA_LANGUAGE=zh-min-nan",
            "WIKIPEDIA_CONTACT=https://example.org/me", "REQUEST_TIMEOUT=9");

        Assert.That(search.Providers, Is.EqualTo(new[]
                {
                    WebSearchProvider.Tavily,
                    WebSearchProvider.Searxng,
                    WebSearchProvider.Brave,
                    WebSearchProvider.Google,
                    WebSearchProvider.Wikipedia,
                }
            ));
        Assert.That(search with { Providers = [] }, Is.EqualTo(new WebSearchOptions
        {
            Providers = [],
            ResultsPerQuery = 20,
            SearxngUrl = new Uri("http://localhost:8080/searx"),
            BraveApiKey = "b",
            GoogleApiKey = "g",
            GoogleEngineId = "e:1",
            TavilyApiKey = "t",
            WikipediaLanguage = "zh-min-nan",
            WikipediaContact = "https://example.org/me",
            RequestTimeout = TimeSpan.FromSeconds(9),
        }
            ));
    }

    [TestCase("SEARCH_PROVIDER must list any of searxng, brave, google, tavily, wikipedia", "SEARCH_PROVIDER=bing")]
    [TestCase("SEARCH_PROVIDER must list", "SEARCH_PROVIDER=wikipedia;brave")]
    [TestCase("SEARXNG_URL is required by SEARCH_PROVIDER=searxng", "SEARCH_PROVIDER=searxng")]
    [TestCase("BRAVE_API_KEY is required by SEARCH_PROVIDER=brave", "SEARCH_PROVIDER=wikipedia,Brave", "TAVILY_API_KEY=t")]
    [TestCase("GOOGLE_SEARCH_API_KEY is required", "SEARCH_PROVIDER=google", "GOOGLE_SEARCH_ENGINE_ID=e")]
    [TestCase("GOOGLE_SEARCH_ENGINE_ID is required", "SEARCH_PROVIDER=google", "GOOGLE_SEARCH_API_KEY=g")]
    [TestCase("TAVILY_API_KEY is required", "SEARCH_PROVIDER=tavily", "TAVILY_API_KEY= ")]
    [TestCase("SEARXNG_URL must be an http or https address", "SEARCH_PROVIDER=searxng", "SEARXNG_URL=localhost:8080")]
    [TestCase("SEARXNG_URL must be", "SEARXNG_URL=http://user:secret@x")]
    [TestCase("BRAVE_API_KEY may hold", "BRAVE_API_KEY=secret clé")]
    [TestCase("SEARCH_RESULTS must be a whole number from 1 to 20", "SEARCH_RESULTS=21")]
    [TestCase("SEARCH_RESULTS must be", "SEARCH_RESULTS=0")]
    [TestCase("WIKIPEDIA_LANGUAGE must be", "WIKIPEDIA_LANGUAGE=secret.example/")]
    [TestCase("WIKIPEDIA_LANGUAGE must be", "WIKIPEDIA_LANGUAGE=-en")]
    [TestCase("WIKIPEDIA_CONTACT must be", "WIKIPEDIA_CONTACT=me (secret)")]
    public void Read_WithOneWrongSetting_SaysWhatItMayBeAndRepeatsNoValue(string problem, params string[] lines) =>
        Assert.That(() => Read(lines), Throws.TypeOf<SettingsException>()
            .With.Property(nameof(SettingsException.Problems)).Count.EqualTo(1)
            .And.Message.Contains(problem).And.Message.Not.Contains("secret"));

    [Test]
    public void Read_WithSeveralProvidersThatLackSomething_ListsAll() =>
        Assert.That(() => Read("SEARCH_PROVIDER=searxng,brave,google,nobody"), Throws.TypeOf<SettingsException>()
            .With.Property(nameof(SettingsException.Problems)).Count.EqualTo(5));

    private static WebSearchOptions Read(params string[] lines) => MinerSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(lines.Concat(["API_KEY=k", "LLM_PROVIDER=offline"])
            .Select(line => KeyValuePair.Create(line[..line.IndexOf('=')], (string?)line[(line.IndexOf('=') + 1)..])))
        .Build()).Search;
}
