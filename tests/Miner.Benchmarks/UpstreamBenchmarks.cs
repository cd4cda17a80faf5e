using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Llm;

namespace Miner.Benchmarks;

/// <summary>What a model is sent and what it answers, as bytes.</summary>
public class UpstreamBenchmarks
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes("""
        {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":
        {"role":"assistant","content":"{\"immediate_response\": \"The answer is 42.\", \"notebook\": \"no update\"}"}}],
        "usage":{"prompt_tokens":50,"completion_tokens":20,"total_tokens":70}}
        """);

    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly RequestShape Shape =
        new(AnswerFormat.JsonSchema, TokenLimitParameter.MaxTokens, HasTemperature: true, HasSampleCount: true);

    private readonly ChatModelOptions _options = new();

    private readonly ChatRequest _request = new Prompt(
            Component.Complete,
            [
                new Message(MessageRole.User, "What is 6*7?", Now, MessageOrigin.Caller),
                new Message(MessageRole.Assistant, "The answer is 42.", Now, MessageOrigin.Model),
            ])
        .WithQueries(new ComponentInput("c", "Answer", ["And 7*8?"], [], UseConversationHistory: true, UsePlaybook: true))
        .ToRequest(AnswerReader.SchemaFor(AnswerStyle.Fields), temperature: null);

    /// <summary>The body of a request: instructions, schema, two messages of history and a question.</summary>
    [Benchmark]
    public byte[] WriteRequest() => CompletionRequest.Write(_request, Shape, _options, maxTokens: 4_000);

    /// <summary>What a short completion means, and what it says.</summary>
    [Benchmark]
    public ChatCompletion ReadCompletion()
    {
        using var reply = CompletionStatus.Of(HttpStatusCode.OK, Answer).Document!;
        return CompletionAnswer.Read(reply.RootElement, "m", _request, TimeSpan.Zero);
    }
}
