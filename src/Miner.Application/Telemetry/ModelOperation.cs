using System.Diagnostics;
using Miner.Application.Ports;

namespace Miner.Application.Telemetry;

/// <summary>
/// Measures and traces one answer of a model, under the names of OpenTelemetry's semantic conventions for generative AI. What was asked and
/// answered stays out. It ends when it is disposed of, without an answer where none was noted.
/// </summary>
public sealed class ModelOperation : IDisposable
{
    private const string Operation = "chat";
    private const string NoAnswer = "no_answer";

    private readonly ChatModelDescription _model;
    private readonly MinerMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly Activity? _activity;
    private readonly long _started;
    private TagList _tags;
    private bool _hasEnded;

    /// <param name="upstream">Where the model is reached; null where it is embedded.</param>
    public ModelOperation(ChatModelDescription model, Uri? upstream, MinerMetrics metrics, TimeProvider time)
    {
        (_model, _metrics, _time, _tags) = (model, metrics, time, Tags(model, upstream));
        var kind = upstream is null ? ActivityKind.Internal : ActivityKind.Client;
        if (MinerActivity.Source.HasListeners())
            _activity = MinerActivity.Source.StartActivity($"{Operation} {model.Model}", kind, parentContext: default, _tags);
        _started = time.GetTimestamp();
    }

    /// <summary>Notes an answer that cost no tokens.</summary>
    public ModelUsage Complete()
    {
        var usage = new ModelUsage(_model.Model, PromptTokens: 0, CompletionTokens: 0, _time.GetElapsedTime(_started), Samples: 1);
        Complete(usage, price: default);
        return usage;
    }

    public void Complete(ModelUsage usage, TokenPrice price)
    {
        _hasEnded = true;
        _tags.Add("gen_ai.response.model", usage.Model);
        _activity?.SetTag("gen_ai.response.model", usage.Model);
        _activity?.SetTag("gen_ai.usage.input_tokens", usage.PromptTokens);
        _activity?.SetTag("gen_ai.usage.output_tokens", usage.CompletionTokens);
        if (usage.Tokens == 0) return;
        Record(usage.PromptTokens, "input");
        Record(usage.CompletionTokens, "output");
        if (price.Of(usage) is > 0 and var cost) _metrics.ModelCost.Add(cost, _tags);
    }

    public void Fail(Exception exception)
    {
        _hasEnded = true;
        _tags.Add(MetricTags.Error, MinerActivity.ErrorType(exception));
        _activity?.Fail(exception);
    }

    public void Dispose()
    {
        if (!_hasEnded) _tags.Add(MetricTags.Error, NoAnswer);
        _metrics.OperationDuration.Record(_time.GetElapsedTime(_started).TotalSeconds, _tags);
        _activity?.Dispose();
    }

    private void Record(long tokens, string type)
    {
        var tags = _tags;
        tags.Add("gen_ai.token.type", type);
        _metrics.TokenUsage.Record(tokens, tags);
    }

    private static TagList Tags(ChatModelDescription model, Uri? upstream)
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", Operation },
            { "gen_ai.provider.name", model.Provider },
            { "gen_ai.request.model", model.Model },
        };
        if (upstream is null) return tags;
        tags.Add("server.address", upstream.Host);
        tags.Add("server.port", upstream.Port);
        return tags;
    }
}
