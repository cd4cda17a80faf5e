using System.Text;

namespace Miner.Mathematics.Equations;

/// <summary>Puts false equations right.</summary>
public static class EquationCorrector
{
    private const int MaxCorrections = 20;
    private const int MaxNumber = 60;

    /// <summary>
    /// The text with the right numbers in its false equations, and what was changed. A wrong number that first occurs as a result is
    /// replaced where it is used later, too, and what follows from it is then checked again.
    /// </summary>
    /// <param name="text">An answer.</param>
    /// <param name="question">What was asked; numbers that it gives are not replaced later in the text.</param>
    /// <param name="maxRead">
    /// How many UTF-16 units are read at most: each correction reads the text anew. What is false after that stays.
    /// </param>
    public static (string Text, IReadOnlyList<FalseEquation> Corrected) Correct(
        string text, string question, int maxRead = int.MaxValue)
    {
        var corrected = new List<FalseEquation>();
        var read = 0;
        while (corrected.Count < MaxCorrections && text.Length <= maxRead - read)
        {
            read += text.Length;
            var next = EquationChecker
                .Check(text)
                .False.FirstOrDefault(equation => equation.WrittenAt is not null && equation.Written.Length <= MaxNumber);
            if (next is not { WrittenAt: { } at }) break;

            corrected.Add(next);
            var (before, after) = (text[..at], text[(at + next.Written.Length)..]);
            var isGiven = NumberAt(before, next.Written, 0) >= 0 || NumberAt(question, next.Written, 0) >= 0;
            text = before + next.Correct + (isGiven ? after : Replace(after, next.Written, next.Correct));
        }

        return (text, corrected);
    }

    private static string Replace(string text, string number, string correct)
    {
        var replaced = new StringBuilder();
        var start = 0;
        for (var at = NumberAt(text, number, 0); at >= 0; at = NumberAt(text, number, start))
        {
            replaced.Append(text, start, at - start).Append(correct);
            start = at + number.Length;
        }

        return replaced.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>The index of <paramref name="number"/> where it is not a piece of a longer number or word, or -1.</summary>
    private static int NumberAt(string text, string number, int start)
    {
        for (
            var at = text.IndexOf(number, start, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            var touchesBefore =
                at > 0 && (char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2])));
            var touchesAfter = end < text.Length
                && (
                    char.IsLetterOrDigit(text[end])
                    || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
            if (!touchesBefore && !touchesAfter) return at;
        }

        return -1;
    }
}
