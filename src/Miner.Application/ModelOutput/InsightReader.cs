using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Thoughts;
using Miner.Application.ModelOutput.Tolerant;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;

namespace Miner.Application.ModelOutput;

/// <param name="Rejected">Items that are no insights, each with its JSON text, at most 2,000 code points of it.</param>
internal sealed record ReadInsights(IReadOnlyList<Insight> Insights, IReadOnlyList<RejectedInsight> Rejected);

/// <summary>Reads playbook insights out of what a model really sends when it is asked for <see cref="Schema"/>.</summary>
internal static class InsightReader
{
    private const int MaxItems = 100;
    private const int MaxRejectedJson = 2_000;

    /// <summary>Strict modes know no optional property: what may be absent is asked for as nullable.</summary>
    public static AnswerSchema Schema { get; } = new(
        "insights",
        """
        {
          "type": "object",
          "properties": {
            "insights": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "insight_type": {
                    "type": "string",
                    "enum": ["preference", "instruction", "fact", "correction", "context", "constraint"]
                  },
                  "key": {"type": "string", "description": "A short name for what is remembered, at most 200 characters."},
                  "value": {"type": "string", "description": "What is remembered, at most 2,000 characters; empty for a delete."},
                  "operation": {"type": "string", "enum": ["insert", "update", "delete"]},
                  "confidence_score": {"type": ["number", "null"], "description": "From 0 to 1."},
                  "tags": {"type": ["array", "null"], "items": {"type": "string"}}
                },
                "required": ["insight_type", "key", "value", "operation", "confidence_score", "tags"],
                "additionalProperties": false
              }
            }
          },
          "required": ["insights"],
          "additionalProperties": false
        }
        """);

    /// <summary>The insights in <paramref name="text"/>, in order; none where it holds nothing that can be read as insights.</summary>
    public static ReadInsights Read(string text)
    {
        var items = Items(text);
        var insights = new List<Insight>();
        var rejected = new List<RejectedInsight>();
        foreach (var item in items.Take(MaxItems))
        {
            var (insight, fault) = InsightItem.Read(item);
            if (insight is null) rejected.Add(Reject(item, fault));
            else insights.Add(insight);
        }

        if (items.Count > MaxItems)
        {
            var rest = new JsonTree.Array([.. items.Skip(MaxItems)]);
            rejected.Add(Reject(rest, $"insights: only the first {MaxItems} of {items.Count} are read"));
        }

        return new ReadInsights(insights, rejected);
    }

    private static RejectedInsight Reject(JsonTree item, string reason) =>
        new(CodePoints.Cut(JsonTreeWriter.Write(item, indented: false, MaxRejectedJson), MaxRejectedJson), reason);

    private static IReadOnlyList<JsonTree> Items(string text)
    {
        text = StrictJson.Unquote(text);
        var tags = Thinking.Tags(text);
        if (Thinking.Remove(text, tags).Length == 0) tags = [];
        return LastList(text, tags, repair: false, ThoughtState.None)
            ?? LastList(text, tags, repair: true, ThoughtState.None)
            ?? Singles(text, tags)
            ?? LastList(text, tags, repair: true, ThoughtState.Unfinished)
            ?? [];
    }

    private static IReadOnlyList<JsonTree>? LastList(string text, IReadOnlyList<ThinkTag> tags, bool repair, ThoughtState thought) =>
        new EmbeddedJson<IReadOnlyList<JsonTree>>(text, "{[", List, repair)
            .Find(tags)
            .LastOrDefault(found => found.Thought == thought)
            .Value;

    /// <summary>Insights that stand after one another, in no list; null where there are none.</summary>
    private static List<JsonTree>? Singles(string text, IReadOnlyList<ThinkTag> tags) =>
        new EmbeddedJson<JsonTree>(text, "{", tree => InsightItem.Is(tree) ? tree : null, repair: true)
            .Find(tags)
            .Where(found => !found.IsThought)
            .Select(found => found.Value)
            .ToList() is { Count: > 0 } singles
            ? singles
            : null;

    /// <summary>The items when <paramref name="tree"/> is a list of insights, bare or as <c>insights</c> of an object; else null.</summary>
    private static IReadOnlyList<JsonTree>? List(JsonTree tree) => tree switch
    {
        JsonTree.Array { Items: var items } when items.Any(InsightItem.Is) => items,
        JsonTree.Object wrapper => wrapper.Member("insights") switch
        {
            JsonTree.Array { Items: var items } => items,
            JsonTree.Object single when InsightItem.Is(single) => [single],
            JsonTree.Text { Value: var quoted } when TolerantJson.Parse(quoted) is JsonTree.Array { Items: var items } => items,
            _ => null,
        },
        _ => null,
    };
}
