using Miner.Domain.Components;

namespace Miner.Api.Settings;

/// <summary>
/// The endpoints that are limited, and how many requests a minute each caller may make by default (contract, "Endpoints").
/// </summary>
internal static class LimitedEndpoints
{
    public const string Calls = "calls";
    public const string Capabilities = "capabilities";
    public const string Conversations = "conversations";
    public const string Metrics = "metrics";
    public const string Playbook = "playbook";
    public const string Stats = "stats";

    /// <summary>Those that tell how the miner is: they cost little, and are answered however much else is under way.</summary>
    public static IReadOnlySet<string> Status { get; } = new HashSet<string> { Calls, Capabilities, Metrics, Stats };

    public static IReadOnlyDictionary<string, int> PerMinute { get; } = new Dictionary<string, int>
    {
        [ComponentNames.Complete] = 20,
        [ComponentNames.Refine] = 20,
        [ComponentNames.Feedback] = 20,
        [ComponentNames.HumanFeedback] = 30,
        [ComponentNames.Summary] = 15,
        [ComponentNames.Aggregate] = 15,
        [ComponentNames.InternetSearch] = 10,
        [Capabilities] = 30,
        [Conversations] = 30,
        [Playbook] = 30,
        [Stats] = 30,
        [Calls] = 30,
        [Metrics] = 30,
    };
}
