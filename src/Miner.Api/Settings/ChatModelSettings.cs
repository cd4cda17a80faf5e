using Miner.Application.Ports;
using Miner.Infrastructure.Llm;

namespace Miner.Api.Settings;

/// <summary>Reads which upstreams answer: the provider's, and those that are asked when it fails.</summary>
internal static class ChatModelSettings
{
    private const string Offline = "offline";
    private const string OpenAi = "openai";

    /// <summary>Of a million tokens: far above any, in whatever currency.</summary>
    private const double MaxPrice = 1_000_000_000;

    /// <summary>
    /// By the name that stands in <c>LLM_PROVIDER</c> and, in upper case, before its settings: what is asked where nothing else is set, and
    /// whether that takes a key.
    /// </summary>
    private static readonly Dictionary<string, (ChatModelOptions Defaults, bool NeedsKey)> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        [OpenAi] = (new ChatModelOptions(), NeedsKey: true),
        ["vllm"] = (ChatModelOptions.Vllm, NeedsKey: false),
        ["anthropic"] = (ChatModelOptions.Anthropic, NeedsKey: true),
    };

    public static ModelChainOptions Read(SettingReader reader, ServerSettings server)
    {
        var shared = ReadShared(reader, server);
        var providers = Providers.ToDictionary(
            known => known.Key, known => ReadProvider(reader, known.Key.ToUpperInvariant(), known.Value.Defaults, shared));
        var fallbacks = ReadFallbacks(reader, shared);
        var options = new ModelChainOptions
        {
            Hedges = reader.Flag("LLM_HEDGE", defaultValue: false),
            FallsBackOnContentFilter = reader.Flag("LLM_FALLBACK_ON_CONTENT_FILTER", defaultValue: false),
        };

        var chosen = reader.Text("LLM_PROVIDER")?.ToLowerInvariant();
        var byKey = providers[OpenAi].ApiKeys.Count > 0 ? OpenAi : Offline;
        reader.Resolve("LLM_PROVIDER", byKey);
        var name = chosen ?? byKey;
        if (providers.TryGetValue(name, out var first))
        {
            WarnOfEffort(reader, first, "");
            if (Providers[name].NeedsKey) RequireKey(reader, first, $"{name.ToUpperInvariant()}_API_KEY", $"LLM_PROVIDER={name}");
            return options with { Models = [first, .. fallbacks] };
        }

        if (name != Offline)
            reader.AddProblem($"LLM_PROVIDER must be one of {string.Join(", ", Providers.Keys)}, {Offline}.");
        else if (chosen is null && server.IsProduction)
        {
            reader.AddProblem("No model is configured: set OPENAI_API_KEY, or LLM_PROVIDER, or ask for the embedded one with "
                + "LLM_PROVIDER=offline.");
        }
        else if (fallbacks.Count > 0)
            reader.AddProblem("LLM_FALLBACKS follow another LLM_PROVIDER: the embedded model cannot fail, and is always last.");

        return options;
    }

    /// <summary>
    /// The upstream whose setting <paramref name="name"/> would be if <c>LLM_FALLBACKS</c> named it, or null: of <c>LLM_BACKUP_MODEL</c> it
    /// is <c>backup</c>.
    /// </summary>
    public static string? FallbackOf(string name)
    {
        var reader = new SettingReader(new ConfigurationManager());
        ReadFallback(reader, "x", new ChatModelOptions());
        return reader.Settings
            .Select(setting => setting.Name["LLM_X".Length..])
            .Where(suffix => name.StartsWith("LLM_", StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal)
                && name.Length > "LLM".Length + 1 + suffix.Length)
            .Select(suffix => name["LLM_".Length..^suffix.Length].ToLowerInvariant())
            .MinBy(upstream => upstream.Length);
    }

    /// <summary>What all upstreams have in common.</summary>
    private static ChatModelOptions ReadShared(SettingReader reader, ServerSettings server)
    {
        var defaults = new ChatModelOptions();
        return defaults with
        {
            MaxTokens = reader.Integer("MAX_TOKENS", defaults.MaxTokens, 1, 1_000_000),
            Temperature = reader.Number("TEMPERATURE", defaults.Temperature, 0, 2),
            ReasoningEffort = reader.Text("REASONING_EFFORT"),
            ExtraBody = ReadObject(reader, "LLM_EXTRA_BODY"),
            MaxConnections = reader.Integer("CONNECTION_POOL_MAX", server.MaxConcurrentRequests, 1, 100_000),
            KeepAlive = reader.Seconds("CONNECTION_POOL_KEEPALIVE_EXPIRY", defaults.KeepAlive, 1, 3_600),
            RequestTimeout = server.RequestTimeout,
        };
    }

    /// <param name="prefix">What the names of its settings begin with.</param>
    /// <param name="provider">Its address and model where nothing else is set.</param>
    private static ChatModelOptions ReadProvider(
        SettingReader reader, string prefix, ChatModelOptions provider, ChatModelOptions shared) => shared with
        {
            Provider = provider.Provider,
            ApiKeys = reader.Secrets($"{prefix}_API_KEY"),
            Model = reader.Text($"{prefix}_MODEL", provider.Model),
            BaseUrl = reader.Address($"{prefix}_BASE_URL", provider.BaseUrl),
            Price = new TokenPrice(
                reader.Number($"{prefix}_PRICE_INPUT", 0, 0, MaxPrice), reader.Number($"{prefix}_PRICE_OUTPUT", 0, 0, MaxPrice)),
        };

    private static List<ChatModelOptions> ReadFallbacks(SettingReader reader, ChatModelOptions shared)
    {
        var fallbacks = new List<ChatModelOptions>();
        foreach (var name in reader.List("LLM_FALLBACKS").Select(name => name.ToLowerInvariant()))
        {
            if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                reader.AddProblem("LLM_FALLBACKS must list names of letters, digits and _, separated by commas.");
            else if (fallbacks.Any(other => other.Name == name))
                reader.AddProblem("LLM_FALLBACKS must name each upstream once.");
            else
                fallbacks.Add(ReadFallback(reader, name, shared));
        }

        return fallbacks;
    }

    private static ChatModelOptions ReadFallback(SettingReader reader, string name, ChatModelOptions shared)
    {
        var prefix = $"LLM_{name.ToUpperInvariant()}";
        var (defaults, needsKey) = reader.Choice($"{prefix}_PROVIDER", Providers, Providers[OpenAi]);
        var fallback = ReadProvider(reader, prefix, defaults, shared) with
        {
            Name = name,
            ReasoningEffort = reader.Text($"{prefix}_REASONING_EFFORT"),
            ExtraBody = ReadObject(reader, $"{prefix}_EXTRA_BODY"),
        };
        WarnOfEffort(reader, fallback, $"{prefix}_");
        if (needsKey && fallback.BaseUrl == defaults.BaseUrl) RequireKey(reader, fallback, $"{prefix}_API_KEY", $"{prefix}_PROVIDER");
        return fallback;
    }

    private static void RequireKey(SettingReader reader, ChatModelOptions options, string key, string by)
    {
        if (options.ApiKeys.Count == 0) reader.AddProblem($"{key} is required by {by}.");
    }

    private static void WarnOfEffort(SettingReader reader, ChatModelOptions options, string prefix)
    {
        if (options is not { Provider: ChatModelProvider.Anthropic, ReasoningEffort: not null }) return;
        reader.AddWarning($"{prefix}REASONING_EFFORT has no effect on the Messages API of Anthropic.");
    }

    private static string? ReadObject(SettingReader reader, string name)
    {
        if (reader.Text(name) is not { } text) return null;
        if (ExtraBody.IsValid(text)) return text;
        reader.AddProblem($"{name} must be a JSON object, and name each member once.");
        return null;
    }
}
