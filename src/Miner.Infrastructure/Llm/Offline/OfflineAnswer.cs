using Miner.Infrastructure.Llm.Offline.Problems;

namespace Miner.Infrastructure.Llm.Offline;

/// <summary>The sentences in which the offline model answers.</summary>
internal static class OfflineAnswer
{
    public const string Origin = "(From the embedded offline model, which computes and does not write.)";

    public const string CannotAnswer =
        "The embedded offline model only computes mathematics and cannot answer this; set OPENAI_API_KEY, or LLM_PROVIDER=vllm with "
        + "VLLM_BASE_URL, to have a language model answer.";

    public const string CannotAnswerRest =
        "The embedded offline model cannot answer the rest; set OPENAI_API_KEY, or LLM_PROVIDER=vllm with VLLM_BASE_URL, for a language model.";

    private const int MaxHeading = 120;

    /// <summary>An answer to each query, under its number where there are several, and last where it comes from.</summary>
    public static string Complete(IReadOnlyList<string> queries, string task, CancellationToken cancellationToken)
    {
        var answers = queries.Select((query, index) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = ProblemSolver.Solve(query, task) ?? CannotAnswer;
            return queries.Count == 1 ? answer : $"{index + 1}. {Heading(query)}\n{answer}";
        });
        return string.Join("\n\n", [.. answers, Origin]);
    }

    private static string Heading(string query)
    {
        var line = string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxHeading) return line;
        var end = char.IsHighSurrogate(line[MaxHeading - 1]) ? MaxHeading - 1 : MaxHeading;
        return line[..end] + "…";
    }
}
