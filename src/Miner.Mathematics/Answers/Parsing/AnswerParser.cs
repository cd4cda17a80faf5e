using System.Buffers;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>
/// Reads what an answer says. Total: what cannot be read is a <see cref="TextValue"/>. Bounded by the length of what it reads.
/// </summary>
internal sealed class AnswerParser
{
    /// <summary>In UTF-16 units; anything longer is text.</summary>
    private const int MaxLength = 2_000;

    private const int MaxDepth = 8;
    private const int MaxItems = 50;

    private static readonly SearchValues<char> Conditions = SearchValues.Create("∈≠<>≤≥");

    private readonly bool _isMath;
    private int _depth;

    private AnswerParser(bool isMath) => _isMath = isMath;

    /// <param name="text">The answer without what stood around it.</param>
    /// <param name="isMath">Whether it stood between mathematical delimiters.</param>
    public static AnswerValue Parse(string text, bool isMath)
    {
        var isWords = isMath && PlainWords.Are(text);
        isMath &= !isWords;
        if (!isMath) text = QuantityPhrases.JoinMixed(text);
        text = text.Replace("‰", " per mille", StringComparison.Ordinal);
        text = CompoundQuantity.Spell(text) ?? CurrencyNotation.Spell(text);
        if (text.Length > MaxLength || LatexRewriter.Rewrite(text, isMath) is not { Length: <= 2 * MaxLength } plain) return AsWords(text);

        try
        {
            if (!isMath && !isWords && BareFormula.Is(text)) return Parse(text, isMath: true);

            var isFormula = isMath || (text.Contains('\\', StringComparison.Ordinal) && MathSpans.Find(text).Count == 0);
            return new AnswerParser(isFormula).Read(ReversedBrackets.Replace(plain));
        }
        catch (OverflowException)
        {
            // A number past the limits of exact arithmetic; such an answer is compared as it is written.
            return AsWords(text);
        }
    }

    public static TextValue AsWords(string text) => new() { Source = text };

    /// <summary>Reads text in the notation of <see cref="LatexRewriter"/>.</summary>
    public AnswerValue Read(string text)
    {
        if (_depth >= MaxDepth) return AsWords(text);
        _depth++;
        var trimmed = text.Trim().TrimEnd('.', ',', ';', ':').Trim();
        var value = ReadTrimmed(trimmed);
        _depth--;
        return value.Source.Length == 0 ? value with { Source = trimmed } : value;
    }

    private AnswerValue ReadTrimmed(string text)
    {
        var unquoted = WithoutQuotes(text);
        if (EmptyAnswer.Canonical(unquoted) is { } nothing) return AsWords(nothing);
        if (ClockWords.Replace(unquoted) is { } time) return AsWords(time);

        text = NumberPhrase.Replace(unquoted) ?? HanNumber.Replace(unquoted) ?? text;
        if (CalendarDate.Canonical(text) is { } date) return AsWords(date);
        if (ClockTime.Is(text)) return AsWords(text);
        if (_depth == 1 && NumberRange.Canonical(text, _isMath) is { } range) return AsWords(range);
        if (BasedNumeral.Canonical(text) is { } based) return AsWords(based);
        if (ChoiceLabel.Read(text) is var (letter, rest)) return ReadChoice(letter, rest);
        if (!_isMath && DecimalComma.Replace(text) is { } pointed && QuantityParser.Parse(pointed, _isMath) is { } numeral) return numeral;
        if (TopLevel.Split(text, "⇒") is { Count: > 1 } steps) return Read(steps[^1]);

        return IntegerFamily.Read(text, this)
            ?? ReadGroups(text)
            ?? ReadCompound(text)
            ?? ReadDivision(text)
            ?? QuantityPhrases.Read(text, _isMath)
            ?? ReadCondition(text)
            ?? ReadItems(text)
            ?? Congruence.Parse(text)
            ?? new RelationParser(this).Read(text)
            ?? new SetParser(this).Read(text)
            ?? ReadEnclosed(text)
            ?? (AnswerValue?)MatrixParser.ParseDeterminant(text)
            ?? MatrixParser.Parse(text)
            ?? ReadBothSigns(text)
            ?? RatioParser.Parse(text)
            ?? (AnswerValue?)QuantityParser.Parse(text, _isMath)
            ?? AsWords(text);
    }

    private AnswerValue ReadChoice(char letter, string rest)
    {
        if (rest.Length == 0) return new Quantity(new Formula(new Symbol($"{letter}")), "", null) { Source = $"{letter}" };
        return new Choice(letter, Read(rest));
    }

    /// <summary>Groups between semicolons; a group of several values is a tuple.</summary>
    private Collection? ReadGroups(string text)
    {
        var groups = TopLevel.Split(text, ";");
        groups.RemoveAll(string.IsNullOrWhiteSpace);
        if (groups.Count is < 2 or > MaxItems) return null;

        var items = groups.Select(Read).Select(value => value is Collection { Kind: CollectionKind.List } list
            ? list with { Kind = CollectionKind.Tuple, Brackets = "()" }
            : value);
        return new Collection(CollectionKind.List, [.. items], "");
    }

    private Collection? ReadCompound(string text) =>
        CompoundQuantity.Parts(text, _isMath && !text.Contains('"', StringComparison.Ordinal)) is { } parts
            ? new Collection(CollectionKind.Compound, [.. parts.Select(Read)], "")
            : null;

    private Collection? ReadDivision(string text) =>
        DivisionResult.Parts(text.Replace("\"", "", StringComparison.Ordinal)) is { } parts
            ? new Collection(CollectionKind.Tuple, [.. parts.Select(Read)], "R")
            : null;

    /// <summary>A condition in parentheses behind an equation: <c>x = kπ (k ∈ ℤ)</c>.</summary>
    private AnswerValue? ReadCondition(string text)
    {
        var opening = text.LastIndexOf('(');
        if (opening <= 0 || !text.EndsWith(')') || !text.AsSpan(0, opening).Contains('=')) return null;

        var condition = text.AsSpan(opening + 1, text.Length - opening - 2);
        return condition.ContainsAny(Conditions) && !condition.Contains(')') ? Read($"{text[..opening].TrimEnd()}, {condition}") : null;
    }

    private static string WithoutQuotes(string text) =>
        text is ['"', .. var inner, '"'] && !inner.Contains('"', StringComparison.Ordinal) ? inner.Trim() : text;

    private AnswerValue? ReadItems(string text)
    {
        var items = AnswerItems.Of(text);
        if (items.Parts.Count is < 2 or > MaxItems) return null;

        // With numbers in words: five hours and thirty minutes.
        var figures = items.Parts.Select(part => NumberPhrase.Replace(part.Trim()) ?? part);
        if (!items.HasOr && ReadCompound(string.Join(" and ", figures)) is { } compound) return compound;

        var extremes = Extremes.Of(items.Parts);
        var values = (extremes?.Select(part => new Assignment(part.Name, Read(part.Value))) ?? items.Parts.Select(Read))
            .SelectMany(Spread).ToList();
        return SequenceReader.Join(text, values, items);
    }

    /// <summary>Both values of a plus-minus are members of the list that it stands in.</summary>
    private static IReadOnlyList<AnswerValue> Spread(AnswerValue value) => value switch
    {
        Collection { Kind: CollectionKind.List } list => list.Items,
        Assignment { Value: Collection { Kind: CollectionKind.List } list } assignment =>
            [.. list.Items.Select(item => new Assignment(assignment.Name, item))],
        _ => [value],
    };

    private AnswerValue? ReadEnclosed(string text)
    {
        if (!TopLevel.IsEnclosed(text) || text[0] == '⟦') return null;

        var inner = text[1..^1];
        var items = TopLevel.Split(inner, ";");
        if (items.Count == 1) items = TopLevel.Split(inner, ",");
        items.RemoveAll(string.IsNullOrWhiteSpace);
        if (items.Count > MaxItems) return null;
        if (items.Count == 0) return AsWords(text[0] == '{' ? "∅" : text);
        if (items.Count > 1)
        {
            return text[0] == '{'
                ? new Collection(CollectionKind.Set, [.. items.Select(ReadMember).SelectMany(Spread)], "")
                : new Collection(CollectionKind.Tuple, [.. items.Select(Read)], $"{text[0]}{text[^1]}");
        }

        // { x | x > 2 } and { x : x > 2 }
        if (text[0] == '{' && TopLevel.Split(inner, "|:") is [_, var condition] && !inner.StartsWith('|')) return Read(condition);
        return QuantityParser.Parse(text, _isMath) ?? Read(inner);
    }

    /// <summary>A set of one in a set is not its element.</summary>
    private AnswerValue ReadMember(string text) =>
        text.Trim() is ['{', .., '}'] member && Read(member) is Quantity only ? new Collection(CollectionKind.Set, [only], "") : Read(text);

    private Collection? ReadBothSigns(string text)
    {
        if (!text.Contains('±', StringComparison.Ordinal)) return null;

        var signs = new[] { text.Replace('±', '+').Replace('∓', '-'), text.Replace('±', '-').Replace('∓', '+') };
        return new Collection(CollectionKind.List, [.. signs.Select(Read)], "");
    }
}
