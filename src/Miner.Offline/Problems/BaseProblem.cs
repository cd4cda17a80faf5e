using System.Globalization;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Whole numbers from one base to another: <c>255 in binary</c>, <c>hexadecimal FF to decimal</c>, <c>0b1010</c>.</summary>
internal static class BaseProblem
{
    private static readonly Dictionary<string, int> Names = new()
    {
        ["binary"] = 2,
        ["ternary"] = 3,
        ["octal"] = 8,
        ["decimal"] = 10,
        ["denary"] = 10,
        ["hexadecimal"] = 16,
        ["hex"] = 16,
    };

    private static readonly Dictionary<string, int> Prefixes = new() { ["0b"] = 2, ["0o"] = 8, ["0x"] = 16 };

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "convert converted change translate number numeral representation equivalent form notation system from to into as written base");

    private static readonly HashSet<string> BeforeTarget = Words.Set("to in into as");
    private static readonly HashSet<string> AfterTarget = Words.Set("value equivalent representation form");

    public static Solution? Solve(Question question)
    {
        var tokens = question.Text.Split([' ', ',', '?', '(', ')', '"', ':', '='], StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length > 30) return null;

        var mentions = Mentions(tokens);
        var used = mentions.SelectMany(mention => Enumerable.Range(mention.Index, mention.Length)).ToHashSet();
        var others = tokens.Index()
            .Where(token => !used.Contains(token.Index))
            .Select(token => (token.Index, Text: token.Item.TrimEnd('.')))
            .Where(token => token.Text.Length > 0 && !Words.IsFiller(token.Text) && !Vocabulary.Contains(token.Text))
            .ToList();
        if (others is not [var (place, numeral)]) return null;

        var (source, target) = Bases(mentions, tokens, place);
        if (numeral.Length > 2 && Prefixes.TryGetValue(numeral[..2].ToLowerInvariant(), out var radix))
        {
            (source, numeral) = (source ?? radix, numeral[2..]);
        }

        // Digits from A to F are of no other base that is common.
        if (source is null && target is 10 && numeral.All(char.IsAsciiHexDigit) && !numeral.All(char.IsAsciiDigit)) source = 16;
        return source is null && target is null
            ? null
            : Convert(numeral.Replace("_", "", StringComparison.Ordinal), source ?? 10, target ?? 10);
    }

    private static Solution? Convert(string numeral, int source, int target)
    {
        if (!char.IsAsciiLetterOrDigit(numeral[^1])) return null;
        if (!NumberBase.TryParse(numeral, source, out var value))
            return numeral.All(char.IsAsciiDigit) ? new Solution(Solution.Undefined, $"{numeral} is no number in base {source}.") : null;

        var steps = new List<string>();
        if (source != 10) steps.Add($"{numeral} in base {source} = {Expansion(numeral, source)}{value} in base 10");
        if (target != 10) steps.Add($"{value} in base 10 = {NumberBase.Format(value, target)} in base {target}");
        return steps.Count == 0 ? null : new Solution(NumberBase.Format(value, target), steps);
    }

    /// <summary>The sum of digits times powers, where it is short enough to read.</summary>
    private static string Expansion(string numeral, int radix)
    {
        if (numeral.Length > 10 || numeral[0] == '-') return "";
        return string.Join(" + ", numeral.Select((digit, index) =>
            NumberBase.TryParse([digit], radix, out var value) ? $"{value}*{radix}^{numeral.Length - 1 - index}" : "")) + " = ";
    }

    private static List<(int Index, int Length, int Radix)> Mentions(string[] tokens)
    {
        var mentions = new List<(int Index, int Length, int Radix)>();
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index].ToLowerInvariant().TrimEnd('.');
            if (Names.TryGetValue(token, out var radix))
            {
                mentions.Add((index, 1, radix));
            }
            else if ((token == "base" && index + 1 < tokens.Length && TryRadix(tokens[index + 1].TrimEnd('.'), out radix))
                || (token.StartsWith("base-", StringComparison.Ordinal) && TryRadix(token[5..], out radix)))
            {
                mentions.Add((index, token == "base" ? 2 : 1, radix));
            }
        }

        return mentions;
    }

    /// <param name="place">The index of the numeral among the tokens.</param>
    private static (int? Source, int? Target) Bases(List<(int Index, int Length, int Radix)> mentions, string[] tokens, int place)
    {
        if (mentions.Count > 2) return (null, null);

        bool IsTarget((int Index, int Length, int Radix) mention) =>
            (mention.Index > 0 && BeforeTarget.Contains(tokens[mention.Index - 1]))
            || (mention.Index + mention.Length < tokens.Length && AfterTarget.Contains(tokens[mention.Index + mention.Length]));

        if (mentions is [var only]) return IsTarget(only) ? (null, only.Radix) : (only.Radix, null);
        if (mentions is not [var first, var second]) return (null, null);
        var isSecondSource =
            (IsTarget(first) && !IsTarget(second)) || (second.Index + second.Length == place && first.Index + first.Length < second.Index);
        return isSecondSource ? (second.Radix, first.Radix) : (first.Radix, second.Radix);
    }

    private static bool TryRadix(string text, out int radix) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out radix)
        && radix is >= NumberBase.Smallest and <= NumberBase.Largest;
}
