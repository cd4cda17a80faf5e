using System.Text.RegularExpressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>A calculation with units or nouns in it, and what it counts.</summary>
/// <param name="Formula">The same with numbers alone, in what <paramref name="Measure"/> says.</param>
/// <param name="Measure">What it is counted in.</param>
/// <param name="Nouns">Where words follow a last number: any of them may be what it counts.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="NumberEnd">Where its last number ends.</param>
internal sealed record Amount(string Formula, Measure Measure, IReadOnlyList<string> Nouns, int End, int NumberEnd)
{
    /// <summary>Whether a sign stands between two amounts.</summary>
    public bool HasSign { get; init; }

    /// <summary>Whether one of them multiplies or divides: a factor may be how many of one unit another is.</summary>
    public bool HasProduct { get; init; }

    /// <summary>Whether a unit or noun stands in it.</summary>
    public bool HasUnit { get; init; }
}

/// <summary>
/// Reads calculations such as <c>5 kg + 3 kg</c> or <c>(20 km + 10 km) / 4 km/h</c>, where all terms of a sum count the same; none else.
/// </summary>
internal sealed partial class QuantityReader
{
    private const int MaxDepth = 3;

    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 400;

    // What may follow a number and counts nothing.
    private static readonly HashSet<string> Unrelated = EquationContext.Words(
        "and or so in for at on is are was were then which but because since per each a an the if with from that this as we he she they it "
            + "i you left more in total altogether plus minus times divided multiplied than to of by not");

    private readonly string _text;
    private readonly int _limit;
    private int _position;
    private int _depth;
    private int _numberEnd;
    private bool _hasSign;
    private bool _hasUnit;
    private bool _hasProduct;

    private QuantityReader(string text, int start) =>
        (_text, _position, _limit) = (text, start, Math.Min(text.Length, start + MaxLength));

    /// <summary>
    /// The calculation that begins at <paramref name="start"/>; null where none does, or where terms count different things.
    /// </summary>
    public static Amount? Read(string text, int start)
    {
        var reader = new QuantityReader(text, start);
        if (reader.ReadSum() is not var (formula, measure, nouns)) return null;
        return new Amount(formula, measure, nouns, reader._position, reader._numberEnd)
        {
            HasSign = reader._hasSign,
            HasProduct = reader._hasProduct,
            HasUnit = reader._hasUnit,
        };
    }

    private Term? ReadSum()
    {
        if (ReadProduct() is not var (sum, measure, nouns)) return null;
        while (Sign().Match(_text, _position) is { Success: true, Groups: var groups } match && match.Index + match.Length < _limit)
        {
            if (nouns.Count > 0) return null;
            _position = match.Index + match.Length;
            _hasSign = true;
            if (ReadProduct() is not var (term, other, words)) return null;
            if (words.Count > 0)
            {
                // The last number of a sum counts what the others do, or this is no sum.
                if (measure.Single is not { } noun || !words.Contains(noun)) return null;
                other = measure;
            }

            if (other.In(measure) is not { } ratio || (_hasProduct && !ratio.IsOne)) return null;
            var operation = groups["minus"].Success ? '-' : '+';
            if (ratio.IsOne) sum = $"{sum} {operation} {term}";
            else if (ratio.IsInteger) sum = $"{sum} {operation} ({term})*{ratio}";
            else (sum, measure) = ($"({sum})*{Rational.One / ratio} {operation} {term}", other);
        }

        return new Term(sum, measure, nouns);
    }

    private Term? ReadProduct()
    {
        if (ReadFactor() is not var (product, measure, nouns)) return null;
        while (Product().Match(_text, _position) is { Success: true, Groups: var groups } match && match.Index + match.Length < _limit)
        {
            if (nouns.Count > 0) return null;
            _position = match.Index + match.Length;
            _hasSign = _hasProduct = true;
            var isQuotient = groups["over"].Success;
            if (ReadFactor() is not var (factor, other, words)) return null;
            product = $"{product} {(isQuotient ? '/' : '*')} {factor}";
            measure = measure.Times(other, isQuotient ? -1 : 1);
            nouns = words;
        }

        return new Term(product, measure, nouns);
    }

    private Term? ReadFactor()
    {
        if (_position >= _limit) return null;
        if (_text[_position] != '(') return ReadAmount();
        if (++_depth > MaxDepth) return null;
        _position++;
        SkipBlanks();
        if (ReadSum() is not var (sum, measure, nouns) || nouns.Count > 0) return null;
        SkipBlanks();
        if (_position >= _limit || _text[_position] != ')') return null;
        _position++;
        _depth--;
        if (!measure.IsNone || ReadUnit() is not { } unit) return new Term($"({sum})", measure, []);
        return Measure.Of(unit) is { } outer ? new Term($"({sum})", outer, []) : null;
    }

    private Term? ReadAmount()
    {
        if (Number().Match(_text, _position) is not { Success: true } match || match.Index + match.Length > _limit) return null;
        _position = _numberEnd = match.Index + match.Length;
        var number = $"{match.Groups["sign"].Value}{match.Groups["number"].Value}";
        var currency = match.Groups["currency"].Value;
        var unit = currency.Length > 0 ? currency + Rate().Match(_text, _position).Value : ReadUnit();
        if (currency.Length > 0) _position += unit!.Length - currency.Length;
        if (unit is null)
        {
            var nouns = ReadNouns();
            return nouns is null ? null : new Term(number, Measure.None, nouns);
        }

        _hasUnit |= unit.Length > currency.Length;
        if (Measure.Of(unit) is not { } measure) return null;
        return ReadRest(number, measure);
    }

    /// <summary>The smaller units of one quantity: <c>1 h 30 min</c>.</summary>
    private Term? ReadRest(string number, Measure measure)
    {
        while (Part().Match(_text, _position) is { Success: true } match)
        {
            var (start, end) = (_position, _numberEnd);
            _position = _numberEnd = match.Index + match.Length;
            if (ReadUnit(isPart: true) is not { Length: > 0 } unit || Measure.Of(unit) is not { } smaller
                || measure.In(smaller) is not { IsInteger: true } ratio || ratio.IsOne)
            {
                (_position, _numberEnd) = (start, end);
                return null;
            }

            (number, measure) = ($"({number}*{ratio}+{match.Groups["number"].Value})", smaller);
        }

        return new Term(number, measure, []);
    }

    /// <summary>A known unit or a noun before a sign; empty for none, and null where words follow that may be one or not.</summary>
    private string? ReadUnit(bool isPart = false)
    {
        if (Unit().Match(_text, _position) is { Success: true } unit
            && (IsUnit(unit.Groups["unit"].Value) || (isPart && unit.Groups["unit"].Value == "in")))
        {
            _position = unit.Index + unit.Length;
            if (OfWhat().Match(_text, _position) is { Success: true } substance) _position = substance.Index + substance.Length;
            return unit.Groups["unit"].Value;
        }

        if (Noun().Match(_text, _position) is { Success: true } noun)
        {
            var words = noun.Groups["word"].Captures;
            if (!words.Any(word => WordsBehind.Continue(word.Value) || NumberPhrase.Replace(word.Value) is not null))
            {
                _position = noun.Index + noun.Length;
                return words[^1].Value;
            }
        }

        return Words().Match(_text, _position) is { Success: true } ? null : "";
    }

    private IReadOnlyList<string>? ReadNouns()
    {
        var words = Words().Match(_text, _position).Groups["word"].Captures;
        if (WordsBehind.Continue(words[0].Value)) return null;
        _hasUnit = true;
        return [.. words.Select(word => word.Value).TakeWhile(word => !Unrelated.Contains(word)).Select(Measure.Noun)];
    }

    private static bool IsUnit(string word) =>
        word is "°" or "N" or "J" or "W" or "V" or "A" or "Ω" || word.Contains('/') || word.Contains(" per ", StringComparison.Ordinal)
        || (Units.TryFind(word, out _) && word is not ("in" or "a" or "c" or "C" or "F" or "f" or "t"))
        || word.Any(character => character is '²' or '³' or '^');

    private readonly record struct Term(string Formula, Measure Measure, IReadOnlyList<string> Nouns);

    private void SkipBlanks()
    {
        while (_position < _limit && _text[_position] is ' ' or '\u00A0') _position++;
    }

    [GeneratedRegex(@"\G[ \u00A0]{0,3}(?:\+|(?<minus>[-−–]))[ \u00A0]{0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\G[ \u00A0]{0,3}(?:[*×·⋅∙]|x(?=[ \u00A0\d$])|(?<over>[/÷]))[ \u00A0]{0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Product();

    [GeneratedRegex(
        @"\G(?<sign>[-−]?)(?<currency>[$€£]?)[ \u00A0]?(?<number>\d{1,15}(?:,\d{3})*(?:\.\d{1,12})?"
            + @"(?:/\d{1,6}(?![\d.,]))?%?)(?![\d.,:^/]\d|[%\d'’′""″^_:])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\G[ \u00A0]{1,2}(?:and )?(?<number>\d{1,9}(?:\.\d{1,6})?)(?=[ \u00A0]?\p{L})(?![ \u00A0]?[x×]\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\G(?:/| per )\p{L}{1,20}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(
        @"\G[ \u00A0]{0,2}(?<unit>°(?![\p{L}\d])|[\p{L}Ωµ]{1,20}(?:[²³]|\^[23](?!\d))?"
            + @"(?:(?:/| per )\p{L}{1,20}(?:[²³]|\^[23](?!\d))?)?)(?![\p{L}\d^_'’])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\G of \p{L}{2,20}(?=[ \u00A0]{0,3}[-+−–*×/÷=)])", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhat();

    // Up to three words before a sign; of "boxes of apples" it is the first.
    [GeneratedRegex(
        @"\G(?:[ \u00A0]{1,2}(?<word>\p{L}{2,20})){1,3}(?: of \p{L}{2,20})?(?=[ \u00A0]{0,3}(?:[-+−–*×÷=)]|x \d|/ ?\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\G(?:[ \u00A0]{1,2}(?<word>\p{L}{1,20})(?!\p{L})){1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
