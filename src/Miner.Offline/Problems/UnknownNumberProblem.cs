using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>
/// Numbers that are told by what is done with them: <c>twice a number plus 7 is 31</c>, <c>two consecutive integers with the sum 41</c>.
/// </summary>
internal static partial class UnknownNumberProblem
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly Dictionary<string, int> Counts = new()
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["5"] = 5,
    };

    /// <summary>What is said in another voice than the rest.</summary>
    private static readonly (string Said, string Meant)[] Voices =
    [
        ("is doubled and", "times 2"),
        ("is tripled and", "times 3"),
        ("is doubled", "times 2"),
        ("is tripled", "times 3"),
        ("is multiplied by", "times"),
        ("is divided by", "divided by"),
        ("is increased by", "plus"),
        ("is decreased by", "minus"),
        ("is added to", "added to"),
        ("must be added to", "added to"),
        ("is subtracted from", "subtracted from"),
        ("and then", "and"),
        ("and increased by", "plus"),
        ("increased by", "plus"),
        ("decreased by", "minus"),
        ("and add", "plus"), ("and subtract", "minus"),
    ];

    public static Solution? Solve(Question question)
    {
        if (question.Text.Length > 300) return null;
        if (
            SumAndDifference().Match(question.Outline) is { Success: true } two
            && Values.Of(question.Formulas) is [var sum, var difference])
            return TellApart(sum, difference, two.Groups["smaller"].Success);
        if (
            Consecutive().Match(question.Outline) is { Success: true } row
            && question.Formulas.Count > 0
            && Values.Of([question.Formulas[^1]]) is [var total])
            return FindRow(
                Counts[row.Groups["count"].Value],
                row.Groups["parity"].Success ? 2 : 1,
                total,
                row.Groups["smallest"].Success,
                row.Groups["largest"].Success);
        return Unknown().Match(Plain(question.Text)) is { Success: true } told
            ? FindNumber(told.Groups["left"].Value, told.Groups["right"].Value)
            : null;
    }

    private static Solution? FindNumber(string left, string right)
    {
        if (PhraseTranslator.Translate(left) is not { } first || Values.Of([right]) is null) return null;
        if (Equation.Read($"{first} = {right}") is not [var equation] || !equation.Variables.SetEquals([PhraseTranslator.Unknown]))
            return null;
        var solution = PolynomialEquationSteps.Solve(equation, PhraseTranslator.Unknown);
        return solution is null
            ? null
            : solution with
            {
                Answer = solution.Answer?.Replace($"{PhraseTranslator.Unknown} = ", "", StringComparison.Ordinal),
            };
    }

    private static string Plain(string text)
    {
        text = Number().Replace(text, $" {PhraseTranslator.Unknown} ");
        foreach (var (said, meant) in Voices) text = text.Replace(said, meant, StringComparison.OrdinalIgnoreCase);
        text = Imperative()
            .Replace(
                text,
                match => match.Groups["verb"].Value.StartsWith('d') || match.Groups["verb"].Value.StartsWith('D') ? "2 times " : "3 times "
            );
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Solution TellApart(Rational sum, Rational difference, bool smaller)
    {
        var larger = (sum + difference) / 2;
        return new Solution(
            $"{(smaller ? sum - larger : larger)}",
            $"larger = ({sum} + {difference}) / 2 = {larger}",
            $"smaller = {sum} - {larger} = {sum - larger}");
    }

    private static Solution FindRow(int count, int step, Rational sum, bool smallest, bool largest)
    {
        var first = (sum - (step * count * (count - 1) / 2)) / count;
        if (!first.IsInteger) return new Solution("that there are none", $"{count} such numbers cannot add up to {sum}.");
        var row = Enumerable.Range(0, count).Select(at => $"{first + (step * at)}").ToList();
        return new Solution(smallest ? row[0] : largest ? row[^1] : string.Join(", ", row), $"{string.Join(" + ", row)} = {sum}");
    }

    [GeneratedRegex(@"\b(a|what|which|some|an unknown|a certain) number\b", Options)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?<verb>double|triple) (the number |it )?", Options)]
    private static partial Regex Imperative();

    [GeneratedRegex(
        @"^((if|when) (you |we |i )?)?(?<left>.*\bn\b.*?),?\.? *(is|equals|gives|makes|yields|to get|to make|(and )?(you |we |i )get|(and )?the (result|answer) is|=) *(?<right>-?[\d.,/]*\d)[.,?]?( *(what|find|determine|which)[a-z, ]*[.?]?)?$",
        Options)]
    private static partial Regex Unknown();

    [GeneratedRegex(
        "^((if )?sum of (two|2) numbers is # and (their )?difference is #|(two|2) numbers add up to # and (differ by|have difference of|their difference is) #)( what| which| find| is| are| both)*( (number|numbers|one|larger|greater|bigger|(?<smaller>smaller|lesser)))*$",
        Options)]
    private static partial Regex SumAndDifference();

    [GeneratedRegex(
        "^(if )?(sum of )?(?<count>two|three|four|five) consecutive (?<parity>even |odd )?(integers|numbers|whole numbers|natural numbers) (is|add up to|have sum of) #( what| which| find| is| are| of| them| they| one| number| integer| numbers| integers| (?<smallest>smallest|smaller|least)| (?<largest>largest|larger|greatest|biggest))*$",
        Options)]
    private static partial Regex Consecutive();
}
