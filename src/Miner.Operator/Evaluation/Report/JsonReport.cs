using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation.Report;

/// <summary>The report for programs: names in snake_case, times in seconds, scores from 0 to 100, shares and weights from 0 to 1.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // It is written to files and terminals, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SecondsConverter(), new CardConverter() },
    };

    public static string Write(EvaluationReport report) => JsonSerializer.Serialize(report, Options);

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeSpan.FromSeconds(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Math.Round(value.TotalSeconds, 6));
    }

    private sealed class CardConverter : JsonConverter<ScoreCard>
    {
        public override ScoreCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reports are not read.");

        public override void Write(Utf8JsonWriter writer, ScoreCard value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", Math.Round(value.Total, 6));
            foreach (var criterion in ScoreCard.Weights.Keys)
            {
                var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(criterion.ToString());
                if (value[criterion] is { } points) writer.WriteNumber(name, points);
                else writer.WriteNull(name);
            }

            writer.WriteEndObject();
        }
    }
}
