using Miner.Infrastructure.Llm;

namespace Miner.Api.Settings;

/// <summary>Reads which model answers, from the settings of its provider.</summary>
internal static class ChatModelSettings
{
    private static readonly Dictionary<string, ChatModelProvider?> Providers = new()
    {
        ["openai"] = ChatModelProvider.OpenAi,
        ["vllm"] = ChatModelProvider.Vllm,
        ["offline"] = ChatModelProvider.Offline,
        [""] = null,
    };

    public static ChatModelOptions Read(SettingReader reader, ServerSettings server)
    {
        var defaults = new ChatModelOptions();
        var openAi = (
            Key: reader.Text("OPENAI_API_KEY"),
            Model: reader.Text("OPENAI_MODEL", defaults.Model),
            Url: reader.Address("OPENAI_BASE_URL", defaults.BaseUrl));
        var vllm = (
            Key: reader.Text("VLLM_API_KEY"),
            Model: reader.Text("VLLM_MODEL", ChatModelOptions.Vllm.Model),
            Url: reader.Address("VLLM_BASE_URL", ChatModelOptions.Vllm.BaseUrl));
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
            MaxTokens = reader.Integer("MAX_TOKENS", defaults.MaxTokens, 1, 1_000_000),
            Temperature = reader.Number("TEMPERATURE", defaults.Temperature, 0, 2),
            MaxConnections = reader.Integer("CONNECTION_POOL_MAX", defaults.MaxConnections, 1, 10_000),
            KeepAlive = reader.Seconds("CONNECTION_POOL_KEEPALIVE_EXPIRY", defaults.KeepAlive, 1, 3_600),
            RequestTimeout = server.RequestTimeout,
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
        reader.AddProblem($"LLM_PROVIDER must be one of {string.Join(", ", Providers.Keys.Where(name => name.Length > 0))}.");
        return ChatModelProvider.Offline;
    }
}
