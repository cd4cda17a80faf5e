using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>How the form of an answer is asked for, the strictest first.</summary>
internal enum AnswerFormat
{
    JsonSchema,
    JsonObject,

    /// <summary>By the prompt alone.</summary>
    Text,
}

/// <summary>The parameter that limits an answer's tokens.</summary>
internal enum TokenLimitParameter
{
    MaxTokens,
    MaxCompletionTokens,
}

/// <summary>Which of the optional parameters a request carries; upstreams and models differ in what they accept.</summary>
internal sealed record RequestShape(AnswerFormat Format, TokenLimitParameter TokenLimit, bool HasTemperature, bool HasSampleCount)
{
    private const string SampleCount = "n";

    /// <summary>
    /// The shape to try after <paramref name="error"/> refused one of this one's parameters, or null where it speaks of none. Each
    /// parameter is changed at most twice, so that at most five shapes follow <paramref name="first"/>.
    /// </summary>
    /// <param name="first">The shape that was tried first.</param>
    public RequestShape? After(UpstreamError error, RequestShape first)
    {
        if (TokenLimit == first.TokenLimit && error.Names(ParameterName(TokenLimit))) return this with { TokenLimit = Other(TokenLimit) };
        if (HasTemperature && error.Names("temperature")) return this with { HasTemperature = false };
        if (HasSampleCount && error.Names(SampleCount)) return this with { HasSampleCount = false };
        return Format != AnswerFormat.Text && SpeaksOfFormat(error) ? this with { Format = Format + 1 } : null;
    }

    /// <summary>Whether <paramref name="error"/> speaks of how the answer's form was asked for, as the servers in use say it.</summary>
    public static bool SpeaksOfFormat(UpstreamError error) => error.NamesAny(
        "response_format",
        "response format",
        "json_schema",
        "json schema",
        "json_object",
        "structured output",
        "guided",
        "grammar",
        "native format",
        "tool_choice",
        "'tools'");

    public static string ParameterName(TokenLimitParameter parameter) =>
        parameter == TokenLimitParameter.MaxTokens ? "max_tokens" : "max_completion_tokens";

    private static TokenLimitParameter Other(TokenLimitParameter parameter) =>
        parameter == TokenLimitParameter.MaxTokens ? TokenLimitParameter.MaxCompletionTokens : TokenLimitParameter.MaxTokens;
}
