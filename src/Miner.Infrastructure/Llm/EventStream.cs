using System.Buffers;
using System.Text;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Server-sent events in a body that was read whole (WHATWG HTML, 9.2.6), and what servers make of them: comments before plain JSON,
/// events without a blank line between them, a last one without its end.
/// </summary>
internal static class EventStream
{
    private const byte Comment = (byte)':';
    private const int MaxName = 40;

    /// <summary><paramref name="body"/> from the first line on that is neither blank nor a comment.</summary>
    public static ReadOnlyMemory<byte> SkipComments(ReadOnlyMemory<byte> body)
    {
        while (body.Length > 0 && body.Span[0] is Comment or (byte)'\r' or (byte)'\n') body = body[NextLine(body.Span)..];
        return body;
    }

    /// <summary>Whether <paramref name="body"/> begins with a field of an event, as JSON cannot.</summary>
    public static bool Is(ReadOnlySpan<byte> body) =>
        body.StartsWith("data:"u8) || body.StartsWith("event:"u8) || body.StartsWith("id:"u8) || body.StartsWith("retry:"u8);

    public static IEnumerable<ServerSentEvent> Read(ReadOnlyMemory<byte> body)
    {
        string? name = null;
        var data = new ArrayBufferWriter<byte>();
        while (body.Length > 0)
        {
            var next = NextLine(body.Span);
            var line = body[..next].TrimEnd("\r\n"u8);
            body = body[next..];
            if (Field(line, "data:"u8) is { } value)
            {
                if (data.WrittenCount > 0 && IsPayload(value.Span)) yield return Take(name, data);
                if (data.WrittenCount > 0) data.Write("\n"u8);
                data.Write(value.Span);
            }
            else if (Field(line, "event:"u8) is { } named)
            {
                name = Encoding.UTF8.GetString(named[..Math.Min(named.Length, MaxName)].Span);
            }
            else if (line.IsEmpty)
            {
                if (data.WrittenCount > 0) yield return Take(name, data);
                name = null;
            }
        }

        if (data.WrittenCount > 0) yield return Take(name, data);
    }

    private static ServerSentEvent Take(string? name, ArrayBufferWriter<byte> data)
    {
        var taken = new ServerSentEvent(name, data.WrittenMemory.ToArray());
        data.ResetWrittenCount();
        return taken;
    }

    /// <summary>The lines of one JSON object are indented, all but its first and last.</summary>
    private static bool IsPayload(ReadOnlySpan<byte> value) => value.StartsWith("{"u8) || value.StartsWith("["u8);

    /// <summary>The value of the field in <paramref name="line"/>, less one leading space, or null where it has another name.</summary>
    private static ReadOnlyMemory<byte>? Field(ReadOnlyMemory<byte> line, ReadOnlySpan<byte> name)
    {
        if (!line.Span.StartsWith(name)) return null;
        var value = line[name.Length..];
        return value.Span.StartsWith(" "u8) ? value[1..] : value;
    }

    /// <summary>Where the line after the first begins, or the end. Lines end in CR LF, LF or CR.</summary>
    private static int NextLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? text.Length : text[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1;
    }
}

/// <param name="Name">Its type, or null where it has none.</param>
internal readonly record struct ServerSentEvent(string? Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>Whether it ends the stream, in the words of Chat Completions.</summary>
    public bool IsDone => Data.Span.Trim((byte)' ').SequenceEqual("[DONE]"u8);
}
