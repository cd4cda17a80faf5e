using System.Buffers;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>
/// Tells questions whose answer is a number or formula from others: by formulas and signs, by words that ask for a number, by the numbers
/// that are given to compute with, or by the numbers among the answers to choose from.
/// </summary>
public static partial class MathematicalQuestion
{
    /// <summary>In UTF-16 units; what is asked stands at the beginning or at the end of a longer text.</summary>
    private const int MaxLength = 10_000;

    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？؟¿");

    /// <summary>
    /// Whether <paramref name="question"/> holds LaTeX or a sign between numbers, asks for a number in words (<c>how many</c>,
    /// <c>多少</c>), speaks of numbers that it gives (<c>the least common multiple of 51 and 68</c>), asks about three of them and more, or
    /// offers numbers to choose from. Two years with a dash between them are none.
    /// </summary>
    public static bool Is(string question)
    {
        if (question.Length > 2 * MaxLength) return Is(question[..MaxLength]) || Is(question[^MaxLength..]);

        if (question.Contains('\\', StringComparison.Ordinal) || MathSpans.Find(question).Count > 0) return true;
        question = DigitForms.Latin(FullwidthForms.Narrow(question));
        if (HasOperation(question) || AlgebraicTask().IsMatch(question) || QuestionWords.Any(QuestionWords.Decisive, question)) return true;
        if (!question.AsSpan().ContainsAnyInRange('0', '9')) return false;
        if (NumericChoice().Count(question) > 1) return true;
        return !QuestionWords.AsksForText(question) && AsksAbout(GivenNumbers.Of(question), question);
    }

    private static bool AsksAbout(GivenNumbers numbers, string question)
    {
        if (numbers.Count == 0) return false;

        // Next to one number it takes two of these: another, a word of mathematics or two, a question mark or a unit.
        var asks = question.AsSpan().ContainsAny(QuestionMarks) || numbers.HasMeasure;
        var terms = QuestionWords.Count(QuestionWords.Terms, question);
        return terms > 1 || (terms > 0 && (asks || numbers.Count > 1)) || (asks && numbers.Count > 1);
    }

    private static bool HasOperation(string question)
    {
        for (var index = 1; index < question.Length - 1; index++)
        {
            if (question[index] is '+' or '*' or '/' or '^' or '=' or '×' or '÷' or '·' or '-' or '−'
                && IsOperand(NextVisible(question, index, -1))
                && IsOperand(NextVisible(question, index, 1))
                && !IsSpanOfYears(question, index))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpanOfYears(string text, int dash) =>
        text[dash] == '-' && IsYear(text, dash - 4) && IsYear(text, dash + 1)
        && (dash < 5 || !char.IsAsciiDigit(text[dash - 5])) && (dash + 5 == text.Length || !char.IsAsciiDigit(text[dash + 5]));

    private static bool IsYear(string text, int start) =>
        start >= 0 && start + 4 <= text.Length && text[start] is '1' or '2' && text.AsSpan(start, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static char NextVisible(string text, int index, int step)
    {
        do
        {
            index += step;
        }
        while (index >= 0 && index < text.Length && text[index] == ' ');

        return index >= 0 && index < text.Length ? text[index] : '\0';
    }

    private static bool IsOperand(char character) => char.IsAsciiDigit(character) || character is '(' or ')' or 'x' or '.';

    // Of letters alone: Find x + y.
    [GeneratedRegex(
        @"\b(?:find|solve|compute|evaluate|simplify|factor|expand|calculate|determine)\b[^.?!\n]{0,40}\b[a-z] ?[-+*^=] ?[a-z]\b(?!['’.-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AlgebraicTask();

    // The letter of a choice, with a number behind it.
    [GeneratedRegex(@"(?:^|[\s(\[,])[A-Ea-e][).:\]]\)? {0,3}[-−+$€£¥]{0,2}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NumericChoice();
}
