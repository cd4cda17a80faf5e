using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>The tokens by which a model ends its turn, which some servers leave in the text.</summary>
internal static partial class EndOfTurn
{
    private const int LongestToken = 48;

    /// <summary><paramref name="text"/> without the tokens that it ends with, unless it speaks of them.</summary>
    public static string Remove(string text)
    {
        var kept = text.AsSpan().TrimEnd();
        var length = text.Length;
        var strikesOut = kept.EndsWith("</s>") && kept.Contains("<s>", StringComparison.Ordinal);
        while (kept is [.., '>' or ']'])
        {
            var near = kept[^Math.Min(LongestToken, kept.Length)..];
            var start = kept.Length - near.Length + near.LastIndexOfAny('<', '[');
            if (start < kept.Length - near.Length || !Token().IsMatch(kept[start..]) || IsSpokenOf(text, start, kept.Length)) break;
            if (kept[start..] is "</s>" && strikesOut) break;
            kept = kept[..start].TrimEnd();
            length = kept.Length;
        }

        return length == text.Length ? text : text[..length];
    }

    /// <summary>
    /// <paramref name="text"/> up to where its turn ends, when the model went on with turns that it made up; else all of it.
    /// </summary>
    public static string CutInvented(string text)
    {
        var code = new CodeMarks(text);
        foreach (var match in NextTurn().EnumerateMatches(text))
        {
            if (code.Hold(match.Index) || IsSpokenOf(text, match.Index, match.Index + match.Length)) continue;
            return text.AsSpan(0, match.Index).Contains("<|im_start|>", StringComparison.Ordinal) ? text : text[..match.Index];
        }

        return text;
    }

    private static bool IsSpokenOf(string text, int start, int end) =>
        ThinkTagContext.OpensQuote(text, start) || ThinkTagContext.ClosesQuote(text, end) || ThinkTagContext.FollowsWord(text, start);

    [GeneratedRegex(
        """\A(?:<[|｜][\w▁ -]{1,40}[|｜]>|</s>|<eos>|<end_of_turn>|<start_of_turn>|<turn\|>|<end_of_utterance>|\[/INST\]|</?im_end>)\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(
        """
        (?: <\|(?: im_end | eot_id | end | endoftext | end_of_text )\|> | <end_of_turn> | </s> ) \s{0,8}
        (?: <\|(?: im_start | start_header_id | user | system )\|> | <start_of_turn> | (?: <s> \s{0,8} )? \[INST\] )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NextTurn();
}
