using Miner.Domain.Playbooks;
using static Miner.Domain.Tests.Playbooks.Entries;

namespace Miner.Domain.Tests.Playbooks;

/// <summary>What is said again, what is said in other words, and what only looks like it.</summary>
[TestFixture]
internal sealed class RepeatedInsightTests
{
    [TestCase("Prefers concise answers")]
    [TestCase("  prefers CONCISE answers. ")]
    [TestCase("Prefers \"concise\" answers!")]
    public void Apply_OfTheSameWords_ConfirmsAndMakesNoVersion(string value)
    {
        var known = Entry("response_style", "Prefers concise answers") with { Version = 3, Confidence = 0.5 };

        var change = Apply(known, "my words", Insight("response_style", value)).Single();

        Assert.That((change.Outcome, change.Modified), Is.EqualTo((PlaybookChangeOutcome.Confirmed, false)));
        Assert.That(change.Entry, Is.EqualTo(known with { Helpful = 1 }));
    }

    [TestCase("Response-Style")]
    [TestCase("answer_length")]
    [TestCase("conciseness")]
    public void Apply_OfTheSameWordsUnderAnotherKey_ConfirmsTheEntryOfBefore(string key)
    {
        var change = Apply(Entry("response_style", "Prefers concise answers"), "my words", Insight(key, "Prefers concise answers"))
            .Single();

        Assert.That(
            (change.Outcome, change.Entry!.Key, change.Entry.Helpful),
            Is.EqualTo((PlaybookChangeOutcome.Confirmed, "response_style", 1)));
    }

    [TestCase("Prefers concise answers", "The user prefers concise answers.")]
    [TestCase("Prefers concise answers", "User likes concise responses")]
    [TestCase("Prefers concise answers", "Wants short, concise answers")]
    [TestCase("Prefers concise answers", "The user would really like very brief replies, please")]
    [TestCase("Use metric units", "Always use metric units")]
    [TestCase("Show all the steps of a proof", "Always include all the steps of a proof")]
    [TestCase("Never use emoji in answers", "Please don’t use emoji in the answers")]
    [TestCase("Hates long introductions to answers", "Does not like long introductions to answers")]
    [TestCase("Is 34 years old, in Lyon", "The user is 34 years old, and in Lyon")]
    [TestCase("Préfère les réponses courtes", "préfère les réponses courtes, please")]
    public void Apply_OfOtherWordsForTheSame_Merges(string known, string said)
    {
        var change = Apply(Entry("response_style", known), "my words", Insight("answer_format", said)).Single();

        Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Merged));
    }

    [TestCase("Prefers metric units", "Prefers imperial units")]
    [TestCase("Answers in Spanish please", "Answers in French please")]
    [TestCase("Always answer in Spanish", "Always answer in French")]
    [TestCase("Likes tea with milk", "Likes coffee with milk")]
    [TestCase("Has two children at school", "Has three children at school")]
    [TestCase("Keep answers under 100 words", "Keep answers under 200 words")]
    [TestCase("Round to 2.5 percent steps", "Round to 25 percent steps")]
    [TestCase("Keep it at -5 degrees", "Keep it at 5 degrees")]
    [TestCase("Prefers tea over coffee", "Prefers coffee over tea")]
    [TestCase("Translate English to French", "Translate French to English")]
    [TestCase("Prefers concise answers", "Prefers less concise answers")]
    [TestCase("Prefers concise answers", "Prefers detailed answers")]
    [TestCase("Prefers answers with citations", "Prefers medical answers with citations")]
    [TestCase("Lives in Paris now", "Lives in Paris Texas now")]
    [TestCase("Writes programs in C", "Writes programs in C++")]
    [TestCase("Writes programs in C#", "Writes programs in F#")]
    [TestCase("Budget is 100 € each month", "Budget is 100 $ each month")]
    [TestCase("Likes both tea and coffee", "Likes either tea or coffee")]
    [TestCase("Does not like all long answers", "Does not like long answers")]
    [TestCase("Sometimes prefers long answers", "Prefers long answers")]
    [TestCase("总是使用公制单位", "总是使用英制单位")]
    public void Apply_OfSomethingElse_NeverMerges(string known, string said)
    {
        foreach (var (first, second) in new[] { (known, said), (said, known) })
        {
            var change = Apply(Entry("response_style", first), "my words", Insight("answer_format", second)).Single();

            Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Inserted), $"{first} | {second}");
        }
    }

    [TestCase("home_city", "birth_city", "Paris, in France")]
    [TestCase("cooking_units", "running_units", "Uses metric units")]
    [TestCase("breakfast", "dinner", "Eggs and toast with tea")]
    [TestCase("rule_1", "rule_2", "Show every step in proofs")]
    [TestCase("style", "tone", "formal")]
    [TestCase("answer_language", "response_language", "in French")]
    [TestCase("🧮", "🦊", "Likes this picture best")]
    public void Apply_OfTheSameWordsAboutSomethingElse_NeverMerges(string knownKey, string key, string value) => Assert.That(
        Apply(Entry(knownKey, value), "my words", Insight(key, value)).Single().Outcome, Is.EqualTo(PlaybookChangeOutcome.Inserted));

    [TestCase("Likes long answers", "Does not like long answers")]
    [TestCase("Likes long answers", "Hates long answers")]
    [TestCase("Likes long answers", "No longer prefers long answers")]
    [TestCase("Never use emoji in titles", "Always use emoji in titles")]
    [TestCase("Avoid emoji in titles", "Use emoji in titles")]
    public void Apply_OfTheOpposite_ReplacesTheEntryAndCountsAgainstIt(string known, string said)
    {
        foreach (var (first, second) in new[] { (known, said), (said, known) })
        {
            var change = Apply(Entry("response_style", first) with { Helpful = 2 }, "my words", Insight("answer_format", second)).Single();

            Assert.That(change.Outcome, Is.EqualTo(PlaybookChangeOutcome.Updated), $"{first} | {second}");
            var entry = change.Entry!;
            Assert.That((entry.Key, entry.Value, entry.Version), Is.EqualTo(("response_style", second, 2)));
            Assert.That((entry.Helpful, entry.Harmful), Is.EqualTo((2, 1)));
        }
    }

    [TestCase(";", ",")]
    [TestCase("a", "the")]
    [TestCase("always", "never")]
    [TestCase("👍", "👎")]
    public void Apply_OfAKnownKeyWithAValueThatIsHardlyAWord_Updates(string known, string said) =>
        Assert.That(Apply(Entry("k", known), "my words", Insight("k", said)).Single().Outcome, Is.EqualTo(PlaybookChangeOutcome.Updated));

    [Test]
    public void Apply_OfAMerge_TakesTheFullerWordingTheSurerConfidenceAndAllTags()
    {
        var known = Entry("style", "Prefers concise answers") with
        {
            Id = 7,
            Version = 2,
            Confidence = 0.6,
            Tags = ["a", "b"],
            Helpful = 1,
            Harmful = 1,
        };
        var said = Insight("answer_format", "The user prefers concise answers") with { Confidence = 0.5, Tags = ["B", "c"] };

        var entry = Apply(known, "my words", said).Single().Entry!;

        Assert.That(entry.Tags, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(entry with { Tags = known.Tags }, Is.EqualTo(known with
        {
            Value = "The user prefers concise answers",
            Operation = InsightOperation.Update,
            SourceFeedback = "my words",
            UpdatedAt = Now.AddDays(1),
            Version = 3,
            Helpful = 2,
        }));
    }

    [Test]
    public void Apply_OfAMergeWithManyTags_KeepsAsManyAsAnInsightMayHave()
    {
        var known = Entry("style", "Prefers concise answers") with
        {
            Tags = [.. Enumerable.Range(0, Domain.Playbooks.Insight.MaxTags).Select(i => $"old{i}")],
        };

        var entry = Apply(known, "my words", Insight("style", "The user prefers concise answers")).Single().Entry!;

        Assert.That(entry.Tags, Is.EqualTo(known.Tags));
    }

    [Test]
    public void Apply_OfAShorterWording_KeepsTheFullerOne()
    {
        var known = Entry("style", "The user prefers concise answers");

        var change = Apply(known, "my words", Insight("style", "Likes brief replies")).Single();

        Assert.That((change.Outcome, change.Entry), Is.EqualTo((PlaybookChangeOutcome.Confirmed, known with { Helpful = 1 })));
    }

    [Test]
    public void Apply_OfOneInsightFiveTimesInOneFeedback_CountsItOnce()
    {
        var playbook = new Playbook("c", []);
        var insights = Enumerable.Repeat(Insight("style", "Prefers concise answers"), 5).ToList();

        playbook.Apply(insights, "my words", Now);
        Assert.That(playbook.Entries.Single(), Has.Property("Version").EqualTo(1).And.Property("Helpful").EqualTo(0));

        playbook.Apply(insights, "my words", Now);
        Assert.That(playbook.Entries.Single(), Has.Property("Version").EqualTo(1).And.Property("Helpful").EqualTo(1));
    }

    [Test]
    public void Apply_OfTwoUpdatesInOneFeedback_CountsAgainstTheEntryOnce()
    {
        var changes = Apply(Entry("units", "metric"), "my words", Insight("units", "imperial"), Insight("units", "nautical"));

        Assert.That((changes[1].Entry!.Value, changes[1].Entry!.Version, changes[1].Entry!.Harmful), Is.EqualTo(("nautical", 3, 1)));
    }
}
