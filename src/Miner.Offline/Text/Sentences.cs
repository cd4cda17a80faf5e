using System.Buffers;

namespace Miner.Offline.Text;

/// <summary>Splits prose into sentences.</summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" .!?*-_#|");

    private static readonly HashSet<string> Abbreviations = new(
        ["e.g", "i.e", "etc", "vs", "dr", "mr", "mrs", "ms", "prof", "no", "fig", "eq", "cf", "approx", "st", "inc"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A sentence ends at a line break, and at a full stop, question mark or exclamation mark before a blank; not after a common
    /// abbreviation, a single letter or the number of a list's item. Chinese and Japanese marks need no blank after them.
    /// </summary>
    public static List<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (!EndsAt(text, start, position)) continue;
            Add(sentences, text.AsSpan(start, position + 1 - start));
            start = position + 1;
        }

        Add(sentences, text.AsSpan(start));
        return sentences;
    }

    private static void Add(List<string> sentences, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IndexOfAnyExcept(Marks) >= 0) sentences.Add(text.ToString());
    }

    private static bool EndsAt(string text, int start, int at)
    {
        if (text[at] is '\n' or '\r') return true;
        if (text[at] is '。' or '！' or '？') return true;
        if (text[at] is not ('.' or '!' or '?')) return false;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) return false;
        if (text[at] != '.') return true;

        var word = text.AsSpan(start, at - start);
        word = word[(word.LastIndexOfAny(' ', '\t', '(') + 1)..];
        if (word.Length == 1 && char.IsLetter(word[0])) return false;
        if (IsListNumber(word) && word.Length == text.AsSpan(start, at - start).TrimStart().Length) return false;
        return !Abbreviations.Contains(word.ToString());
    }

    private static bool IsListNumber(ReadOnlySpan<char> word) => word.Length is 1 or 2 && !word.ContainsAnyExceptInRange('0', '9');
}
