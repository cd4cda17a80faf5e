using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace Miner.Infrastructure.Upstreams;

/// <summary>Reads an answer's body to its end, and turns it into UTF-8, which is what JSON and events are sent in.</summary>
internal static class ResponseBody
{
    private const string Events = "text/event-stream";
    private const int BlockBytes = 16 * 1024;

    /// <summary>
    /// Buffers the content of <paramref name="response"/>. Events end with the one that says so: a server, or a proxy before it, may leave
    /// the connection open behind it.
    /// </summary>
    /// <param name="maxBytes">The most that is read, decompressed.</param>
    /// <exception cref="HttpRequestException">It is longer, or was cut.</exception>
    public static async Task BufferAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var type = response.Content.Headers.ContentType;
        if (string.Equals(type?.MediaType, Events, StringComparison.OrdinalIgnoreCase))
            Replace(response, await ReadEventsAsync(response.Content, maxBytes, cancellationToken));
        else await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);

        if (Encoding(type) is not { } encoding) return;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        // Many servers name Latin-1, their default, and send UTF-8.
        if (encoding.IsSingleByte && Utf8.IsValid(body)) return;
        Replace(response, System.Text.Encoding.Convert(encoding, System.Text.Encoding.UTF8, body));
    }

    private static async Task<byte[]> ReadEventsAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes) throw TooLong();
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            using var body = new MemoryStream();
            var block = new byte[BlockBytes];
            var looked = 0;
            while (await stream.ReadAsync(block, cancellationToken) is > 0 and var length)
            {
                if (body.Length + length > maxBytes) throw TooLong();
                body.Write(block, 0, length);
                if (HaveEnded(body.GetBuffer().AsSpan(0, (int)body.Length), ref looked)) break;
            }

            return body.ToArray();
        }
        catch (IOException exception)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, inner: exception);
        }
    }

    /// <summary>Whether a line ends the stream, in the words of Chat Completions, with a line's end or without, or of Messages.</summary>
    /// <param name="looked">How many bytes were looked at before: whole lines.</param>
    private static bool HaveEnded(ReadOnlySpan<byte> events, ref int looked)
    {
        while (events[looked..].IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var length)
        {
            var line = events.Slice(looked, length);
            looked += length + 1;
            if (IsDone(line) || (line.StartsWith("data:"u8) && line.IndexOf("\"message_stop\""u8) >= 0)) return true;
        }

        return IsDone(events[looked..]);
    }

    private static bool IsDone(ReadOnlySpan<byte> line) =>
        line.StartsWith("data:"u8) && line[5..].Trim((byte)' ').SequenceEqual("[DONE]"u8);

    private static HttpRequestException TooLong() => new(HttpRequestError.ConfigurationLimitExceeded);

    /// <summary>Null for UTF-8, and for what is not known.</summary>
    private static Encoding? Encoding(MediaTypeHeaderValue? type)
    {
        if (type?.CharSet?.Trim('"') is not { Length: > 0 } name) return null;
        try
        {
            return System.Text.Encoding.GetEncoding(name) is { CodePage: not 65001 } encoding ? encoding : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static void Replace(HttpResponseMessage response, byte[] body)
    {
        var whole = new ByteArrayContent(body);
        whole.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = whole;
    }
}
