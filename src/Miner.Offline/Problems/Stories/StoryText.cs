using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Offline.Text;

namespace Miner.Offline.Problems.Stories;

/// <summary>
/// A story as the forms read it: in lower case, without articles, with <c>#</c> for each number, <c>#%</c> for a percentage, a blank around
/// each mark: <c>anna has # dollars . she spends #% of it . how much is left ?</c>
/// </summary>
/// <param name="Outline">All sentences, each ending with its mark.</param>
/// <param name="Values">What the <c>#</c> stand for, in order; a percentage as its share.</param>
internal sealed partial record StoryText(string Outline, IReadOnlyList<Rational> Values)
{
    private static readonly HashSet<string> Articles = Offline.Problems.Words.Set("a an the");

    /// <summary>Before these and after them a word such as one is no number.</summary>
    private static readonly HashSet<string> Pronominal = Offline.Problems.Words.Set("each every the this that which other larger smaller no"
        + " any only");

    /// <summary>Null where <paramref name="text"/> is too long, or has no number.</summary>
    public static StoryText? Read(string text)
    {
        if (text.Length > Question.MaxLength) return null;

        var outline = new StringBuilder();
        var values = new List<Rational>();
        foreach (var sentence in Sentences.Split(Hyphens().Replace(text, " ")))
        {
            if (PhraseTokens.Split(Money().Replace(Single().Replace(sentence, "1 $1"), "$1 dollars")) is not { } tokens) return null;
            for (var position = 0; position < tokens.Count;) AppendToken(tokens, ref position, outline, values);
            outline.Append(sentence.EndsWith('?') ? "? " : ". ");
        }

        return values.Count == 0 ? null : new StoryText(outline.ToString().TrimEnd(), values);
    }

    /// <summary>The number that the group of <paramref name="match"/> stands for, which must be one <c>#</c>.</summary>
    public Rational Value(Match match, string group) => Values[Outline.AsSpan(0, match.Groups[group].Index).Count('#')];

    /// <summary>Whether one of <paramref name="words"/> stands in it.</summary>
    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if ($" {Outline} ".Contains($" {word} ", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static void AppendToken(List<PhraseToken> tokens, ref int position, StringBuilder outline, List<Rational> values)
    {
        var start = position;
        var isNegative =
            tokens[position].Text is "-" or "−"
            && position + 1 < tokens.Count
            && tokens[position + 1] is { IsNumeral: true, Touches: true };
        if (isNegative) position++;
        var isPronoun = tokens[position].Text == "one" && position > 0 && Pronominal.Contains(tokens[position - 1].Text);
        if (!isPronoun && ReadNumber(tokens, ref position) is { } value)
        {
            var isPercentage = position < tokens.Count && tokens[position].Text is "%" or "percent";
            if (isPercentage) position++;
            values.Add((isNegative ? -value : value) / (isPercentage ? 100 : 1));
            var isMultiple =
                tokens[start].Text == "twice" || (tokens[start].Text == "half" && position < tokens.Count && tokens[position].Text == "as");
            outline.Append(isPercentage ? "#% " : isMultiple ? "# times " : "# ");
            return;
        }

        position = start + 1;
        if (!Articles.Contains(tokens[start].Text)) outline.Append(tokens[start].Text).Append(' ');
    }

    private static Rational? ReadNumber(List<PhraseToken> tokens, ref int position)
    {
        if (tokens[position].Text is "half") return Skip(ref position, new Rational(1, 2));
        if (tokens[position].Text is "twice" && position + 1 < tokens.Count) return Skip(ref position, 2);

        var text = NumberWords.Read(tokens, ref position) ?? (tokens[position].IsNumeral ? tokens[position++].Text : null);
        if (text is null) return null;
        if (position + 1 < tokens.Count && tokens[position].Text == "/" && tokens[position + 1].IsNumeral)
        {
            text = $"{text}/{tokens[position + 1].Text}";
            position += 2;
        }

        if (
            position < tokens.Count
            && tokens[position].Text != "seconds"
            && NumberWords.Denominator(tokens[position].Text) is { } denominator)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"({text})/{denominator}");
            position++;
        }

        return Arithmetic.Evaluate(text) is { HasValue: true, Value: var value } ? value : null;
    }

    private static Rational Skip(ref int position, Rational value)
    {
        position++;
        return value;
    }

    [GeneratedRegex(@"[$€£] ?(\d[\d,]*(\.\d+)?)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    /// <summary>One thing with its price: a pen for $3.</summary>
    [GeneratedRegex(@"\ban? ([a-z]+( [a-z]+)? (for|at|costing) [$€£])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Single();

    /// <summary>A 300-page book, a 50-dollar bill.</summary>
    [GeneratedRegex(@"(?<=\d)-(?=[a-zA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphens();
}
