using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Tells questions whose answer is a number or formula from others, by their words and signs.</summary>
public static class MathematicalQuestion
{
    private static readonly string[] Words =
    [
        "how many", "how much", "how far", "how long", "how old", "how tall", "calculate", "compute", "evaluate", "simplify", "solve",
        "probability", "percent", "percentage", "equation", "equations", "integral", "derivative", "polynomial", "fraction", "fractions",
        "square root", "remainder", "divisible", "the sum", "the product", "the value", "the area", "the volume", "the perimeter",
        "the average", "the total", "the number of", "times", "plus", "minus", "divided by", "multiplied", "find the", "find all",
        "what number", "arithmetic", "math", "maths", "mathematics", "mathematical",
    ];

    /// <summary>
    /// Whether <paramref name="question"/> holds LaTeX, a sign between numbers, or a word such as <c>how many</c>. Two years with a dash
    /// between them are none.
    /// </summary>
    public static bool Is(string question)
    {
        if (question.Contains('\\', StringComparison.Ordinal) || MathSpans.Find(question).Count > 0) return true;
        if (Array.Exists(Words, word => Holds(question, word))) return true;

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

    private static bool Holds(string question, string word)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(question[at - 1])) && (end == question.Length || !char.IsLetter(question[end]))) return true;
        }

        return false;

        int Find(int start) => question.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);
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
}
