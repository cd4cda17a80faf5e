using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Testing;

/// <summary>What the stub upstream answers to one request.</summary>
public sealed record StubAnswer
{
    public const string Model = "fake-model";

    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string ContentType { get; init; } = "application/json";

    /// <summary>The body as it is to be sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary><see cref="Bytes"/> as UTF-8 text.</summary>
    public string Body
    {
        get => Encoding.UTF8.GetString(Bytes.Span);
        init => Bytes = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Nothing is sent before this completes.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>The status, headers and first half of the body are sent, the rest once this completes.</summary>
    public Task BodyGate { get; init; } = Task.CompletedTask;

    /// <summary>The connection is reset instead of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Never answers; ends when the caller or the stub gives up.</summary>
    public static StubAnswer Hang { get; } = new() { Gate = new TaskCompletionSource().Task };

    /// <summary>A completion whose <paramref name="choices"/> choices all say <paramref name="content"/>.</summary>
    public static StubAnswer Content(string? content, string? finishReason = "stop", int choices = 1) =>
        Choices(Enumerable.Repeat(content, choices), finishReason);

    /// <summary>A completion with a choice for each of <paramref name="contents"/>.</summary>
    public static StubAnswer Choices(IEnumerable<string?> contents, string? finishReason = "stop") => Json(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = Model,
        ["choices"] = new JsonArray([.. contents.Select((content, index) => new JsonObject
        {
            ["index"] = index,
            ["finish_reason"] = finishReason,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
        })]),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 50, ["completion_tokens"] = 20, ["total_tokens"] = 70 },
    });

    /// <summary>A completion that calls tools by name, with arguments as they are to be sent, and says nothing beside it.</summary>
    public static StubAnswer Calls(params (string Name, string Arguments)[] calls) => Json(new JsonObject
    {
        ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["finish_reason"] = "tool_calls",
            ["message"] = new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = null,
                ["tool_calls"] = new JsonArray([.. calls.Select((call, index) => new JsonObject
                {
                    ["id"] = $"call_{index}",
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
                })]),
            },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 50, ["completion_tokens"] = 20, ["total_tokens"] = 70 },
    });

    /// <summary>An error in OpenAI's form.</summary>
    /// <param name="retryAfter">The <c>Retry-After</c> header, as it is to be sent.</param>
    public static StubAnswer Error(
        int status, string message = "no", string? type = null, string? param = null, string? code = null, string? retryAfter = null) =>
        Json(new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code },
        }) with
        {
            Status = status,
            Headers = retryAfter is null ? new Dictionary<string, string>() : new() { ["Retry-After"] = retryAfter },
        };

    public static StubAnswer Json(JsonNode body) => new() { Body = body.ToJsonString(JsonSerializerOptions.Web) };
}
