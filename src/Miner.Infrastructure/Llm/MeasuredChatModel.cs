using System.Diagnostics;
using Miner.Application.Ports;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Measures and traces each completion of a model, under the names of OpenTelemetry's semantic conventions for generative AI. What was
/// asked and answered stays out.
/// </summary>
/// <param name="upstream">Where the model is reached; null where it is embedded.</param>
internal sealed class MeasuredChatModel(IChatModel model, Uri? upstream, MinerMetrics metrics, TimeProvider time) : IChatModel
{
    private const string Operation = "chat";

    private readonly string _name = $"{Operation} {model.Description.Model}";

    public ChatModelDescription Description => model.Description;

    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var tags = Tags();
        using var activity = MinerActivity.Source.StartActivity(
            _name, upstream is null ? ActivityKind.Internal : ActivityKind.Client, parentContext: default, tags);
        var started = time.GetTimestamp();
        try
        {
            var completion = await model.CompleteAsync(request, cancellationToken);
            tags.Add("gen_ai.response.model", completion.Usage.Model);
            Describe(activity, completion.Usage);
            Record(completion.Usage, tags);
            return completion;
        }
        catch (Exception exception)
        {
            tags.Add(MetricTags.Error, MinerActivity.ErrorType(exception));
            activity?.Fail(exception);
            throw;
        }
        finally
        {
            metrics.OperationDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    private TagList Tags()
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", Operation },
            { "gen_ai.provider.name", Description.Provider },
            { "gen_ai.request.model", Description.Model },
        };
        if (upstream is null) return tags;
        tags.Add("server.address", upstream.Host);
        tags.Add("server.port", upstream.Port);
        return tags;
    }

    private static void Describe(Activity? activity, ModelUsage usage)
    {
        if (activity is null) return;
        activity.SetTag("gen_ai.response.model", usage.Model);
        activity.SetTag("gen_ai.usage.input_tokens", usage.PromptTokens);
        activity.SetTag("gen_ai.usage.output_tokens", usage.CompletionTokens);
    }

    private void Record(ModelUsage usage, TagList tags)
    {
        if (usage.Tokens == 0) return;
        const string type = "gen_ai.token.type";
        metrics.TokenUsage.Record(usage.PromptTokens, [.. tags, new(type, "input")]);
        metrics.TokenUsage.Record(usage.CompletionTokens, [.. tags, new(type, "output")]);
    }
}
