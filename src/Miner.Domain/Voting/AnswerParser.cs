using System.Buffers;
using Miner.Domain.Mathematics;

namespace Miner.Domain.Voting;

/// <summary>Reads what an answer says. Total: what cannot be read is <see cref="Words"/>. Bounded by the length of what it reads.</summary>
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
        if (text.Length > MaxLength || LatexRewriter.Rewrite(text, isMath) is not { Length: <= 2 * MaxLength } plain) return AsWords(text);

        try
        {
            if (!isMath && BareFormula.Is(text)) return Parse(text, isMath: true);

            var isFormula = isMath || (text.Contains('\\', StringComparison.Ordinal) && MathSpans.Find(text).Count == 0);
            return new AnswerParser(isFormula).Read(plain);
        }
        catch (OverflowException)
        {
            // A number past the limits of exact arithmetic; such an answer is compared as it is written.
            return AsWords(text);
        }
    }

    public static Words AsWords(string text) => new() { Source = text };

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
        text = NumberWords.Replace(WithoutQuotes(text)) ?? text;
        if (CalendarDate.Canonical(text) is { } date) return AsWords(date);
        if (ClockTime.Is(text)) return AsWords(text);
        if (ChoiceLabel.Read(text) is var (letter, rest)) return ReadChoice(letter, rest);
        if (!_isMath && DecimalComma.Replace(text) is { } pointed && QuantityParser.Parse(pointed, _isMath) is { } numeral) return numeral;
        if (TopLevel.Split(text, "⇒") is { Count: > 1 } steps) return Read(steps[^1]);

        return ReadGroups(text)
            ?? ReadCompound(text)
            ?? ReadDivision(text)
            ?? ReadPartOf(text)
            ?? ReadRestated(text)
            ?? ReadCondition(text)
            ?? ReadItems(text)
            ?? Congruence.Parse(text)
            ?? new RelationParser(this).Read(text)
            ?? ReadSetOperation(text)
            ?? ReadEnclosed(text)
            ?? (AnswerValue?)MatrixParser.ParseDeterminant(text)
            ?? MatrixParser.Parse(text)
            ?? ReadBothSigns(text)
            ?? ReadRatio(text)
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
            ? new Collection(CollectionKind.List, [.. parts.Select(Read)], "")
            : null;

    private Collection? ReadDivision(string text) =>
        DivisionResult.Parts(text.Replace("\"", "", StringComparison.Ordinal)) is { } parts
            ? new Collection(CollectionKind.Tuple, [.. parts.Select(Read)], "R")
            : null;

    /// <summary>A part of a number is their product: <c>1/2 of 10</c>, <c>20% of 50</c>.</summary>
    private Quantity? ReadPartOf(string text)
    {
        const string of = " of ";
        var end = text.IndexOf(of, StringComparison.Ordinal);
        if (end < 0 || !text.AsSpan(0, end).ContainsAny('/', '%')) return null;

        return QuantityParser.Parse(text[..end], _isMath) is { Unit: "" } part
            && QuantityParser.Parse(text[(end + of.Length)..], _isMath) is { } whole
            ? new Quantity(new Formula(new Product([part.Formula.Expression, whole.Formula.Expression])), whole.Unit, null)
            : null;
    }

    /// <summary>The same number twice: <c>twelve (12)</c>, <c>3/4 (75%)</c>.</summary>
    private Quantity? ReadRestated(string text)
    {
        var opening = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (_isMath || opening < 0 || !text.EndsWith(')')) return null;

        return QuantityParser.Parse(text[..opening], _isMath) is { } value
            && QuantityParser.Parse(text[(opening + 2)..^1], _isMath) is { } again
            && AnswerEquality.Same(value, again) ? value : null;
    }

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

        var values = items.Parts.Select(Read).SelectMany(Spread).ToList();
        return SequenceReader.Join(values, items);
    }

    /// <summary>Both values of a plus-minus are members of the list that it stands in.</summary>
    private static IReadOnlyList<AnswerValue> Spread(AnswerValue value) => value switch
    {
        Collection { Kind: CollectionKind.List } list => list.Items,
        Assignment { Value: Collection { Kind: CollectionKind.List } list } assignment =>
            [.. list.Items.Select(item => new Assignment(assignment.Name, item))],
        _ => [value],
    };

    private RealSet? ReadSetOperation(string text)
    {
        if (WithoutQuotes(text).ToUpperInvariant() is "ℝ" or "ALL REAL NUMBERS" or "ALL REALS")
            return new RealSet(null, [RealSets.Everything]);

        // A capital U between brackets is how the sign is typed.
        var typed = text.Replace(") U (", ")∪(", StringComparison.Ordinal).Replace("] U [", "]∪[", StringComparison.Ordinal)
            .Replace(") U [", ")∪[", StringComparison.Ordinal).Replace("] U (", "]∪(", StringComparison.Ordinal);
        if (typed is ['ℝ', ..] && typed[1..].TrimStart() is ['-', .. var removed]) typed = $"ℝ∖{removed}";
        foreach (var sign in "∪∩∖")
        {
            var operands = TopLevel.Split(typed, sign.ToString());
            if (operands.Count is < 2 or > MaxItems) continue;

            var sets = operands.Select(operand => RealSets.Of(Read(operand)) ?? PointOf(operand)).ToList();
            if (sets.Any(set => set is null)) return null;
            var result = sets.Skip(1).Aggregate(sets[0], (left, right) => left is null ? null : sign switch
            {
                '∪' => RealSets.Union(left.Concat(right!)),
                '∩' => RealSets.Intersection(left, right!),
                _ => RealSets.Difference(left, right!),
            });
            return result is null ? null : new RealSet(null, result);
        }

        return null;
    }

    /// <summary>A set of one number, which is otherwise read as the number.</summary>
    private IReadOnlyList<Interval>? PointOf(string text) =>
        text.Trim() is ['{', .., '}'] && Read(text) is Quantity point ? RealSets.Union([new Interval(point, point, true, true)]) : null;

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
            var values = items.Select(Read);
            return text[0] == '{'
                ? new Collection(CollectionKind.Set, [.. values.SelectMany(Spread)], "")
                : new Collection(CollectionKind.Tuple, [.. values], $"{text[0]}{text[^1]}");
        }

        // { x | x > 2 } and { x : x > 2 }
        if (text[0] == '{' && TopLevel.Split(inner, "|:") is [_, var condition] && !inner.StartsWith('|')) return Read(condition);
        return QuantityParser.Parse(text, _isMath) ?? Read(inner);
    }

    private Collection? ReadBothSigns(string text)
    {
        if (!text.Contains('±', StringComparison.Ordinal)) return null;

        var signs = new[] { text.Replace('±', '+').Replace('∓', '-'), text.Replace('±', '-').Replace('∓', '+') };
        return new Collection(CollectionKind.List, [.. signs.Select(Read)], "");
    }

    /// <summary>A ratio of numbers. A time of day looks the same, so hours and minutes are kept as they are written.</summary>
    private static AnswerValue? ReadRatio(string text)
    {
        var parts = TopLevel.Split(text, ":").ConvertAll(part => part.Trim());
        if (parts.Count < 2) return null;
        if (parts[0].Length <= 2 && parts.Skip(1).All(part => part.Length == 2 && part[0] is >= '0' and < '6')) return AsWords(text);

        var values = new List<Expression>();
        foreach (var part in parts)
        {
            if (!Expression.TryParse(part, out var value) || !(new Formula(value).Approximation > 0)) return null;
            values.Add(value);
        }

        return new Ratio(values);
    }
}
