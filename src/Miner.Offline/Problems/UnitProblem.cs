using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The same quantity in another unit: <c>convert 5 km to miles</c>, <c>how many inches are in 3 feet</c>.</summary>
internal static partial class UnitProblem
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const int MaxText = 200;
    private const int MaxUnitWords = 3;
    private const int MaxTargets = 4;

    // What has one size in each country or trade: in a gallon there are always eight pints, but how many litres depends on whose it is.
    private static readonly string[][] Kindred = [["gallons", "quarts", "pints"], ["calories", "kilocalories"]];

    private static readonly string[] Open =
    [
        "kilobytes", "megabytes", "gigabytes", "terabytes", "petabytes", "kilobits", "megabits", "gigabits", "cups", "fluid ounces",
        "tablespoons", "teaspoons",
    ];

    public static Solution? Solve(Question question)
    {
        if (question.Text.Length > MaxText) return null;
        var rounding = Rounding().Match(question.Text);
        var text = rounding.Success ? question.Text[..rounding.Index] : question.Text;
        var readings = (HowMany().Match(text) is { Success: true } counted
                ? [(counted.Groups["source"].Value, counted.Groups["target"].Value)]
                : Parted(Asking().Replace(text, "")))
            .Select(parts => (Quantities: ReadQuantities(Split(parts.Item1)), Targets: ReadTargets(Split(parts.Item2))))
            .Where(reading => reading is { Quantities: not null, Targets: not null })
            .ToList();
        if (readings is not [{ Quantities: { } quantities, Targets: { } targets }]) return null;
        if (quantities.Exists(quantity => quantity.Unit.Dimension != quantities[0].Unit.Dimension)) return null;

        if (quantities.Count > 1 && quantities.Exists(quantity => !quantity.Unit.Offset.IsZero)) return null;
        if (quantities.Exists(quantity => targets.Exists(target => IsOpen(quantity.Unit, target)))) return null;

        if (targets.Count > 1) return rounding.Success ? null : Spread(quantities, [.. targets.OrderByDescending(unit => unit.Factor)]);
        return quantities[0].Unit.Dimension == targets[0].Dimension
            ? Convert(quantities, targets[0], Places(rounding))
            : null;
    }

    /// <summary>What stands before and after each of the words that may part a quantity from the unit that is asked for.</summary>
    private static IEnumerable<(string Source, string Target)> Parted(string text) =>
        Parting().Matches(text).Select(word => (text[..word.Index], text[(word.Index + word.Length)..]));

    /// <summary>One quantity after the other, <c>5 feet 6 inches</c>; null where anything else is among them.</summary>
    private static List<(Rational Value, Unit Unit)>? ReadQuantities(List<string> tokens)
    {
        var quantities = new List<(Rational Value, Unit Unit)>();
        for (var index = 0; index < tokens.Count;)
        {
            if (quantities.Count > 0 && tokens[index] is "and" or ",") index++;
            if (index == tokens.Count || !ReadQuantity(tokens, ref index, out var value, out var unit)) return null;
            quantities.Add((value, unit));
        }

        return quantities.Count == 0 ? null : quantities;
    }

    /// <summary>One unit, or several between commas; null where anything else is among them.</summary>
    private static List<Unit>? ReadTargets(List<string> tokens)
    {
        var targets = new List<Unit>();
        for (var index = 0; index < tokens.Count;)
        {
            if (targets.Count > 0 && tokens[index] is not ("and" or ",")) return null;
            while (targets.Count > 0 && index < tokens.Count && tokens[index] is "and" or ",") index++;
            if (!ReadUnit(tokens, index, out var unit, out var length)) return null;
            targets.Add(unit);
            index += length;
        }

        return targets.Count is 0 or > MaxTargets ? null : targets;
    }

    /// <summary>Whether the factor depends on who asks: a kilobyte has 1000 bytes or 1024, a tablespoon three teaspoons or four.</summary>
    private static bool IsOpen(Unit from, Unit to) => from != to
        && (Open.Contains(from.Name) || Open.Contains(to.Name)
            || Array.Exists(Kindred, kin => kin.Contains(from.Name) != kin.Contains(to.Name)));

    private static Solution? Convert(List<(Rational Value, Unit Unit)> quantities, Unit target, int? places)
    {
        var result = quantities.Aggregate(Rational.Zero, (sum, quantity) => sum + quantity.Unit.Convert(quantity.Value, target));
        if (target.Dimension == Dimension.Temperature && (result + target.Offset).Sign < 0) return null;
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

        // Of miles and kilometres, or feet and centimetres, nobody wants both for one length.
        if (targets.Zip(targets.Skip(1)).Any(pair => !pair.First.Ratio(pair.Second).IsInteger)) return null;
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

    /// <summary>How many decimal places are asked for, or null.</summary>
    private static int? Places(Match rounding) =>
        !rounding.Success ? null
        : int.TryParse(rounding.Groups["places"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places
        : NumberWords.Value(rounding.Groups["places"].Value.ToLowerInvariant());

    [GeneratedRegex(
        "[,.?]?( and)? *(rounded |round |correct )?to (?<places>one|two|three|four|five|six|[1-9]) (decimal )?(places?|decimals)$",
        Options)]
    private static partial Regex Rounding();

    [GeneratedRegex("^(convert|express|change|what is|what's|how much is) (the )?", Options)]
    private static partial Regex Asking();

    [GeneratedRegex(
        "^how many (?<target>.+?) (are there in|are in|are|is|in|make) (?<source>.+)$|^(?<source>.+) (is|are) how many (?<target>.+)$",
        Options)]
    private static partial Regex HowMany();

    [GeneratedRegex(" (to|in|into|as|=) ", Options)]
    private static partial Regex Parting();

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

        if (!ReadUnit(tokens, position, out unit, out var length)) return false;
        index = position + length;
        return true;
    }

    private static bool ReadUnit(List<string> tokens, int index, [NotNullWhen(true)] out Unit? unit, out int length)
    {
        for (length = Math.Min(MaxUnitWords, tokens.Count - index); length > 0; length--)
        {
            var name = string.Join(' ', tokens.Skip(index).Take(length));
            if (!Units.TryFind(name, out unit) || unit.Factor is null) continue;

            // Mm is a million metres, and read as a thousandth of one where capitals do not count.
            return !(name.StartsWith('M') && name.Length < 4 && unit.Name.StartsWith("milli", StringComparison.Ordinal));
        }

        unit = null;
        return false;
    }

    /// <summary>Words, numbers and commas, with a blank between a number and the unit that touches it.</summary>
    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = piece.TrimEnd(',');
            var digits = 0;
            while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || "-+.,/".Contains(word[digits], StringComparison.Ordinal)))
                digits++;
            if (digits > 0 && digits < word.Length && char.IsAsciiDigit(word[digits - 1]))
            {
                tokens.Add(word[..digits]);
                word = word[digits..];
            }

            if (word.Length > 0) tokens.Add(word);
            if (piece.EndsWith(',')) tokens.Add(",");
        }

        return tokens;
    }
}
