namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>
/// The channels of Harmony where a server took off the tokens and left the words between them, <c>analysis…assistantfinal…</c>, or took off
/// only the first token.
/// </summary>
internal static class BareChannels
{
    private const string Turn = "assistant";
    private const string Final = "final";
    private const string Message = "<|message|>";

    private static readonly string[] Thoughts = ["analysis", "commentary"];

    /// <summary>The tags that such words stand for, in order.</summary>
    public static IEnumerable<ThinkTag> Find(string text)
    {
        var start = Math.Max(text.AsSpan().IndexOfAnyExcept(" \t\r\n"), 0);
        if (text.AsSpan(start).StartsWith(Final + Message))
            yield return new ThinkTag(ThinkTagKind.Closing, ThinkTagPattern.ChannelName, start, start + Final.Length + Message.Length);

        var opening = Opening(text.AsSpan(start), hasAnswer: text.Contains(Turn + Final, StringComparison.Ordinal));
        if (opening > 0) yield return new ThinkTag(ThinkTagKind.Opening, ThinkTagPattern.ChannelName, start, start + opening);
        for (
            var turn = text.IndexOf(Turn, start + opening, StringComparison.Ordinal);
            turn >= 0;
            turn = text.IndexOf(Turn, turn + Turn.Length, StringComparison.Ordinal))
        {
            if (At(text, turn) is { } tag && (opening > 0 || IsGlued(text, tag))) yield return tag;
        }
    }

    /// <summary>The turn at <paramref name="index"/>, of which the channel follows its role.</summary>
    private static ThinkTag? At(string text, int index)
    {
        var channel = text.AsSpan(index + Turn.Length);
        if (channel.StartsWith(Final))
            return new ThinkTag(ThinkTagKind.Closing, ThinkTagPattern.ChannelName, index, index + Turn.Length + Final.Length);
        var length = ThoughtLength(channel);
        return length == 0
            ? null
            : new ThinkTag(ThinkTagKind.Opening, ThinkTagPattern.ChannelName, index, index + Turn.Length + length);
    }

    private static int ThoughtLength(ReadOnlySpan<char> channel)
    {
        foreach (var thought in Thoughts)
            if (channel.StartsWith(thought)) return thought.Length;
        return 0;
    }

    /// <summary>How long the mark is by which the text begins with a thought; 0 when it does not.</summary>
    private static int Opening(ReadOnlySpan<char> text, bool hasAnswer)
    {
        var role = text.StartsWith(Turn) ? Turn.Length : 0;
        var length = ThoughtLength(text[role..]);
        if (length == 0) return 0;
        length += role;
        if (text[length..].StartsWith(Message)) return length + Message.Length;
        return hasAnswer || role > 0 || text[length..] is [var first, ..] && char.IsUpper(first) ? length : 0;
    }

    /// <summary>Whether no space sets the <paramref name="tag"/> off from what stands around it, as in no sentence.</summary>
    private static bool IsGlued(string text, ThinkTag tag)
    {
        if (tag.Start == 0 || tag.End == text.Length) return false;
        var (before, after) = (text[tag.Start - 1], text[tag.End]);
        return !char.IsWhiteSpace(before) && !char.IsLetter(before) && !ThinkTagContext.IsQuote(before)
            && !char.IsWhiteSpace(after) && !char.IsLower(after) && !ThinkTagContext.IsQuote(after);
    }
}
