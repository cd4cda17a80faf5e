using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>Tells a tag that is meant from one that the text around it only speaks of, by how people quote and use such words.</summary>
internal static partial class ThinkTagContext
{
    private const int LongestNoun = 40;
    private const int NearEnough = 24;

    public static bool IsQuote(char character) => character is '"' or '\'' or '`' or '“' or '‘' or '«' or '„' or '”' or '’' or '»';

    /// <summary>Whether a quote stands right before <paramref name="index"/> that ends nothing itself.</summary>
    public static bool OpensQuote(string text, int index) =>
        index > 0 && IsQuote(text[index - 1])
        && (index == 1 || char.IsWhiteSpace(text[index - 2]) || text[index - 2] is '(' or '[' or '{' or ':' or ',' or '=' or '/' or '\\');

    /// <summary>Whether a quote stands at <paramref name="index"/>.</summary>
    public static bool ClosesQuote(string text, int index) => index < text.Length && IsQuote(text[index]);

    /// <summary>Whether the opening <paramref name="tag"/> is used like a noun.</summary>
    /// <param name="text">All that the model sent.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="closing">The tag after it, where that one closes it.</param>
    public static bool IsNoun(string text, ThinkTag tag, ThinkTag? closing)
    {
        var after = Near(text, tag.End);
        if (Punctuation().IsMatch(after) || Predicate().IsMatch(after)) return true;
        if (IsIndentedMarkup(text, tag.Start)) return true;
        if (closing is null && tag.Start > 0 && char.IsLetterOrDigit(text[tag.Start - 1])) return true; // a type's argument
        if (!FollowsWord(text, tag.Start)) return false;
        return closing is not { } end
            || FollowedByWord().IsMatch(after)
            || IsLabel(text.AsSpan(tag.End, end.Start - tag.End))
            || (IsOneLine(text, tag.End, end.Start) && FollowedByWord().IsMatch(Near(text, end.End)));
    }

    /// <summary>Whether the <paramref name="tag"/>, which closes nothing, is used like a noun.</summary>
    public static bool IsNoun(string text, ThinkTag tag)
    {
        var after = Near(text, tag.End);
        return PunctuationAfterClosing().IsMatch(after)
            || (FollowsWord(text, tag.Start) && (FollowedByWord().IsMatch(after) || Punctuation().IsMatch(after)));
    }

    /// <summary>Whether the tag at <paramref name="start"/> is an element of a document, indented below another.</summary>
    public static bool IsIndentedMarkup(string text, int start)
    {
        var line = text.AsSpan(0, start).TrimEnd(" \t");
        return line.Length < start && line is [.., '\n'] && line.TrimEnd() is [.., '>'];
    }

    /// <summary>
    /// Whether a word or a comma stands before <paramref name="index"/> on its line, with a space between, or a parenthesis.
    /// </summary>
    public static bool FollowsWord(string text, int index)
    {
        var before = text.AsSpan(0, index);
        var trimmed = before.TrimEnd(" \t*_");
        return trimmed is [.., var last]
            && (last is '(' or '/' || (trimmed.Length < before.Length && (char.IsLetter(last) || last == ',')));
    }

    /// <summary>Whether no line ends between the two indexes.</summary>
    public static bool IsOneLine(string text, int from, int to) => !text.AsSpan(from, to - from).Contains('\n');

    private static ReadOnlySpan<char> Near(string text, int index) => text.AsSpan(index, Math.Min(NearEnough, text.Length - index));

    private static bool IsLabel(ReadOnlySpan<char> content) =>
        content.Length <= LongestNoun && !content.Contains('\n') && content.Trim().Count(' ') < 3;

    [GeneratedRegex("""\A(?:[,.;:)!?](?:\s|\z)|[ \t]*[|—–=]|[ \t]+-[ \t])""", RegexOptions.CultureInvariant)]
    private static partial Regex Punctuation();

    [GeneratedRegex("""\A(?:[,.;:)](?:\s|\z)|[ \t]*[|])""", RegexOptions.CultureInvariant)]
    private static partial Regex PunctuationAfterClosing();

    [GeneratedRegex(
        """
        \A[ \t]+(?: tags? | elements? | blocks? | tokens?
            | (?: is | are | was )[ \t]+(?: an? | the | used | not | for | where | one | what )
            | marks | opens | starts | begins | means )\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Predicate();

    [GeneratedRegex("""\A(?:[ \t]+\p{Ll}|[ \t]*\z)""", RegexOptions.CultureInvariant)]
    private static partial Regex FollowedByWord();
}
