using Miner.Domain.Components;
using Miner.Mathematics.Equations;
using Miner.Offline.Answers;
using Miner.Offline.Problems;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>
/// Improves previous outputs: by a computed answer where there is one, else the best of them with its arithmetic put right.
/// </summary>
internal static class Refiner
{
    /// <summary>How many UTF-16 units are read for corrections of all outputs together; what is left then stays as it is.</summary>
    private const int MaxRead = 200_000;

    /// <param name="solutions">Of each query, or null where it cannot be computed.</param>
    public static string Refine(ComponentInput input, List<Solution?> solutions, CancellationToken cancellationToken)
    {
        var texts = OfflineAnswer.Previous(input);
        if (texts.TrueForAll(string.IsNullOrWhiteSpace) || solutions.TrueForAll(solution => solution is not null))
            return OfflineAnswer.Complete(input.Queries, solutions);

        // Judged is what would be given out: a good answer with one wrong number beats a poor one without.
        var corrections = Correct(texts, input.Question, cancellationToken);
        var corrected = corrections.ConvertAll(correction => correction.Text);
        var remarks = OutputReviewer.Review(input, corrected, solutions is [var only] ? only : null, cancellationToken);
        var best = remarks.Index().MaxBy(item => (item.Item.Score, item.Index)).Index;
        var (text, equations) = corrections[best];
        var notes = equations.Select(equation =>
            $"- {Excerpt.Of(equation.Calculation, 100)} is {Excerpt.Of(equation.Correct, 60)}, not {Excerpt.Of(equation.Written, 60)}.");
        var changes = equations.Count > 0 ? $"\n\nCorrected:\n{string.Join('\n', notes)}" : "";
        var choice =
            texts.Count > 1 ? $"\n\nChosen of {texts.Count} previous outputs: output {best + 1}, which the checks object to least." : "";
        return text.Trim() + changes + choice + Computed(input.Queries, solutions);
    }

    /// <summary>The answers that are known where not all are: which output has them right is not told by the checks.</summary>
    private static string Computed(IReadOnlyList<string> queries, List<Solution?> solutions)
    {
        var lines = queries.Zip(solutions).Where(pair => pair.Second is not null)
            .Select(pair => $"- {Excerpt.Of(pair.First, 100)}: {pair.Second!.Answer}").ToList();
        return lines.Count == 0 ? "" : $"\n\nComputed exactly:\n{string.Join('\n', lines)}";
    }

    /// <summary>Each text with its equations put right, as long as the budget lasts.</summary>
    private static List<(string Text, IReadOnlyList<FalseEquation> Corrected)> Correct(
        List<string> texts, string question, CancellationToken cancellationToken)
    {
        var left = MaxRead;
        return texts.ConvertAll(text =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var correction = EquationCorrector.Correct(text, question, left);
            left = Math.Max(0, left - (text.Length * (correction.Corrected.Count + 1)));
            return correction;
        });
    }
}
