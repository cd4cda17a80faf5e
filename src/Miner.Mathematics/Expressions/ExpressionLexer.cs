using System.Globalization;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Splits a formula into words; null where a character or a run of letters has no place in one.</summary>
internal sealed class ExpressionLexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _position;
    private bool _inList;

    private ExpressionLexer(string text) => _text = text;

    /// <exception cref="OverflowException">A numeral is beyond the limit of <see cref="Rational"/>.</exception>
    public static List<Token>? Split(string text) => new ExpressionLexer(text).Split();

    private char Current => At(_position);

    private char At(int index) => index >= 0 && index < _text.Length ? _text[index] : '\0';

    private List<Token>? Split()
    {
        while (true)
        {
            var start = _position;
            while (char.IsWhiteSpace(Current)) _position++;
            var afterBlank = _position > start;
            if (_position >= _text.Length)
            {
                Add(TokenKind.End, "", afterBlank);
                return _tokens;
            }

            if (!ReadToken(afterBlank)) return null;
        }
    }

    private bool ReadToken(bool afterBlank)
    {
        var character = Current;
        if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(At(_position + 1)))) return ReadNumber(afterBlank);
        if (Superscript(character) is { } exponent) return ReadSuperscript(exponent);
        if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.OtherNumber) return ReadVulgarFraction(afterBlank);
        if (char.IsLetter(character) && !IsTimesLetter(afterBlank)) return ReadName(afterBlank);
        return ReadOperator(afterBlank);
    }

    private bool ReadNumber(bool afterBlank)
    {
        var rest = _text.AsSpan(_position);
        var comma = _inList ? rest.IndexOf(',') : -1;
        var numeral = Numeral.Read(comma < 0 ? rest : rest[..comma], out var length);
        if (numeral is null) return false;
        _position += length;
        _tokens.Add(new Token(TokenKind.Number, numeral, Rational.Parse(numeral), afterBlank));
        return true;
    }

    private bool ReadSuperscript(int digit)
    {
        var exponent = digit;
        while (Superscript(At(++_position)) is { } next)
        {
            if (exponent > 100_000) throw new OverflowException();
            exponent = (exponent * 10) + next;
        }

        Add(TokenKind.Operator, "^", afterBlank: false);
        _tokens.Add(new Token(TokenKind.Number, exponent.ToString(CultureInfo.InvariantCulture), exponent, AfterBlank: false));
        return true;
    }

    private bool ReadVulgarFraction(bool afterBlank)
    {
        // Only the fractions with a small denominator have a character of their own; the multiple of all up to ten tells which it is.
        const int multiple = 2_520;
        var value = CharUnicodeInfo.GetNumericValue(Current);
        var parts = Math.Round(value * multiple);
        if (value is <= 0 or >= 1 || Math.Abs((value * multiple) - parts) > 1e-6) return false;

        var text = _text[_position++].ToString();
        var fraction = new Rational((int)parts, multiple);
        if (!afterBlank && _tokens is [.., { IsNumeral: true } whole])
        {
            _tokens[^1] = new Token(TokenKind.Number, whole.Text + text, whole.Value + fraction, whole.AfterBlank);
            return true;
        }

        _tokens.Add(new Token(TokenKind.Number, text, fraction, afterBlank));
        return true;
    }

    private bool ReadName(bool afterBlank)
    {
        var start = _position;
        while (char.IsLetter(Current)) _position++;
        var name = _text[start.._position];
        var isWord = FunctionNames.IsFunction(name.ToLowerInvariant()) || FunctionNames.IsConstant(name);
        if (name.Length > 1 && !isWord) return false;
        if (name.Length > 1) name = name.ToLowerInvariant();
        if (name == "π") name = "pi";
        if (FunctionNames.TakesList(name)) _inList = true;
        if (name is "infinity" or "inf" or "oo") name = "∞";

        if (Current == '_')
        {
            var subscript = ++_position;
            while (char.IsLetterOrDigit(Current)) _position++;
            if (_position == subscript) return false;
            name += $"_{_text[subscript.._position]}";
        }

        while (Current == '\'') name += _text[_position++];
        Add(TokenKind.Name, name, afterBlank);
        return true;
    }

    /// <summary>The letter x as a sign: alone between blanks or between digits, after a numeral or a parenthesis.</summary>
    private bool IsTimesLetter(bool afterBlank)
    {
        if (Current is not ('x' or 'X')) return false;
        if (_tokens is not [.., var before] || !(before.Kind == TokenKind.Number || before.Is(')'))) return false;
        return afterBlank
            ? char.IsWhiteSpace(At(_position + 1)) && (char.IsAsciiDigit(At(_position + 2)) || At(_position + 2) == '(')
            : char.IsAsciiDigit(At(_position + 1));
    }

    private bool ReadOperator(bool afterBlank)
    {
        var operation = Current switch
        {
            '×' or '·' or '⋅' or '∙' or '∗' or 'x' or 'X' => '*',
            '÷' or '∕' or '⁄' => '/',
            '−' or '–' or '‐' or '‑' => '-',
            var character => character,
        };
        _position++;
        if (operation == '*' && Current == '*')
        {
            _position++;
            operation = '^';
        }

        if (operation is ')' or '}') _inList = false;
        switch (operation)
        {
            case '∛':
                Add(TokenKind.Name, "cbrt", afterBlank);
                return true;
            case '√':
                Add(TokenKind.Name, "sqrt", afterBlank);
                return true;
            case '∑' or '∏' or '∫':
                Add(TokenKind.Name, operation.ToString(), afterBlank);
                return true;
            case '∞':
                Add(TokenKind.Name, "∞", afterBlank);
                return true;
            default:
                Add(TokenKind.Operator, operation.ToString(), afterBlank);
                return "+-*/^%!()[]{}|,;°".Contains(operation, StringComparison.Ordinal);
        }
    }

    private void Add(TokenKind kind, string text, bool afterBlank) => _tokens.Add(new Token(kind, text, default, afterBlank));

    private static int? Superscript(char character) => character switch
    {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        >= '⁴' and <= '⁹' => character - '⁴' + 4,
        _ => null,
    };
}
