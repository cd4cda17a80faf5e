using System.Text;

namespace Miner.Mathematics.Language;

// Matrices, cases and lines of equations.
internal sealed partial class LatexRewriter
{
    private const int MaxRowSpacing = 10;

    private void ReadEnvironment(StringBuilder output)
    {
        var name = ReadRawArgument().Trim().TrimEnd('*');
        if (name == "array") ReadRawArgument();
        var isMatrix = name is "array" || name.EndsWith("matrix", StringComparison.Ordinal);
        if (!isMatrix && name != "cases") return;

        var rows = new List<string>();
        var cells = new List<string>();
        do
        {
            cells.Add(ReadUntil(() => Current == '&' || AtRowEnd() || AtCommand("\\end")).Trim());
            if (Current == '&')
            {
                _position++;
                continue;
            }

            rows.Add(string.Join(isMatrix ? '¦' : ' ', cells));
            cells.Clear();
            if (AtRowEnd()) SkipRowEnd();
        }
        while (_position < _text.Length && !AtCommand("\\end"));

        if (cells.Count > 0) rows.Add(string.Join(isMatrix ? '¦' : ' ', cells));
        rows.RemoveAll(row => row.Length == 0);
        // A determinant is a number, not the matrix that it is of.
        if (name is "vmatrix") output.Append(" det ");
        output.Append(isMatrix ? $"⟦{string.Join('‖', rows)}⟧" : string.Join(", ", rows));
    }

    private bool AtRowEnd() =>
        AtCommand("\\cr") || (Current == '\\' && At(_position + 1) == '\\' && !LatexCommands.IsKnownAt(_text, _position + 2));

    private void SkipRowEnd()
    {
        _position += AtCommand("\\cr") ? 3 : 2;
        SkipRowSpacing();
    }

    /// <summary>The distance to the next row: <c>[2pt]</c>.</summary>
    private void SkipRowSpacing()
    {
        var closing = Current == '[' ? _text.IndexOf(']', _position, Math.Min(MaxRowSpacing, _text.Length - _position)) : -1;
        if (closing > 0 && char.IsAsciiDigit(At(_position + 1)) && char.IsAsciiLetter(_text[closing - 1])) _position = closing + 1;
    }
}
