using Miner.Domain.Conversations;
using Miner.Domain.Text;

namespace Miner.Domain.Tests.Conversations;

/// <summary>What holds for any history, damaged ones too: pairs that lost a half, messages past their days, texts of any length.</summary>
[TestFixture]
internal sealed class RandomHistoryTests
{
    private const int Rounds = 2_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase(1)]
    [TestCase(2)]
    public void ForModel_OfAnyHistory_GivesTheNewestWholePairsThatFit(int seed) => ForEach(seed, (policy, messages) =>
    {
        var expected = new List<Message>();
        var pairs = Allowed(policy, messages).Where(pair => Cost(pair) <= policy.ContextTokens).Reverse();
        foreach (var pair in pairs.TakeWhile(pair => Cost([.. expected, .. pair]) <= policy.ContextTokens)) expected.InsertRange(0, pair);

        Assert.That(policy.ForModel(messages, Now), Is.EqualTo(expected));
    });

    [TestCase(3)]
    [TestCase(4)]
    public void ForModel_OfAnyHistory_KeepsOrderLimitsAndPairs(int seed) => ForEach(seed, (policy, messages) =>
    {
        var read = policy.ForModel(messages, Now);

        Assert.That(read, Has.Count.LessThanOrEqualTo(Math.Min(policy.ContextMessages, policy.MaxMessages)));
        Assert.That(Cost(read), Is.LessThanOrEqualTo(policy.ContextTokens));
        Assert.That(read, Is.SubsetOf(policy.Keep(messages, Now)), "what is not kept is not read");
        Assert.That(read.Select(message => messages.IndexOf(message)), Is.Ordered.Ascending);
        foreach (var half in read.Chunk(2))
        {
            Assert.That(half.Select(message => message.Role), Is.EqualTo(new[] { MessageRole.User, MessageRole.Assistant }));
            Assert.That(messages.IndexOf(half[1]), Is.EqualTo(messages.IndexOf(half[0]) + 1), "nothing stood between the two");
        }
    });

    [TestCase(5)]
    public void ForModel_WhenTheNewestPairFits_EndsWithIt(int seed) => ForEach(seed, (policy, messages) =>
    {
        if (Allowed(policy, messages).LastOrDefault() is not { } newest || Cost(newest) > policy.ContextTokens) return;

        Assert.That(policy.ForModel(messages, Now).TakeLast(2), Is.EqualTo(newest));
    });

    [TestCase(6)]
    public void Keep_OfAnyHistory_DropsTheOldestAlone(int seed) => ForEach(seed, (policy, messages) =>
    {
        var kept = policy.Keep(messages, Now);

        var young = messages.Count(message => Now - message.Timestamp <= policy.MaxAge);
        Assert.That(kept, Is.EqualTo(messages[^Math.Min(young, policy.MaxMessages)..]));
    });

    /// <summary>Each question among those that may be read at all that its answer follows.</summary>
    private static IEnumerable<Message[]> Allowed(HistoryPolicy policy, List<Message> messages)
    {
        var newest = messages.Where(message => Now - message.Timestamp <= policy.MaxAge)
            .TakeLast(Math.Min(policy.MaxMessages, policy.ContextMessages))
            .ToList();
        return newest.Zip(newest.Skip(1), (first, second) => new[] { first, second })
            .Where(pair => pair is [{ Role: MessageRole.User }, { Role: MessageRole.Assistant }]);
    }

    private static long Cost(IEnumerable<Message> messages) =>
        messages.Sum(message => (long)TokenEstimate.Of(message.Content) + HistoryPolicy.TokensAroundMessage);

    private static void ForEach(int seed, Action<HistoryPolicy, List<Message>> check)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var policy = new HistoryPolicy(
                random.Next(0, 12), TimeSpan.FromDays(random.Next(1, 8)), random.Next(0, 12), random.Next(0, 120));
            check(policy, History(random));
        }
    }

    /// <summary>Oldest first; four of five messages take their turn. No two have the same text.</summary>
    private static List<Message> History(Random random)
    {
        var messages = new List<Message>();
        var (role, time) = (MessageRole.User, Now.AddDays(-10));
        for (var left = random.Next(0, 16); left > 0; left--)
        {
            time = time.AddHours(random.Next(0, 24));
            messages.Add(new Message(role, $"{left} {new string('a', random.Next(0, 120))}", time < Now ? time : Now));
            if (random.Next(5) > 0) role = role == MessageRole.User ? MessageRole.Assistant : MessageRole.User;
        }

        return messages;
    }
}
