using System.Text.RegularExpressions;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>
/// Answers that count without a number: <c>no solution</c>, <c>There are no real roots</c>, <c>does not exist</c>, <c>DNE</c>,
/// <c>infinitely many</c>.
/// </summary>
internal static partial class EmptyAnswer
{
    private const int MaxLength = 80;

    /// <summary>
    /// One form for all ways to say it; null where <paramref name="text"/> says anything else. That there is no solution is the empty set;
    /// that there is none of a kind (no real solution) says less and stays apart.
    /// </summary>
    public static string? Canonical(string text)
    {
        if (text.Length > MaxLength) return null;
        if (NonExistence().IsMatch(text)) return "does not exist";
        if (Infinity().IsMatch(text)) return "infinitely many";
        if (NoSolution().Match(text) is not { Success: true } match) return null;

        return match.Groups["kind"] is { Success: true } kind ? $"no {kind.Value} solution" : "∅";
    }

    [GeneratedRegex(
        @"^(?:(?:that )?there (?:is|are|exists?) |(?:it|(?:the|this) (?:equation|inequality|problem|system)) has )?"
        + @"no (?:(?<kind>[\p{L}-]{2,15}) )?(?:solutions?|roots?)(?: exists?)?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoSolution();

    [GeneratedRegex(
        @"^(?:(?:that )?there (?:is|are|exists?) |(?:it|(?:the|this) (?:equation|inequality|problem|system)) has )?"
        + @"(?:(?:infinitely|infinite) many|(?:an )?infinite(?: (?:number|amount|set|quantity)(?: of)?)?)"
        + @"(?: (?:solutions?|roots?|values?|answers?|possibilities|points?|integers|numbers|pairs|ways|such [a-z]{2,15}))?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Infinity();

    [GeneratedRegex(
        @"^(?:(?:(?:it|(?:the|this) (?:limit|value|integral|sum|inverse)) )?(?:does not|doesn['’]t) exist|DNE)\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NonExistence();
}
