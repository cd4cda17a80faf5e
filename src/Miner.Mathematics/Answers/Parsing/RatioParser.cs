using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Reads ratios of numbers: <c>3:4</c>, <c>3 to 4</c>.</summary>
internal static partial class RatioParser
{
    /// <summary>
    /// Null where the parts are no positive numbers. A time of day looks the same, so hours and minutes are kept as they are written.
    /// </summary>
    public static AnswerValue? Parse(string text)
    {
        var isInWords = InWords().IsMatch(text);
        var parts = isInWords ? [.. text.Split("to")] : TopLevel.Split(text, ":");
        parts = parts.ConvertAll(part => part.Trim(' ', '"'));
        if (parts.Count < 2) return null;
        if (!isInWords && parts[0].Length <= 2 && parts.Skip(1).All(part => part.Length == 2 && part[0] is >= '0' and < '6'))
            return AnswerParser.AsWords(text);

        var values = new List<Expression>();
        foreach (var part in parts)
        {
            if (!Expression.TryParse(part, out var value) || !(new Formula(value).Approximation > 0)) return null;
            values.Add(value);
        }

        return new Ratio(values);
    }

    [GeneratedRegex("""^[0-9.]{1,20}(?: {0,2}"?to"? {0,2}[0-9.]{1,20}){1,5}$""", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();
}
