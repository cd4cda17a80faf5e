namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>
/// The channels of Harmony where a server took off the tokens and left the words between them, <c>analysis…assistantfinal…</c>, or took off
/// only the first token.
/// </summary>
internal static class BareChannels
{
    private const string Analysis = "analysis";
    private const string Final = "final";
    private const string Message = "<|message|>";
    private const string FinalTurn = "assistantfinal";

    /// <summary>The tags that such words stand for, in order.</summary>
    public static IEnumerable<ThinkTag> Find(string text)
    {
        var start = Math.Max(text.AsSpan().IndexOfAnyExcept(" \t\r\n"), 0);
        if (text.AsSpan(start).StartsWith(Final + Message))
            yield return new ThinkTag(ThinkTagKind.Closing, ThinkTagPattern.ChannelName, start, start + Final.Length + Message.Length);

        var answer = text.IndexOf(FinalTurn, start, StringComparison.Ordinal);
        var opening = Opening(text.AsSpan(start), hasAnswer: answer >= 0);
        if (opening > 0) yield return new ThinkTag(ThinkTagKind.Opening, ThinkTagPattern.ChannelName, start, start + opening);

        for (; answer >= 0; answer = text.IndexOf(FinalTurn, answer + FinalTurn.Length, StringComparison.Ordinal))
        {
            if (opening > 0 || IsGlued(text, answer))
                yield return new ThinkTag(ThinkTagKind.Closing, ThinkTagPattern.ChannelName, answer, answer + FinalTurn.Length);
        }
    }

    /// <summary>How long the mark is by which the text begins with a thought; 0 when it does not.</summary>
    private static int Opening(ReadOnlySpan<char> text, bool hasAnswer)
    {
        if (!text.StartsWith(Analysis)) return 0;
        var rest = text[Analysis.Length..];
        if (rest.StartsWith(Message)) return Analysis.Length + Message.Length;
        return hasAnswer || rest is [var first, ..] && char.IsUpper(first) ? Analysis.Length : 0;
    }

    /// <summary>Whether no space sets the word at <paramref name="answer"/> off from what stands around it, as in no sentence.</summary>
    private static bool IsGlued(string text, int answer)
    {
        var next = answer + FinalTurn.Length;
        if (answer == 0 || next == text.Length) return false;
        var (before, after) = (text[answer - 1], text[next]);
        return !char.IsWhiteSpace(before) && !char.IsLetter(before) && !ThinkTagContext.IsQuote(before)
            && !char.IsWhiteSpace(after) && !char.IsLower(after) && !ThinkTagContext.IsQuote(after);
    }
}
