using Miner.Mathematics.Language;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>Checks that need nothing but the text: its length, its structure, whether it is finished.</summary>
internal static class FormChecks
{
    private const int FewWords = 5;
    private const int ManyWords = 1_500;
    private const int WordsWithoutParagraph = 250;
    private const int MinRepeated = 25;

    private static readonly string[] Refusals =
    [
        "i cannot help",
        "i can't help",
        "i am unable to",
        "i'm unable to",
        "as an ai",
        "i cannot answer",
        "cannot answer this",
    ];
    private static readonly string[] Placeholders = ["todo", "tbd", "lorem ipsum", "[insert", "<insert", "placeholder"];

    public static void Run(string text, Remarks remarks)
    {
        var words = CountWords(text);
        CheckLength(words, remarks);
        CheckStructure(text, words, remarks);
        CheckEnd(text, words, remarks);
        CheckRepetition(text, remarks);
        if (Find(text, Refusals) is { } refusal)
            remarks.Object(5, $"It declines to answer (\"{refusal}\").", "Answer what can be answered, and say what cannot.");
        if (Find(text, Placeholders) is { } placeholder)
            remarks.Object(5, $"It holds a placeholder (\"{placeholder}\").", "Replace the placeholder by what belongs there.");
    }

    private static void CheckLength(int words, Remarks remarks)
    {
        if (words < FewWords)
            remarks.Object(
                2,
                $"It is very short ({words} {(words == 1 ? "word" : "words")}) and gives no reasons.",
                "Say how the answer comes about.");
        else if (words > ManyWords)
            remarks.Object(2, $"It is long ({words} words).", "Put the answer first and leave out what does not carry it.");
    }

    private static void CheckStructure(string text, int words, Remarks remarks)
    {
        var lines = text.Split('\n');
        var listed = lines.Count(line => IsListItem(line.AsSpan().TrimStart()));
        var headed = lines.Any(line => line.StartsWith('#'));
        if (headed || listed > 1)
            remarks.Praise(headed ? "Headings make it easy to find one's way." : $"It is laid out as a list of {listed} items.");
        else if (words > WordsWithoutParagraph && !text.Contains("\n\n", StringComparison.Ordinal))
            remarks.Object(2, $"Its {words} words stand in one block.", "Break it into paragraphs or a list.");

        if (!CodeBlocks.AreClosed(text))
            remarks.Object(2, "A code block is opened and not closed.", "Close the code block with three backticks.");
        else if (text.Contains("```", StringComparison.Ordinal)) remarks.Praise("Code stands in blocks of its own.");
    }

    private static void CheckEnd(string text, int words, Remarks remarks)
    {
        var trimmed = text.AsSpan().TrimEnd();
        if (words < 2 * FewWords || trimmed[^1] is '.' or '!' or '?' or ':' or ')' or ']' or '}' or '"' or '`' or '*' or '|' or '”' or '$')
            return;

        var lastLine = trimmed[(trimmed.LastIndexOf('\n') + 1)..].TrimStart();
        if (IsListItem(lastLine) || lastLine.StartsWith("#") || char.IsAsciiDigit(lastLine[^1]) || !char.IsLetter(lastLine[^1])) return;
        remarks.Object(
            2,
            $"It seems to break off (\"{Excerpt.Of(lastLine[Math.Max(0, lastLine.Length - 40)..].ToString(), 40)}\").",
            "Finish the last sentence.");
    }

    private static void CheckRepetition(string text, Remarks remarks)
    {
        var repeated = Sentences.Split(CodeBlocks.Blank(text)).Where(sentence => sentence.Length >= MinRepeated)
            .GroupBy(sentence => sentence, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            remarks.Object(2, $"It says the same {repeated.Count()} times: \"{Excerpt.Of(repeated.Key, 80)}\"", "Say it once.");
    }

    private static bool IsListItem(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("- ") || line.StartsWith("* ") || line.StartsWith("• ")) return true;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && line[digits] is '.' or ')';
    }

    private static int CountWords(string text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsWhiteSpace(text[index]) && (index == 0 || char.IsWhiteSpace(text[index - 1]))) count++;
        }

        return count;
    }

    private static string? Find(string text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (
                at >= 0
                && (at == 0 || !char.IsLetter(text[at - 1]))
                && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length])))
                return phrase;
        }

        return null;
    }
}
