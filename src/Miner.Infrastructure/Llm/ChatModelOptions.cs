using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

public enum ChatModelProvider
{
    /// <summary>The embedded model; there is no upstream.</summary>
    Offline,

    /// <summary>OpenAI, or any other upstream that speaks Chat Completions.</summary>
    OpenAi,

    /// <summary>A vLLM server, usually on the operator's own GPU.</summary>
    Vllm,
}

/// <summary>Which model answers, and how it is reached.</summary>
public sealed record ChatModelOptions
{
    /// <summary>What vLLM serves where an operator says nothing else.</summary>
    public static ChatModelOptions Vllm { get; } = new()
    {
        Provider = ChatModelProvider.Vllm,
        BaseUrl = new Uri("http://localhost:8000/v1"),
        Model = "hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4",
    };

    public ChatModelProvider Provider { get; init; } = ChatModelProvider.Offline;

    /// <summary>The upstream's address with its version path, such as <c>https://api.openai.com/v1</c>; unused offline.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.openai.com/v1");

    /// <summary>Sent as a bearer token; null sends none. A secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The model's name as the upstream knows it.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>The most tokens of one answer, 1 to 1,000,000.</summary>
    public int MaxTokens { get; init; } = 4000;

    /// <summary>0 to 2, for components without their own.</summary>
    public double Temperature { get; init; } = 0.7;

    /// <summary>The most connections to the upstream at once, 1 to 10,000.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long an idle connection is kept, 1 s to 1 h.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole request may take, 1 to 60 s; the model must answer within it, retries included.</summary>
    public TimeSpan RequestTimeout { get; init; } = UpstreamDeadlines.LongestRequest;

    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => $"{Provider} {Model}";
}
