using Miner.Mathematics.Equations;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>A piece of a question: a word in lower case, or a formula.</summary>
internal readonly record struct QuestionPart(string? Word, string? Formula);

/// <summary>A question as the problem solvers read it.</summary>
internal sealed class Question
{
    /// <summary>Longer questions are read for plain formulas only.</summary>
    public const int MaxLength = 2_000;

    private static readonly HashSet<string> Politeness = Words.Set(
        "please kindly can could would will you tell me us calculate compute find determine give show evaluate the a an exact exactly value "
        + "answer result hello hi hey thanks thank quickly just now i want need to know work question problem following let");

    private readonly HashSet<string> _words;

    private Question(string asked, string text, List<FormulaSpan> formulas)
    {
        Asked = asked;
        Text = text;
        Formulas = formulas.ConvertAll(formula => formula.Text);
        Parts = Split(text, formulas);
        _words = [.. Parts.Where(part => part.Word is not null).Select(part => part.Word!)];
        Outline = string.Join(' ', Parts
            .Where(part => part.Word is null || part.Word == "to" || !Politeness.Contains(part.Word))
            .Select(part => part.Word ?? "#"));
    }

    /// <summary>As it was asked.</summary>
    public string Asked { get; }

    /// <summary>On one notation.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Formulas { get; }

    /// <summary>Words and formulas in order, without punctuation.</summary>
    public IReadOnlyList<QuestionPart> Parts { get; }

    /// <summary>The words without those of politeness, with <c>#</c> for each formula: <c>what is # of #</c>.</summary>
    public string Outline { get; }

    public static Question Read(string query)
    {
        var text = Notation.Normalise(query);
        return new Question(query, text, FormulaScanner.Find(text));
    }

    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_words.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>Whether every word is in <paramref name="vocabulary"/> or says nothing, so that nothing asked for goes unseen.</summary>
    public bool HasOnly(HashSet<string> vocabulary) => _words.All(word => Words.IsFiller(word) || vocabulary.Contains(word));

    private static List<QuestionPart> Split(string text, List<FormulaSpan> formulas)
    {
        var parts = new List<QuestionPart>();
        var position = 0;
        foreach (var formula in formulas)
        {
            AddWords(parts, text.AsSpan(position, formula.Start - position));
            parts.Add(new QuestionPart(null, formula.Text));
            position = formula.Start + formula.Text.Length;
        }

        AddWords(parts, text.AsSpan(position));
        return parts;
    }

    private static void AddWords(List<QuestionPart> parts, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && (char.IsLetterOrDigit(text[length]) || (length > 0 && text[length] == '\''))) length++;
            if (length == 0)
            {
                text = text[1..];
                continue;
            }

            var word = text[..length].ToString().ToLowerInvariant().TrimEnd('\'');
            if (word.EndsWith("'s", StringComparison.Ordinal))
            {
                parts.Add(new QuestionPart(word[..^2], null));
                word = "is";
            }

            parts.Add(new QuestionPart(word, null));
            text = text[length..];
        }
    }
}
