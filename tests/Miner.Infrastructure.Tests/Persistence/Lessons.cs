using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Infrastructure.Tests.Persistence;

/// <summary>What a handler would hand to <see cref="IPlaybookRepository.LearnAsync"/>.</summary>
internal static class Lessons
{
    public static readonly DateTimeOffset At = new(2030, 1, 2, 3, 0, 0, TimeSpan.Zero);

    public static Insight Insert(string key, string value = "value", InsightType type = InsightType.Preference) =>
        new(type, key, value, InsightOperation.Insert, 0.9, ["tag"]);

    public static Insight Update(string key, string value) => Insert(key, value) with { Operation = InsightOperation.Update };

    public static Insight Delete(string key) => Insert(key, "") with { Operation = InsightOperation.Delete };

    public static Func<Playbook, PlaybookLesson> Applying(params Insight[] insights) => Applying(At, null, insights);

    public static Func<Playbook, PlaybookLesson> Applying(DateTimeOffset at, Exchange? exchange, params Insight[] insights) =>
        playbook => new PlaybookLesson("feedback", "model's text", playbook.Apply(insights, "feedback", at), [], exchange);
}
