using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Offline.Insights;
using Miner.Offline.Problems;
using Miner.Offline.Review;

namespace Miner.Offline;

/// <summary>
/// A model without network, files or chance: it computes mathematics and looks at texts by rules, and says so where neither helps.
/// It reads <see cref="ChatRequest.Input"/>, not the prompt, and answers as a model is asked to: in JSON.
/// </summary>
public sealed class OfflineChatModel(TimeProvider time) : IChatModel
{
    public const string Model = "offline-1";

    // The text goes into a JSON answer, never into a page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public OfflineChatModel()
        : this(TimeProvider.System)
    {
    }

    public ChatModelDescription Description { get; } = new(
            "offline",
            Model,
            "The embedded offline model computes and sorts by rules; set OPENAI_API_KEY, or LLM_PROVIDER=vllm, "
                + "for answers by a language model."
        );

    public Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = time.GetTimestamp();
        var text = Answer(request, cancellationToken);
        var usage = new ModelUsage(Model, PromptTokens: 0, CompletionTokens: 0, time.GetElapsedTime(start), Samples: 1);
        return Task.FromResult(new ChatCompletion([new ChatChoice(text, CutShort: false)], usage));
    }

    /// <summary>
    /// Whether its answer to <paramref name="request"/> would be worth having in place of none: a computed answer to every question,
    /// insights that the feedback states plainly, or what it makes of previous outputs.
    /// </summary>
    public static bool CanHelp(ChatRequest request, CancellationToken cancellationToken)
    {
        var input = request.Input;
        return request.Component switch
        {
            Component.Complete => IsSolved(input, cancellationToken),
            Component.Refine => input.PreviousOutputs.Count > 0 || IsSolved(input, cancellationToken),
            Component.HumanFeedback => StatementReader.Read(input.Queries).Any(),
            Component.Feedback or Component.Summary or Component.Aggregate => input.PreviousOutputs.Count > 0,
            _ => false,
        };
    }

    private static string Answer(ChatRequest request, CancellationToken cancellationToken)
    {
        var input = request.Input;
        return request.Component switch
        {
            Component.HumanFeedback => InsightWriter.Write(input.Queries),
            Component.Complete => Output(Complete(input, cancellationToken)),
            Component.Refine => Output(Refiner.Refine(input, cancellationToken)),
            Component.Feedback => Output(FeedbackWriter.Write(input, cancellationToken)),
            Component.Summary => Output(Summariser.Summarise(input)),
            Component.Aggregate => Output(Aggregator.Aggregate(input)),
            _ => Output(OfflineAnswer.CannotSearch),
        };
    }

    private static string Complete(ComponentInput input, CancellationToken cancellationToken) =>
        OfflineAnswer.Complete(input.Queries, [.. Solutions(input, cancellationToken)]);

    private static bool IsSolved(ComponentInput input, CancellationToken cancellationToken) =>
        Solutions(input, cancellationToken).All(solution => solution is not null);

    private static IEnumerable<Solution?> Solutions(ComponentInput input, CancellationToken cancellationToken)
    {
        foreach (var query in input.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ProblemSolver.Solve(query, input.Task);
        }
    }

    private static string Output(string answer) => JsonSerializer.Serialize(
        new { immediate_response = $"{answer}\n\n{OfflineAnswer.Origin}", notebook = Notebook.NoUpdate }, Json);
}
