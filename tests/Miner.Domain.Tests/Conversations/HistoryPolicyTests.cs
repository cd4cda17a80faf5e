using Miner.Domain.Conversations;
using Miner.Domain.Text;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Domain.Tests.Conversations;

[TestFixture]
internal sealed class HistoryPolicyTests
{
    private const int Plenty = 1_000_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase(5, 10, "3u 3a 4u 4a")]
    [TestCase(4, 10, "3u 3a 4u 4a")]
    [TestCase(1, 10, "")]
    [TestCase(0, 10, "")]
    [TestCase(100, 10, "1u 1a 2u 2a 3u 3a 4u 4a")]
    [TestCase(5, 3, "4u 4a")]
    public void ForModel_OfFourPairs_GivesTheNewestWithoutALeadingAnswer(int contextMessages, int maxMessages, string expected)
    {
        var policy = new HistoryPolicy(maxMessages, TimeSpan.FromDays(7), contextMessages, Plenty);

        var read = policy.ForModel(Pairs(4), Now);

        Assert.That(Contents(read), Is.EqualTo(expected));
    }

    // Each pair of "1u" and "1a" has 2 × 1 tokens of text and 2 × 4 around it.
    [TestCase(0, "")]
    [TestCase(9, "")]
    [TestCase(10, "4u 4a")]
    [TestCase(19, "4u 4a")]
    [TestCase(20, "3u 3a 4u 4a")]
    [TestCase(40, "1u 1a 2u 2a 3u 3a 4u 4a")]
    public void ForModel_OfABudget_GivesTheNewestPairsThatFit(int tokens, string expected) =>
        Assert.That(Contents(Budget(tokens).ForModel(Pairs(4), Now)), Is.EqualTo(expected));

    [Test]
    public void ForModel_WhenAPairIsLongerThanTheBudget_LeavesItOutAndGivesThoseBefore()
    {
        var messages = Pairs(3);
        messages[5] = messages[5] with { Content = new string('a', 400) };

        Assert.That(Contents(Budget(100).ForModel(messages, Now)), Is.EqualTo("1u 1a 2u 2a"));
    }

    [Test]
    public void ForModel_WhenAPairNoLongerFits_EndsThere()
    {
        var messages = Pairs(3);
        messages[3] = messages[3] with { Content = new string('a', 100) };

        Assert.That(Contents(Budget(40).ForModel(messages, Now)), Is.EqualTo("3u 3a"));
    }

    [Test]
    public void ForModel_WhenHalvesHaveLostEachOther_GivesPairsOnly()
    {
        var (question, answer) = (new Message(MessageRole.User, "u", Now), new Message(MessageRole.Assistant, "a", Now));

        Assert.That(Contents(Budget(Plenty).ForModel([answer, question, question, answer, answer, question], Now)), Is.EqualTo("u a"));
    }

    [Property(MaxTest = 300)]
    public bool ForModel_OfAnyConversation_GivesWholePairsInOrderWithinTheBudget(byte[] lengths, ushort tokens)
    {
        var messages = lengths.SelectMany((length, i) => new[]
                    {
                        new Message(MessageRole.User, $"{i} {new string('é', length)}", Now),
                        new Message(MessageRole.Assistant, $"{i} {new string('中', length)}", Now),
                    }
            )
            .ToList();
        var policy = Budget(tokens % 3_000);

        var read = policy.ForModel(messages, Now).ToList();

        var places = read.ConvertAll(messages.IndexOf);
        return read.Sum(Cost) <= policy.ContextTokens
            && places.Index().All(place => place.Index % 2 == 0 ? place.Item % 2 == 0 : place.Item == places[place.Index - 1] + 1)
            && places.SequenceEqual(places.Order());
    }

    [Property(MaxTest = 300)]
    public bool ForModel_OfAnyConversation_LeavesOutOnlyWhatDoesNotFit(byte[] lengths, ushort tokens)
    {
        var messages = lengths.SelectMany((length, i) => new[]
        {
            new Message(MessageRole.User, $"{i} {new string('x', length)}", Now), new Message(MessageRole.Assistant, $"{i}", Now),
        }).ToList();
        var policy = Budget(tokens % 500);

        var read = policy.ForModel(messages, Now);

        var fitting = messages.Chunk(2).Where(pair => pair.Sum(Cost) <= policy.ContextTokens).Reverse().ToList();
        var next = fitting.Skip(read.Count / 2).FirstOrDefault();
        return fitting.Take(read.Count / 2).Reverse().SelectMany(pair => pair).SequenceEqual(read)
            && (next is null || read.Sum(Cost) + next.Sum(Cost) > policy.ContextTokens);
    }

    [Test]
    public void Keep_WithMessagesPastTheirDays_DropsThem()
    {
        var policy = new HistoryPolicy(10, TimeSpan.FromDays(7), 5, Plenty);
        var edge = new Message(MessageRole.User, "just in time", Now - TimeSpan.FromDays(7));
        var late = new Message(MessageRole.User, "late", edge.Timestamp - TimeSpan.FromTicks(1));

        Assert.That(policy.Keep([late, edge], Now), Is.EqualTo(new[] { edge }));
    }

    private static HistoryPolicy Budget(int tokens) => new(1_000, TimeSpan.FromDays(7), 1_000, tokens);

    private static int Cost(Message message) => TokenEstimate.Of(message.Content) + HistoryPolicy.TokensAroundMessage;

    private static string Contents(IEnumerable<Message> messages) => string.Join(' ', messages.Select(message => message.Content));

    private static List<Message> Pairs(int count) =>
        [.. Enumerable.Range(1, count).SelectMany(i => new[]
        {
            new Message(MessageRole.User, $"{i}u", Now), new Message(MessageRole.Assistant, $"{i}a", Now),
        })];
}
