using Miner.Application.Ports;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>What happens when a provider fails, and when all do.</summary>
internal sealed class SearchFallbackTests : WebSearchFixture
{
    private static readonly StubAnswer Nothing = new() { Body = """{"type":"search"}""" };

    private static readonly Dictionary<string, StubAnswer> Answers = new()
    {
        ["refused"] = StubAnswer.Error(401, "The key BSA-0123456789 is not valid"),
        ["spent"] = StubAnswer.Error(432),
        ["broken"] = StubAnswer.Error(500),
        ["overloaded"] = StubAnswer.Error(429, retryAfter: "59"),
        ["busy"] = StubAnswer.Error(503, retryAfter: "58"),
        ["reset"] = new StubAnswer { Reset = true },
        ["html"] = new StubAnswer { Body = "<html>Just a moment…</html>", ContentType = "text/html" },
        ["list"] = new StubAnswer { Body = "[]" },
        ["empty"] = new StubAnswer { Body = "" },
        ["nothing"] = Nothing,
        ["blind"] = new StubAnswer { Body = """{"results":[],"unresponsive_engines":[["google","timeout"]]}""" },
        ["error"] = new StubAnswer { Body = """{"detail":"no"}""" },
    };

    [TestCase("refused")]
    [TestCase("spent")]
    [TestCase("broken")]
    [TestCase("overloaded")]
    [TestCase("reset")]
    [TestCase("html")]
    [TestCase("list")]
    [TestCase("empty")]
    [TestCase("nothing")]
    public async Task SearchAsync_WhenTheFirstProviderFailsOrFindsNothing_AsksTheNext(string answer)
    {
        Answer(brave: answer);

        var results = await FindAsync(Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia));

        Assert.That(results[0].Address.Host, Is.EqualTo("en.wikipedia.org"));
        Assert.That(Upstream.Requests[^1].Path, Is.EqualTo("/w/rest.php/v1/search/page"));
    }

    [Test]
    public async Task SearchAsync_WhenTheFirstProviderFinds_AsksNobodyElse()
    {
        Upstream.Respond = _ => ProviderAnswers.Of(WebSearchProvider.Brave);

        await FindAsync(Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("broken", 3)]
    [TestCase("reset", 3)]
    [TestCase("refused", 1)]
    [TestCase("html", 1)]
    public async Task SearchAsync_WhenAnAttemptFails_TriesAgainWhereThatMayHelp(string answer, int attempts)
    {
        Answer(brave: answer);

        await FailureOfAsync(Search(WebSearchProvider.Brave));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(attempts));
    }

    [TestCase("blind")]
    [TestCase("error")]
    public async Task SearchAsync_WhenNoEngineOfSearxngAnswers_IsAFailure(string answer)
    {
        Upstream.Respond = _ => Answers[answer];

        var failure = await FailureOfAsync(Search(WebSearchProvider.Searxng));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((UpstreamFailure.Failed, (TimeSpan?)null)));
    }

    [TestCase("refused", "html", UpstreamFailure.Failed, null)]
    [TestCase("refused", "overloaded", UpstreamFailure.Overloaded, 59)]
    [TestCase("busy", "overloaded", UpstreamFailure.Overloaded, 58)]
    [TestCase("overloaded", "broken", UpstreamFailure.Overloaded, 59)]
    public async Task SearchAsync_WhenAllProvidersFail_FailsWithWhatLeavesMostHope(
        string first, string second, UpstreamFailure expected, int? retryAfter)
    {
        Answer(brave: first, wikipedia: second);

        var failure = await FailureOfAsync(Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia), "one", "two");

        Assert.That((failure.Failure, failure.RetryAfter?.TotalSeconds), Is.EqualTo((expected, (double?)retryAfter)));
        Assert.That(failure.InnerException, Is.Null);
    }

    [TestCase("nothing", "refused")]
    [TestCase("refused", "noPages")]
    public async Task SearchAsync_WhenOneFindsNothingAndTheOtherFails_HasFoundNothing(string first, string second)
    {
        Upstream.Respond = request => request.Path.StartsWith("/res", StringComparison.Ordinal)
            ? Answers[first]
            : Answers.GetValueOrDefault(second, new StubAnswer { Body = """{"pages":[]}""" });

        Assert.That(await FindAsync(Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia)), Is.Empty);
    }

    [Test]
    public async Task SearchAsync_WhenSomeQueriesFail_AnswersTheOthers()
    {
        Upstream.Respond = request => request.Query.Contains("bad", StringComparison.Ordinal)
            ? Answers["refused"]
            : ProviderAnswers.Of(WebSearchProvider.Brave);

        var answers = await Search(WebSearchProvider.Brave).SearchAsync(["good", "bad", "fine"], CancellationToken.None);

        Assert.That(
            answers.Select(answer => (answer.Query, answer.Results?.Count)),
            Is.EqualTo(new[] { ("good", (int?)2), ("bad", null), ("fine", 2) }));
    }

    [Test]
    public async Task SearchAsync_OfAProviderThatKeepsFailing_LeavesItAloneForAWhile()
    {
        Answer(brave: "broken");
        var search = Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia);

        var answers = await search.SearchAsync([.. Enumerable.Range(0, 50).Select(i => $"query {i}")], CancellationToken.None);

        Assert.That(answers.Select(answer => answer.Results?.Count), Is.All.EqualTo(2));
        Assert.That(Upstream.Requests.Count(request => request.Path.StartsWith("/res", StringComparison.Ordinal)), Is.InRange(10, 50));
        Assert.That(Logs.Lines.Count(line => line.EventId == 2004), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task SearchAsync_HoweverItEnds_LogsNoQueryKeyResultOrWordOfAProvider()
    {
        Answer(brave: "refused", wikipedia: "html");
        var search = Search(WebSearchProvider.Brave, WebSearchProvider.Google, WebSearchProvider.Tavily, WebSearchProvider.Wikipedia);

        var failure = await FailureOfAsync(search, "secret-query");
        Upstream.Respond = _ => ProviderAnswers.Of(WebSearchProvider.Brave);
        await FindAsync(search, "secret-query");

        var logged = string.Join('\n', Logs.Lines.Select(line => $"{line.Category} {line.Text} {line.Exception}"));
        Assert.That(logged, Does.Contain("Search provider brave gave no answer (Failed)").And.Contain("Searched for 1 queries"));
        foreach (var secret in new[] { "secret-query", "0123456789", "not valid", "moons", "example.org" })
            Assert.That(logged + failure, Does.Not.Contain(secret));
    }

    [Test]
    public void Unavailable_WithoutAProvider_NamesTheSettings()
    {
        var search = Search();

        Assert.That(search.Unavailable, Does.Contain("SEARCH_PROVIDER").And.Contain("SEARXNG_URL").And.Contain("TAVILY_API_KEY"));
        Assert.That(() => search.SearchAsync(["jupiter"], CancellationToken.None), Throws.InvalidOperationException);
    }

    [Test]
    public void ToString_OfOptions_HoldsNoKey() =>
        Assert.That(Options(WebSearchProvider.Brave, WebSearchProvider.Tavily).ToString(), Is.EqualTo("Brave, Tavily"));

    private void Answer(string brave, string? wikipedia = null) => Upstream.Respond = request =>
        request.Path.StartsWith("/res", StringComparison.Ordinal) ? Answers[brave]
        : request.Path.StartsWith("/w/", StringComparison.Ordinal) && wikipedia is null ? ProviderAnswers.Of(WebSearchProvider.Wikipedia)
        : Answers[wikipedia ?? "refused"];
}
