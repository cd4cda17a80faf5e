using System.Diagnostics;
using Miner.Application.Telemetry;

namespace Miner.Application.Recording;

/// <summary>The steps of a trace, and the attempts at upstreams, which are no steps where nothing is exported.</summary>
internal static class NotedSpans
{
    /// <summary>In the order in which they began.</summary>
    public static IReadOnlyList<CallSpan> Of(IReadOnlyList<TimedNote> notes)
    {
        var spans = new List<CallSpan>();
        var begun = new Dictionary<object, (int Place, TimeSpan At)>(ReferenceEqualityComparer.Instance);
        foreach (var (at, note) in notes)
        {
            switch (note)
            {
                // Where several miners in one process record, each has noted it.
                case SpanStartNote { Activity: var activity } when begun.TryAdd(activity, (spans.Count, at)):
                    spans.Add(new CallSpan(
                        activity.DisplayName, Id(activity.SpanId), Id(activity.ParentSpanId), TimedNote.Ms(at), DurationMs: null,
                        Error: null));
                    break;
                case SpanEndNote { Activity: var activity }
                    when begun.TryGetValue(activity, out var step) && spans[step.Place].DurationMs is null:
                    End(step, at, activity.GetTagItem(MetricTags.Error) as string);
                    break;
                case AttemptStartNote attempt:
                    begun[attempt.Call] = (spans.Count, at);
                    spans.Add(new CallSpan(
                        $"HTTP {attempt.Upstream}", Id(ActivitySpanId.CreateRandom()), Id(attempt.Parent), TimedNote.Ms(at),
                        DurationMs: null, Error: null));
                    break;
                case AttemptEndNote attempt when begun.TryGetValue(attempt.Call, out var step):
                    End(step, at, attempt.Error);
                    break;
            }
        }

        var known = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        return [.. spans.Select(span => known.Contains(span.ParentSpanId ?? "") ? span : span with { ParentSpanId = null })];

        void End((int Place, TimeSpan At) step, TimeSpan at, string? error) =>
            spans[step.Place] = spans[step.Place] with { DurationMs = TimedNote.Ms(at - step.At), Error = error };
    }

    private static string Id(ActivitySpanId id) => id.ToHexString();
}
