namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Replies that are nothing but a word or a short phrase: <c>Yes</c>, <c>**Paris.**</c>, <c>New York City</c>.</summary>
internal static class BarePhrase
{
    /// <summary>In UTF-16 units.</summary>
    private const int MaxLength = 40;

    private const int MaxWords = 4;

    // What begins with one of these is a sentence, which may also say that there is no answer: "I cannot say".
    private static readonly HashSet<string> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "i'm", "it", "it's", "there", "this", "that", "these", "those", "we", "you", "they", "he", "she", "sorry",
    };

    /// <summary>The phrase as an answer, without markup; null where the reply is anything else.</summary>
    public static ExtractedAnswer? Read(string text)
    {
        if (AnswerExtractor.Whole(text) is not { IsMath: false, Text: { Length: <= MaxLength } phrase } answer) return null;

        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MaxWords && phrase.Any(char.IsLetter) && !Subjects.Contains(words[0]) && Array.TrueForAll(words, IsWord)
            ? answer
            : null;
    }

    private static bool IsWord(string word) => word.All(character => char.IsLetterOrDigit(character) || character is '-' or '\'' or '’');
}
