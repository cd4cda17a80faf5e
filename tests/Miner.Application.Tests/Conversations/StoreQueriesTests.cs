using Miner.Application.Conversations;
using Miner.Application.Playbooks;
using Miner.Application.Ports;
using Miner.Application.Status;
using Miner.Application.Tests.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Moq;

namespace Miner.Application.Tests.Conversations;

/// <summary>Which question each query asks of the store, and which answer it makes of what that says.</summary>
[TestFixture]
internal sealed class StoreQueriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What no store can hold stands in no id: it is not even looked for.</summary>
    [TestCase("", "list")]
    [TestCase("c1", "search c1")]
    [TestCase(" ", "search  ")]
    [TestCase("a\0b", "")]
    public async Task List_OfAPartOfAnId_ListsOrSearches(string part, string asked)
    {
        var trips = new List<string>();
        var store = new Mock<IConversationRepository>(MockBehavior.Strict);
        store.Setup(conversations => conversations.ListAsync(7, 3, CancellationToken.None))
            .Callback(() => trips.Add("list")).ReturnsAsync(new ConversationPage(9, []));
        store.Setup(conversations => conversations.SearchAsync(It.IsAny<string>(), 7, 3, CancellationToken.None))
            .Callback((string searched, int _, int _, CancellationToken _) => trips.Add($"search {searched}"))
            .ReturnsAsync(new ConversationPage(9, []));

        var page = await new ListConversationsHandler(store.Object).Handle(new ListConversationsQuery(part, 7, 3), CancellationToken.None);

        Assert.That(string.Concat(trips), Is.EqualTo(asked));
        Assert.That((page.Total, page.Conversations.Count), Is.EqualTo((asked.Length > 0 ? 9 : 0, 0)));
    }

    [Test]
    public async Task Delete_OfAConversation_PassesOnWhetherThePlaybookGoesToo([Values] bool playbook, [Values] bool isThere)
    {
        var store = Mock.Of<IConversationRepository>(
            conversations => conversations.DeleteAsync("c", playbook, CancellationToken.None) == Task.FromResult(isThere));

        var command = new DeleteConversationCommand("c", playbook);

        Assert.That(await new DeleteConversationHandler(store).Handle(command, CancellationToken.None), Is.EqualTo(isThere));
    }

    /// <summary>A constraint comes before a preference, and what is longer than there is room for stays out.</summary>
    [TestCase(1_000, "Constraints:\n- rule: R\n\nPreferences:\n- style: S", "rule style")]
    [TestCase(22, "Constraints:\n- rule: R", "rule")]
    [TestCase(21, "", "")]
    public async Task Context_OfAPlaybook_IsWhatAModelReadsOfIt(int length, string text, string shown)
    {
        PlaybookEntry[] entries = [Entry(InsightType.Preference, "style", "S"), Entry(InsightType.Constraint, "rule", "R")];
        var store = Mock.Of<IPlaybookRepository>(
            playbooks => playbooks.ListAsync("c", null, CancellationToken.None) == Task.FromResult<IReadOnlyList<PlaybookEntry>>(entries));

        var report = await new GetPlaybookContextHandler(store, new PlaybookPolicy(length))
            .Handle(new GetPlaybookContextQuery("c"), CancellationToken.None);

        Assert.That((report.Text, report.TotalEntries), Is.EqualTo((text, 2)));
        Assert.That(string.Join(' ', report.Entries.Select(entry => entry.Key)), Is.EqualTo(shown));
    }

    [Test]
    public async Task Playbook_OfAConversation_IsAskedForByItsType([Values] InsightType type)
    {
        IReadOnlyList<PlaybookEntry> entries = [Entry(type, "k", "v")];
        var store = Mock.Of<IPlaybookRepository>(
            playbooks => playbooks.ListAsync("c", type, CancellationToken.None) == Task.FromResult(entries));

        var found = await new GetPlaybookHandler(store).Handle(new GetPlaybookQuery("c", type), CancellationToken.None);

        Assert.That(found, Is.SameAs(entries));
    }

    [Test]
    public async Task Capabilities_OfAMiner_TellWhoAnswersAndWhetherItSearches([Values] bool hasChat, [Values] bool searches)
    {
        var computed = Mock.Of<IComputedAnswers>(answers => answers.Description == new ChatModelDescription("offline", "offline-1", null));
        var chat = Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null));
        var history = new HistoryPolicy(10, TimeSpan.FromDays(7), 5, 3_000);

        var capabilities = await new GetCapabilitiesHandler(
                Models.Of(hasChat ? chat : null, computed), history,
                Mock.Of<IWebSearch>(search => search.Unavailable == (searches ? null : "No provider.")))
            .Handle(new GetCapabilitiesQuery(), CancellationToken.None);

        Assert.That(
            (capabilities.Model.Provider, capabilities.History, capabilities.InternetSearch),
            Is.EqualTo((hasChat ? "vllm" : "offline", history, searches)));
    }

    private static PlaybookEntry Entry(InsightType type, string key, string value) => new(
        1, "c", type, key, value, InsightOperation.Insert, "words", 0.9, Now, Now, 1, IsActive: true, [], ExtraData: null, 0, 0);
}
