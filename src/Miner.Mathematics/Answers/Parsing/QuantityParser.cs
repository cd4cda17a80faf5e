using System.Buffers;
using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Reads a number or formula with its unit, in the notation of <see cref="LatexRewriter"/>.</summary>
internal static partial class QuantityParser
{
    private const int MaxUnitWords = 5;

    private static readonly SearchValues<char> FractionCharacters = SearchValues.Create("0123456789./, ");

    private static readonly string[] Approximately = ["approximately", "approx", "about", "around", "roughly", "exactly", "only", "≈"];

    /// <param name="text">Without commas or relations outside of brackets.</param>
    /// <param name="isMath">Whether single letters are variables rather than units.</param>
    /// <returns>Null where it is neither number nor formula.</returns>
    public static Quantity? Parse(string text, bool isMath)
    {
        var rest = WithoutHedge(text.Trim());
        rest = SignWord.Replace(NumberPhrase.Replace(rest) ?? rest);
        var currency = TakeCurrency(ref rest);
        var unitStart = UnitStart(rest, isMath);
        var (value, unit) = (rest[..unitStart].Trim(), rest[unitStart..].Trim());
        if (value.Length > 0 && TryParse(value, unit, currency) is { } quantity)
            return isMath && IsMeasured(rest) ? quantity with { Measured = Parse(rest, isMath: false) } : quantity;

        // What looked like a unit may belong to the formula: 2 m + 3 m.
        return currency.Length == 0 && Expression.TryParse(rest, out var expression)
            ? new Quantity(new Formula(expression), "", null)
            : null;
    }

    /// <summary>Whether it is a numeral and, behind a blank, a letter that names a unit.</summary>
    private static bool IsMeasured(string text) =>
        text is [.., >= '0' and <= '9', ' ', var letter] && Units.IsLetter(letter)
        && !text.AsSpan(0, text.Length - 1).ContainsAnyInRange('a', 'z');

    private static Quantity? TryParse(string value, string unit, string currency)
    {
        if (unit.Length > 0 && !MayHaveUnit(value, unit)) return null;
        var words = unit.Replace("\"", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();

        // Five squared is not five.
        if (words.Count > MaxUnitWords || words is ["squared" or "cubed", ..]) return null;

        var scale = Rational.One;
        while (words.Count > 0 && NumberWords.Multiple(words[0].ToLowerInvariant()) is { } multiple)
        {
            scale *= multiple;
            words.RemoveAt(0);
        }

        var isPerMille = words is ["per", "mille"];
        if (isPerMille) scale /= 1000;
        var isWord = IsPercent(words);
        if (isWord || isPerMille) words.Clear();

        // The sign behind a fraction is one of the fraction, and not of its denominator.
        var isPercent = isWord || value.EndsWith('%');
        var isSign = value.EndsWith('%') && !value.AsSpan(0, value.Length - 1).TrimStart("-−").ContainsAnyExcept(FractionCharacters);
        if (isSign) value = value[..^1];
        if (isWord || isSign) scale /= 100;

        if (!Expression.TryParse(value, out var expression)) return null;
        expression = IntegrationConstant.Named(expression);
        if (!scale.IsOne) expression = new Product([expression, new Number(scale)]);

        // A word that counts (个) says nothing of what is counted.
        words.RemoveAll(EastAsianCounters.IsCounter);
        var canonical = UnitPhrase.Canonical(string.Join(' ', words));
        if (!canonical.StartsWith(currency, StringComparison.Ordinal)) canonical = $"{currency} {canonical}".Trim();
        return new Quantity(new Formula(expression), canonical, DigitsOf(value, isPercent));
    }

    /// <summary>Whether words behind a value may be its unit: "a cat" is no quantity, and "7 hours 30 minutes" none of one unit.</summary>
    private static bool MayHaveUnit(string value, string unit)
    {
        var isNumber = value.Any(char.IsDigit) || value.Contains("pi", StringComparison.Ordinal) || value.Contains('π');
        return isNumber && !Power().Replace(unit, "").Any(char.IsAsciiDigit);
    }

    [GeneratedRegex(@"\^(?:\(-?[1-9]\)|[23])", RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    private static bool IsPercent(List<string> words) => words switch
    {
        [var only] => UnitPhrase.Canonical(only) == "percent",
        [var first, var second] => first == "per" && second == "cent",
        _ => false,
    };

    private static string WithoutHedge(string text)
    {
        foreach (var word in Approximately)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[word.Length..];
            if (rest.Length > 0 && !char.IsLetter(rest[0])) return rest.TrimStart('.', ' ');
        }

        return text;
    }

    /// <summary>Takes a sign of money from the front or the end, and gives its canonical name.</summary>
    private static string TakeCurrency(ref string text)
    {
        var sign = text.StartsWith('-') || text.StartsWith('+') ? text[..1] : "";
        var unsigned = text[sign.Length..].TrimStart();
        if (unsigned.Length > 1 && Units.IsCurrency(unsigned[0]))
        {
            text = sign + unsigned[1..].TrimStart();
            return UnitPhrase.Canonical(unsigned[..1]);
        }

        if (text.Length > 1 && Units.IsCurrency(text[^1]))
        {
            var currency = UnitPhrase.Canonical(text[^1..]);
            text = text[..^1].TrimEnd();
            return currency;
        }

        return "";
    }

    /// <summary>Where the unit begins: at the first word, quoted or plain, that is no function; at the end where there is none.</summary>
    private static int UnitStart(string text, bool isMath)
    {
        var isCall = false;
        for (var index = 0; index < text.Length; index++)
        {
            // A degree inside of a function's argument belongs to the formula.
            if (text[index] == '"' || (text[index] == '°' && !isCall) || IsPrime(text, index)) return index;
            if (!char.IsLetter(text[index])) continue;

            var end = index;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            var isWord = Scripts.HasNoBlanks(text[index]) || (end - index > 1
                ? IsUnitName(text, index, end)
                    || (!FunctionNames.IsFunction(text[index..end]) && !FunctionNames.IsConstant(text[index..end]))
                : !isMath && IsUnitLetter(text, index));
            if (isWord) return index;
            isCall |= FunctionNames.IsFunction(text[index..end]);
            index = end - 1;
        }

        return text.Length;
    }

    /// <summary>One or two behind a numeral at the end, which are feet and inches, or minutes and seconds.</summary>
    private static bool IsPrime(string text, int index) =>
        text[index] == '\'' && index > 0 && char.IsAsciiDigit(text[index - 1]) && text[index..] is "'" or "''";

    /// <summary>The minute and the second are no functions where nothing follows for them to be taken of.</summary>
    private static bool IsUnitName(string text, int index, int end) => end == text.Length && text[index..] is "min" or "sec";

    /// <summary>A letter such as m behind a numeral, with nothing but an exponent behind it.</summary>
    private static bool IsUnitLetter(string text, int index)
    {
        if (!Units.IsLetter(text[index]) || text.AsSpan(0, index).IndexOfAnyInRange('a', 'z') >= 0) return false;
        var before = text.AsSpan(0, index).TrimEnd();
        var unit = UnitPhrase.WithoutPowers(text[index..]);
        return before.Length > 0 && (char.IsAsciiDigit(before[^1]) || before[^1] == ')') && (unit.Length == 1 || Units.IsKnown(unit));
    }

    /// <summary>The precision of a plain decimal; null for everything else, which counts as exact.</summary>
    private static DecimalDigits? DigitsOf(string value, bool isPercent)
    {
        var digits = value.TrimStart('-', '+', ' ').TrimEnd('%', ' ').Replace(",", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || !Rational.TryParse(digits, out _) || digits.Contains('e', StringComparison.OrdinalIgnoreCase)) return null;

        var significant = digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
        return new DecimalDigits(digits.Length - point - 1 + (isPercent ? 2 : 0), significant);
    }
}
