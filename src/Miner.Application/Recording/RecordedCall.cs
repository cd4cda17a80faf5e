using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Miner.Application.Recording;

/// <summary>A call that has ended: its line, and its detail as compressed JSON, which takes a known number of bytes.</summary>
internal sealed class RecordedCall(CallSummary summary, byte[] detail)
{
    /// <summary>An object with its fields, and its place in the queue.</summary>
    private const int ObjectBytes = 400;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public CallSummary Summary => summary;

    /// <summary>What it takes in memory, about.</summary>
    public long Bytes { get; } = ObjectBytes + detail.Length + (2 * Characters(summary));

    public CallDetail Detail()
    {
        using var unpacked = new GZipStream(new MemoryStream(detail), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<CallDetail>(unpacked, Json)!;
    }

    public static byte[] Pack(CallDetail detail)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(packing, detail, Json);
        return packed.ToArray();
    }

    private static long Characters(CallSummary summary) =>
        summary.TraceId.Length + summary.Endpoint.Length + summary.Caller.Length + (summary.Cid?.Length ?? 0)
        + (summary.Question?.Length ?? 0) + (summary.Answer?.Length ?? 0);
}
