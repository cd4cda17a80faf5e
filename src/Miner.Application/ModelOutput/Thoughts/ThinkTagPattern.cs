using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>How the tags of thoughts are written by the models in use.</summary>
internal static partial class ThinkTagPattern
{
    /// <summary>What the tags of channels are called, whichever of them they open.</summary>
    public const string ChannelName = "channel";

    private const int LongestTag = 2_400;

    // The longer name before the one that it begins with.
    private static readonly string[] Names =
    [
        "thinking_process",
        "thinking",
        "think",
        "thought_process",
        "thoughts",
        "thought",
        "reasoning_content",
        "reasoning",
        "reflection",
        "scratchpad",
        "chain_of_thought",
        "inner_monologue",
        "inner_thoughts",
        "internal_monologue",
        "cot_budget_reflect",
    ];

    /// <summary>All that looks like a tag, in order, whether it is meant as one or only spoken of.</summary>
    public static IReadOnlyList<ThinkTag> Find(string text)
    {
        var tags = new List<ThinkTag>(BareChannels.Find(text));
        var bare = tags.Count;
        foreach (var match in TagPattern().EnumerateMatches(text))
            tags.Add(Read(text.AsSpan(match.Index, match.Length), match.Index));
        if (bare > 0) tags.Sort((left, right) => left.Start.CompareTo(right.Start));
        return tags;
    }

    /// <summary>Whether what looks like a tag comes first in <paramref name="text"/>.</summary>
    public static bool Begins(string text)
    {
        var first = text.AsSpan().TrimStart();
        foreach (var match in TagPattern().EnumerateMatches(first[..Math.Min(LongestTag, first.Length)])) return match.Index == 0;
        return false;
    }

    private static ThinkTag Read(ReadOnlySpan<char> tag, int start)
    {
        var (kind, name) = tag switch
        {
            ['[', '/', ..] or ['◁', '/', ..] => (ThinkTagKind.Closing, "think"),
            ['[', ..] or ['◁', ..] => (ThinkTagKind.Opening, "think"),
            [.., '4', '>'] when tag.StartsWith("<unused", StringComparison.OrdinalIgnoreCase) => (ThinkTagKind.Opening, ChannelName),
            [.., '5', '>'] when tag.StartsWith("<unused", StringComparison.OrdinalIgnoreCase) => (ThinkTagKind.Closing, ChannelName),
            ['<', '|', 'c' or 'C', .., 't' or 'T'] => (ThinkTagKind.Opening, ChannelName),
            ['<', 'c' or 'C', .., '|', '>'] => (ThinkTagKind.Closing, ChannelName),
            ['<', '|', ..] => Token(tag),
            ['<', '/', .. var rest] => (ThinkTagKind.Closing, Name(rest)),
            [.., '/', '>'] => (ThinkTagKind.Mark, ""),
            _ => (ThinkTagKind.Opening, Name(tag[1..])),
        };
        return new ThinkTag(kind, name, start, start + tag.Length);
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        tag = tag[(tag.IndexOf(':') is var colon && tag[..(colon + 1)].IndexOfAny(" \t\r\n>") < 0 ? colon + 1 : 0)..];
        foreach (var name in Names)
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return name;
        return "";
    }

    private static (ThinkTagKind Kind, string Name) Token(ReadOnlySpan<char> token)
    {
        if (token.EndsWith("<|message|>"))
            return (token.Contains("final", StringComparison.Ordinal) ? ThinkTagKind.Closing : ThinkTagKind.Opening, ChannelName);
        if (token.EndsWith("_thought|>") || token.EndsWith("_THINKING|>"))
            return (token.StartsWith("<|b") || token.StartsWith("<|S") ? ThinkTagKind.Opening : ThinkTagKind.Closing, "thought");
        return (ThinkTagKind.Mark, token is "<|end|>" or "<|call|>" ? ChannelName : "");
    }

    // All that repeats is bounded, so that a tag without an end costs no more than its beginning.
    [GeneratedRegex(
        """
        < /? (?:[a-z][\w.-]{0,20}:)?
            (?: think(?:ing(?:_process)?)? | thoughts? | thought_process | reasoning(?:_content)? | reflection | scratchpad
                | chain_of_thought | inner_(?: monologue | thoughts ) | internal_monologue | cot_budget_reflect )
            (?: \s{1,8} [a-z][\w.:-]{0,40} \s{0,8} = \s{0,8} (?: "[^"<>]{0,200}" | '[^'<>]{0,200}' | [^\s"'<>]{1,200} )
                | \s{1,8} [a-z][\w.:-]{0,40} (?=\s{0,8}/?>) ){0,8}
            \s{0,8} /? >
        | <\|channel> \s{0,8} thought | <channel\|> | <unused9[45]>
        | \[ /? (?-i:THINK) \]
        | ◁ /? think ▷
        | <\|(?:
            (?: (?: begin | end )_of_(?: thought | solution ) | (?: START | END )_(?: THINKING | RESPONSE | TEXT )
                | end | call | return )\|>
            | start\|> \s{0,8} assistant (?: \s{0,8} <\|message\|> )?
            | channel\|> \s{0,8} (?: analysis | commentary | final ) \b [^<]{0,100}
                (?: <\|constrain\|> [^<]{0,40} )? <\|message\|> )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TagPattern();
}
