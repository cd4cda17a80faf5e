using System.Text.Json.Nodes;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>Answers in the form that each provider's documentation gives, with the fields around those that are read.</summary>
internal static class ProviderAnswers
{
    public const string Searxng = """
        {
          "query": "jupiter", "number_of_results": 2,
          "results": [
            {
              "url": "https://example.org/jupiter", "title": "Jupiter & its moons", "content": "The largest planet.\nIt has 95 moons.",
              "thumbnail": null, "engine": "duckduckgo", "template": "default.html", "engines": ["duckduckgo", "brave"],
              "parsed_url": ["https", "example.org", "/jupiter", "", "", ""], "positions": [1, 2], "score": 3.0, "category": "general"
            },
            { "url": "https://example.com/gods", "title": "Jupiter (god)", "content": "", "engine": "brave", "score": 1.0 }
          ],
          "answers": [], "corrections": [], "infoboxes": [], "suggestions": ["jupiter moons"],
          "unresponsive_engines": [["google", "Suspended: CAPTCHA"]]
        }
        """;

    public const string Brave = """
        {
          "type": "search",
          "query": { "original": "jupiter", "more_results_available": true, "spellcheck_off": false },
          "mixed": { "type": "mixed", "main": [{ "type": "web", "index": 0, "all": false }], "top": [], "side": [] },
          "web": {
            "type": "search",
            "results": [
              {
                "title": "Jupiter &amp; its moons", "url": "https://example.org/jupiter", "is_source_local": false,
                "description": "The <strong>largest</strong> planet.<br>It has 95 moons.", "page_age": "2026-01-15T00:00:00",
                "profile": { "name": "Example", "url": "https://example.org", "img": "https://imgs.example/1" },
                "language": "en", "family_friendly": true, "type": "search_result", "subtype": "generic",
                "meta_url": { "scheme": "https", "netloc": "example.org", "hostname": "example.org", "path": "› jupiter" }
              },
              { "title": "Jupiter (god)", "url": "https://example.com/gods", "description": "" }
            ],
            "family_friendly": true
          }
        }
        """;

    public const string Google = """
        {
          "kind": "customsearch#search",
          "url": { "type": "application/json", "template": "https://www.googleapis.com/customsearch/v1?q={searchTerms}" },
          "queries": { "request": [{ "title": "Google Custom Search - jupiter", "totalResults": "2", "count": 2, "startIndex": 1 }] },
          "searchInformation": { "searchTime": 0.2, "totalResults": "2" },
          "items": [
            {
              "kind": "customsearch#result", "title": "Jupiter & its moons", "htmlTitle": "<b>Jupiter</b> &amp; its moons",
              "link": "https://example.org/jupiter", "displayLink": "example.org",
              "snippet": "The largest planet.\nIt has 95 moons.", "htmlSnippet": "The largest planet.<br>It has 95 moons.",
              "formattedUrl": "https://example.org/jupiter", "pagemap": { "metatags": [{ "og:type": "article" }] }
            },
            { "kind": "customsearch#result", "title": "Jupiter (god)", "link": "https://example.com/gods", "snippet": "" }
          ]
        }
        """;

    public const string Tavily = """
        {
          "query": "jupiter", "answer": null, "images": [], "follow_up_questions": null,
          "results": [
            {
              "title": "Jupiter & its moons", "url": "https://example.org/jupiter", "score": 0.97, "raw_content": null,
              "content": "The largest planet. It has 95 moons."
            },
            { "title": "Jupiter (god)", "url": "https://example.com/gods", "content": "", "score": 0.4 }
          ],
          "response_time": 1.1, "request_id": "4711"
        }
        """;

    public const string Wikipedia = """
        {
          "pages": [
            {
              "id": 38930, "key": "Jupiter", "title": "Jupiter",
              "excerpt": "<span class=\"searchmatch\">Jupiter</span> is the fifth planet from the Sun &amp; the largest",
              "matched_title": null, "description": "Fifth planet from the Sun",
              "thumbnail": { "mimetype": "image/jpeg", "width": 60, "height": 60, "url": "//upload.wikimedia.org/60px-Jupiter.jpg" }
            },
            { "id": 7, "key": "C++/CLI:_a_?", "title": "C++/CLI: a ?", "excerpt": "A language", "description": null, "thumbnail": null }
          ]
        }
        """;

    /// <summary>An answer of <paramref name="provider"/> that holds two results.</summary>
    public static StubAnswer Of(WebSearchProvider provider) => new()
    {
        Body = provider switch
        {
            WebSearchProvider.Searxng => Searxng,
            WebSearchProvider.Brave => Brave,
            WebSearchProvider.Google => Google,
            WebSearchProvider.Tavily => Tavily,
            WebSearchProvider.Wikipedia => Wikipedia,
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        },
    };

    /// <summary>An answer of SearXNG that holds these results.</summary>
    public static StubAnswer FromSearxng(params IEnumerable<(string? Title, string? Url, string? Content)> results) =>
        StubAnswer.Json(new JsonObject
        {
            ["results"] = new JsonArray([.. results.Select(result => new JsonObject
            {
                ["title"] = result.Title, ["url"] = result.Url, ["content"] = result.Content,
            })]),
        });
}
