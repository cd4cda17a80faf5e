using System.Collections.Concurrent;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The request shapes that one upstream was seen to accept, so that it is not asked again for what it refused. Safe for use by several
/// threads; kept until the process ends.
/// </summary>
internal sealed class LearntShapes(TokenLimitParameter tokenLimit)
{
    // Schema names come from the code, so this is far more than there are; past it nothing new is learnt.
    private const int MaxSchemas = 100;

    private readonly ConcurrentDictionary<string, AnswerFormat> _formats = new(StringComparer.Ordinal);
    private volatile RequestShape _common = new(AnswerFormat.Text, tokenLimit, HasTemperature: true, HasSampleCount: true);

    /// <param name="schemaName">The schema of the answer, or null for free text.</param>
    public RequestShape For(string? schemaName) =>
        schemaName is null ? _common : _common with { Format = _formats.GetValueOrDefault(schemaName, AnswerFormat.JsonSchema) };

    /// <summary>To be called with a shape that the upstream answered, never with a guess.</summary>
    public void Remember(string? schemaName, RequestShape accepted)
    {
        _common = accepted with { Format = AnswerFormat.Text };
        if (schemaName is not null && (_formats.Count < MaxSchemas || _formats.ContainsKey(schemaName)))
            _formats[schemaName] = accepted.Format;
    }
}
