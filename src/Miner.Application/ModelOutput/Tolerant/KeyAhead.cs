namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>Looks whether a member's name comes next: what tells the quote that ends a string from one that it holds.</summary>
internal static class KeyAhead
{
    /// <summary>How far is looked. With every quote costing at most a constant, reading stays linear.</summary>
    public const int Horizon = 128;

    /// <summary>Whether a name and its colon begin at <paramref name="index"/>, or may where the text ends too early to tell.</summary>
    public static bool At(string text, int index)
    {
        index = JsonTrivia.Skip(text, index, longest: Horizon);
        if (index >= text.Length) return true;
        if (IsEscapedQuote(text, index)) index++;
        return JsonSyntax.IsQuote(text[index])
            ? Quoted(text, index) || HalfQuoted(text, index) > 0 || Doubled(text, index)
            : Unquoted(text, index);
    }

    public static bool IsEscapedQuote(string text, int index) =>
        text[index] == '\\' && index + 1 < text.Length && JsonSyntax.IsQuote(text[index + 1]);

    /// <summary>
    /// The length of the name after the quote at <paramref name="index"/> when it has a colon where its second quote should be, as in
    /// <c>"name: 1</c>; 0 when it has not.
    /// </summary>
    public static int HalfQuoted(string text, int index)
    {
        var length = NameLength(text, index + 1);
        var colon = index + 1 + length;
        if (length == 0 || colon >= text.Length || !JsonSyntax.IsColon(text[colon])) return 0;
        if (QuoteEnd(text, index) is not { } end) return length;
        var isValueQuote = text.AsSpan(colon + 1, end - colon - 1).Trim(" [{").IsEmpty && !ColonFollows(text, end + 1);
        return isValueQuote || QuotedAt(text, end) ? length : 0;
    }

    /// <summary>Whether a name in quotes and its colon begin at <paramref name="index"/>, for certain.</summary>
    public static bool QuotedAt(string text, int index)
    {
        if (!JsonSyntax.IsQuote(text[index])) return false;
        var colon = QuoteEnd(text, index) is { } end ? JsonTrivia.Skip(text, end + 1, longest: Horizon) : text.Length;
        return colon < text.Length && JsonSyntax.IsColon(text[colon]);
    }

    private static bool Quoted(string text, int index)
    {
        if (QuoteEnd(text, index) is not { } end) return text.Length - index <= Horizon && !text.AsSpan(index).Contains('\n');
        if (ColonFollows(text, end + 1)) return true;
        var length = NameLength(text, index + 1);
        return length > 0 && end == index + 1 + length && (ColonIsLost(text, end + 1) || ColonFollows(text, AfterSecond(text, end)));
    }

    private static bool Doubled(string text, int index)
    {
        var quotes = text.AsSpan(index, 1);
        var length = NameLength(text, index + 2);
        var end = index + 2 + length;
        return length > 0
            && text.AsSpan(index + 1).StartsWith(quotes)
            && text.AsSpan(end).StartsWith(quotes)
            && ColonFollows(text, AfterSecond(text, end));
    }

    /// <summary>Behind the quote at <paramref name="index"/> and, if it stands there twice, behind both.</summary>
    private static int AfterSecond(string text, int index) =>
        index + 1 < text.Length && text[index + 1] == text[index] ? index + 2 : index + 1;

    /// <summary>Where the string that begins at <paramref name="index"/> ends on its line; null when that is not near.</summary>
    private static int? QuoteEnd(string text, int index)
    {
        var closers = JsonSyntax.Closers(text[index]);
        var escaped = index > 0 && text[index - 1] == '\\';
        var end = Math.Min(text.Length, index + Horizon);
        for (var at = index + 1; at < end && text[at] != '\n'; at++)
        {
            if (closers.Contains(text[at])) return at;
            if (text[at] == '\\' && !(escaped && at + 1 < text.Length && closers.Contains(text[at + 1]))) at++;
        }

        return null;
    }

    private static bool Unquoted(string text, int index)
    {
        var at = index + NameLength(text, index);
        if (at == index) return false;
        if (at < text.Length && JsonSyntax.IsQuote(text[at])) at++;
        return ColonFollows(text, at);
    }

    private static bool ColonFollows(string text, int index)
    {
        index = JsonTrivia.Skip(text, index, longest: Horizon);
        return index >= text.Length || JsonSyntax.IsColon(text[index]);
    }

    // As after "name" in {"name" "value"}. Without a space between them the value must look like one up to its end.
    private static bool ColonIsLost(string text, int index)
    {
        var next = JsonTrivia.Skip(text, index, longest: Horizon);
        if (next >= text.Length) return false;
        var rest = text.AsSpan(next);
        if (next > index)
            return JsonSyntax.IsQuote(rest[0])
                || JsonSyntax.IsOpener(rest[0])
                || char.IsAsciiDigit(rest[0])
                || JsonScalar.BeginsLiteral(rest);
        if (JsonSyntax.IsOpener(rest[0])) return rest[1..].TrimStart() is ['"' or '{' or '}' or ']' or 't' or 'f', ..];
        if (JsonSyntax.IsQuote(rest[0])) return QuoteEnd(text, next) is { } end && PartEnds(text, end + 1);
        var length = NameLength(text, next);
        return length > 0 && JsonScalar.Read(text.Substring(next, length)) is not null && PartEnds(text, next + length);
    }

    private static bool PartEnds(string text, int index)
    {
        index = JsonTrivia.Skip(text, index, longest: Horizon);
        return index < text.Length && (JsonSyntax.IsComma(text[index]) || JsonSyntax.IsCloser(text[index]));
    }

    private static int NameLength(string text, int index) =>
        index < text.Length ? JsonSyntax.NameLength(text.AsSpan(index, Math.Min(Horizon, text.Length - index))) : 0;
}
