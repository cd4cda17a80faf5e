using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>A quotient and what is left over: <c>5 remainder 2</c>, <c>5 R 2</c>, <c>5 with a remainder of 2</c>.</summary>
internal static partial class DivisionResult
{
    /// <summary>Quotient and remainder where <paramref name="text"/> is such a result and nothing else; else null.</summary>
    public static IReadOnlyList<string>? Parts(string text) =>
        Result().Match(text) is { Success: true } match && match.Length == text.Length
            ? [match.Groups["quotient"].Value, match.Groups["remainder"].Value]
            : null;

    /// <summary>The end of the result that begins at <paramref name="index"/>, or -1.</summary>
    public static int End(string text, int index) =>
        Result().Match(text, index) is { Success: true } match ? match.Index + match.Length : -1;

    [GeneratedRegex(
        @"\G(?<quotient>[0-9]{1,40}),? (?:(?:with |and )?(?:a )?remainder (?:of |is )?|[Rr] ?)(?<remainder>[0-9]{1,40})(?![\p{L}0-9]"
            + @"|[.,/][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Result();
}
