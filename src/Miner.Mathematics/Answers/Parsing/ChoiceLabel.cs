using System.Text.RegularExpressions;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>The letter of a multiple choice, alone or before what it stands for: <c>(A) 5</c>, <c>B. Paris</c>, <c>option C</c>.</summary>
internal static partial class ChoiceLabel
{
    /// <summary>The letter and what follows it, which may be empty; null where <paramref name="text"/> begins with no such label.</summary>
    public static (char Letter, string Text)? Read(string text) =>
        Label().Match(text) is { Success: true } match && !Another().IsMatch(text, match.Length)
            ? (char.ToUpperInvariant(match.Groups["letter"].Value[0]), text[match.Length..].Trim())
            : null;

    /// <summary>Whether a full stop at <paramref name="index"/> belongs to the label that the text begins with.</summary>
    public static bool EndsAt(string text, int index) => index == 1 && text[0] is >= 'A' and <= 'H';

    /// <summary>What is said of another choice is not said of this one.</summary>
    [GeneratedRegex(@"(?:[,;]|\band\b) ?\([A-H]\)[ :]*[^\s,;:]", RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(
        """
        ^(?:(?:(?:the|la|le|el|l['’]|die|il|a)\ ?)?(?:[Oo]ption|[Cc]hoice|opción|alternativa|opção|opzione|letra|вариант|选项|選項)\ ?
            \(?(?<letter>[A-Ha-h])(?:[.:)]+(?=\s|$)|$)
        |(?:la|el|le|il|die)\ \(?(?<letter>[A-H])(?:[.:)]+(?=\s|$)|$)
        |(?<letter>[A-H]):\s+(?!.*(?<!\p{L})[A-H]:)
        |\((?<letter>[A-H])\)(?:$|\s*:|\s+(?![-+*/^=<>≤≥≠≈∪∩∖∈\s]|(?:and|or)\ )|\s+(?=-\d)|(?=\d))
        |(?<letter>[A-H])(?:\)(?=\s|$)|\.(?=\s)))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();
}
