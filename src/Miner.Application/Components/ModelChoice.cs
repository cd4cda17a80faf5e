using Microsoft.Extensions.Logging;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>How a handler asks a language model, where there is one.</summary>
internal delegate Task<T> AskModel<T>(ComponentModel model, ComponentInput input, CancellationToken cancellationToken);

/// <summary>
/// Chooses who answers: the language model, or the embedded one in its place. The embedded one is asked where it is the provider, and as
/// the last resort where the upstream is down: a computed answer is worth more than an error. An upstream that works and refuses, or says
/// nothing, is not down.
/// </summary>
/// <param name="chat">Null where the embedded model is the provider.</param>
internal sealed partial class ModelChoice(
    IComputedAnswers computed,
    AnsweringOptions options,
    MinerMetrics metrics,
    TimeProvider time,
    ILogger<ModelChoice> logger,
    IChatModel? chat = null)
{
    /// <summary>The model that answers as long as nothing fails.</summary>
    public ChatModelDescription Description => chat?.Description ?? computed.Description;

    /// <exception cref="ChatModelException">No model gave an answer.</exception>
    public Task<ComponentResult> AnswerAsync(
        Component component, ComponentInput input, AskModel<ComponentResult> ask, CancellationToken cancellationToken) =>
        ChooseAsync(
            input,
            ask,
            operation => computed.Answer(component, input, inPart: chat is null, cancellationToken) is { } output
                ? new ComponentResult(output, operation.Complete())
                : null,
            cancellationToken);

    /// <exception cref="ChatModelException">No model gave an answer.</exception>
    public Task<InsightResult> ReadInsightsAsync(
        ComponentInput input, AskModel<InsightResult> ask, CancellationToken cancellationToken) =>
        ChooseAsync(
            input,
            ask,
            operation => computed.ReadInsights(input.Queries) is var insights && (insights.Count > 0 || chat is null)
                ? new InsightResult(new ReadInsights(insights, []), ModelText: "", Truncated: false, operation.Complete())
                : null,
            cancellationToken);

    private async Task<T> ChooseAsync<T>(
        ComponentInput input, AskModel<T> ask, Func<ModelOperation, T?> compute, CancellationToken cancellationToken)
        where T : class
    {
        if (chat is null)
        {
            return Measure(compute)
                ?? throw new ChatModelException(ChatModelFailure.NoAnswer, "The embedded model has no answer.");
        }

        var reserve = new Lazy<T?>(() => Measure(compute));
        var model = new ComponentModel(chat, options.ComputeAsLastResort ? () => reserve.Value is not null : null);
        try
        {
            return await ask(model, input, cancellationToken);
        }
        catch (ChatModelException failure) when (options.ComputeAsLastResort && failure.Failure != ChatModelFailure.NoAnswer)
        {
            if (reserve.Value is not { } answer) throw;
            CallRecord.Current?.Note(new UpstreamNote(computed.Description.Provider, UpstreamEvent.FellBack, failure.Message));
            LogComputed(failure.Message);
            return answer;
        }
    }

    private T? Measure<T>(Func<ModelOperation, T?> compute)
        where T : class
    {
        using var operation = new ModelOperation(computed.Description, upstream: null, metrics, time);
        try
        {
            return compute(operation);
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    /// <param name="failure">Our own sentence.</param>
    [LoggerMessage(2008, LogLevel.Warning, "The embedded offline model answered instead: {Failure}")]
    private partial void LogComputed(string failure);
}
