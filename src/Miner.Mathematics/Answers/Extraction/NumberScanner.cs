using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds numbers in prose, with sign, currency, fraction and unit, or with the brackets that they stand in.</summary>
internal static class NumberScanner
{
    private const int MaxBracket = 200;
    private const int MaxGrouped = 40;
    private const string Half = "half of ";

    public static IEnumerable<AnswerCandidates.Candidate> Find(string text, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var isInWord = index > start && (Scripts.Joins(text[index - 1]) || text[index - 1] == '_');
            if (!char.IsAsciiDigit(text[index]) || isInWord) continue;

            if (CalendarDate.Around(text, index, start) is var (first, last) && last <= end)
            {
                yield return new(first, last, new ExtractedAnswer(text[first..last], IsMath: false), IsNamed: false);
                index = last - 1;
                continue;
            }

            var numberEnd = EndOfNumber(text, index, end);
            if (numberEnd < 0)
            {
                // Digits inside a word; the word is passed over whole.
                while (index < end && char.IsLetterOrDigit(text[index])) index++;
                continue;
            }

            var (from, to) = Bracket(text, index, numberEnd, start, end) ?? (StartOfNumber(text, index, start), numberEnd);
            yield return new(from, to, new ExtractedAnswer(text[from..to].Trim(), IsMath: false), IsNamed: false);
            index = to - 1;
        }
    }

    /// <summary>The end of the number that begins at <paramref name="index"/>, or -1 where it is part of a word.</summary>
    private static int EndOfNumber(string text, int index, int end)
    {
        if (DivisionResult.End(text, index) is > 0 and var division && division <= end) return division;
        if (QuantityPhrases.EndOfShare(text, index) is > 0 and var share && share <= end) return share;
        if (CompoundQuantity.End(text, index) is > 0 and var compound && compound <= end) return compound;
        if (CompoundQuantity.EndOfPrimes(text, index) is > 0 and var primes && primes <= end) return primes;

        var current = EndOfDigits(text, index, end);

        // Groups of thousands, then the fraction of a mixed number, which also begins with a blank.
        while (current - index <= MaxGrouped && At(text, current, end) is ' ' or '\u00A0' or '\u202F' && IsGroup(text, current + 1, end))
        {
            current += 4;
        }

        if (At(text, current, end) is '.' or ',' && char.IsAsciiDigit(At(text, current + 1, end)))
            current = EndOfDigits(text, current + 1, end);

        if (At(text, current, end) == ' ' && EndOfFraction(text, current + 1, end) is > 0 and var mixed) current = mixed;
        else if (EndOfFraction(text, index, end) is > 0 and var fraction && fraction > current) current = fraction;
        if (At(text, current, end) == ':' && char.IsAsciiDigit(At(text, current + 1, end)))
        {
            current = EndOfDigits(text, current + 1, end);
        }

        if (ClockTime.EndOfHalf(text, current) is var half && half > current && half <= end) return half;

        var goesOn = current + 3 <= end && text.AsSpan(current).StartsWith("...") && text.AsSpan(index, current - index).Contains('.');
        if (goesOn) return current + 3;
        if (At(text, current, end) is '_' or (>= '₀' and <= '₉')) return EndOfBase(text, current + 1, end);
        if (At(text, current, end) == '°') return At(text, current + 1, end) is 'C' or 'F' ? current + 2 : current + 1;
        if (At(text, current, end) == '%' || Units.IsCurrency(At(text, current, end))) return current + 1;
        return EndOfUnit(text, current, end);
    }

    /// <summary>The end of the subscript that names the base of a numeral.</summary>
    private static int EndOfBase(string text, int index, int end)
    {
        while (char.IsAsciiDigit(At(text, index, end)) || At(text, index, end) is '{' or '}' or (>= '₀' and <= '₉')) index++;
        return index;
    }

    private static int EndOfDigits(string text, int index, int end)
    {
        bool IsDigit(int at) => char.IsAsciiDigit(At(text, at, end));

        while (IsDigit(index) || (At(text, index, end) is '.' or ',' && IsDigit(index + 1))) index++;
        return index;
    }

    private static bool IsGroup(string text, int index, int end)
    {
        for (var digit = 0; digit < 3; digit++)
        {
            if (!char.IsAsciiDigit(At(text, index + digit, end))) return false;
        }

        return !char.IsLetterOrDigit(At(text, index + 3, end)) && At(text, index + 3, end) != '/';
    }

    /// <summary>The end of digits, a slash and digits; 0 where something else is there.</summary>
    private static int EndOfFraction(string text, int index, int end)
    {
        var slash = EndOfDigits(text, index, end);
        if (slash == index || At(text, slash, end) != '/') return 0;
        var last = EndOfDigits(text, slash + 1, end);
        return last == slash + 1 ? 0 : last;
    }

    /// <summary>The end with the word behind it where that is a unit; -1 where letters follow that are none.</summary>
    private static int EndOfUnit(string text, int index, int end)
    {
        var isAttached = char.IsLetter(At(text, index, end));
        var start = isAttached ? index : index + 1;
        if (isAttached && text[index] is '万' or '萬' or '亿' or '億' or '만' or '억') return index + 1;
        if (isAttached && Scripts.HasNoBlanks(text[index])) return index;
        var last = start;
        while (char.IsLetter(At(text, last, end))) last++;

        if (isAttached && char.IsAsciiDigit(At(text, last, end))) return -1;
        var isUnit = last > start && (Units.IsKnown(text[start..last]) || (last == start + 1 && Units.IsLetter(text[start])));
        if (!isUnit) return isAttached ? -1 : index;

        var perUnit = last + 1;
        while (At(text, last, end) == '/' && char.IsLetter(At(text, perUnit, end))) perUnit++;
        if (perUnit > last + 1 && Units.IsKnown(text[start..perUnit])) last = perUnit;
        return At(text, last, end) is '²' or '³' ? last + 1 : last;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    private static int StartOfNumber(string text, int index, int start)
    {
        if (SignWord.Start(text, index, start) is >= 0 and var sign) return sign;
        if (EndsWithWord(text.AsSpan(start, index - start), Half)) return index - Half.Length;

        if (index > start && text[index - 1] == '.' && !(index > start + 1 && char.IsLetterOrDigit(text[index - 2]))) index--;
        if (index > start && Units.IsCurrency(text[index - 1])) index--;
        index = CurrencyNotation.Start(text, index, start);

        // A minus behind an operand is a difference.
        var before = index > start + 1 ? text[index - 2] : ' ';
        return index > start && text[index - 1] is '-' or '−' && !Scripts.Joins(before) && before != ')' ? index - 1 : index;
    }

    /// <summary>The brackets around a number where they hold a list or an interval.</summary>
    private static (int From, int To)? Bracket(string text, int index, int numberEnd, int start, int end)
    {
        var from = index - 1;
        while (from >= start && index - from < 10 && text[from] is '-' or '+' or ' ' or '.' or '$') from--;
        if (from < start || text[from] is not ('(' or '[' or '{')) return null;

        var limit = Math.Min(end, from + MaxBracket);
        var depth = 0;
        var isList = false;
        for (var to = from; to < limit; to++)
        {
            if (text[to] is '(' or '[' or '{') depth++;
            if (text[to] is ',' or ';') isList = true;
            if (IsWordAt(text, to, limit)) return null;
            if (text[to] is ')' or ']' or '}' && --depth == 0) return isList && to >= numberEnd ? (from, to + 1) : null;
        }

        return null;
    }

    /// <summary>Two letters and more that are neither a function nor a constant.</summary>
    private static bool IsWordAt(string text, int index, int limit)
    {
        if (!char.IsLetter(text[index]) || char.IsLetter(text[index - 1])) return false;
        var end = index;
        while (end < limit && char.IsLetter(text[end])) end++;
        return end - index > 1 && !FunctionNames.IsName(text[index..end]);
    }

    private static char At(string text, int index, int end) => index < end ? text[index] : '\0';
}
