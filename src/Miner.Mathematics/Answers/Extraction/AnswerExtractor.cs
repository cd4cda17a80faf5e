using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds the final answer in free text, in the order that <see cref="FinalAnswer.Extract(string,string)"/> gives.</summary>
internal static partial class AnswerExtractor
{
    private const int MaxWholeAnswer = 200;

    /// <summary>The answer in <paramref name="text"/>, or null.</summary>
    public static ExtractedAnswer? Find(string text, bool isMathematical)
    {
        var reply = InventedQuestions.Cut(WithoutReasoning(text));
        if (BoxedAnswers.Find(reply) is ({ Text.Length: > 0 } boxed, var end))
            return AnswerMarkers.Find(reply[end..]) is { } later && ProseAnswer.Decided(later) is { } decided ? decided : boxed;

        if (AnswerMarkers.Find(reply) is { } announced) return ProseAnswer.Pick(announced, isMathematical);

        if (Chosen().Match(reply) is { Success: true } choice) return new ExtractedAnswer(choice.Groups["letter"].Value, IsMath: false);

        // Alone, it is more than an exclamation.
        if (Factorial().IsMatch(reply)) return new ExtractedAnswer(reply.Trim(), IsMath: true);

        var whole = new ExtractedAnswer(reply, IsMath: false).Unwrapped();
        if (ProseAnswer.IsComplete(whole) || IsCommand(whole.Text)) return whole;
        return isMathematical || HasFormulas(reply) ? ProseAnswer.Last(reply) : ProseAnswer.Stated(whole.Text);
    }

    /// <summary>All of a short text.</summary>
    public static ExtractedAnswer? Whole(string text)
    {
        var whole = new ExtractedAnswer(WithoutReasoning(text), IsMath: false).Unwrapped();
        return whole.Text.Length is > 0 and <= MaxWholeAnswer ? whole : null;
    }

    private static string WithoutReasoning(string text)
    {
        const string thought = "</think>";
        text = DigitForms.Latin(FullwidthForms.Narrow(text)).Replace("{,}", ",", StringComparison.Ordinal);
        var end = text.LastIndexOf(thought, StringComparison.OrdinalIgnoreCase);
        var reply = end < 0 || string.IsNullOrWhiteSpace(text[(end + thought.Length)..]) ? text : text[(end + thought.Length)..];
        var token = reply.IndexOf("<|", StringComparison.Ordinal);
        return token > 0 ? reply[..token] : reply;
    }

    /// <summary>Words that LaTeX sets, and nothing else: <c>\text{Yes}</c>.</summary>
    private static bool IsCommand(string text) =>
        text is ['\\', .., '}'] && text.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace
        && LatexCommands.IsText(text[1..brace]) && TopLevel.ClosingBrace(text, brace) == text.Length - 1;

    [GeneratedRegex(@"^\s*[0-9]{1,4}!\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Factorial();

    /// <summary>The last choice that a reply speaks for: <c>option (C) is correct</c>, <c>I choose B</c>.</summary>
    [GeneratedRegex(
        @"\b(?:(?:option|choice) {1,2}\(?(?<letter>[A-H])\)? is (?:the )?(?:correct|right)"
            + @"|I (?:would )?(?:choose|pick|select) (?:option |answer )?\(?(?<letter>[A-H])(?![\p{L}\d]))",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Chosen();

    private static bool HasFormulas(string text) =>
        MathSpans.Find(text).Exists(span => span.Content.Any(character => char.IsAsciiDigit(character) || character is '\\' or '='));
}
