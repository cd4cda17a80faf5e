using System.Text;

namespace Miner.Operator.Files;

/// <summary>A text file line by line, of which nothing is taken for granted.</summary>
internal static class BoundedLines
{
    private const int BufferBytes = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines that are not blank, with their numbers from 1; without line breaks and a byte order mark.</summary>
    /// <param name="maxBytes">The longest line.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a line is too long or not UTF-8.</exception>
    public static IEnumerable<(int Number, string Text)> Read(string path, int maxBytes)
    {
        using var file = Open(path);
        var buffer = new byte[BufferBytes];
        var line = new MemoryStream();
        var number = 1;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            for (var rest = buffer.AsMemory(0, read); !rest.IsEmpty;)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                line.Write(rest.Span[..(end < 0 ? rest.Length : end)]);
                if (line.Length > maxBytes) throw Fault(path, number, $"the line is longer than {maxBytes:N0} bytes");
                if (end < 0) break;

                if (Decode(path, number, line) is { } text) yield return (number, text);
                line.SetLength(0);
                number++;
                rest = rest[(end + 1)..];
            }
        }

        if (Decode(path, number, line) is { } last) yield return (number, last);
    }

    /// <summary>An error that says where in the file it is.</summary>
    public static OperatorException Fault(string path, long number, string what, Exception? inner = null) =>
        new($"{path}, line {number}: {what}.", inner);

    /// <exception cref="OperatorException">It cannot be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OperatorException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static string? Decode(string path, int number, MemoryStream line)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        try
        {
            var text = Strict.GetString(bytes).Trim();
            return text.Length == 0 ? null : text;
        }
        catch (DecoderFallbackException exception)
        {
            throw Fault(path, number, "this is not UTF-8 text", exception);
        }
    }
}
