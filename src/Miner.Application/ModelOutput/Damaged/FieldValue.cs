using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>What stands between the colon of one field and the next field or the end of the text.</summary>
/// <param name="Value">Null where nothing does.</param>
/// <param name="IsQuoted">Whether a quote stands before it.</param>
/// <param name="IsClosed">Whether it ends with a quote or a bracket behind it.</param>
/// <param name="IsDoubtful">Whether its own quotes are damaged, so that its edges are guessed.</param>
internal sealed partial record FieldValue(JsonTree? Value, bool IsQuoted, bool IsClosed, bool IsDoubtful = false)
{
    private const string Separators = "{[,; \t\r\n，";

    /// <param name="text">All of the answer.</param>
    /// <param name="start">The value's first index.</param>
    /// <param name="end">The first index of the next field, or the text's length.</param>
    public static FieldValue Read(string text, int start, int end)
    {
        if (SoundString.End(text, start) is > 0 and var sound)
        {
            var inside = JsonEscapes.Decode(text.AsSpan(start + 1, sound - start - 2));
            return new FieldValue(new JsonTree.Text(inside), IsQuoted: true, IsClosed: true);
        }

        var isLast = end == text.Length;
        if (start < end && JsonSyntax.IsOpener(text[start])) return Container(text[start..end]);
        var raw = text.AsSpan(start, end - start).TrimEnd();
        if (isLast) raw = WithoutEnd(raw);
        raw = BeforeMembers(raw);
        var value = WithoutSeparators(raw, out var closers);
        var isQuoted = QuoteMark.LengthAtStart(value) > 0;
        var isClosed = closers || QuoteMark.LengthAtEnd(value) > 0;
        return new FieldValue(Tree(value, isQuoted), isQuoted, isClosed, IsDoubtful: true);
    }

    private static JsonTree? Tree(ReadOnlySpan<char> value, bool isQuoted)
    {
        if (value.IsEmpty) return null;
        if (isQuoted) return new JsonTree.Text(QuotedValue.Read(value));
        var word = value.ToString();
        return BlockScalar.Read(word) is { } block ? new JsonTree.Text(block)
            : JsonScalar.Read(word) ?? new JsonTree.Text(QuotedValue.Read(value));
    }

    /// <summary>A list or object, or where it cannot be read, the texts in it.</summary>
    private static FieldValue Container(string text)
    {
        if (new TolerantParser(text).Read(0) is { } container) return new FieldValue(container.Value, IsQuoted: false, container.IsClosed);
        var inside = TextInside.Of(text);
        return new FieldValue(inside.Length == 0 ? null : new JsonTree.Text(inside), IsQuoted: false, IsClosed: false);
    }

    /// <summary>Without the fence that closes the object's, and what the model wrote behind the object.</summary>
    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> raw)
    {
        if (raw.EndsWith(JsonTrivia.Fence) && raw[..^JsonTrivia.Fence.Length].TrimEnd() is var inside && IsEnd(inside)) raw = inside;
        if (QuoteMark.LengthAtEnd(TrimEnd(raw, Separators + "}]")) > 0) return raw;
        var last = raw.LastIndexOfAny('}', ']');
        while (last >= 0 && TrimEnd(raw[..last], Separators) is { IsEmpty: false } before && !IsEnd(before))
            last = raw[..last].LastIndexOfAny('}', ']');
        return last < 0 ? raw : raw[..(last + 1)];
    }

    /// <summary>Without the members of other names that follow.</summary>
    private static ReadOnlySpan<char> BeforeMembers(ReadOnlySpan<char> raw)
    {
        foreach (var match in NextMember().EnumerateMatches(raw)) return raw[..(match.Index + 1)];
        return raw;
    }

    private static bool IsEnd(ReadOnlySpan<char> before) => QuoteMark.LengthAtEnd(before) > 0 || before is [.., '}' or ']'];

    /// <summary>
    /// Without what stands between two members: commas, and brackets where a quote stands under them or where they close more than is open.
    /// </summary>
    private static ReadOnlySpan<char> WithoutSeparators(ReadOnlySpan<char> raw, out bool closers)
    {
        var value = TrimEnd(raw, Separators);
        var under = TrimEnd(value, Separators + "}]");
        closers = under.Length < value.Length;
        if (!closers) return value;
        var isEnd = QuoteMark.LengthAtEnd(under) is 1 or > 2; // one with a backslash may be of the text, and so may one of another kind
        if (isEnd && (under[^1] == under[0] || !QuoteMark.Is(under[0]))) return under;
        var (curlies, squares) = (value.Count('}') - value.Count('{'), value.Count(']') - value.Count('['));
        while (value is [.., '}'] && curlies-- > 0 || value is [.., ']'] && squares-- > 0) value = value[..^1].TrimEnd(", \t\r\n");
        return value;
    }

    [GeneratedRegex("""(?<!\\)["'”’`]\s{0,8},\s{0,8}["'“‘`]\w{1,40}["'”’`]\s{0,8}:""", RegexOptions.CultureInvariant)]
    private static partial Regex NextMember();

    // A semicolon may end a quote as HTML writes it, and a line's end may be escaped.
    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text, ReadOnlySpan<char> characters)
    {
        while (true)
        {
            if (text.EndsWith("\\n")) text = text[..^2];
            else if (text is [.., var last] && characters.Contains(last) && (last != ';' || QuoteMark.LengthAtEnd(text) == 0))
                text = text[..^1];
            else return text;
        }
    }
}
