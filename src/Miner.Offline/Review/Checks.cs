using System.Text.RegularExpressions;
using Miner.Mathematics.Answers;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>
/// Checks of one text. Each objects only to what is surely so: that a final answer is wrong, or differs from another, is said where both
/// are plain numbers and neither text has the other's number, as answers are worded in more ways than any reader knows.
/// </summary>
internal static partial class Checks
{
    private const int MaxNamed = 3;
    private const int MaxQuestion = 2_000;
    private const int FewCharacters = 20;
    private const int MinRepeated = 25;

    public static void CheckEquations(string text, string question, Remarks remarks)
    {
        // What the question states may be there to be refuted, translated or quoted.
        var (holding, all) = EquationChecker.Check(text);
        var asked = question.Length > MaxQuestion ? "" : Compact(question);
        var failing = all.Where(equation => !asked.Contains(Compact(equation.Text), StringComparison.Ordinal)).ToList();
        foreach (var equation in failing.Take(MaxNamed))
        {
            var (shown, comesTo) = (Excerpt.Of(equation.Text, 100), Excerpt.Of(equation.Correct, 60));
            remarks.Object(
                10, $"`{shown}` is false: {Excerpt.Of(equation.Calculation, 60)} = {comesTo}.",
                $"Correct `{shown}` and what follows from it.");
        }

        if (failing.Count > MaxNamed)
            remarks.Object(10, $"{failing.Count - MaxNamed} more equations are false.", "Recompute every equation.");
        if (holding > 0 && all.Count == 0)
            remarks.Praise(holding == 1 ? "Its equation holds." : $"All {holding} equations in it hold.");
    }

    /// <param name="exact">The exact answer to the only query.</param>
    /// <returns>Whether the answer is known to be right.</returns>
    public static bool CheckAnswer(string text, FinalAnswer? answer, string exact, Remarks remarks)
    {
        if (exact is "yes" or "no")
        {
            var verdict = Verdict().Match(text).Value.ToLowerInvariant();
            if (verdict == exact) remarks.Praise($"Its answer, {exact}, agrees with an exact computation.");
            else if (verdict.Length > 0) remarks.Object(10, $"Its answer, {verdict}, is wrong.", "Work through the question again.");
            return verdict == exact;
        }

        if (answer is null || IsOrdered(exact) || FinalAnswer.Extract(exact) is not { } expected) return false;
        var isRight = answer.Equivalent(expected);
        if (isRight)
        {
            remarks.Praise($"Its final answer, {Excerpt.Of(answer.Text, 100)}, agrees with an exact computation.");
        }
        else if (Differ(answer.Text, text, exact, exact))
        {
            remarks.Object(
                10, $"Its final answer, {answer.Text}, is not the exact one, {exact}.", "Work through the calculation again.");
        }

        return isRight;
    }

    /// <param name="answers">The final answers of all outputs.</param>
    /// <param name="index">Which of them is looked at.</param>
    /// <param name="isRight">Whether it is known to be right, so that to be contradicted is no fault of its own.</param>
    public static void CheckAgreement(List<string> texts, List<FinalAnswer?> answers, int index, bool isRight, Remarks remarks)
    {
        if (answers[index] is not { } answer || IsOrdered(answer.Text)) return;

        var others = answers.Index().Where(other => other.Index != index && other.Item is not null).ToList();
        var agreeing = others.Count(other => other.Item!.Equivalent(answer));
        var differing = others.FindAll(other => Differ(answer.Text, texts[index], other.Item!.Text, texts[other.Index]));
        if (differing.Count > agreeing && !isRight)
        {
            var named = differing.Take(MaxNamed).Select(other => $"{other.Item!.Text} in output {other.Index + 1}");
            remarks.Object(
                5, $"Its answer, {answer.Text}, differs from {string.Join(", ", named)}.", "Find out which of them is right.");
        }
        else if (agreeing > 0)
        {
            remarks.Praise($"{agreeing} other {(agreeing == 1 ? "output comes" : "outputs come")} to the same answer.");
        }
    }

    public static void CheckForm(string text, Remarks remarks)
    {
        if (text.Length < FewCharacters) remarks.Object(2, "It is very short and gives no reasons.", "Say how the answer comes about.");
        if (!CodeBlocks.AreClosed(text))
            remarks.Object(2, "A code block is opened and not closed.", "Close the code block with three backticks.");
        var repeated = Sentences.Split(CodeBlocks.Blank(text)).Where(sentence => sentence.Length >= MinRepeated)
            .GroupBy(sentence => sentence, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            remarks.Object(2, $"It says the same {repeated.Count()} times: \"{Excerpt.Of(repeated.Key, 80)}\"", "Say it once.");
    }

    /// <summary>Two numbers that neither rounding nor a per cent sign makes one, each at a line's end, in its own text alone.</summary>
    private static bool Differ(string answer, string text, string other, string otherText) =>
        Number(answer) is { } number && Number(other) is { } second
        && !IsRounding(answer, number, second) && !IsRounding(other, second, number)
        && number != second * 100 && number * 100 != second
        && EndsLine(text, answer) && EndsLine(otherText, other)
        && !Compact(text).Contains(other, StringComparison.Ordinal) && !Compact(otherText).Contains(answer, StringComparison.Ordinal);

    /// <summary>Whether nothing but marks follows the number: in "9 pi" or "5 or so" it is not all of the answer.</summary>
    private static bool EndsLine(string text, string number)
    {
        var at = text.LastIndexOf(number, StringComparison.Ordinal);
        if (at < 0) return false;
        foreach (var character in text.AsSpan(at + number.Length))
        {
            if (character == '\n') return true;
            if (char.IsLetterOrDigit(character) || character is '%' or '°') return false;
        }

        return true;
    }

    /// <summary>Null for all that is not digits, a point and a sign.</summary>
    private static Rational? Number(string text) => Plain().IsMatch(text) ? Rational.Parse(text) : null;

    private static bool IsRounding(string written, Rational number, Rational exact)
    {
        var places = written.Contains('.') ? written.Length - written.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Rational.Parse(DecimalText.Round(exact, places)) == number;
    }

    private static string Compact(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    /// <summary>Numbers in a row, which are compared as a set: 3, 2, 1 is not 1, 2, 3 where an order was asked for.</summary>
    private static bool IsOrdered(string answer) => answer.Contains(',') && !answer.Contains('=');

    [GeneratedRegex(@"(?<=^\W*)(yes|no)(?=\W*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,15})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
