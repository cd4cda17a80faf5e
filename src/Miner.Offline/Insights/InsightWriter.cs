using System.Text.Json;

namespace Miner.Offline.Insights;

/// <summary>Writes insights in the form that the contract asks of a model.</summary>
internal static class InsightWriter
{
    public static string Write(IEnumerable<string> feedback) => JsonSerializer.Serialize(new
    {
        insights = StatementReader.Read(feedback).Select(insight => new
        {
            insight_type = Name(insight.Type),
            key = insight.Key,
            value = insight.Value,
            operation = Name(insight.Operation),
            confidence_score = insight.Confidence,
            tags = insight.Tags,
        }),
    });

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
