using System.Globalization;
using Miner.Domain.Playbooks;
using Miner.Testing;
using static Miner.Domain.Tests.Playbooks.Entries;

namespace Miner.Domain.Tests.Playbooks;

/// <summary>The store's only writer waits while a feedback is applied.</summary>
[TestFixture]
internal sealed class PlaybookCostTests
{
    private const int MaxValue = 2_000;
    private const int MaxFeedback = 50 * 10_000;

    // The worst was measured at some tenths of a second, without optimisation.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [TestCase("a ", "a ")]
    [TestCase("a b ", "a b ")]
    [TestCase("user's ", "prefers ")]
    [TestCase("don't ", "never ")]
    [TestCase("🧮", "+")]
    [TestCase("1,", "-1.")]
    [TestCase("e\u0301", "中")]
    public void Apply_OfManyLongInsightsToAFullPlaybook_EndsFast(string known, string said)
    {
        var playbook = new Playbook("c", Enumerable.Range(0, Playbook.MaxEntries).Select(i => Entry(Key(known, i), Value(known, i))));
        List<Insight> insights = [.. Enumerable.Range(0, 100).Select(i => Insight(Key(said, i), Value(i % 2 == 0 ? known : said, i)))];
        var changes = 0;

        CpuTime.EnsureLess(Patience, () => changes = playbook.Apply(insights, Repeat(known, MaxFeedback), Now).Count);

        Assert.That(changes, Is.EqualTo(100));
    }

    // Each of another length: the feedback is then looked through once for every entry.
    private static string Value(string part, int number) =>
        Repeat(part, MaxValue - number - 4) + number.ToString(CultureInfo.InvariantCulture);

    private static string Key(string part, int number) =>
        Repeat(part, Domain.Playbooks.Insight.MaxKey - 4) + number.ToString(CultureInfo.InvariantCulture);

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
}
