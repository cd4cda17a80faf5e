using System.Text;

namespace Miner.Domain.Voting;

/// <summary>A decimal whose last digits repeat for ever, written with a line over them.</summary>
internal static class RepeatingDecimal
{
    /// <summary>Appends what stands under the line: the period of the decimal before it as an exact fraction; a letter as a name of
    /// its own, for a conjugate is not the number itself; all else as it is.</summary>
    public static void Append(StringBuilder output, string overlined)
    {
        var start = output.Length;
        while (start > 0 && (char.IsAsciiDigit(output[start - 1]) || output[start - 1] == '.')) start--;

        var decimals = output.ToString(start, output.Length - start);
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
        output.Remove(start, decimals.Length);
        output.Append($"({decimals}0+{overlined}/{new string('9', overlined.Length)}{zeros})");
    }
}
