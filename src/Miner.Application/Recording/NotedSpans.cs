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
        var places = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var (at, note) in notes)
        {
            switch (note)
            {
                // Where several miners in one process record, each has noted it.
                case SpanStartNote { Activity: var activity } when places.TryAdd(activity, spans.Count):
                    spans.Add(new CallSpan(
                        activity.DisplayName, Id(activity.SpanId), Id(activity.ParentSpanId), Ms(at), DurationMs: null, Error: null));
                    break;
                case SpanEndNote { Activity: var activity }
                    when places.TryGetValue(activity, out var place) && spans[place].DurationMs is null:
                    spans[place] = spans[place] with
                    {
                        DurationMs = Ms(at) - spans[place].AtMs,
                        Error = activity.GetTagItem(MetricTags.Error) as string,
                    };
                    break;
                case AttemptStartNote attempt:
                    places[attempt.Call] = spans.Count;
                    spans.Add(new CallSpan(
                        $"HTTP {attempt.Upstream}", Id(ActivitySpanId.CreateRandom()), Id(attempt.Parent), Ms(at), DurationMs: null,
                        Error: null));
                    break;
                case AttemptEndNote attempt when places.TryGetValue(attempt.Call, out var place):
                    spans[place] = spans[place] with { DurationMs = Ms(at) - spans[place].AtMs, Error = attempt.Error };
                    break;
            }
        }

        var known = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        return [.. spans.Select(span => known.Contains(span.ParentSpanId ?? "") ? span : span with { ParentSpanId = null })];
    }

    private static string Id(ActivitySpanId id) => id.ToHexString();

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}
