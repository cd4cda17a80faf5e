using System.Text;

namespace Miner.Mathematics.Language;

// The commands and what they take.
internal sealed partial class LatexRewriter
{
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
            if (replacement != "…" || !RepeatingDecimal.TryContinue(output)) output.Append(replacement);
            if (name is "left" or "right" && Current == '.') _position++;
            return;
        }

        ReadCommandWithArguments(name, output);
    }

    private void ReadEscape(StringBuilder output)
    {
        var character = Current;
        Skip();
        switch (character)
        {
            case '\\' when LatexCommands.IsKnownAt(_text, _position):
                // Text that was escaped once too often has two backslashes before every command.
                _position--;
                ReadCommand(output);
                break;
            case '!':
                // A negative space joins what it stands between: 32,\! 349.
                while (char.IsWhiteSpace(Current)) _position++;
                break;
            case '\\':
                SkipRowSpacing();
                // The next line of aligned equations goes on with a relation, or is another equation.
                while (char.IsWhiteSpace(Current)) _position++;
                output.Append(Current is '&' or '=' or '\0' ? " " : ", ");
                break;
            case '{' or '}' or '%' or '$' or '|':
                output.Append(character);
                break;
            default:
                output.Append(' ');
                break;
        }
    }

    private void ReadCommandWithArguments(string name, StringBuilder output)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                AppendFraction(output, ReadArgument(), ReadArgument());
                break;
            case "sqrt":
                var degree = Current == '[' ? ReadBracketed(']') : "";
                var radicand = Current == '(' ? ReadBracketed(')') : ReadArgument();
                output.Append(degree.Length == 0 ? $" sqrt({radicand})" : $" root({degree};{radicand})");
                break;
            case "binom" or "dbinom" or "tbinom":
                output.Append($" binom({ReadArgument()};{ReadArgument()})");
                break;
            case "overline" or "bar":
                RepeatingDecimal.Append(output, ReadArgument());
                break;
            case "pmod":
                output.Append($" (mod {ReadArgument()})");
                break;
            case "dot":
                AppendDotted(output, ReadArgument());
                break;
            case "not":
                output.Append(ReadArgument() switch { "=" => "≠", "∈" => "∉", var other => $"\"not\"{other}" });
                break;
            case "vec" or "overrightarrow":
                output.Append(VectorName(ReadArgument()));
                break;
            case "boxed" or "fbox" or "hat" or "widehat" or "tilde" or "underline":
                output.Append(ReadArgument());
                break;
            case "mathbb":
                output.Append(LatexCommands.Blackboard(ReadArgument()));
                break;
            case "tag" or "label" or "hspace" or "vspace" or "phantom" or "color" or "textcolor" or "end":
                ReadArgument();
                break;
            case "begin":
                ReadEnvironment(output);
                break;
            case var text when LatexCommands.IsText(text):
                MathLetters.AppendUpright(output, ReadRawArgument(), isMath: !text.StartsWith("text", StringComparison.Ordinal));
                break;
            case "sum" or "prod" or "int" or "lim":
                ReadOperation(name, output);
                break;
            default:
                output.Append($"\"{name}\"");
                break;
        }
    }

    /// <summary>From A to B is not from B to A, so the letters of two points are one name.</summary>
    private static string VectorName(string argument) =>
        argument.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [[var from], [var to]] && char.IsLetter(from) && char.IsLetter(to)
            ? $"v_{from}{to}"
            : argument;

    /// <summary>What stands between the bracket here and the one that closes it.</summary>
    private string ReadBracketed(char closing)
    {
        var (opening, depth) = (Current, 0);
        _position++;
        var content = ReadUntil(() =>
        {
            depth += Current == opening ? 1 : 0;
            return Current == closing && --depth < 0;
        });
        Skip();
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

    /// <summary>A numeral before a proper fraction of numerals makes a mixed number; anything else before one multiplies it.</summary>
    private static void AppendFraction(StringBuilder output, string numerator, string denominator)
    {
        // Of two units it is their quotient: km over h.
        if (denominator is "min" or "sec" && numerator is ['"', ..]) denominator = $"\"{denominator}\"";
        if (numerator is ['"', .., '"'] && denominator is ['"', .., '"'] && MathLetters.FollowsNumeral(output))
        {
            output.Append($" {numerator}/{denominator}");
            return;
        }

        var isNumeric = numerator.Length is > 0 and < 10 && denominator.Length is > 0 and < 10
            && numerator.All(char.IsAsciiDigit) && denominator.All(char.IsAsciiDigit);
        var isMixed = isNumeric && EndsWithNumeral(output) && int.Parse(numerator, null) < int.Parse(denominator, null);
        if (isMixed && numerator.Length == 3) AddFraction(output, $"{numerator}/{denominator}");
        else output.Append(isMixed ? $" {numerator}/{denominator}" : $"(({numerator})/({denominator}))");
    }

    /// <summary>Three digits behind a blank would be a group of thousands.</summary>
    private static void AddFraction(StringBuilder output, string fraction)
    {
        while (output[^1] == ' ') output.Length--;
        var start = output.Length;
        while (start > 0 && char.IsAsciiDigit(output[start - 1])) start--;
        output.Insert(start, '(').Append($"+{fraction})");
    }

    private static bool EndsWithNumeral(StringBuilder output)
    {
        var end = output.Length;
        while (end > 0 && output[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(output[start - 1])) start--;
        return start < end && (start == 0 || output[start - 1] is not ('_' or '.' or ',' or '/'));
    }

    /// <summary>The old way to write a fraction or binomial: what stands before and behind in one group are its two parts.</summary>
    private void ReadInfix(StringBuilder output, Func<bool> atEnd)
    {
        var isFraction = AtCommand("\\over");
        _position += isFraction ? "\\over".Length : "\\choose".Length;
        var first = output.ToString().Trim();
        output.Clear();
        var second = ReadUntil(atEnd).Trim();
        if (isFraction) AppendFraction(output, first, second);
        else output.Append($" binom({first};{second})");
    }

    /// <summary>A dot over one digit, or over the first and the last of several, marks a period; over a letter, a derivative.</summary>
    private void AppendDotted(StringBuilder output, string dotted)
    {
        if (dotted is not [>= '0' and <= '9'])
        {
            output.Append(dotted).Append('\'');
            return;
        }

        var start = _position;
        var between = ReadWhile(char.IsAsciiDigit);
        if (AtCommand("\\dot"))
        {
            _position += "\\dot".Length;
            dotted += between + ReadArgument();
        }
        else
        {
            _position = start;
        }

        RepeatingDecimal.Append(output, dotted);
    }
}
