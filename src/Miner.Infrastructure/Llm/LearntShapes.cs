namespace Miner.Infrastructure.Llm;

/// <summary>
/// The parameters that one upstream was seen to refuse, so that it is not asked again for them; forgotten after a while, as servers are
/// brought up to date and a refusal may have had another reason. Safe for use by several threads.
/// </summary>
internal sealed class LearntShapes(TokenLimitParameter tokenLimit, TimeProvider time)
{
    // Schema names come from the code, so this is far more than there are; past it nothing new is learnt.
    private const int MaxSchemas = 100;

    /// <summary>Of a parameter that the upstream's error spoke of.</summary>
    private static readonly TimeSpan Certain = TimeSpan.FromMinutes(10);

    /// <summary>Of one that was left out on suspicion before it answered.</summary>
    private static readonly TimeSpan Suspected = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Refusal> _formats = new(StringComparer.Ordinal);
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _otherLimitUntil;
    private TimeSpan _noTemperatureUntil;
    private TimeSpan _noSampleCountUntil;
    private TimeSpan _noToolsUntil;
    private TimeSpan _nextTrial;

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>What is left out, by the parameters' names; of answers' forms with the schema's.</summary>
    public IReadOnlyList<string> Refused
    {
        get
        {
            lock (_lock)
            {
                var now = Now;
                var refused = _formats.Where(format => format.Value.Until > now)
                    .Select(format => $"response_format ({format.Key})").Order(StringComparer.Ordinal).ToList();
                if (_noSampleCountUntil > now) refused.Add("n");
                if (_noTemperatureUntil > now) refused.Add("temperature");
                if (_noToolsUntil > now) refused.Add("tools");
                if (_otherLimitUntil > now) refused.Add(RequestShape.ParameterName(tokenLimit));
                return refused;
            }
        }
    }

    /// <summary>
    /// Whether to ask for less on suspicion although somebody else could be asked: once in a while, since an upstream that is down fails
    /// alike, and one that fails at forms only would else never answer.
    /// </summary>
    public bool TryStartTrial()
    {
        lock (_lock)
        {
            if (Now < _nextTrial) return false;
            _nextTrial = Now + Suspected;
            return true;
        }
    }

    /// <param name="schemaName">The schema of the answer, or null for free text.</param>
    /// <param name="offersTools">Whether there are tools to offer.</param>
    public RequestShape For(string? schemaName, bool offersTools = false)
    {
        lock (_lock)
        {
            var now = Now;
            var hasTools = offersTools && _noToolsUntil <= now;
            return new RequestShape(
                schemaName is null ? AnswerFormat.Text
                    : _formats.GetValueOrDefault(FormatKey(schemaName, hasTools)) is { } refusal && refusal.Until > now ? refusal.Accepted
                    : AnswerFormat.JsonSchema,
                _otherLimitUntil > now ? 1 - tokenLimit : tokenLimit,
                HasTemperature: _noTemperatureUntil <= now,
                HasSampleCount: _noSampleCountUntil <= now)
            {
                HasTools = hasTools,
            };
        }
    }

    /// <summary>To be called with a shape that the upstream answered, never with a guess.</summary>
    /// <param name="first">The shape that it was asked in first.</param>
    /// <param name="isCertain">Whether the upstream said what it refused.</param>
    public void Remember(string? schemaName, RequestShape first, RequestShape accepted, bool isCertain)
    {
        if (first == accepted) return;
        lock (_lock)
        {
            var until = Now + (isCertain ? Certain : Suspected);
            if (accepted.TokenLimit != first.TokenLimit) _otherLimitUntil = accepted.TokenLimit == tokenLimit ? TimeSpan.Zero : until;
            if (accepted.HasTemperature != first.HasTemperature) _noTemperatureUntil = until;
            if (accepted.HasSampleCount != first.HasSampleCount) _noSampleCountUntil = until;
            if (accepted.HasTools != first.HasTools) _noToolsUntil = until;
            if (schemaName is null || accepted.Format == first.Format) return;
            var key = FormatKey(schemaName, accepted.HasTools);
            if (_formats.Count < MaxSchemas || _formats.ContainsKey(key)) _formats[key] = new Refusal(accepted.Format, until);
        }
    }

    /// <summary>Many servers take a form, and tools, but not both together.</summary>
    private static string FormatKey(string schemaName, bool hasTools) => hasTools ? $"{schemaName}, with tools" : schemaName;

    private sealed record Refusal(AnswerFormat Accepted, TimeSpan Until);
}
