using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;
using Miner.Offline.Answers;
using Miner.Offline.Insights;
using Miner.Offline.Problems;
using Miner.Offline.Review;

namespace Miner.Offline;

/// <summary>
/// A model without network, files or chance: it computes mathematics and looks at texts by rules, and says so where neither helps.
/// </summary>
internal sealed class OfflineModel : IComputedAnswers
{
    public const string Model = "offline-1";

    public ChatModelDescription Description { get; } = new(
        "offline",
        Model,
        "The embedded offline model computes and sorts by rules; set OPENAI_API_KEY, or LLM_PROVIDER=vllm or "
            + "anthropic, for answers by a language model.");

    public ComponentOutput? Answer(Component component, ComponentInput input, bool inPart, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = component switch
        {
            Component.Complete => Complete(input, inPart, cancellationToken),
            Component.Refine => Refine(input, inPart, cancellationToken),
            _ when input.PreviousOutputs.Count == 0 && !inPart => null,
            Component.Feedback => FeedbackWriter.Write(input, cancellationToken),
            Component.Summary => Summariser.Summarise(input),
            Component.Aggregate => Aggregator.Aggregate(input),
            _ => throw new ArgumentOutOfRangeException(nameof(component), component, "No model answers this component with an output."),
        };
        return text is null ? null : ComponentOutput.Fit($"{MarkdownStars.Space(text)}\n\n{OfflineAnswer.Origin}", Notebook.NoUpdate);
    }

    public IReadOnlyList<Insight> ReadInsights(IReadOnlyList<string> feedback) => StatementReader.Read(feedback);

    private static string? Complete(ComponentInput input, bool inPart, CancellationToken cancellationToken) =>
        Solve(input, inPart, cancellationToken) is { } solutions ? OfflineAnswer.Complete(input.Queries, solutions) : null;

    private static string? Refine(ComponentInput input, bool inPart, CancellationToken cancellationToken) =>
        Solve(input, inPart || input.PreviousOutputs.Count > 0, cancellationToken) is { } solutions
            ? Refiner.Refine(input, solutions, cancellationToken)
            : null;

    /// <summary>
    /// The solution of each query, null where it cannot be computed; null for all, and at the first of those, where a part will not do.
    /// </summary>
    private static List<Solution?>? Solve(ComponentInput input, bool inPart, CancellationToken cancellationToken)
    {
        var solutions = new List<Solution?>();
        foreach (var query in input.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var solution = ProblemSolver.Solve(query, input.Task);
            if (solution is null && !inPart) return null;
            solutions.Add(solution);
        }

        return solutions;
    }
}
