using System.Text;

namespace Miner.Mathematics.Language;

// Sums, products, integrals and limits with their bounds.
internal sealed partial class LatexRewriter
{
    private const string BodyEnds = "+-=<>≤≥≠≈,;&}$";

    // After one that could not be read none is tried, so that nothing is read over and over.
    private bool _hasOpenOperation;

    /// <summary>As a call where all of it is there: <c>∑(k;1;4;k^(2))</c>; else the name as a word.</summary>
    private void ReadOperation(string name, StringBuilder output)
    {
        var (start, depth) = (_position, _depth);
        if (!_hasOpenOperation && ReadCall(name) is { } call)
        {
            output.Append(call);
            return;
        }

        _hasOpenOperation = true;
        if (_depth <= MaxDepth) (_position, _depth) = (start, depth);
        output.Append($"\"{name}\"");
    }

    private string? ReadCall(string name)
    {
        var (lower, upper) = ReadBounds();
        if (lower is null || (upper is null) != (name == "lim")) return null;

        var (sign, joint) = name switch
        {
            "sum" => ("∑", '='),
            "prod" => ("∏", '='),
            "lim" => ("lim", '→'),
            _ => ("∫", '\0'),
        };
        if (joint == '\0')
            return ReadIntegrand() is var (integrand, variable) ? $" {sign}({variable};{lower};{upper};{integrand})" : null;

        var parts = lower.Split(joint, StringSplitOptions.TrimEntries);
        if (parts is not [[var index], { Length: > 0 } first] || !char.IsLetter(index)) return null;
        var body = ReadBody();
        return body.Length == 0 ? null : upper is null ? $" {sign}({index};{first};{body})" : $" {sign}({index};{first};{upper};{body})";
    }

    private (string? Lower, string? Upper) ReadBounds()
    {
        var (lower, upper) = ((string?)null, (string?)null);
        while (true)
        {
            while (char.IsWhiteSpace(Current)) _position++;
            if (AtCommand("\\limits")) _position += "\\limits".Length;
            else if (Current == '_' && lower is null) lower = ReadBound();
            else if (Current == '^' && upper is null) upper = ReadBound();
            else return (lower, upper);
        }
    }

    private string ReadBound()
    {
        _position++;
        return ReadArgument();
    }

    /// <summary>The factors up to the next sign outside of brackets.</summary>
    private string ReadBody()
    {
        var body = new StringBuilder();
        for (var depth = 0; _position < _text.Length; ReadItem(body))
        {
            if (depth == 0 && HasContent(body) && (BodyEnds.Contains(Current) || AtStatementEnd())) break;
            if (Current is '(' or '[') depth++;
            if (Current is ')' or ']' && --depth < 0) break;
        }

        return body.ToString().Trim();
    }

    private static bool HasContent(StringBuilder text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != ' ') return true;
        }

        return false;
    }

    /// <summary>What stands before the differential, and what that is of; null where none follows.</summary>
    private (string Body, char Variable)? ReadIntegrand()
    {
        var body = new StringBuilder();
        for (var depth = 0; _position < _text.Length; ReadItem(body))
        {
            if (depth == 0 && ReadDifferential(body) is { } variable) return (body.Length == 0 ? "1" : body.ToString().Trim(), variable);
            if (Current == '=' || AtStatementEnd()) return null;
            if (Current is '(' or '[') depth++;
            if (Current is ')' or ']' && --depth < 0) return null;
        }

        return null;
    }

    private char? ReadDifferential(StringBuilder body)
    {
        foreach (var upright in new[] { "\\mathrm{d}", "\\text{d}", "\\operatorname{d}" })
        {
            if (!AtText(upright) || !char.IsLetter(At(_position + upright.Length))) continue;
            _position += upright.Length + 1;
            return At(_position - 1);
        }

        if (!char.IsLetter(Current) || (_position > 0 && char.IsLetter(_text[_position - 1]))) return null;
        var end = _position;
        while (char.IsLetter(At(end))) end++;
        var letters = _text[_position..end];
        if (letters == "d" && At(end) == ' ' && char.IsLetter(At(end + 1)) && !char.IsLetter(At(end + 2)))
        {
            _position = end + 2;
            return At(end + 1);
        }

        if (letters is not [.. var factors, 'd', var variable]) return null;
        MathLetters.Append(body, factors);
        _position = end;
        return variable;
    }

    /// <summary>Whether a relation, a wide blank, text or the end of a line is here.</summary>
    private bool AtStatementEnd()
    {
        if (Current != '\\') return false;
        var end = _position + 1;
        while (char.IsLetter(At(end))) end++;
        var name = _text[(_position + 1)..end];
        if (name.Length == 0) return At(end) == '\\';
        return LatexCommands.Sign(name) is " " or "or" or "and" or ['≤' or '≥' or '<' or '>' or '≠' or '≈' or '≡' or '→' or '⇒' or '⇔']
            || name is "text" or "mbox" or "textbf" or "end" or "pmod";
    }
}
