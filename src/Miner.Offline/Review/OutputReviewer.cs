using Miner.Domain.Components;
using Miner.Mathematics.Answers;
using Miner.Offline.Problems;

namespace Miner.Offline.Review;

/// <summary>Looks through previous outputs, one after the other.</summary>
internal static class OutputReviewer
{
    /// <summary>Remarks on each of the previous outputs, in their order.</summary>
    /// <param name="texts">The texts of its previous outputs.</param>
    /// <param name="computed">The solution of the only query, or null where there is none.</param>
    public static IReadOnlyList<Remarks> Review(
        ComponentInput input, List<string> texts, Solution? computed, CancellationToken cancellationToken)
    {
        var isVerdict = computed?.Answer is "yes" or "no";
        var answers = texts.ConvertAll(text => isVerdict ? null : FinalAnswer.Extract(text, input.Question));
        var all = new List<Remarks>();
        foreach (var (index, text) in texts.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var remarks = new Remarks();
            all.Add(remarks);
            if (string.IsNullOrWhiteSpace(text))
            {
                remarks.Object(20, "It is empty.", "Write an answer.");
                continue;
            }

            Checks.CheckEquations(text, input.Question, remarks);
            var isRight = computed is not null && Checks.CheckAnswer(text, answers[index], computed.Answer, remarks);
            Checks.CheckAgreement(texts, answers, index, isRight, remarks);
            Checks.CheckForm(text, remarks);
        }

        return all;
    }
}
