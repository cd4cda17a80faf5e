using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Components.Complete;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Moq;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class CompleteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Mock<IConversationRepository> _conversations = new();
    private readonly Mock<IChatModel> _chat = new();
    private readonly Mock<IComputedAnswers> _computed = new();

    [SetUp]
    public void ForgetCalls()
    {
        _conversations.Reset();
        _chat.Reset();
        _computed.Reset();
    }

    [Test]
    public async Task Handle_OfALongPlaybookAndHistory_HasTheModelReadWhatTheBudgetsAllow()
    {
        var fact = Entry(InsightType.Fact, "name", "Ada");
        PlaybookEntry[] entries =
            [fact, Entry(InsightType.Fact, "long", new string('x', 4_000)), Entry(InsightType.Constraint, "rule", "Be brief")];
        Message[] messages =
        [
            new(MessageRole.User, new string('A', 4_000), Now),
            new(MessageRole.Assistant, new string('中', 800), Now),
            new(MessageRole.User, "u", Now, MessageOrigin.Model),
            new(MessageRole.Assistant, "a", Now, MessageOrigin.Model),
        ];
        _conversations.Setup(store => store.ReadContextAsync("cid", true, true, CancellationToken.None))
            .ReturnsAsync(new ConversationContext(messages, entries));
        ChatRequest? asked = null;
        _chat.Setup(chat => chat.CompleteAsync(It.IsAny<ChatRequest>(), It.IsAny<CancellationToken>()))
            .Callback((ChatRequest request, CancellationToken _) => asked = request)
            .ReturnsAsync(Models.Completion("The answer is 42."));

        await HandleAsync(_chat.Object);

        Assert.That(asked!.Messages.Skip(1).SkipLast(1).Select(message => message.Content), Is.EqualTo(new[] { "u", "a" }));
        Assert.That(asked.Messages[^1].Content, Does.Contain("rule: Be brief").And.Contain("name: Ada").And.Not.Contain("long"));
    }

    [Test]
    public async Task Handle_WhenTheModelOnlyThought_WouldRatherAskAnother()
    {
        _conversations.Setup(store => store.ReadContextAsync("cid", true, true, CancellationToken.None))
            .ReturnsAsync(new ConversationContext([], []));
        _chat.Setup(chat => chat.CompleteAsync(It.Is<ChatRequest>(request => !request.PrefersAnother), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Models.Completion("<think>What is asked?</think>"));
        _chat.Setup(chat => chat.CompleteAsync(It.Is<ChatRequest>(request => request.PrefersAnother), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Models.Completion("The answer is 42."));

        var result = await HandleAsync(_chat.Object);

        Assert.That(result.Output.ImmediateResponse, Is.EqualTo("The answer is 42."));
    }

    [Test]
    public async Task Handle_WithoutAChatModel_ReadsNoConversationAndStoresThePair()
    {
        _computed.Setup(computed => computed.Description).Returns(new ChatModelDescription("offline", "offline-1"));
        _computed.Setup(computed => computed.Answer(Component.Complete, Inputs.Usual, true, CancellationToken.None))
            .Returns(new ComponentOutput("The answer is 42.", Notebook.NoUpdate));

        var result = await HandleAsync(chat: null);

        Assert.That(result.Output.ImmediateResponse, Is.EqualTo("The answer is 42."));
        _conversations.Verify(store => store.AppendAsync("cid", It.IsAny<Exchange>(), CancellationToken.None));
        _conversations.VerifyNoOtherCalls();
        _computed.Verify(
            computed => computed.Answer(It.IsAny<Component>(), It.IsAny<ComponentInput>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()),
            Times.Once);
    }

    private Task<ComponentResult> HandleAsync(IChatModel? chat)
    {
        var time = new FakeTimeProvider(Now);
        var log = new ConversationLog(_conversations.Object, time, new StorageLog(NullLoggerFactory.Instance, time));
        var history = new HistoryPolicy(10, TimeSpan.FromDays(7), 5, 3_000);
        var options = new AnsweringOptions { SelfConsistencySamples = chat is null ? 8 : 1 };
        var models = Models.Of(chat, _computed.Object);
        return new CompleteHandler(models, log, history, new PlaybookPolicy(4_000), options, new MinerMetrics(), time)
            .Handle(new CompleteCommand(Inputs.Usual), CancellationToken.None);
    }

    private static PlaybookEntry Entry(InsightType type, string key, string value) => new(
        1, "cid", type, key, value, InsightOperation.Insert, "words", 0.9, Now, Now, 1, IsActive: true, [], ExtraData: null, 0, 0);
}
