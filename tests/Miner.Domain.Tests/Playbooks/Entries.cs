using Miner.Domain.Playbooks;

namespace Miner.Domain.Tests.Playbooks;

/// <summary>Insights and entries that differ from a usual one in what a test is about.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Insight Insight(string key, string value = "value", InsightOperation operation = InsightOperation.Insert) =>
        new(InsightType.Preference, key, value, operation, 0.9, ["tag"]);

    public static PlaybookEntry Entry(string key, string value = "value") => new(
            Id: 0,
            "c",
            InsightType.Preference,
            key,
            value,
            InsightOperation.Insert,
            "words",
            0.9,
            Now,
            Now,
            Version: 1,
            IsActive: true,
            ["tag"],
            ExtraData: null,
            Helpful: 0,
            Harmful: 0);

    /// <summary>What becomes of <paramref name="insights"/> in a playbook of one entry.</summary>
    public static IReadOnlyList<PlaybookChange> Apply(PlaybookEntry known, string feedback, params Insight[] insights) =>
        new Playbook("c", [known]).Apply(insights, feedback, Now.AddDays(1));
}
