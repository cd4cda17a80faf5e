using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Miner.Operator.Tests.Evaluation.Problems;

/// <summary>Works a question's answer out again, from nothing but the question.</summary>
/// <param name="Kind">What it solves, for messages.</param>
/// <param name="Solve">The answer; null where it is another kind of question.</param>
internal sealed record Solver(string Kind, Func<string, string?> Solve)
{
    /// <summary>A list of whole numbers, however it is put together.</summary>
    public const string Values = @"[\[{]?(-?\d+(?:(?:, ?| and | )-?\d+)+)[\]}]?";

    /// <summary>Solves what asks for a formula's value.</summary>
    public static Solver Formula { get; } = new("a formula", PlainEvaluator.Solve);

    /// <summary>
    /// Solves questions that are one of <paramref name="wordings"/> as a whole: regular expressions parted by lines, of which spaces at
    /// the ends do not count.
    /// </summary>
    /// <param name="solve">Gets what the groups caught; those that caught nothing are left out.</param>
    public static Solver OfTexts(string wordings, Func<string[], string> solve)
    {
        var pattern = new Regex($"^(?:{string.Join('|', wordings.Split('\n', StringSplitOptions.TrimEntries))})$");
        return new Solver(wordings.Split('\n')[0], question => pattern.Match(question) is { Success: true } match
            ? solve([.. match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)])
            : null);
    }

    /// <inheritdoc cref="OfTexts"/>
    public static Solver Of(string wordings, Func<BigInteger[], string> solve) =>
        OfTexts(wordings, given => solve([.. given.Select(digits => BigInteger.Parse(digits, CultureInfo.InvariantCulture))]));

    public static List<int> List(string values) =>
        [.. Regex.Matches(values, @"-?\d+").Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))];
}
