using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Infrastructure.Llm.Offline.Insights;
using Miner.Infrastructure.Llm.Offline.Problems;
using Miner.Infrastructure.Llm.Offline.Review;

namespace Miner.Infrastructure.Llm.Offline;

/// <summary>
/// A model without network, files or chance: it computes mathematics and looks at texts by rules, and says so where neither helps.
/// It reads <see cref="ChatRequest.Input"/>, not the prompt, and answers as a model is asked to: in JSON.
/// </summary>
internal sealed class OfflineChatModel(TimeProvider time) : IChatModel
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
        "The embedded offline model computes and sorts by rules; set OPENAI_API_KEY, or LLM_PROVIDER=vllm, for answers by a language model.");

    public Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = time.GetTimestamp();
        var text = Answer(request, cancellationToken);
        return Task.FromResult(new ChatCompletion(text, Model, Tokens: 0, time.GetElapsedTime(start), CutShort: false));
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

    private static string Complete(ComponentInput input, CancellationToken cancellationToken)
    {
        var solutions = new List<Solution?>();
        foreach (var query in input.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            solutions.Add(ProblemSolver.Solve(query, input.Task));
        }

        return OfflineAnswer.Complete(input.Queries, solutions);
    }

    private static string Output(string answer) => JsonSerializer.Serialize(
        new { immediate_response = $"{answer}\n\n{OfflineAnswer.Origin}", notebook = Notebook.NoUpdate }, Json);
}
