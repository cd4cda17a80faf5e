using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Miner.Infrastructure.Llm;

/// <summary>Writes JSON into a buffer that each thread keeps.</summary>
internal static class RequestBody
{
    /// <summary>A buffer that has grown past this is not kept.</summary>
    private const int LongestKept = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>
    /// Safe because the body is read as JSON and never shown as HTML; the default encoder makes six bytes of every letter past ASCII.
    /// </summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <param name="state">What <paramref name="write"/> is given.</param>
    /// <param name="write">Writes one value. It may call this method, which then has another buffer.</param>
    public static byte[] Write<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, writer) = _kept ?? Create();
        _kept = null;
        write(writer, state);
        writer.Flush();
        var body = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= LongestKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            _kept = (buffer, writer);
        }

        return body;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Create()
    {
        var buffer = new ArrayBufferWriter<byte>(initialCapacity: 8 * 1024);
        // What writes it is ours and tested.
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true }));
    }
}
