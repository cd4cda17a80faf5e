using Miner.Application.Ports;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>Providers that take their time, many queries at once, and a caller who does not wait.</summary>
internal sealed class SearchDeadlineTests : WebSearchFixture
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(15);

    private static readonly StubAnswer Stalled =
        ProviderAnswers.Of(WebSearchProvider.Brave) with { BodyGate = new TaskCompletionSource().Task };

    [TestCase(WebSearchProvider.Searxng, 8)]
    [TestCase(WebSearchProvider.Wikipedia, 3)]
    public async Task SearchAsync_OfManyQueries_SendsSoManyAtOnce(WebSearchProvider provider, int atOnce)
    {
        var gates = new Queue<TaskCompletionSource>();
        Upstream.Respond = _ =>
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gates) gates.Enqueue(gate);
            return ProviderAnswers.Of(provider) with { Gate = gate.Task };
        };
        var queries = Enumerable.Range(0, 20).Select(i => $"query {i}").ToList();

        var searching = Search(provider).SearchAsync(queries, CancellationToken.None);
        for (var i = 0; i < atOnce; i++) await Upstream.NextRequestAsync();
        for (var answered = 0; answered < queries.Count; answered++)
        {
            Assert.That(Upstream.Requests, Has.Count.LessThanOrEqualTo(answered + atOnce));
            lock (gates) gates.Dequeue().SetResult();
            if (answered + atOnce < queries.Count) await Upstream.NextRequestAsync();
        }

        Assert.That((await searching).Select(answer => answer.Query), Is.EqualTo(queries));
    }

    [Test]
    public async Task SearchAsync_WhenAProviderHangs_LeavesTimeForTheNext([Values] bool inTheBody)
    {
        Upstream.Respond = request => request.Path.StartsWith("/res", StringComparison.Ordinal)
            ? inTheBody ? Stalled : StubAnswer.Hang
            : ProviderAnswers.Of(WebSearchProvider.Wikipedia);
        var finding = FindAsync(Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia));

        var hung = await Upstream.NextRequestAsync();
        Clock.Advance(Attempt);
        await Upstream.NextRequestAsync();
        Clock.Advance(Attempt);

        Assert.That((await finding)[0].Address.Host, Is.EqualTo("en.wikipedia.org"));
        await hung.Aborted.InTimeAsync();
    }

    [Test]
    public async Task SearchAsync_WhenSomeQueriesHang_AnswersTheOthers()
    {
        Upstream.Respond = request => request.Query.Contains("slow", StringComparison.Ordinal)
            ? StubAnswer.Hang
            : ProviderAnswers.Of(WebSearchProvider.Brave);
        // Seven hang, so that the others come one by one, and all of the quick ones are through when the last one is sent.
        string[] queries = [.. Enumerable.Range(0, 7).Select(i => $"slow {i}"), "quick 1", "quick 2", "slow 8"];

        var searching = Search(WebSearchProvider.Brave).SearchAsync(queries, CancellationToken.None);
        for (var i = 0; i < queries.Length; i++) await Upstream.NextRequestAsync();
        while (!searching.IsCompleted)
        {
            Clock.Advance(Attempt);
            await Task.WhenAny(searching, Upstream.NextRequestAsync());
        }

        Assert.That(
            (await searching).Where(answer => answer.Results is not null).Select(answer => answer.Query),
            Is.EqualTo(new[] { "quick 1", "quick 2" }));
    }

    [Test]
    public async Task SearchAsync_WhenEverythingHangs_TimesOut()
    {
        Upstream.Respond = _ => StubAnswer.Hang;
        var failing = FailureOfAsync(Search(WebSearchProvider.Brave));

        for (var i = 0; i < 3; i++)
        {
            await Upstream.NextRequestAsync();
            Clock.Advance(Attempt);
        }

        var failure = await failing;
        Assert.That((failure.Failure, failure.InnerException), Is.EqualTo((UpstreamFailure.TimedOut, (Exception?)null)));
    }

    [Test]
    public async Task SearchAsync_WhenTheDeadlineHasPassed_SendsNoMore()
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(57));
            return StubAnswer.Hang;
        };

        var failure = await FailureOfAsync(
            Search(WebSearchProvider.Brave, WebSearchProvider.Google, WebSearchProvider.Wikipedia),
            [.. Enumerable.Range(0, 20).Select(i => $"{i}")]);

        Assert.That(failure.Failure, Is.EqualTo(UpstreamFailure.TimedOut));
        Assert.That(Upstream.Requests, Has.Count.InRange(1, 8));
    }

    [Test]
    public async Task SearchAsync_WhenTheCallerGivesUp_AbandonsAllSearches([Values] bool inTheBody)
    {
        Upstream.Respond = _ => inTheBody ? Stalled : StubAnswer.Hang;
        using var caller = new CancellationTokenSource();
        var searching = Search(WebSearchProvider.Brave, WebSearchProvider.Wikipedia).SearchAsync(["one", "two"], caller.Token);
        var requests = new[] { await Upstream.NextRequestAsync(), await Upstream.NextRequestAsync() };

        await caller.CancelAsync();

        Assert.That(async () => await searching, Throws.InstanceOf<OperationCanceledException>());
        foreach (var request in requests) await request.Aborted.InTimeAsync();
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(Logs.Lines, Is.Empty);
    }

    [Test]
    public void SearchAsync_WhenCancelledBefore_AsksNobody()
    {
        Assert.That(
            async () => await Search(WebSearchProvider.Brave).SearchAsync(["one"], new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Upstream.Requests, Is.Empty);
    }
}
