using Miner.Mathematics.Language;

namespace Miner.Offline.Text;

/// <summary>Takes one piece after the other from a calculation in words.</summary>
internal sealed class PhraseReader(IReadOnlyList<PhraseToken> tokens)
{
    private int _position;

    public bool AtEnd => _position == tokens.Count;

    public bool Take(params ReadOnlySpan<string> words)
    {
        if (_position + words.Length > tokens.Count) return false;
        for (var index = 0; index < words.Length; index++)
        {
            if (tokens[_position + index].Text != words[index]) return false;
        }

        _position += words.Length;
        return true;
    }

    /// <summary>One of the characters of <paramref name="signs"/>.</summary>
    public string? TakeSign(string signs)
    {
        if (AtEnd || tokens[_position].Text is not [var sign] || !signs.Contains(sign, StringComparison.Ordinal)) return null;
        return tokens[_position++].Text;
    }

    /// <summary>As <see cref="TakeSign"/>, without a blank before it.</summary>
    public string? TakeTouchingSign(string signs) => !AtEnd && tokens[_position].Touches ? TakeSign(signs) : null;

    /// <summary>A comma, the word and, or both.</summary>
    public bool TakeSeparator() => Take(",", "and") || Take(",") || Take("and");

    /// <summary>A number in digits or words, or a fraction in words.</summary>
    public string? TakeNumber()
    {
        if (AtEnd) return null;

        var number = PhraseNumbers.Read(tokens, ref _position);
        if (number is null && tokens[_position].IsNumeral) number = tokens[_position++].Text;
        if (number is not null && TakeDivisorBeforeOf() is { } divisor) return $"({number}/{divisor})";
        if (number is not null && TakeMixedFraction() is { } fraction) return $"({number} {fraction})";
        if (AtEnd || IsOrdinalOfPower() || !char.IsLetter(tokens[_position].Text[0])
            || NumberWords.Denominator(tokens[_position].Text) is not { } denominator) return number;

        // A twenty-fifth is none of twenty fifths.
        if (number?.EndsWith('0') == true) return null;
        _position++;
        return $"({number ?? "1"}/{denominator})";
    }

    /// <summary>A sign of per cent that is not one of remainder: no operand follows it.</summary>
    public bool TakePercent()
    {
        if (Take("percent") || Take("per", "cent")) return true;
        if (AtEnd || tokens[_position].Text != "%") return false;
        if (_position + 1 < tokens.Count && (tokens[_position + 1].IsNumeral || tokens[_position + 1].Text is "(" or "-")) return false;
        _position++;
        return true;
    }

    /// <summary>The degree of a root or power that is said before its operand: <c>fourth root of</c>, <c>5th power of</c>.</summary>
    public (int Degree, bool IsRoot)? TakeDegree()
    {
        if (!IsOrdinalOfPower() || NumberWords.Ordinal(tokens[_position].Text) is not { } degree) return null;

        var isRoot = tokens[_position + 1].Text == "root";
        _position += 2;
        return Take("of") ? (degree, isRoot) : null;
    }

    /// <summary>The exponent of <c>to the fifth power</c>.</summary>
    public int? TakeOrdinalPower()
    {
        var start = _position;
        Take("raised");
        if (Take("to", "the") && !AtEnd && NumberWords.Ordinal(tokens[_position].Text) is { } exponent)
        {
            _position++;
            Take("power");
            return exponent;
        }

        _position = start;
        return null;
    }

    /// <summary>The words before an exponent.</summary>
    public bool TakePowerWords()
    {
        var start = _position;
        var raised = Take("raised");
        if (Take("to", "the", "power", "of") || Take("to", "the", "power") || Take("to", "power") || (raised && Take("to"))) return true;
        _position = start;
        return false;
    }

    private bool IsOrdinalOfPower() => _position + 1 < tokens.Count && tokens[_position + 1].Text is "root" or "power";

    /// <summary>The 3 in "2/3 of": a fraction of something is one number, where 2^3/4 is not 2 to the power of 3/4.</summary>
    private string? TakeDivisorBeforeOf()
    {
        if (
            _position + 2 >= tokens.Count
            || tokens[_position].Text != "/"
            || !tokens[_position + 1].IsNumeral
            || tokens[_position + 2].Text != "of")
            return null;

        _position += 2;
        return tokens[_position - 1].Text;
    }

    /// <summary>The fraction of a mixed number: <c>2/3</c> after a blank.</summary>
    private string? TakeMixedFraction()
    {
        if (_position + 2 >= tokens.Count || tokens[_position].Touches || !tokens[_position].IsNumeral
            || tokens[_position + 1].Text != "/" || !tokens[_position + 2].IsNumeral)
        {
            return null;
        }

        _position += 3;
        return $"{tokens[_position - 3].Text}/{tokens[_position - 1].Text}";
    }
}
