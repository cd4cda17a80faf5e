namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>Words that say nothing of what is asked for.</summary>
internal static class Words
{
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "also", "answer", "are", "as", "calculate", "can", "compute", "could", "determine", "do", "does", "equal",
        "equals", "evaluate", "exact", "exactly", "expression", "figure", "find", "following", "for", "give", "hello", "help", "hey", "hi",
        "how", "i", "is", "it", "just", "know", "let", "many", "math", "me", "much", "my", "need", "now", "number", "of", "out", "please",
        "problem", "quick", "quickly", "result", "s", "show", "solve", "solution", "steps", "sum", "tell", "thank", "thanks", "the", "this",
        "to", "us", "value", "want", "what", "what's", "whats", "will", "with", "work", "would", "you", "your", "be", "in", "simplify",
    };

    /// <summary>Whether all words of <paramref name="text"/> are such; what is no letter or apostrophe separates words.</summary>
    public static bool AreFillers(ReadOnlySpan<char> text)
    {
        var lookup = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '\'')) length++;
            if (length > 0 && !lookup.Contains(text[..length])) return false;
            text = text[Math.Max(1, length)..];
        }

        return true;
    }
}
