using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Testing;

/// <summary>
/// What the stub upstream answers where a test scripts nothing: the last message says it itself, by <c>SHAPE:name</c>,
/// <c>FAULT:name</c> or <c>RAW:base64</c>. A request that mentions <c>insight_type</c> is answered with one insight, unless it asks
/// for a fault.
/// </summary>
internal static class FakeModel
{
    private const string Plain = """{"immediate_response": "The answer is 42.", "notebook": "no update"}""";

    private const string Insights = """
        ```json
        [{"insight_type":"preference","key":"response_style","value":"Prefers concise answers","operation":"insert",
          "confidence_score":0.9,"tags":["communication"]}]
        ```
        """;

    private static readonly Dictionary<string, StubAnswer> Faults = new()
    {
        ["FAULT:500"] = StubAnswer.Error(500, "boom"),
        ["FAULT:429"] = StubAnswer.Error(429, "slow down", retryAfter: "1"),
        ["FAULT:401"] = StubAnswer.Error(401, "Incorrect API key provided: sk-secret"),
        ["FAULT:hang"] = StubAnswer.Hang,
        ["FAULT:reset"] = new StubAnswer { Reset = true },
        ["FAULT:garbage"] = new StubAnswer { Body = "<html>not json", ContentType = "text/html" },
    };

    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["SHAPE:fenced"] = $"Sure!\n```json\n{Plain}\n```\nHope that helps",
        ["SHAPE:think"] = "<think>Let me see {\"a\":1}</think>\n" + Plain,
        ["SHAPE:plain"] = "Just text, no JSON at all.",
        ["SHAPE:dictnb"] = """{"immediate_response": "made", "notebook": {"a": 1}}""",
        ["SHAPE:newline"] = "{\"immediate_response\": \"line1\nline2\", \"notebook\": \"no update\"}",
        ["SHAPE:double"] = JsonSerializer.Serialize(Plain),
        ["SHAPE:write"] = """{"immediate_response": "wrote it", "notebook": "print('hi')"}""",
    };

    public static StubAnswer Answer(StubRequest request)
    {
        if (request is { Method: "GET", Path: "/v1/models" })
            return StubAnswer.Json(JsonNode.Parse("""{"object":"list","data":[{"id":"fake-model","object":"model"}]}""")!);

        if (request is not { Method: "POST", Path: "/v1/chat/completions" }) return new StubAnswer { Status = 404 };

        var asked = request.LastMessage;
        return Find(Faults, asked) ?? StubAnswer.Content(Content(request, asked), choices: (int?)request.Body["n"] ?? 1);
    }

    private static string Content(StubRequest request, string asked) =>
        request.RawBody.Contains("insight_type", StringComparison.Ordinal) ? Insights : Raw(asked) ?? Find(Shapes, asked) ?? Plain;

    private static T? Find<T>(Dictionary<string, T> answers, string asked)
        where T : class => answers.FirstOrDefault(answer => asked.Contains(answer.Key, StringComparison.Ordinal)).Value;

    private static string? Raw(string asked)
    {
        const string Prefix = "RAW:";
        var at = asked.IndexOf(Prefix, StringComparison.Ordinal);
        if (at < 0) return null;

        var base64 = asked.Skip(at + Prefix.Length)
            .TakeWhile(character => char.IsAsciiLetterOrDigit(character) || "+/=".Contains(character));
        return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(base64)));
    }
}
