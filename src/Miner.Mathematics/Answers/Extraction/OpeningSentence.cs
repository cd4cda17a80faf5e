using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>The first sentence of an answer in prose.</summary>
internal static partial class OpeningSentence
{
    /// <summary>Up to a full stop before a blank, outside of formulas, that is neither of an abbreviation nor a factorial's.</summary>
    public static string Of(string text)
    {
        var spans = MathSpans.Find(text);
        HashSet<int>? inside = null;
        for (var index = 0; index < text.Length - 1; index++)
        {
            if (spans.Count > 0 && spans[0].Start == index)
            {
                index = spans[0].End - 1;
                spans.RemoveAt(0);
            }
            else if (text[index] is '.' or '!' or '?' && char.IsWhiteSpace(text[index + 1]) && !ChoiceLabel.EndsAt(text, index))
            {
                inside ??= [.. GoesOn().Matches(text).Select(match => match.Index + match.Length - 1)];
                if (!inside.Contains(index)) return text[..(index + 1)];
            }
            else if (Scripts.IsFullStop(text[index]))
            {
                return text[..index];
            }
        }

        return text;
    }

    /// <summary>What a sentence begins with rather than a name.</summary>
    private const string Opening =
        "(?:The|This|That|These|It|Its|So|We|In|Since|Because|Hence|Thus|Therefore|Here|If|For|Let|By|As|To|A|An|And|But|You|He|She|They)";

    // Titles; what stands before a number; initials; units before another number; a factorial before an operation.
    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:St|Mt|Dr|Mr|Mrs|Ms|Prof|[Ss]q|[Cc]u)\.(?=\s)"
            + @"|(?:[Aa]pprox|ca|Rs|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s+[^\p{L}\s])"
            + @"|No\.(?=\s+\#?[0-9]{1,9}\W*$)"
            + @"|(?:\p{L}\.){1,5}\p{L}\.(?=\s+[^\p{Lu}\s])"
            + $@"|(?:\p{{Lu}}\.){{1,5}}\p{{Lu}}\.(?=\s+(?!{Opening}\b))"
            + $@"|(?<=\p{{Lu}}\p{{Ll}}{{1,20}} |^)\p{{Lu}}\.(?=\s+(?!{Opening}\b)\p{{Lu}})"
            + @"|(?:ft|in|yds?|mi|hrs?|h|mins?|secs?|s|lbs?|oz|gal|qt|pt|yrs?|wks?|mos?|km|cm|mm|m|kg|g|deg)\.(?=\s+(?:[0-9]|per\b)))"
            + @"|(?<=[0-9)]|(?<!\p{L})[a-z])!(?=\s+(?:[+*/=^<>×·÷≤≥]|[-−]\s*[0-9(]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();
}
