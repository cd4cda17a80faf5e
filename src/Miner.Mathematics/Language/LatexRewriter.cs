using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>
/// Rewrites an answer from LaTeX, or from plain text, into one plain notation: fractions as divisions, roots as <c>sqrt( )</c>,
/// <c>^( )</c> for exponents, one character for each relation, words between double quotes where they stand in mathematics, and a matrix as
/// <c>⟦a¦b‖c¦d⟧</c>. Never fails: what it does not know becomes a word.
/// </summary>
internal sealed partial class LatexRewriter
{
    private const int MaxDepth = 60;

    // Where the bracket behind a label is at most.
    private const int MaxLabel = 10;

    private readonly string _text;
    private readonly bool _isMath;
    private int _position;
    private int _depth;
    private bool? _hasMoney;

    private LatexRewriter(string text, bool isMath) => (_text, _isMath) = (text, isMath);

    /// <param name="text">The answer.</param>
    /// <param name="isMath">
    /// Whether it stood between mathematical delimiters, where single letters are variables; LaTeX's commands mean the same thing.
    /// </param>
    /// <returns>Null where it is nested too deep to be an answer.</returns>
    public static string? Rewrite(string text, bool isMath)
    {
        var output = new StringBuilder();
        var start = 0;
        foreach (var span in isMath ? [] : MathSpans.Find(text))
        {
            if (!Append(output, text[start..span.Start], isMath: false) || !Append(output, span.Content, isMath: true)) return null;
            start = span.End;
        }

        return Append(output, text[start..], isMath) ? output.ToString() : null;
    }

    private static bool Append(StringBuilder output, string text, bool isMath)
    {
        var rewriter = new LatexRewriter(text, isMath || text.Contains('\\', StringComparison.Ordinal));
        output.Append(rewriter.ReadUntil(() => false));
        return rewriter._depth <= MaxDepth;
    }

    /// <summary>Whether a sign of dollars has no other to close it: it delimits nothing.</summary>
    private bool HasMoney => _hasMoney ??= _text.AsSpan().Count('$') == 1;

    private char Current => At(_position);

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private bool AtText(string text) => string.CompareOrdinal(_text, _position, text, 0, text.Length) == 0;

    private bool AtCommand(string name) =>
        string.CompareOrdinal(_text, _position, name, 0, name.Length) == 0 && !char.IsLetter(At(_position + name.Length));

    private string ReadUntil(Func<bool> atEnd)
    {
        var output = new StringBuilder();
        if (++_depth > MaxDepth) _position = _text.Length;
        while (_position < _text.Length && !atEnd())
        {
            if (Current == '\\' && (AtCommand("\\over") || AtCommand("\\choose"))) ReadInfix(output, atEnd);
            else ReadItem(output);
        }

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
                TrimBlanks(output);
                output.Append('_').Append(SubscriptName(ReadArgument()));
                break;
            case '$' when _isMath && HasMoney:
                _position++;
                output.Append('$');
                break;
            case '}' or '$' or '&' or '~' when _isMath:
                _position++;
                output.Append(' ');
                break;
            case >= '0' and <= '9' when _isMath && EndsWithFactor(output):
                output.Append('*');
                AppendSymbol(output);
                break;
            case var letter when _isMath && char.IsLetter(letter):
                var letters = ReadWhile(char.IsLetter);
                if (letters is "x" or "X" && BeforeBracket()) TrimBlanks(output);
                MathLetters.Append(output, letters);
                break;
            default:
                AppendSymbol(output);
                break;
        }
    }

    /// <summary>Whether a bracket opens next, before which an x between blanks would be the sign of a product.</summary>
    private bool BeforeBracket()
    {
        var next = _position;
        while (At(next) is ' ') next++;
        return At(next) == '(' || string.CompareOrdinal(_text, next, "\\left(", 0, "\\left(".Length) == 0;
    }

    private static void TrimBlanks(StringBuilder output)
    {
        while (output is [.., ' ']) output.Length--;
    }

    /// <summary>Whether a bracket that closes stands before, but for a label: <c>(2) 3 + 4</c>, <c>(C) 12</c>.</summary>
    private static bool EndsWithFactor(StringBuilder output)
    {
        var last = output.Length - 1;
        while (last >= 0 && output[last] == ' ') last--;
        return last >= 0 && output[last] == ')' && !(last <= MaxLabel && Label().IsMatch(output.ToString()));
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
        Skip();
        return content;
    }

    /// <summary>Passes the character here; an answer that was cut has none.</summary>
    private void Skip() => _position = Math.Min(_position + 1, _text.Length);

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
            "°" or "'" or "''" => exponent,
            "o" when output is [.., >= '0' and <= '9'] => "°",
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

    private void AppendSymbol(StringBuilder output)
    {
        // 0.(3): a bracket directly behind the point cannot be a factor.
        if (Current == '(' && output is [.., >= '0' and <= '9', '.'])
        {
            var closing = _text.IndexOf(')', _position);
            var period = closing < 0 ? "" : _text[(_position + 1)..Math.Min(closing, _position + 52)];
            if (period.Length is > 0 and <= 50 && period.All(char.IsAsciiDigit))
            {
                RepeatingDecimal.Append(output, period);
                _position = closing + 1;
                return;
            }
        }

        // 0.333...: the digits go on as they are.
        var ellipsis = Current == '…' ? 1 : AtText("...") ? 3 : 0;
        if (ellipsis > 0 && RepeatingDecimal.TryContinue(output))
        {
            _position += ellipsis;
            return;
        }

        if (AtText("+/-"))
        {
            output.Append('±');
            _position += 3;
            return;
        }

        if (Current is '∨' or '∧')
        {
            output.Append(Current == '∨' ? " or " : " and ");
            _position++;
            return;
        }

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

    [GeneratedRegex(@"^ *(?:\((?:[A-Z]|[0-9]{1,2})|[A-Z])\) *$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
