using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Why a model stopped, in the words of the servers in use: OpenAI and those that imitate it, text-generation-inference, llama.cpp,
/// Cohere, Gemini, Qianfan, Messages. The case of letters does not matter.
/// </summary>
internal static class FinishReason
{
    private const string ContentFilter = "content_filter";

    private static readonly HashSet<string> Complete = new(StringComparer.OrdinalIgnoreCase)
    {
        "stop", "eos", "eos_token", "end_turn", "stop_sequence", "complete", "completed", "tool_calls", "tool_call", "tool_use",
        "function_call", "normal", "word",
    };

    private static readonly HashSet<string> AtTokenLimit = new(StringComparer.OrdinalIgnoreCase)
    {
        "length", "max_tokens", "max_output_tokens", "max_length", "limit",
    };

    private static readonly HashSet<string> Filtered = new(StringComparer.OrdinalIgnoreCase)
    {
        "content_filtered", "safety", "recitation", "prohibited_content", "blocklist", "sensitive", "error_toxic", "refusal",
        "guardrail_intervened",
    };

    private static readonly HashSet<string> Failed = new(StringComparer.OrdinalIgnoreCase)
    {
        "error", "insufficient_system_resource", "network_error",
    };

    /// <param name="reason">Null where none was given.</param>
    public static ChoiceEnd End(string? reason) =>
        reason is null ? ChoiceEnd.BrokenOff
        : Complete.Contains(reason) ? ChoiceEnd.Complete
        : AtTokenLimit.Contains(reason) ? ChoiceEnd.AtTokenLimit
        : ChoiceEnd.BrokenOff;

    /// <summary>Whether a content filter stopped the model; with some servers the filter's own reason follows.</summary>
    public static bool IsFilter(string? reason) =>
        reason is not null && (reason.StartsWith(ContentFilter, StringComparison.OrdinalIgnoreCase) || Filtered.Contains(reason));

    /// <summary>Whether the server failed while the model was writing.</summary>
    public static bool IsFailure(string? reason) => reason is not null && Failed.Contains(reason);
}
