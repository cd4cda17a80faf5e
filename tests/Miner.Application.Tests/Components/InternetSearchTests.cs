using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Components.InternetSearch;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Text;
using Moq;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class InternetSearchTests
{
    private readonly Mock<IWebSearch> _search = new();
    private readonly Mock<IConversationRepository> _conversations = new();
    private InternetSearchHandler _handler = null!;

    [SetUp]
    public void MakeHandler()
    {
        _search.Reset();
        _conversations.Reset();
        var time = new FakeTimeProvider();
        var log = new ConversationLog(_conversations.Object, time, new StorageLog(NullLoggerFactory.Instance, time));
        _handler = new InternetSearchHandler(_search.Object, log);
    }

    [Test]
    public async Task Handle_OfTwoQueries_NumbersTheResultsThroughBoth()
    {
        Find(
            ("moons of jupiter", [Result("Moons", "https://a.example/", "95 of them."), Result("Io", "https://b.example/io")]),
            ("rings\nof saturn", [Result("Rings", "https://c.example/", "Ice.")]));

        var result = await HandleAsync();

        Assert.That(result.Output, Is.EqualTo(new ComponentOutput(
            """
            Results for: moons of jupiter
            1. Moons
               https://a.example/
               95 of them.
            2. Io
               https://b.example/io

            Results for: rings of saturn
            3. Rings
               https://c.example/
               Ice.
            """,
            Notebook.NoUpdate)));
        Assert.That((result.Usage, result.Output.Truncated), Is.EqualTo((ModelUsage.None, false)));
    }

    [Test]
    public async Task Handle_WhenQueriesFindTheSame_ListsItOnceAndRefersToIt()
    {
        Find(
            ("one", [Result("A", "https://a.example/"), Result("A again", "http://A.example"), Result("B", "https://b.example/x?p=1")]),
            (
                "two",
                [
                    Result("B", "https://b.example/x/?utm_source=mail&p=1#top"),
                    Result("C", "https://c.example/"),
                    Result("A", "https://a.example/"),
                ]),
            ("three", [Result("A", "https://a.example:443/?fbclid=7")]));

        Assert.That((await HandleAsync()).Output.ImmediateResponse, Is.EqualTo(
            """
            Results for: one
            1. A
               https://a.example/
            2. B
               https://b.example/x?p=1

            Results for: two
            3. C
               https://c.example/
            Found above: 2, 1

            Results for: three
            Found above: 1
            """));
    }

    [TestCase("https://a.example/x", "https://a.example/y")]
    [TestCase("https://a.example/x", "https://a.example/X")]
    [TestCase("https://a.example/x", "https://www.a.example/x")]
    [TestCase("https://a.example/", "https://a.example:8443/")]
    [TestCase("https://a.example/?p=1", "https://a.example/?p=2")]
    [TestCase("https://a.example/", "https://a.example/?utmost=1")]
    [TestCase("https://a.example/?a=1&b=2", "https://a.example/?a=1")]
    public async Task Handle_WhenAddressesDiffer_ListsBoth(string first, string second)
    {
        Find(("one", [Result("A", first), Result("B", second)]));

        Assert.That((await HandleAsync()).Output.ImmediateResponse, Does.Contain("2. B"));
    }

    [TestCase("https://a.example/x", "https://a.example/x/")]
    [TestCase("https://a.example/x", "http://a.example:80/x")]
    [TestCase("https://a.example/x", "https://A.EXAMPLE/x#part")]
    [TestCase("https://a.example/x?", "https://a.example/x?UTM_Medium=m&gclid=1&msclkid")]
    [TestCase("https://a.example", "https://a.example/?&")]
    public async Task Handle_WhenAddressesLeadToTheSamePage_ListsTheFirst(string first, string second)
    {
        Find(("one", [Result("A", first), Result("B", second)]));

        Assert.That((await HandleAsync()).Output.ImmediateResponse, Does.Contain("1. A").And.Not.Contain("B"));
    }

    [Test]
    public async Task Handle_WhenAQueryFailsOrFindsNothing_SaysWhich()
    {
        Find(("one", null), ("two", []), ("three", [Result("A", "https://a.example/")]));

        Assert.That((await HandleAsync()).Output.ImmediateResponse, Is.EqualTo(
            """
            Results for: one
            This could not be searched: no search provider answered.

            Results for: two
            Nothing was found.

            Results for: three
            1. A
               https://a.example/
            """));
    }

    [Test]
    public async Task Handle_OfMoreThanThereIsRoomFor_KeepsTheBestOfEachQueryWhole()
    {
        Find([.. Enumerable.Range(0, 50).Select(query => ($"query {query}", (IReadOnlyList<WebSearchResult>?)
            [.. Enumerable.Range(0, 20).Select(rank => Result($"Q{query} R{rank}", $"https://a.example/{query}/{rank}", Snippet))]))]);

        var result = await HandleAsync();

        var text = result.Output.ImmediateResponse;
        Assert.That(CodePoints.Count(text), Is.InRange(47_000, ComponentOutput.MaxImmediateResponse));
        Assert.That(result.Output.Truncated, Is.True);
        Assert.That(
            Enumerable.Range(0, 50).Select(query => $"Q{query} R0\n"),
            Is.All.Matches<string>(title => text.Contains(title, StringComparison.Ordinal)));
        Assert.That(text, Does.Not.Contain(" R5\n"));
        Assert.That(
            text.Split('\n').Where(line => line.Contains("😀", StringComparison.Ordinal)).Distinct(),
            Is.EqualTo(new[] { "   " + Snippet }));
        Assert.That(
            text.Split('\n').Count(line => line.Contains(". Q", StringComparison.Ordinal)),
            Is.EqualTo(text.Split('\n').Count(line => line == "   " + Snippet)));
    }

    [Test]
    public async Task Handle_OfResultsThatAlmostFillTheAnswer_SaysWhereOneDidNotFit()
    {
        var long20 = Enumerable
            .Range(0, 20)
            .Select(i => Result(new string('t', 200), $"https://a.example/{i}", new string('s', 2_200)))
            .ToList();
        Find([
            .. long20.Select((result, i) => ($"query {i}", (IReadOnlyList<WebSearchResult>?)[result])),
            ("last", [Result("L", "https://b.example/", new string('s', 2_200))]),
        ]);

        var text = (await HandleAsync()).Output.ImmediateResponse;

        Assert.That(text, Does.EndWith("Results for: last\nWhat was found did not fit here."));
        Assert.That(CodePoints.Count(text), Is.LessThanOrEqualTo(ComponentOutput.MaxImmediateResponse));
    }

    /// <summary>What stands between the sections takes room too: 49 of them have no result.</summary>
    [Test]
    public async Task Handle_OfAResultAroundWhatThereIsRoomFor_StaysWithinTheLimit()
    {
        var most = ComponentOutput.MaxImmediateResponse - (await LengthAsync(1)).Length + 1;

        for (var snippet = most - 50; snippet <= most + 1; snippet++)
        {
            var (length, isCut) = await LengthAsync(snippet);
            Assert.That(length, Is.LessThanOrEqualTo(ComponentOutput.MaxImmediateResponse));
            if (snippet == most - 50) Assert.That((length, isCut), Is.EqualTo((ComponentOutput.MaxImmediateResponse - 50, false)));
            if (snippet > most) Assert.That(isCut, Is.True);
        }

        async Task<(int Length, bool IsCut)> LengthAsync(int snippet)
        {
            Find([
                .. Enumerable.Range(0, 49).Select(i => ($"query {i}", (IReadOnlyList<WebSearchResult>?)null)),
                ("last", [Result("L", "https://a.example/", new string('s', snippet))]),
            ]);
            var output = (await HandleAsync()).Output;
            return (CodePoints.Count(output.ImmediateResponse), output.Truncated);
        }
    }

    [Test]
    public async Task Handle_OfFiftyLongQueriesWithTheSameResults_StaysWithinTheLimit()
    {
        IReadOnlyList<WebSearchResult> same =
        [
            .. Enumerable.Range(0, 20).Select(i => Result(new string('t', 200), $"https://a.example/{i}", new string('s', 1_000))),
        ];
        Find([.. Enumerable.Range(0, 50).Select(i => ($"{i} {new string('q', 9_990)}", (IReadOnlyList<WebSearchResult>?)same))]);

        var result = await HandleAsync();

        Assert.That(CodePoints.Count(result.Output.ImmediateResponse), Is.LessThanOrEqualTo(ComponentOutput.MaxImmediateResponse));
        Assert.That(result.Output.Truncated, Is.False);
        Assert.That(result.Output.ImmediateResponse, Does.EndWith("q…\nFound above: " + string.Join(", ", Enumerable.Range(1, 20))));
    }

    [Test]
    public async Task Handle_OfTheSameQueryTwice_SearchesOnce()
    {
        Find(("one", []), ("two", []));

        await _handler.Handle(new InternetSearchCommand(Inputs.Usual with { Queries = ["one", "two", "one"] }), CancellationToken.None);

        _search.Verify(search => search.SearchAsync(new[] { "one", "two" }, CancellationToken.None), Times.Once);
    }

    [Test]
    public async Task Handle_OnceAnswered_StoresThePair()
    {
        Find(("one", []));

        await HandleAsync();

        _conversations.Verify(store => store.AppendAsync(
            "cid", It.Is<Exchange>(pair => pair.Assistant == "Results for: one\nNothing was found."), CancellationToken.None));
    }

    [Test]
    public async Task Handle_WithoutAProvider_SaysWhy()
    {
        _search.Setup(search => search.Unavailable).Returns("Not configured.");

        Assert.That((await HandleAsync()).Output.ImmediateResponse, Is.EqualTo("Not configured."));
    }

    [Test]
    public void Handle_WhenEverySearchFails_FailsAndStoresNothing()
    {
        var failure = new WebSearchException(UpstreamFailure.Overloaded, "The search providers are overloaded.");
        _search.Setup(search => search.SearchAsync(It.IsAny<IReadOnlyList<string>>(), CancellationToken.None)).ThrowsAsync(failure);

        Assert.That(HandleAsync, Throws.Exception.SameAs(failure));
        _conversations.VerifyNoOtherCalls();
    }

    private static string Snippet { get; } = string.Concat(Enumerable.Repeat("😀", 200));

    private static WebSearchResult Result(string title, string address, string snippet = "") => new(title, new Uri(address), snippet);

    private void Find(params (string Query, IReadOnlyList<WebSearchResult>? Results)[] found) => _search
        .Setup(search => search.SearchAsync(It.IsAny<IReadOnlyList<string>>(), CancellationToken.None))
        .ReturnsAsync([.. found.Select(answer => new WebSearchAnswer(answer.Query, answer.Results))]);

    private Task<ComponentResult> HandleAsync() => _handler.Handle(new InternetSearchCommand(Inputs.Usual), CancellationToken.None);
}
