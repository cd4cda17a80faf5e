using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Interest, and what a sum grows to: <c>the simple interest on $500 at 4% per year for 3 years</c>.</summary>
internal static partial class InterestProblem
{
    private const int MaxYears = 200;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "simple compound interest earn earns earned earning pay pays paid yield on at rate per each every year years annum annual annually yearly"
            + " compounded "
            + "invest invested investing deposit deposited deposits loan loaned borrow borrowed principal amount total after for in over into bank"
            + " account "
        + "savings worth will grow grows future final balance money does i is");

    public static Solution? Solve(Question question)
    {
        if (!question.Mentions("interest", "compounded") || !question.HasOnly(Vocabulary)) return null;
        if (question.Formulas.Count != 3 || question.Formulas.Count(formula => formula.EndsWith('%')) != 1) return null;

        var times = question.Parts.Zip(question.Parts.Skip(1))
            .Where(pair => pair.Second.Word is "years" or "year" && pair.First.Formula is not null)
            .Select(pair => pair.First.Formula!)
            .ToList();
        var rate = question.Formulas.First(formula => formula.EndsWith('%'));
        if (times is not [var time] || time == rate) return null;
        var principal = question.Formulas.FirstOrDefault(formula => formula != rate && formula != time);
        if (principal is null || Values.Of([principal, rate, time]) is not [var sum, var share, var years] || sum.Sign < 0) return null;

        var compounds = question.Mentions("compound", "compounded");
        if (compounds == question.Mentions("simple") || (compounds && (!years.IsInteger || years.Sign < 0 || years > MaxYears)))
            return null;
        var asksTotal = question.Mentions("worth", "amount", "total", "grow", "future", "final", "balance");
        var asksInterest = AskedInterest().IsMatch(Rate().Replace(question.Outline, ""));
        if (asksTotal == asksInterest) return null;

        var all = compounds ? sum * (Rational.One + share).Pow((int)years.Numerator) : sum + (sum * share * years);
        var step = compounds
            ? $"{sum} * (1 + {share})^{years} = {Solution.Explain(all)}"
            : $"{sum} * {share * 100}% * {years} = {Solution.Explain(all - sum)}";
        return asksInterest
            ? new Solution(Shown(all - sum), compounds ? [step, $"{all} - {sum} = {Solution.Explain(all - sum)}"] : [step])
            : new Solution(Shown(all), compounds ? [step] : [step, $"{sum} + {all - sum} = {Solution.Explain(all)}"]);
    }

    /// <summary>Exact where the decimals are few; money is told to the cent.</summary>
    private static string Shown(Rational value) =>
        value.ToString() is { Length: <= 12 } exact && !exact.Contains('/') ? exact : $"about {DecimalText.Round(value, 2)}";

    [GeneratedRegex("at #( (per|each|every|a))?( (year|annum))? (simple|compound)"
        + " interest", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex("(simple|compound|how much( [a-z]+)?|what is|earned|total)"
        + " interest", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AskedInterest();
}
