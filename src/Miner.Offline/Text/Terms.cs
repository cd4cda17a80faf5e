namespace Miner.Offline.Text;

/// <summary>The words of a text that carry meaning.</summary>
internal static class Terms
{
    private const int MaxTerm = 40;

    private static readonly HashSet<string> StopWords = new(
        (
            "a about after all also an and any are as at be because been before being but by can could did do does doing down each for "
            + "from had has have having he her here him his how i if in into is it its just like me more most my no nor not of on once "
            + "one only or other our out over own same she should so some such than that the their them then there these they this those "
            + "through to too under until up very was we were what when where which while who whom why will with would you your please "
            + "tell give find explain describe show using use"
        ).Split(' '));

    /// <summary>In lower case, without stop words and with a plural s taken off; numbers are terms too.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || IsInside(text, position))) position++;
            var word = text[start..Math.Min(position, start + MaxTerm)].ToLowerInvariant();
            if (!StopWords.Contains(word)) yield return word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
        }
    }

    /// <summary>The share of terms that two texts have in common: 0 to 1, and 0 where one has none.</summary>
    public static double Overlap(IReadOnlySet<string> left, IReadOnlySet<string> right)
    {
        if (left.Count == 0 || right.Count == 0) return 0;
        var common = left.Count < right.Count ? left.Count(right.Contains) : right.Count(left.Contains);
        return common / (double)(left.Count + right.Count - common);
    }

    /// <summary>A decimal point or an apostrophe between its neighbours.</summary>
    private static bool IsInside(string text, int at) =>
        text[at] is '.' or '\'' or '’'
        && at + 1 < text.Length
        && char.IsLetterOrDigit(text[at + 1])
        && (text[at] != '.' || char.IsAsciiDigit(text[at + 1]));
}
