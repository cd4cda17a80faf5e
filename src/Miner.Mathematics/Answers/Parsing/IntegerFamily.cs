using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Values;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Values for every whole number of a name: <c>2kπ, k ∈ ℤ</c>, <c>x = 2nπ where n is an integer</c>.</summary>
internal static partial class IntegerFamily
{
    // A letter that no answer is written with.
    private const string Bound = " ϰ ";
    private static readonly SearchValues<char> Bounds = SearchValues.Create("<>≤≥≠∈≡");
    private const int MaxLength = 200;

    /// <summary>Null where <paramref name="text"/> is none: the name must be in its values, and bounded by nothing else.</summary>
    /// <param name="text">In the notation of <see cref="Language.LatexRewriter"/>.</param>
    /// <param name="answers">Reads the values.</param>
    public static Family? Read(string text, AnswerParser answers)
    {
        if (text.Length > MaxLength || Condition().Match(text.Replace('"', ' ')) is not { Success: true } match) return null;

        var (body, name) = (match.Groups["values"].Value.TrimEnd(' ', ',', ';'), match.Groups["name"].Value);
        if (body.AsSpan().ContainsAny(Bounds) || body.AsSpan().Count('(') != body.AsSpan().Count(')')) return null;

        return Renamed(body, name[0]) is { } bound ? new Family(answers.Read(bound), answers.Read(body)) : null;
    }

    /// <summary>
    /// Null where the name is not there, is what the values are of (<c>n = 5</c>), or could be a function's (<c>n(n+1)</c>).
    /// </summary>
    private static string? Renamed(string body, char name)
    {
        var renamed = new StringBuilder();
        for (var index = 0; index < body.Length; index++)
        {
            var isName = body[index] == name
                && (index == 0 || !IsInName(body[index - 1])) && (index + 1 == body.Length || !IsInName(body[index + 1]));
            if (isName && body.AsSpan(index + 1).TrimStart(' ') is ['=' or '(', ..]) return null;
            renamed.Append(isName ? Bound : body[index].ToString());
        }

        return renamed.ToString() is var bound && bound != body ? bound : null;
    }

    private static bool IsInName(char character) => char.IsAsciiLetter(character) || character == '_';

    [GeneratedRegex(
        """
        ^(?<values>[^∈]*?[^∈ ,;(])\ *(?:[,;(]|\ )\ *
        (?:(?:where|for|with|and|here|all|any|every|each|some)\ +){0,3}
        (?:(?<name>[klmnt])\ *∈\ *(?:ℤ|Z)
        |(?<name>[klmnt])\ +i\ ?s\ +(?:a\ ?n?|any|some)\ +(?:arbitrary\ +|any\ +)?integer
        |(?:an?\ +)?(?:arbitrary\ +)?integers?\ +(?<name>[klmnt]))
        \ *\)?\ *$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Condition();
}
