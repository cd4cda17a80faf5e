using System.Text.RegularExpressions;
using Miner.Mathematics.Answers;
using Miner.Mathematics.Equations;
using Miner.Offline.Problems;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>Checks of what a text says: its equations, its final answer, the parts of the question.</summary>
internal static partial class ContentChecks
{
    private const int MaxNamed = 3;
    private const int MaxParts = 20;

    // With a word in common by chance, and without one that is put in other words, two are the least to tell a question by.
    private const int MinAsked = 2;

    public static void CheckEquations(string text, Remarks remarks)
    {
        var (holding, failing) = EquationChecker.Check(text);
        foreach (var equation in failing.Take(MaxNamed))
        {
            remarks.Object(
                10,
                $"`{Excerpt.Of(equation.Text, 100)}` is false: {Excerpt.Of(equation.Calculation, 60)} = "
                    + $"{Excerpt.Of(equation.Correct, 60)}.",
                $"Correct `{Excerpt.Of(equation.Text, 100)}` and what follows from it.");
        }

        if (failing.Count > MaxNamed)
            remarks.Object(10, $"{failing.Count - MaxNamed} more equations are false.", "Recompute every equation.");
        if (holding > 0 && failing.Count == 0)
            remarks.Praise(holding == 1 ? "Its equation holds." : $"All {holding} equations in it hold.");
    }

    /// <summary>Where the exact answer is yes or no, only a text that begins with either is judged.</summary>
    /// <returns>Whether the answer is known to be right.</returns>
    public static bool CheckVerdict(string text, string verdict, Remarks remarks)
    {
        var first = Verdict().Match(text).Value.ToLowerInvariant();
        if (first == verdict) remarks.Praise($"Its answer, {first}, agrees with an exact computation.");
        else if (first.Length > 0) remarks.Object(10, $"Its answer, {first}, is wrong.", "Work through the question again.");
        return first == verdict;
    }

    /// <param name="computed">The exact answer to the only query, or null where it cannot be computed.</param>
    /// <param name="remarks">Where the outcome goes.</param>
    /// <param name="answer">The final answer of the text, or null.</param>
    /// <param name="isMathematical">Whether a number is asked for.</param>
    /// <returns>Whether the answer is known to be right.</returns>
    public static bool CheckAnswer(FinalAnswer? answer, Solution? computed, bool isMathematical, Remarks remarks)
    {
        if (computed?.Answer is { } exact)
        {
            // That something has no value is said in too many ways to miss it in one.
            if (FinalAnswer.Extract(exact) is not { } expected || (answer is null && exact == Solution.Undefined)) return false;

            if (answer is null) remarks.Object(5, "It states no final answer.", $"End with the answer, which is {Excerpt.Of(exact, 100)}.");
            else if (!answer.Equivalent(expected))
                remarks.Object(
                    10,
                    $"Its final answer, {Excerpt.Of(answer.Text, 100)}, is not the exact one," + $" {Excerpt.Of(exact, 100)}.",
                    "Work through the calculation again.");
            else remarks.Praise($"Its final answer, {Excerpt.Of(answer.Text, 100)}, agrees with an exact computation.");
            return answer?.Equivalent(expected) == true;
        }

        if (answer is not null && isMathematical) remarks.Praise($"It states a final answer: {Excerpt.Of(answer.Text, 100)}.");
        else if (isMathematical) remarks.Object(5, "It states no final answer.", "End with one line that states the answer.");
        return false;
    }

    /// <param name="answers">The final answers of all outputs.</param>
    /// <param name="index">Which of them is looked at.</param>
    /// <param name="isRight">Whether it is known to be right, so that to be contradicted is no fault of its own.</param>
    /// <param name="remarks">Where the outcome goes.</param>
    public static void CheckAgreement(IReadOnlyList<FinalAnswer?> answers, int index, bool isRight, Remarks remarks)
    {
        if (answers[index] is not { } answer) return;

        var others = answers.Index().Where(other => other.Index != index && other.Item is not null).ToList();
        var agreeing = others.Count(other => other.Item!.Equivalent(answer));
        var differing = others.Where(other => !other.Item!.Equivalent(answer)).ToList();
        if (differing.Count > agreeing && !isRight)
        {
            var named = string.Join(", ", differing.Take(MaxNamed).Select(other => $"{Excerpt.Of(other.Item!.Text, 60)} in output"
                + $" {other.Index + 1}"));
            remarks.Object(5, $"Its answer, {Excerpt.Of(answer.Text, 60)}, contradicts"
                + $" {named}.", "Find out which of the contradicting answers is right.");
        }
        else if (agreeing > 0)
        {
            remarks.Praise($"{agreeing} other {(agreeing == 1 ? "output comes" : "outputs come")} to the same answer.");
        }
    }

    /// <summary>A part of the question is taken as unanswered where the text has none of its words.</summary>
    public static void CheckParts(string text, IReadOnlyList<string> queries, Remarks remarks)
    {
        var parts = queries.SelectMany(Parts).Take(MaxParts).ToList();
        var terms = Terms.Of(text).ToHashSet();
        var missing = parts.Where(part => Asked(part) is { Count: >= MinAsked } asked && !asked.Exists(terms.Contains)).ToList();
        foreach (var part in missing.Take(MaxNamed))
        {
            remarks.Object(5, $"It does not take up \"{Excerpt.Of(part, 100)}\".", $"Answer \"{Excerpt.Of(part, 100)}\" too.");
        }

        if (parts.Count > 1 && missing.Count == 0) remarks.Praise($"It takes up all {parts.Count} parts of the question.");
    }

    /// <summary>The questions in a query; what is only told to be done is done in other words.</summary>
    private static IEnumerable<string> Parts(string query) => Sentences.Split(query).Where(sentence => sentence.EndsWith('?'));

    /// <summary>The words of a question. A number in it need not come up in the answer.</summary>
    private static List<string> Asked(string part) => [.. Terms.Of(part).Where(term => !char.IsAsciiDigit(term[0])).Distinct()];

    [GeneratedRegex(@"(?<=^\W*)(yes|no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verdict();
}
