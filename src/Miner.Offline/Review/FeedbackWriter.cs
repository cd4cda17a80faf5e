using System.Globalization;
using System.Text;
using Miner.Domain.Components;
using Miner.Offline.Answers;
using Miner.Offline.Problems;

namespace Miner.Offline.Review;

/// <summary>Writes strengths, weaknesses and suggestions for each previous output.</summary>
internal static class FeedbackWriter
{
    public static string Write(ComponentInput input, CancellationToken cancellationToken)
    {
        if (input.PreviousOutputs.Count == 0) return "There are no previous outputs to give feedback on.";

        var text = new StringBuilder();
        var computed = input.Queries is [var query] ? ProblemSolver.Solve(query, input.Task) : null;
        var reviewed = OutputReviewer.Review(input, OfflineAnswer.Previous(input), computed, cancellationToken);
        foreach (var (index, remarks) in reviewed.Index())
        {
            var component = input.PreviousOutputs[index].Component;
            text.Append(
                CultureInfo.InvariantCulture,
                $"## Output {index + 1}{(string.IsNullOrWhiteSpace(component) ? "" : $" ({component})")}\n");
            Append(text, "Strengths", remarks.Strengths, "The checks found none to name.");
            Append(text, "Weaknesses", remarks.Weaknesses, "The checks found none.");
            Append(text, "Suggestions", remarks.Suggestions, "None from the checks; whether the content is right needs a reader.");
        }

        return text.Append("Checked: arithmetic, agreement, and form. Style and facts were not judged.").ToString();
    }

    private static void Append(StringBuilder text, string heading, IReadOnlyList<string> remarks, string none)
    {
        text.Append("**").Append(heading).Append("**\n");
        foreach (var remark in remarks.DefaultIfEmpty(none)) text.Append("- ").Append(remark).Append('\n');
        // Without it, Markdown takes the next heading for the list's last line.
        text.Append('\n');
    }
}
