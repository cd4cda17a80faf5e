using Miner.Infrastructure.Llm;

namespace Miner.Api.Settings;

/// <summary>Reads which model answers, from the settings of its provider.</summary>
internal static class ChatModelSettings
{
    public const string DefaultVllmModel = "hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4";

    private static readonly Dictionary<string, ChatModelProvider?> Providers = new()
    {
        ["openai"] = ChatModelProvider.OpenAi,
        ["vllm"] = ChatModelProvider.Vllm,
        ["offline"] = ChatModelProvider.Offline,
        [""] = null,
    };

    public static ChatModelOptions Read(SettingReader reader, ServerSettings server)
    {
        var openAi = (
            Key: reader.Text("OPENAI_API_KEY"),
            Model: reader.Text("OPENAI_MODEL", "gpt-4o-mini"),
            Url: reader.Address("OPENAI_BASE_URL", "https://api.openai.com/v1"));
        var vllm = (
            Key: reader.Text("VLLM_API_KEY"),
            Model: reader.Text("VLLM_MODEL", DefaultVllmModel),
            Url: reader.Address("VLLM_BASE_URL", "http://localhost:8000/v1"));
        var chosen = ReadProvider(reader);
        var provider = chosen ?? (openAi.Key is null ? ChatModelProvider.Offline : ChatModelProvider.OpenAi);

        if (provider == ChatModelProvider.OpenAi && openAi.Key is null)
            reader.AddProblem("OPENAI_API_KEY is required by LLM_PROVIDER=openai.");
        if (provider == ChatModelProvider.Offline && chosen is null && server.IsProduction)
        {
            reader.AddProblem(
                "No model is configured: set OPENAI_API_KEY, or LLM_PROVIDER=vllm, or ask for the embedded one with LLM_PROVIDER=offline.");
        }

        var options = new ChatModelOptions
        {
            Provider = provider,
            MaxTokens = reader.Integer("MAX_TOKENS", 4_000, 1, 1_000_000),
            Temperature = reader.Number("TEMPERATURE", 0.7, 0, 2),
            MaxConnections = reader.Integer("CONNECTION_POOL_MAX", 100, 1, 10_000),
            KeepAlive = TimeSpan.FromSeconds(reader.Integer("CONNECTION_POOL_KEEPALIVE_EXPIRY", 30, 1, 3_600)),
            RequestTimeout = server.RequestTimeout,
            FallBackOffline = reader.Flag("OFFLINE_FALLBACK", true),
        };
        return provider switch
        {
            ChatModelProvider.OpenAi => options with { ApiKey = openAi.Key, Model = openAi.Model, BaseUrl = openAi.Url },
            ChatModelProvider.Vllm => options with { ApiKey = vllm.Key, Model = vllm.Model, BaseUrl = vllm.Url },
            _ => options,
        };
    }

    private static ChatModelProvider? ReadProvider(SettingReader reader)
    {
        var text = reader.Text("LLM_PROVIDER") ?? "";
        if (Providers.TryGetValue(text.ToLowerInvariant(), out var provider)) return provider;
        reader.AddProblem("LLM_PROVIDER must be one of openai, vllm, offline.");
        return ChatModelProvider.Offline;
    }
}
