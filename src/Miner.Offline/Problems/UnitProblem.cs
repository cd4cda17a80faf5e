using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The same quantity in another unit: <c>convert 5 km to miles</c>, <c>how many inches are in 3 feet</c>.</summary>
internal static partial class UnitProblem
{
    private const int MaxTokens = 40;
    private const int MaxUnitWords = 3;
    private const int MaxTargets = 4;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "convert change express there into to from unit units same equivalent one");
    private static readonly HashSet<string> BeforeUnit = Words.Set("to in into as many");

    public static Solution? Solve(Question question)
    {
        var rounding = Rounding().Match(question.Text);
        var tokens = Split(rounding.Success ? question.Text.Remove(rounding.Index, rounding.Length) : question.Text);
        if (tokens.Count is 0 or > MaxTokens) return null;

        var quantities = new List<(Rational Value, Unit Unit)>();
        var targets = new List<Unit>();
        for (var index = 0; index < tokens.Count;)
        {
            var before = index > 0 ? tokens[index - 1] : "";
            if (ReadQuantity(tokens, ref index, out var value, out var unit))
            {
                quantities.Add((value, unit));
            }
            else if (
                ReadUnit(
                    tokens,
                    index,
                    BeforeUnit.Contains(before) || (before == "and" && targets.Count > 0),
                    out var named,
                    out var length))
            {
                targets.Add(named);
                index += length;
            }
            else if (Words.IsFiller(tokens[index]) || Vocabulary.Contains(tokens[index]))
            {
                index++;
            }
            else
            {
                return null;
            }
        }

        if (
            targets.Count is 0 or > MaxTargets
            || quantities.Count == 0
            || quantities.Any(quantity => quantity.Unit.Dimension != quantities[0].Unit.Dimension))
            return null;
        if (targets.Count > 1) return Spread(quantities, [.. targets.OrderByDescending(unit => unit.Factor)]);
        var target = targets[0];
        return quantities[0].Unit.Dimension == target.Dimension
            ? Convert(quantities, target, Places(rounding))
            : Incompatible(quantities[0].Unit, target);
    }

    private static Solution Convert(List<(Rational Value, Unit Unit)> quantities, Unit target, int? places)
    {
        var result = quantities.Aggregate(Rational.Zero, (sum, quantity) => sum + quantity.Unit.Convert(quantity.Value, target));
        var steps = quantities.ConvertAll(quantity =>
            quantity.Unit.Offset.IsZero && target.Offset.IsZero
                ? $"{quantity.Value} {quantity.Unit.Name} = {quantity.Value} * {DecimalText.Fraction(quantity.Unit.Ratio(target))}"
                    + $" {target.Name}"
                : $"{quantity.Value} {quantity.Unit.Name} = {Solution.Explain(quantity.Unit.Convert(quantity.Value, target))} {target.Name}"
        );
        if (places is not { } digits) return new Solution($"{Solution.Measure(result)} {target.Name}", steps);
        return new Solution(
            $"{DecimalText.Round(result, digits)} {target.Name}",
            [.. steps, $"{Solution.Explain(result)} {target.Name}, rounded" + $" to {digits} decimal places"]);
    }

    /// <summary>In several units, whole numbers of all but the smallest: 2 hours and 30 minutes.</summary>
    private static Solution? Spread(List<(Rational Value, Unit Unit)> quantities, List<Unit> targets)
    {
        if (targets.Exists(target => target.Dimension != quantities[0].Unit.Dimension || !target.Offset.IsZero)) return null;

        var rest = quantities.Aggregate(Rational.Zero, (sum, quantity) => sum + quantity.Unit.Convert(quantity.Value, targets[^1]));
        if (rest.Sign < 0) return null;
        var (parts, steps) = (new List<string>(), new List<string> { $"{Solution.Measure(rest)} {targets[^1].Name}" });
        foreach (var target in targets.SkipLast(1))
        {
            var size = target.Ratio(targets[^1]);
            var count = (Rational)(rest / size).Floor();
            steps.Add(
                $"{Solution.Measure(rest)} / {Solution.Measure(size)}: {count} {target.Name}, and {Solution.Measure(rest - (count * size))}"
                    + $" {targets[^1].Name} are left");
            parts.Add($"{count} {target.Name}");
            rest -= count * size;
        }

        return new Solution($"{string.Join(", ", parts)} and {Solution.Measure(rest)} {targets[^1].Name}", steps);
    }

    private static Solution Incompatible(Unit source, Unit target) =>
        new("that there is no such conversion", $"{source.Name} and {target.Name} measure different things ({source.Dimension} and"
            + $" {target.Dimension}).");

    /// <summary>How many decimal places are asked for, or null.</summary>
    private static int? Places(Match rounding) =>
        !rounding.Success ? null
        : int.TryParse(rounding.Groups["places"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places
        : NumberWords.Value(rounding.Groups["places"].Value.ToLowerInvariant());

    [GeneratedRegex(
        "[,.]?( and)? *(rounded |round |correct )?(it )?(off )?to (?<places>one|two|three|four|five|six|[1-9]) (decimal )?(places?"
            + "|decimals|digits)( of precision)?[.!]?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Rounding();

    private static bool ReadQuantity(List<string> tokens, ref int index, out Rational value, [NotNullWhen(true)] out Unit? unit)
    {
        (value, unit) = (Rational.One, null);
        var position = index;
        if (tokens[position] is "a" or "an" or "one")
        {
            position++;
        }
        else
        {
            // A mixed number has two pieces: 2 1/2.
            var digits = tokens.Skip(position).Take(2).TakeWhile(token => char.IsAsciiDigit(token[^1])).ToList();
            if (digits.Count == 0 || Values.Of([string.Join(' ', digits)]) is not [var number]) return false;
            (value, position) = (number, position + digits.Count);
        }

        // In "100 in Celsius" the word is no inch.
        if (position + 1 < tokens.Count && tokens[position] == "in" && ReadUnit(tokens, position + 1, abbreviated: true, out _, out _))
            return false;
        if (position >= tokens.Count || !ReadUnit(tokens, position, abbreviated: true, out unit, out var length)) return false;
        index = position + length;
        return true;
    }

    /// <param name="abbreviated">Whether a word that could be another, such as in or a single letter, is a unit here.</param>
    private static bool ReadUnit(List<string> tokens, int index, bool abbreviated, [NotNullWhen(true)] out Unit? unit, out int length)
    {
        for (length = Math.Min(MaxUnitWords, tokens.Count - index); length > 0; length--)
        {
            var name = string.Join(' ', tokens.Skip(index).Take(length));
            if ((abbreviated || name.Length > 2) && Units.TryFind(name, out unit)) return true;
        }

        unit = null;
        return false;
    }

    /// <summary>Words and numbers, with a blank between a number and the unit that touches it.</summary>
    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        foreach (var piece in text.Split([' ', '?', '(', ')', '=', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = piece.TrimEnd('.', ',', '!');
            var digits = 0;
            while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || "-+.,/".Contains(word[digits], StringComparison.Ordinal)))
                digits++;
            if (digits > 0 && digits < word.Length && char.IsAsciiDigit(word[digits - 1]))
            {
                tokens.Add(word[..digits]);
                word = word[digits..];
            }

            if (word.Length > 0) tokens.Add(word);
        }

        return tokens;
    }
}
