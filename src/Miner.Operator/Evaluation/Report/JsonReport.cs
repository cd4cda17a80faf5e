using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation.Report;

/// <summary>The report for programs: names in snake_case, times in seconds, scores from 0 to 100, shares and weights from 0 to 1.</summary>
public static class JsonReport
{
    /// <summary>Raised when a reader of the last one would misread what is written.</summary>
    internal const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // It is written to files and terminals, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters =
        {
            new SecondsConverter(),
            new CardConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
    };

    public static string Write(EvaluationReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>
    /// Reads a report that <see cref="Write"/> has written, or anybody else: whatever it says is within the ranges that a report has.
    /// </summary>
    /// <exception cref="OperatorException">It is no such report; the message says what is wrong, and where.</exception>
    public static EvaluationReport Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8["\uFEFF"u8.Length..];
        try
        {
            var version = JsonSerializer.Deserialize<Head>(utf8, Options)?.Version ?? Version;
            if (version != Version)
                throw new OperatorException($"The report is of version {version}; only version {Version} is read here.");
            var report = JsonSerializer.Deserialize<EvaluationReport>(utf8, Options) ?? throw new JsonException();
            return ReportReview.Accept(report);
        }
        catch (JsonException exception)
        {
            throw new OperatorException($"This is not a report of the verb evaluate: {Fault(exception)}.", exception);
        }
    }

    private static string Fault(JsonException exception)
    {
        const string Missing = "including: ";
        var line = (exception.LineNumber ?? 0) + 1;
        // The reader's own fault is a syntax error; what it read well is refused without one.
        if (exception.InnerException is JsonException) return $"it is not JSON, see line {line}";
        var path = exception.Path ?? "$";
        var missing = exception.Message.IndexOf(Missing, StringComparison.Ordinal);
        return missing < 0
            ? $"see line {line}, {path}"
            : $"line {line}, {path} lacks {exception.Message[(missing + Missing.Length)..].Split(". ")[0].TrimEnd('.')}";
    }

    private sealed record Head(int? Version = null);

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        private const double Most = 1e9;

        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.GetDouble() is >= 0 and <= Most and var seconds
                ? TimeSpan.FromSeconds(seconds)
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Math.Round(value.TotalSeconds, 6));
    }

    private sealed class CardConverter : JsonConverter<ScoreCard>
    {
        private const string Total = "total";

        private static readonly Dictionary<string, Criterion> Names =
            Enum.GetValues<Criterion>().ToDictionary(criterion => criterion.Name(), StringComparer.Ordinal);

        public override ScoreCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            var points = new Dictionary<Criterion, double>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                // The total follows from the points.
                if (reader.TokenType == JsonTokenType.Null || name == Total) continue;
                if (reader.TokenType != JsonTokenType.Number || !Names.TryGetValue(name, out var criterion)) throw new JsonException();
                points[criterion] = reader.GetDouble() is >= 0 and <= 100 and var value ? value : throw new JsonException();
            }

            return ScoreCard.Of(points);
        }

        public override void Write(Utf8JsonWriter writer, ScoreCard value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber(Total, Math.Round(value.Total, 6));
            foreach (var (name, criterion) in Names)
            {
                if (value[criterion] is { } points) writer.WriteNumber(name, points);
                else writer.WriteNull(name);
            }

            writer.WriteEndObject();
        }
    }
}
