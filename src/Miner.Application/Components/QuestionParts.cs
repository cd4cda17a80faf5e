using System.Text.RegularExpressions;

namespace Miner.Application.Components;

/// <summary>
/// The parts that a question marks itself, <c>(a) Find … (b) Is …?</c> or <c>1) … 2) …</c>: each asks for something, which tells them
/// from answers to choose from.
/// </summary>
internal static partial class QuestionParts
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>The marks of those of <paramref name="parts"/> that <paramref name="answer"/> says nothing of, in order.</summary>
    /// <returns>None for an answer that names no part at all, as it can answer them in its own way.</returns>
    public static IReadOnlyList<string> Unanswered(IReadOnlyList<string> parts, string answer)
    {
        if (parts.Count == 0) return [];
        var named = Mention().Matches(answer).ToLookup(mention => mention.Groups["weak"].Success, mention => mention.Groups["mark"].Value);
        return named[false].Intersect(parts, StringComparer.OrdinalIgnoreCase).Any()
            ? [.. parts.Except(named[false].Concat(named[true]), StringComparer.OrdinalIgnoreCase)]
            : [];
    }

    /// <summary>a, b, … or 1, 2, …; none where the marks leave one out, or one of the parts asks for nothing.</summary>
    public static IReadOnlyList<string> Of(string question)
    {
        var marks = Mark().Matches(question);
        if (marks.Count < 2 || marks[0].Groups["mark"].Value is not ("a" or "1")) return [];
        for (var index = 0; index < marks.Count; index++)
        {
            var (mark, end) = (marks[index], index + 1 < marks.Count ? marks[index + 1].Index : question.Length);
            if (mark.Groups["mark"].ValueSpan[0] != marks[0].Groups["mark"].ValueSpan[0] + index) return [];
            if (!Asks().IsMatch(question[(mark.Index + mark.Length)..end].Trim())) return [];
        }

        return [.. marks.Select(mark => mark.Groups["mark"].Value)];
    }

    [GeneratedRegex(@"(?<=^|\s)\(?(?<mark>[a-h1-9])\)(?=\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"[?？؟][\s""')]*$|^(find|calculate|compute|determine|evaluate|solve|simplify|factor|show|prove|explain|describe|list|state|write"
        + @"|give|sketch|estimate|name|express|convert|what|how|which|why|who|when|where|is|are|does|do|can)\b",
        Options)]
    private static partial Regex Asks();

    /// <summary>(a), part a, and a) at the start of a line; a. or a: there can be a mark of its own.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\((?<mark>[a-h1-9])\)|\bpart \(?(?<mark>[a-h1-9])\b|^[\s*#>-]{0,9}(?<mark>[a-h1-9])(\)|(?<weak>[.:]))",
        Options | RegexOptions.Multiline)]
    private static partial Regex Mention();
}
