using System.Collections.Frozen;
using System.Text;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>Finds HTML's tags in text that may or may not be HTML: <c>List&lt;T&gt;</c> and <c>a &lt; b</c> are none.</summary>
internal static class HtmlTags
{
    private const int MaxNameLength = 12;

    private static readonly FrozenSet<string> Inline = Names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time "
        + "tt u var wbr");

    private static readonly FrozenSet<string> Block = Names(
        "address applet area article aside audio base blockquote body br button canvas caption center col colgroup datalist dd details "
        + "dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
        + "iframe img input legend li link main map marquee math menu meta meter nav noscript object ol optgroup option output p param "
        + "picture pre progress search section select slot source summary svg table tbody td template textarea tfoot th thead title tr "
        + "track ul video");

    /// <summary>Those whose content is no text.</summary>
    private static readonly FrozenSet<string> Hidden = Names("script style");

    /// <summary>
    /// <paramref name="text"/> without tags, comments, scripts and styles. A tag that starts a new line, cell or image leaves a space.
    /// </summary>
    public static string Strip(string text)
    {
        var stripped = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var at)
        {
            stripped.Append(rest[..at]);
            rest = rest[at..];
            var (length, leaves) = Markup(rest);
            stripped.Append(leaves);
            rest = rest[length..];
        }

        return stripped.Append(rest).ToString();
    }

    /// <summary>How long the markup is that <paramref name="rest"/> begins with, and what stands in its place.</summary>
    private static (int Length, string Leaves) Markup(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--")) return (Through(rest, "-->") ?? rest.Length, "");

        var isEnd = rest.StartsWith("</");
        var name = Name(rest[(isEnd ? 2 : 1)..]);
        var (isInline, isHidden) = (Has(Inline, name), Has(Hidden, name));
        if (!isInline && !isHidden && !Has(Block, name)) return (1, "<");

        // Where nothing more is closed, no more tags come; to look again at each would take quadratic time.
        if (Through(rest, ">") is not { } length) return (rest.Length, rest.ToString());
        if (!isHidden || isEnd) return (length, isInline ? "" : " ");

        var content = rest[length..];
        var end = content.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        return (end < 0 ? rest.Length : length + end, " ");
    }

    /// <summary>The name of a tag, or nothing where it is followed by what no tag may go on with.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length <= MaxNameLength && char.IsAsciiLetterOrDigit(rest[length])) length++;
        return length < rest.Length && (rest[length] is '>' or '/' || char.IsWhiteSpace(rest[length])) ? rest[..length] : [];
    }

    private static int? Through(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : null;

    private static bool Has(FrozenSet<string> names, ReadOnlySpan<char> name) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
