using System.Text;

namespace Miner.Mathematics.Language;

/// <summary>A decimal whose last digits repeat for ever, written with a line over them or with dots behind.</summary>
internal static class RepeatingDecimal
{
    private const int MaxDecimals = 100;

    /// <summary>Appends what stands under the line: the period of the decimal before it as an exact fraction; a letter as a name of
    /// its own, for a conjugate is not the number itself; all else as it is.</summary>
    public static void Append(StringBuilder output, string overlined)
    {
        var decimals = DecimalsAtEnd(output);
        var point = decimals.IndexOf('.', StringComparison.Ordinal);
        if (overlined is [var name] && char.IsLetter(name))
        {
            output.Append(name).Append("_bar");
            return;
        }

        if (point < 0 || overlined.Length is 0 or > 50 || !overlined.All(char.IsAsciiDigit))
        {
            output.Append(overlined);
            return;
        }

        var zeros = new string('0', decimals.Length - point - 1);
        output.Length -= decimals.Length;
        output.Append($"({decimals}0+{overlined}/{new string('9', overlined.Length)}{zeros})");
    }

    /// <summary>
    /// What dots behind a decimal mean: that its last digits go on for ever, where they are there often enough to tell which.
    /// </summary>
    /// <returns>False where no period can be told; nothing is changed then.</returns>
    public static bool TryContinue(StringBuilder output)
    {
        var decimals = DecimalsAtEnd(output);
        if (decimals.Length > MaxDecimals) return false;

        var places = decimals[(decimals.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (places.Length == decimals.Length) return false;
        for (var length = 1; 2 * length <= places.Length; length++)
        {
            // A short period can be there twice by chance, as in 2.718281828.
            var period = places[^length..];
            var times = length < 6 ? 3 : 2;
            if (!places.EndsWith(string.Concat(Enumerable.Repeat(period, times)), StringComparison.Ordinal)) continue;

            while (output.Length >= length && EndsWith(output, period)) output.Length -= length;
            Append(output, period);
            return true;
        }

        return false;
    }

    private static bool EndsWith(StringBuilder output, string text) => output.ToString(output.Length - text.Length, text.Length) == text;

    private static string DecimalsAtEnd(StringBuilder output)
    {
        var start = output.Length;
        while (start > 0 && (char.IsAsciiDigit(output[start - 1]) || output[start - 1] == '.')) start--;
        return output.ToString(start, output.Length - start);
    }
}
