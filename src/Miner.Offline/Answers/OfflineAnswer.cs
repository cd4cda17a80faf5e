using Miner.Domain.Components;
using Miner.Offline.Problems;
using Miner.Offline.Text;

namespace Miner.Offline.Answers;

/// <summary>The sentences in which the offline model answers.</summary>
internal static class OfflineAnswer
{
    public const string Origin = "(From the embedded offline model, which computes and does not write.)";

    public const string CannotAnswer =
        "The embedded offline model only computes mathematics and cannot answer this; set OPENAI_API_KEY, or LLM_PROVIDER=vllm or "
        + "anthropic, to have a language model answer.";

    private const int MaxHeading = 120;

    /// <summary>An answer to each query, under its number where there are several.</summary>
    /// <param name="queries">What was asked.</param>
    /// <param name="solutions">For each query, or null where it cannot be computed.</param>
    public static string Complete(IReadOnlyList<string> queries, IReadOnlyList<Solution?> solutions)
    {
        var answers = queries.Zip(solutions, (query, solution) => (Query: query, Answer: solution?.ToString() ?? CannotAnswer)).ToList();
        return answers is [var only]
            ? only.Answer
            : string.Join("\n\n", answers.Select((item, index) => $"{index + 1}. {Excerpt.Of(item.Query, MaxHeading)}\n{item.Answer}"));
    }

    /// <summary>The texts of the previous outputs, without the line that says where one came from.</summary>
    public static List<string> Previous(ComponentInput input) =>
        [
            .. input.PreviousOutputs.Select(previous =>
                previous.Output.ImmediateResponse.Replace(Origin, "", StringComparison.Ordinal).Trim()),
        ];
}
