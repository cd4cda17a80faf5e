using Miner.Offline.Text;

namespace Miner.Offline.Insights;

/// <summary>Keys under which statements on the same matter meet, so that a later one replaces an earlier one.</summary>
internal static class Topics
{
    private const int MaxKeyTerms = 4;
    private const int MaxKey = 80;

    private static readonly (string Key, string Tag, HashSet<string> Words)[] Known =
    [
        (
            "programming_language",
            "code",
            Set("python java javascript typescript rust golang kotlin swift ruby php sql haskell scala c# c++ f# perl")),
        ("code_style", "code", Set("comments comment indentation tabs linter docstrings docstring type-hints")),
        ("response_language", "language", Set(
                "english german french spanish italian portuguese dutch polish russian ukrainian chinese mandarin japanese korean arabic "
                    + "hindi turkish swedish danish norwegian finnish greek czech deutsch")),
        (
            "response_length",
            "style",
            Set("short shorter brief briefly concise concisely terse long longer detailed verbose lengthy length succinct compact wordy")),
        (
            "response_format",
            "format",
            Set("bullet bullets bulleted list lists table tables markdown json html latex headings paragraphs prose yaml csv format")),
        (
            "response_tone",
            "style",
            Set("formal informal casual friendly professional polite humor humour jokes tone serious sarcastic emotional")),
        ("emoji", "style", Set("emoji emojis emoticons smileys")),
        ("citations", "content", Set("source sources citation citations cite references links")),
        ("examples", "content", Set("example examples")),
        ("explanation_steps", "content", Set("step-by-step steps reasoning explanation explanations step")),
        ("units", "format", Set("metric imperial celsius fahrenheit kilometres kilometers miles")),
    ];

    /// <summary>The key and tag of a known matter, or null.</summary>
    public static (string Key, string Tag)? Find(string text)
    {
        var words = text.ToLowerInvariant()
            .Split([' ', ',', '.', ';', ':', '!', '?', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (key, tag, known) in Known)
        {
            if (Array.Exists(words, known.Contains)) return (key, tag);
        }

        return null;
    }

    /// <summary>
    /// <c>favourite_colour</c> of "favourite colour": the terms in snake case, at most four; null where there are none.
    /// </summary>
    public static string? KeyOf(string text)
    {
        var terms = Terms
            .Of(text)
            .Select(term => string.Concat(term.Where(char.IsLetterOrDigit)))
            .Where(term => term.Length > 0)
            .Take(MaxKeyTerms);
        var key = string.Join('_', terms);
        return key.Length == 0 ? null : key[..Math.Min(key.Length, MaxKey)];
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
