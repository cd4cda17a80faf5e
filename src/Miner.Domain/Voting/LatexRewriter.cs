using System.Text;

namespace Miner.Domain.Voting;

/// <summary>
/// Rewrites an answer from LaTeX, or from plain text, into one plain notation: fractions as divisions, roots as <c>sqrt( )</c>,
/// <c>^( )</c> for exponents, one character for each relation, words between double quotes where they stand in mathematics, and a matrix as
/// <c>⟦a¦b‖c¦d⟧</c>. Never fails: what it does not know becomes a word.
/// </summary>
internal sealed class LatexRewriter
{
    private const int MaxDepth = 60;

    private readonly string _text;
    private readonly bool _isMath;
    private int _position;
    private int _depth;

    private LatexRewriter(string text, bool isMath) => (_text, _isMath) = (text, isMath);

    /// <param name="text">The answer.</param>
    /// <param name="isMath">
    /// Whether it stood between mathematical delimiters, where single letters are variables; LaTeX's commands mean the same thing.
    /// </param>
    /// <returns>Null where it is nested too deep to be an answer.</returns>
    public static string? Rewrite(string text, bool isMath)
    {
        var rewriter = new LatexRewriter(text, isMath || text.Contains('\\', StringComparison.Ordinal));
        var result = rewriter.ReadUntil(() => false);
        return rewriter._depth > MaxDepth ? null : result;
    }

    private char Current => At(_position);

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private bool AtCommand(string name) =>
        string.CompareOrdinal(_text, _position, name, 0, name.Length) == 0 && !char.IsLetter(At(_position + name.Length));

    private string ReadUntil(Func<bool> atEnd)
    {
        var output = new StringBuilder();
        if (++_depth > MaxDepth) _position = _text.Length;
        while (_position < _text.Length && !atEnd()) ReadItem(output);

        // Past the limit the depth stays, and tells the caller.
        if (_depth <= MaxDepth) _depth--;
        return output.ToString();
    }

    private void ReadItem(StringBuilder output)
    {
        switch (Current)
        {
            case '\\':
                ReadCommand(output);
                break;
            case '{' when _isMath:
                output.Append(InGroup(ReadGroup()));
                break;
            case '^' when _isMath:
                _position++;
                AppendExponent(output);
                break;
            case '_' when _isMath:
                _position++;
                output.Append('_').Append(SubscriptName(ReadArgument()));
                break;
            case '}' or '$' or '&' or '~' when _isMath:
                _position++;
                output.Append(' ');
                break;
            case var letter when _isMath && char.IsLetter(letter):
                MathLetters.Append(output, ReadWhile(char.IsLetter));
                break;
            default:
                AppendSymbol(output);
                break;
        }
    }

    private string ReadWhile(Func<char, bool> accepts)
    {
        var start = _position;
        while (_position < _text.Length && accepts(Current)) _position++;
        return _text[start.._position];
    }

    /// <summary>What stands between a brace and the one that closes it.</summary>
    private string ReadGroup()
    {
        _position++;
        var content = ReadUntil(() => Current == '}');
        _position++;
        return content;
    }

    private static string InGroup(string content) => content.Trim() switch
    {
        "" => "",
        "," or "." => content.Trim(),
        var list when TopLevel.Split(list, ",;").Count > 1 => $"{{{list}}}",
        _ => $"({content})",
    };

    /// <summary>A group in braces, one command with its arguments, or a single character.</summary>
    private string ReadArgument()
    {
        while (char.IsWhiteSpace(Current)) _position++;
        if (Current == '{') return ReadGroup().Trim();

        var output = new StringBuilder();
        if (Current == '\\')
        {
            ReadCommand(output);
        }
        else if (_position < _text.Length)
        {
            output.Append(_text[_position++]);
        }

        return output.ToString().Trim();
    }

    private void AppendExponent(StringBuilder output)
    {
        // x^10 is set as x¹0, but meant as a power of ten.
        var exponent = char.IsAsciiDigit(Current) || (Current == '-' && char.IsAsciiDigit(At(_position + 1)))
            ? _text[_position++] + ReadWhile(char.IsAsciiDigit)
            : ReadArgument();
        output.Append(exponent switch
        {
            "°" or "'" => exponent,
            "*" => "'",
            "" => "",
            _ => $"^({exponent})",
        });
    }

    private static string SubscriptName(string subscript)
    {
        var name = new StringBuilder();
        foreach (var character in subscript)
        {
            if (char.IsLetterOrDigit(character)) name.Append(character);
            else if (character is not (' ' or '"' or '(' or ')')) name.Append('u').Append((int)character);
        }

        return name.Length == 0 ? "0" : name.ToString();
    }

    private void ReadCommand(StringBuilder output)
    {
        _position++;
        var name = ReadWhile(char.IsLetter);
        if (name.Length == 0)
        {
            ReadEscape(output);
            return;
        }

        // "\quadx" is a missing blank, not a command.
        foreach (var spacing in new[] { "qquad", "quad" })
        {
            if (name.Length > spacing.Length && name.StartsWith(spacing, StringComparison.Ordinal))
            {
                _position -= name.Length - spacing.Length;
                name = spacing;
            }
        }

        if (LatexCommands.Replace(name) is { } replacement)
        {
            output.Append(replacement);
            if (name is "left" or "right" && Current == '.') _position++;
            return;
        }

        ReadCommandWithArguments(name, output);
    }

    private void ReadEscape(StringBuilder output)
    {
        var character = Current;
        _position++;
        switch (character)
        {
            case '\\' when char.IsLetter(Current) && IsEscapedCommand():
                // Text that was escaped once too often has two backslashes before every command.
                _position--;
                ReadCommand(output);
                break;
            case '!':
                // A negative space joins what it stands between: 32,\! 349.
                while (char.IsWhiteSpace(Current)) _position++;
                break;
            case '{' or '}' or '%' or '$' or '|':
                output.Append(character);
                break;
            default:
                output.Append(' ');
                break;
        }
    }

    private bool IsEscapedCommand()
    {
        var end = _position;
        while (char.IsLetter(At(end))) end++;
        return LatexCommands.IsKnown(_text[_position..end]);
    }

    private void ReadCommandWithArguments(string name, StringBuilder output)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                AppendFraction(output, ReadArgument(), ReadArgument());
                break;
            case "sqrt":
                var degree = Current == '[' ? ReadBracketed() : "";
                output.Append(degree.Length == 0 ? $" sqrt({ReadArgument()})" : $" root({degree};{ReadArgument()})");
                break;
            case "binom" or "dbinom" or "tbinom":
                output.Append($" binom({ReadArgument()};{ReadArgument()})");
                break;
            case "overline" or "bar":
                RepeatingDecimal.Append(output, ReadArgument());
                break;
            case "boxed" or "fbox" or "vec" or "hat" or "widehat" or "tilde" or "overrightarrow" or "underline":
                output.Append(ReadArgument());
                break;
            case "mathbb":
                output.Append(ReadArgument() is "R" ? "ℝ" : "\"set\"");
                break;
            case "tag" or "label" or "hspace" or "vspace" or "phantom" or "color" or "textcolor" or "end":
                ReadArgument();
                break;
            case "begin":
                ReadEnvironment(output);
                break;
            case var text when LatexCommands.IsText(text):
                output.Append(MathLetters.Upright(ReadRawArgument()));
                break;
            default:
                output.Append($"\"{name}\"");
                break;
        }
    }

    private string ReadBracketed()
    {
        _position++;
        var content = ReadUntil(() => Current == ']');
        _position++;
        return content.Trim();
    }

    /// <summary>An argument as it stands, without the braces.</summary>
    private string ReadRawArgument()
    {
        while (char.IsWhiteSpace(Current)) _position++;
        if (Current != '{') return _position < _text.Length ? _text[_position++].ToString() : "";

        var end = TopLevel.ClosingBrace(_text, _position);
        var content = _text[(_position + 1)..end];
        _position = Math.Min(end + 1, _text.Length);
        return content;
    }

    /// <summary>A numeral before a proper fraction of numerals makes a mixed number; anything else before a fraction multiplies it.</summary>
    private static void AppendFraction(StringBuilder output, string numerator, string denominator)
    {
        var isNumeric = numerator.Length is > 0 and < 10 && denominator.Length is > 0 and < 10
            && numerator.All(char.IsAsciiDigit) && denominator.All(char.IsAsciiDigit);
        var isMixed = isNumeric && EndsWithNumeral(output) && int.Parse(numerator, null) < int.Parse(denominator, null);
        output.Append(isMixed ? $" {numerator}/{denominator}" : $"(({numerator})/({denominator}))");
    }

    private static bool EndsWithNumeral(StringBuilder output)
    {
        var start = output.Length;
        while (start > 0 && char.IsAsciiDigit(output[start - 1])) start--;
        return start < output.Length && (start == 0 || output[start - 1] is not ('_' or '.' or ',' or '/'));
    }

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
            if (AtRowEnd()) _position += 2;
        }
        while (_position < _text.Length && !AtCommand("\\end"));

        if (cells.Count > 0) rows.Add(string.Join(isMatrix ? '¦' : ' ', cells));
        rows.RemoveAll(row => row.Length == 0);
        output.Append(isMatrix ? $"⟦{string.Join('‖', rows)}⟧" : string.Join(", ", rows));
    }

    private bool AtRowEnd()
    {
        if (Current != '\\' || At(_position + 1) != '\\') return false;
        var end = _position + 2;
        while (char.IsLetter(At(end))) end++;
        return !LatexCommands.IsKnown(_text[(_position + 2)..end]);
    }

    private void AppendSymbol(StringBuilder output)
    {
        var pair = (Current, At(_position + 1)) switch
        {
            ('<', '=') => '≤',
            ('>', '=') => '≥',
            ('!', '=') => '≠',
            ('=', '=') => '=',
            ('+', '-') => '±',
            _ => '\0',
        };
        if (pair != '\0')
        {
            output.Append(pair);
            _position += 2;
            return;
        }

        // The notation's own marks cannot come from outside.
        output.Append(Current is '"' or '⟦' or '⟧' or '¦' or '‖' ? ' ' : Current);
        _position++;
    }
}
