using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Domain.Components;

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

    private static string Answer(ChatRequest request, CancellationToken cancellationToken) => request.Component switch
    {
        Component.Complete or Component.Refine => Output(OfflineAnswer.Complete(request.Input.Queries, request.Input.Task, cancellationToken)),
        Component.HumanFeedback => """{"insights":[]}""",
        _ => Output(OfflineAnswer.CannotAnswer),
    };

    private static string Output(string immediateResponse) =>
        JsonSerializer.Serialize(new { immediate_response = immediateResponse, notebook = Notebook.NoUpdate }, Json);
}
