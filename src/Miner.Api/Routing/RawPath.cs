using System.Text;

namespace Miner.Api.Routing;

/// <summary>Reads segments of the request target as the caller sent it.</summary>
/// <remarks>
/// The path that routing sees is half decoded: in it <c>%2F</c> and <c>%252F</c> are the same, so an id with a slash could not be told from
/// one with a percent sign.
/// </remarks>
internal static class RawPath
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The decoded segment at <paramref name="index"/> once dot segments are removed (RFC 3986, 5.2.4), or null when there is none or it is
    /// not percent-encoded UTF-8 (RFC 3986, 2.1).
    /// </summary>
    /// <param name="target">Origin form (<c>/a/b?c</c>) or absolute form (<c>http://host/a/b</c>, RFC 9112, 3.2.2).</param>
    public static string? Segment(string target, int index)
    {
        var path = target.AsSpan();
        if (!path.StartsWith("/"))
        {
            var authority = path.IndexOf("://");
            var slash = authority < 0 ? -1 : path[(authority + 3)..].IndexOf('/');
            if (slash < 0) return null;
            path = path[(authority + 3 + slash)..];
        }

        if (path.IndexOfAny('?', '#') is >= 0 and var end) path = path[..end];
        path = path[1..];
        var segments = new List<Range>();
        foreach (var range in path.Split('/'))
        {
            if (IsDots(path[range], 2)) segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (!IsDots(path[range], 1)) segments.Add(range);
        }

        return index < segments.Count ? Decode(path[segments[index]]) : null;
    }

    private static bool IsDots(ReadOnlySpan<char> segment, int count)
    {
        const int encodedLength = 3;
        return segment.Length <= count * encodedLength
            && segment.ToString().Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) == new string('.', count);
    }

    private static string? Decode(ReadOnlySpan<char> segment)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(segment.Length)];
        var length = 0;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                length += Encoding.UTF8.GetBytes(segment.Slice(i, 1), bytes.AsSpan(length));
                continue;
            }

            if (
                i + 2 >= segment.Length
                || !byte.TryParse(segment.Slice(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
                return null;
            bytes[length++] = value;
            i += 2;
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
