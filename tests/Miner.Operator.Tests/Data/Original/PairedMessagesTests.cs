using Miner.Domain.Conversations;
using Miner.Operator.Data.Original;

namespace Miner.Operator.Tests.Data.Original;

[TestFixture]
internal sealed class PairedMessagesTests
{
    /// <summary>A letter is a question, its capital the answer that belongs to it; a space is a pause.</summary>
    [TestCase("aA", "aA", 0)]
    [TestCase("aAbB", "aA bB", 0)]
    [TestCase("abAB", "aA bB", 0)]
    [TestCase("abcABC", "aA bB cC", 0)]
    [TestCase("abB", "bB", 1)]
    [TestCase("a bB", "bB", 1)]
    [TestCase("abBcC", "bB cC", 1)]
    [TestCase("AbB", "bB", 1)]
    [TestCase("aAB", "aA", 1)]
    [TestCase("ab", "", 2)]
    [TestCase("AB", "", 2)]
    [TestCase("", "", 0)]
    public void Of_MessagesOfRequestsAtOnce_FindsThePairs(string written, string expected, int missed)
    {
        var left = 0;

        var pairs = PairedMessages.Of(Read(written), () => left++)
            .Select(pair => $"{(char)pair.Question.Id}{(char)pair.Answer.Id}")
            .ToList();

        Assert.That(string.Join(' ', pairs), Is.EqualTo(expected));
        Assert.That(left, Is.EqualTo(missed));
    }

    [Test]
    public void Of_QuestionsWithoutEnd_KeepsFewOfThem()
    {
        var left = 0L;

        var pairs = PairedMessages.Of(Read(new string('a', 1_000_000)), () => left++).Count();

        Assert.That((pairs, left), Is.EqualTo((0, 1_000_000L)));
    }

    private static IEnumerable<TimedMessage> Read(string written)
    {
        var time = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var letter in written)
        {
            time += letter == ' ' ? TimeSpan.FromMinutes(5) : TimeSpan.FromMilliseconds(1);
            if (letter != ' ') yield return new TimedMessage(letter, char.IsUpper(letter) ? MessageRole.Assistant : MessageRole.User, time);
        }
    }
}
