using System.Globalization;
using Miner.Application.ModelOutput.Json;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;

namespace Miner.Application.ModelOutput;

/// <summary>One item of a model's list of insights.</summary>
internal static class InsightItem
{
    private const int MaxValue = 2_000;
    private const int MaxTag = 50;

    /// <summary>Whether <paramref name="tree"/> is meant as an insight, be it a valid one or not.</summary>
    public static bool Is(JsonTree tree) =>
        tree is JsonTree.Object item
        && (item.Member("insight_type") is not null || (item.Member("key") is not null && item.Member("value") is not null));

    /// <summary>The insight that <paramref name="tree"/> is, or null and what is wrong with it, beginning with the field's name.</summary>
    public static (Insight? Insight, string Fault) Read(JsonTree tree)
    {
        if (tree is not JsonTree.Object item) return (null, "item: not an object");
        if (Choice<InsightType>(item.Member("insight_type")) is not { } type)
            return (null, "insight_type: not one of preference, instruction, fact, correction, context, constraint");
        if (Choice<InsightOperation>(item.Member("operation")) is not { } operation)
            return (null, "operation: not one of insert, update, delete");

        var key = Text(item.Member("key")).Trim();
        if (key.Length == 0) return (null, "key: missing or blank");
        if (CodePoints.Count(key) > Insight.MaxKey) return (null, $"key: longer than {Insight.MaxKey} characters");

        var value = Text(item.Member("value"));
        if (string.IsNullOrWhiteSpace(value) && operation != InsightOperation.Delete) return (null, "value: missing or blank");
        if (CodePoints.Count(value) > MaxValue) return (null, $"value: longer than {MaxValue} characters");

        return Confidence(item.Member("confidence_score")) is { } confidence
            ? (new Insight(type, key, value, operation, confidence, Tags(item.Member("tags"))), "")
            : (null, "confidence_score: not a number from 0 to 1");
    }

    private static T? Choice<T>(JsonTree? value)
        where T : struct, Enum
    {
        if (value is not JsonTree.Text { Value: var text }) return null;
        foreach (var choice in Enum.GetValues<T>()) // Enum.TryParse would take numbers too
            if (text.AsSpan().Trim().Equals(choice.ToString(), StringComparison.OrdinalIgnoreCase)) return choice;
        return null;
    }

    private static string Text(JsonTree? value) => Clean(value switch
    {
        null or JsonTree.Null => "",
        JsonTree.Text text => text.Value,
        _ => JsonTreeWriter.Write(value, indented: false, enough: MaxValue + 1),
    });

    private static string Clean(string text) => VisibleText.Of(CodePoints.ReplaceUnstorable(text));

    private static double? Confidence(JsonTree? value)
    {
        if (value is null or JsonTree.Null) return Insight.DefaultConfidence;
        var digits = value switch
        {
            JsonTree.Number number => number.Literal,
            JsonTree.Text text => text.Value,
            _ => "",
        };
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1
            ? score
            : null;
    }

    private static IReadOnlyList<string> Tags(JsonTree? value)
    {
        IEnumerable<JsonTree> tags = value switch
        {
            JsonTree.Array list => list.Items,
            JsonTree.Text single => [single],
            _ => [],
        };
        return
        [
            .. tags.OfType<JsonTree.Text>()
                .Select(tag => Clean(tag.Value).Trim())
                .Where(tag => tag.Length > 0 && CodePoints.Count(tag) <= MaxTag)
                .Take(Insight.MaxTags),
        ];
    }
}
