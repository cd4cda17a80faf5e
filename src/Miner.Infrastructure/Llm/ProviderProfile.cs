namespace Miner.Infrastructure.Llm;

/// <summary>What differs between providers beside how they are asked.</summary>
/// <param name="Name">The provider as <c>/health</c> names it.</param>
/// <param name="TokenLimit">The parameter to try first.</param>
/// <param name="MaxIdle">How long an idle connection is safe to use again.</param>
internal sealed record ProviderProfile(string Name, TokenLimitParameter TokenLimit, TimeSpan MaxIdle)
{
    // OpenAI has deprecated max_tokens and its reasoning models refuse it; servers that imitate OpenAI all know it, while some of
    // them ignore max_completion_tokens without a word, and an ignored limit is worse than a refused one.
    private const string OpenAiHost = "api.openai.com";

    public static ProviderProfile For(ChatModelOptions options) => options.Provider switch
    {
        ChatModelProvider.OpenAi => new ProviderProfile(
            "openai",
            options.BaseUrl.Host == OpenAiHost ? TokenLimitParameter.MaxCompletionTokens : TokenLimitParameter.MaxTokens,
            MaxIdle: TimeSpan.MaxValue),

        ChatModelProvider.Anthropic => new ProviderProfile("anthropic", TokenLimitParameter.MaxTokens, MaxIdle: TimeSpan.MaxValue),

        // vLLM's server closes connections that are idle for 5 s (VLLM_HTTP_TIMEOUT_KEEP_ALIVE).
        ChatModelProvider.Vllm => new ProviderProfile("vllm", TokenLimitParameter.MaxTokens, MaxIdle: TimeSpan.FromSeconds(4)),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider."),
    };
}
