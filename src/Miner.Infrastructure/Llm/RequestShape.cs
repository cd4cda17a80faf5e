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

    /// <summary>Whether tools are offered.</summary>
    public bool HasTools { get; init; }

    /// <summary>
    /// The shape to try after <paramref name="error"/> refused one of this one's parameters, or null where it speaks of none. Each
    /// parameter is changed at most twice, and the form at most once more beside tools, so that at most seven shapes follow
    /// <paramref name="first"/>.
    /// </summary>
    /// <param name="first">The shape that was tried first.</param>
    public RequestShape? After(UpstreamError error, RequestShape first)
    {
        if (TokenLimit == first.TokenLimit && error.Names(ParameterName(TokenLimit))) return this with { TokenLimit = Other(TokenLimit) };
        if (HasTemperature && error.Names("temperature")) return this with { HasTemperature = false };
        if (HasSampleCount && error.Names(SampleCount)) return this with { HasSampleCount = false };
        if (HasTools && SpeaksOfTools(error))
        {
            // Servers that take no tools and a form together name both; then the prompt alone asks for the form.
            return Format != AnswerFormat.Text && SpeaksOfForm(error)
                ? this with { Format = AnswerFormat.Text }
                : this with { HasTools = false, Format = first.Format };
        }

        return Format != AnswerFormat.Text && SpeaksOfFormat(error) ? this with { Format = Format + 1 } : null;
    }

    /// <summary>Whether <paramref name="error"/> speaks of tools, as the servers in use say it.</summary>
    public static bool SpeaksOfTools(UpstreamError error) => error.NamesAny("tool", "function call", "function_call", "functions");

    /// <summary>
    /// Whether <paramref name="error"/> speaks of how the answer's form was asked for, as the servers in use say it; the Messages API asks
    /// for it by a tool.
    /// </summary>
    public static bool SpeaksOfFormat(UpstreamError error) => SpeaksOfForm(error) || error.NamesAny("tool_choice", "'tools'");

    private static bool SpeaksOfForm(UpstreamError error) => error.NamesAny(
        "response_format",
        "response format",
        "json_schema",
        "json schema",
        "json_object",
        "json mode",
        "mime type",
        "structured output",
        "guided",
        "grammar",
        "native format");

    public static string ParameterName(TokenLimitParameter parameter) =>
        parameter == TokenLimitParameter.MaxTokens ? "max_tokens" : "max_completion_tokens";

    private static TokenLimitParameter Other(TokenLimitParameter parameter) =>
        parameter == TokenLimitParameter.MaxTokens ? TokenLimitParameter.MaxCompletionTokens : TokenLimitParameter.MaxTokens;
}
