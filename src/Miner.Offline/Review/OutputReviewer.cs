using Miner.Domain.Components;
using Miner.Mathematics.Answers;
using Miner.Offline.Problems;

namespace Miner.Offline.Review;

/// <summary>Looks through previous outputs, one after the other.</summary>
internal static class OutputReviewer
{
    /// <summary>Remarks on each of the previous outputs, in their order.</summary>
    /// <param name="input">What was asked.</param>
    /// <param name="texts">The texts of its previous outputs.</param>
    /// <param name="computed">The solution of the only query, or null where there is none.</param>
    /// <param name="cancellationToken">Looked at before each.</param>
    public static IReadOnlyList<Remarks> Review(
        ComponentInput input, List<string> texts, Solution? computed, CancellationToken cancellationToken)
    {
        var verdict = computed?.Answer is "yes" or "no" ? computed.Answer : null;
        var answers = texts.ConvertAll(text => verdict is null ? FinalAnswer.Extract(text, input.Question) : null);
        var isMathematical = computed?.Answer is not null || answers.Count(answer => answer is not null) * 2 > answers.Count;

        var all = new List<Remarks>();
        for (var index = 0; index < texts.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var remarks = new Remarks();
            all.Add(remarks);
            if (string.IsNullOrWhiteSpace(texts[index]))
            {
                remarks.Object(20, "It is empty.", "Write an answer.");
                continue;
            }

            ContentChecks.CheckEquations(texts[index], remarks);

            var isRight = verdict is null
                ? ContentChecks.CheckAnswer(answers[index], computed, isMathematical, remarks)
                : ContentChecks.CheckVerdict(texts[index], verdict, remarks);
            ContentChecks.CheckAgreement(answers, index, isRight, remarks);

            // What comes to the exact answer has answered every part.
            if (!isRight) ContentChecks.CheckParts(texts[index], input.Queries, remarks);
            FormChecks.Run(texts[index], remarks);
            if (Notebook.IsReal(input.PreviousOutputs[index].Output.Notebook)) remarks.Praise("It keeps its work in the notebook.");
        }

        return all;
    }
}
