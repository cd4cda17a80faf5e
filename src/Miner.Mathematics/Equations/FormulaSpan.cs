using System.Buffers;

namespace Miner.Mathematics.Equations;

/// <summary>A run of characters that could be a formula, an equation or a chain of them.</summary>
/// <param name="Start">The index of its first character in the text it was found in.</param>
/// <param name="Text">Exactly as it stands there; not empty.</param>
public readonly record struct FormulaSpan(int Start, string Text)
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("+-*/^%!×÷·⋅∙∗−–√∕⁄²³¹⁰⁴⁵⁶⁷⁸⁹");

    /// <summary>Whether something is computed in it: a lone number or name is no calculation.</summary>
    public bool HasOperation =>
        Text.AsSpan(1).ContainsAny(Operators) || Text[0] == '√' || FormulaScanner.HasFunction(Text) || HasTimesLetter;

    // The letter x between digits is a sign: 6x7, 6 x 7.
    private bool HasTimesLetter
    {
        get
        {
            for (var at = Text.IndexOf('x', StringComparison.OrdinalIgnoreCase); at > 0 && at + 1 < Text.Length;)
            {
                if (char.IsAsciiDigit(Text.AsSpan(0, at).TrimEnd()[^1]) && Text.AsSpan(at + 1).TrimStart() is [>= '0' and <= '9', ..])
                    return true;
                var next = Text.AsSpan(at + 1).IndexOfAny('x', 'X');
                at = next < 0 ? -1 : at + 1 + next;
            }

            return false;
        }
    }
}
