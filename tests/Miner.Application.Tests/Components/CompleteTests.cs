using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class CompleteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private Handling _handling = null!;

    [SetUp]
    public void Begin() => _handling = new Handling();

    [TearDown]
    public void End() => _handling.Dispose();

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
        _handling.Context = new ConversationContext(messages, entries);
        _handling.Chat.Says("The answer is 42.");

        await _handling.AskAsync(Component.Complete, Inputs.Usual);

        var asked = _handling.Chat.Requests.Single();
        Assert.That(asked.Messages.Skip(1).SkipLast(1).Select(message => message.Content), Is.EqualTo(new[] { "u", "a" }));
        Assert.That(asked.Messages[^1].Content, Does.Contain("rule: Be brief").And.Contain("name: Ada").And.Not.Contain("long"));
    }

    private static PlaybookEntry Entry(InsightType type, string key, string value) => new(
        1, "cid", type, key, value, InsightOperation.Insert, "words", 0.9, Now, Now, 1, IsActive: true, [], ExtraData: null, 0, 0);
}
