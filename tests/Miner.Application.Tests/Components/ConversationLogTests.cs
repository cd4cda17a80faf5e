using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Moq;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class ConversationLogTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Mock<IConversationRepository> _conversations = new(MockBehavior.Strict);
    private ConversationLog _log = null!;

    [SetUp]
    public void MakeLog()
    {
        _conversations.Reset();
        var time = new FakeTimeProvider(Now);
        _log = new ConversationLog(_conversations.Object, time, new StorageLog(NullLoggerFactory.Instance, time));
    }

    [Test]
    public async Task Read_WhenNeitherFlagIsSet_MakesNoTripToTheStore()
    {
        var context = await _log.ReadAsync(
            Inputs.Usual with
            {
                UseConversationHistory = false,
                UsePlaybook = false,
            },
            CancellationToken.None);

        Assert.That(context.Messages, Is.Empty);
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Read_WithOneFlag_AsksForThatOnly(bool history, bool playbook)
    {
        _conversations
            .Setup(store => store.ReadContextAsync("cid", history, playbook, CancellationToken.None))
            .ReturnsAsync(new ConversationContext([], []));

        await _log.ReadAsync(Inputs.Usual with { UseConversationHistory = history, UsePlaybook = playbook }, CancellationToken.None);

        _conversations.VerifyAll();
    }

    [Test]
    public async Task Read_WhenTheStoreFails_GoesOnWithoutTheConversation()
    {
        _conversations.Setup(store => store.ReadContextAsync("cid", true, true, CancellationToken.None)).ThrowsAsync(Failure());

        var context = await _log.ReadAsync(Inputs.Usual, CancellationToken.None);

        Assert.That((context.Messages.Count, context.Playbook.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Write_OfAnAnswer_StoresThePairAsOfNow()
    {
        Exchange? stored = null;
        _conversations.Setup(store => store.AppendAsync("cid", It.IsAny<Exchange>(), CancellationToken.None))
            .Callback((string _, Exchange exchange, CancellationToken _) => stored = exchange)
            .Returns(Task.CompletedTask);

        await _log.WriteAsync(Inputs.Usual, Answer("42"), CancellationToken.None);

        Assert.That(
            (stored!.User, stored.Assistant, stored.AssistantOrigin, stored.At),
            Is.EqualTo(("Answer the question\n\nWhat is 6*7?", "42", MessageOrigin.Model, Now)));
    }

    [Test]
    public async Task Write_OfABlankAnswer_StoresNothing() => await _log.WriteAsync(Inputs.Usual, Answer(" "), CancellationToken.None);

    [Test]
    public void Write_WhenTheStoreFails_LetsTheAnswerBeGiven()
    {
        _conversations.Setup(store => store.AppendAsync("cid", It.IsAny<Exchange>(), CancellationToken.None)).ThrowsAsync(Failure());

        Assert.That(async () => await _log.WriteAsync(Inputs.Usual, Answer("42"), CancellationToken.None), Throws.Nothing);
    }

    private static ComponentResult Answer(string text) =>
        new(new ComponentOutput(text, Notebook.NoUpdate), ModelUsage.None) { Origin = MessageOrigin.Model };

    private static StorageException Failure() => new("The disk is full.", new IOException());
}
