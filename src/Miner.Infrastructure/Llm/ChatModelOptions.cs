using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

public enum ChatModelProvider
{
    /// <summary>OpenAI, or any other upstream that speaks Chat Completions.</summary>
    OpenAi,

    /// <summary>A vLLM server, usually on the operator's own GPU.</summary>
    Vllm,

    /// <summary>Anthropic, or any other upstream that speaks its Messages API.</summary>
    Anthropic,
}

/// <summary>One upstream: which model answers, and how it is reached.</summary>
public sealed record ChatModelOptions
{
    /// <summary>What vLLM serves where an operator says nothing else.</summary>
    public static ChatModelOptions Vllm { get; } = new()
    {
        Provider = ChatModelProvider.Vllm,
        BaseUrl = new Uri("http://localhost:8000/v1"),
        Model = "hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4",
    };

    public static ChatModelOptions Anthropic { get; } = new()
    {
        Provider = ChatModelProvider.Anthropic,
        BaseUrl = new Uri("https://api.anthropic.com/v1"),
        Model = "claude-haiku-4-5",
    };

    /// <summary>Its name among the operator's upstreams, lower-case letters, digits and <c>_</c>; empty of the first.</summary>
    public string Name { get; init; } = "";

    public ChatModelProvider Provider { get; init; } = ChatModelProvider.OpenAi;

    /// <summary>The upstream's address with its version path, such as <c>https://api.openai.com/v1</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.openai.com/v1");

    /// <summary>Used in turn; none sends none. Secrets.</summary>
    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    /// <summary>The model's name as the upstream knows it.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>The most tokens of one answer, 1 to 1,000,000.</summary>
    public int MaxTokens { get; init; } = 4000;

    /// <summary>0 to 2, for components without their own.</summary>
    public double Temperature { get; init; } = 0.7;

    /// <summary>How much a reasoning model thinks, as the upstream spells it (<c>low</c> to <c>high</c>); null: its default.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>A JSON object whose members go into each request's body, in place of those of the same names; null: none.</summary>
    public string? ExtraBody { get; init; }

    public TokenPrice Price { get; init; }

    /// <summary>The most connections to the upstream at once, 1 to 100,000.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>How long an idle connection is kept, 1 s to 1 h.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole request may take, 1 to 60 s; the model must answer within it, retries included.</summary>
    public TimeSpan RequestTimeout { get; init; } = UpstreamDeadlines.LongestRequest;

    /// <summary>Names the HTTP client whose handlers reach the upstream.</summary>
    internal string ClientName =>
        Name.Length == 0 ? ChatModelRegistration.HttpClientName : $"{ChatModelRegistration.HttpClientName}-{Name}";

    /// <summary>Leaves the keys out, which a record would print.</summary>
    public override string ToString() => $"{Provider} {Model}";
}
