using System.Text.RegularExpressions;

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
            var number = Alone(next.Written);
            var isGiven = number.IsMatch(before) || number.IsMatch(question);
            text = before + next.Correct + (isGiven ? after : number.Replace(after, next.Correct));
        }

        return (text, corrected);
    }

    /// <summary><paramref name="number"/> where it is not a piece of a longer number or word.</summary>
    private static Regex Alone(string number) =>
        new($@"(?<![\p{{L}}\p{{Nd}}.]|[0-9],){Regex.Escape(number)}(?![\p{{L}}\p{{Nd}}]|[.,][0-9])", RegexOptions.CultureInvariant);
}
