using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Miner.Domain.Components;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>A miner on a free loopback port with nothing wrong with it, but for what a test plants.</summary>
internal sealed class StubMiner : IAsyncDisposable
{
    public const string Model = "gpt-4o-mini";

    public const string Key = "the-right-key-0123456789";

    private readonly StubUpstream _server;
    private readonly TimeProvider _clock;

    private StubMiner(StubUpstream server, TimeProvider clock)
    {
        _server = server;
        _clock = clock;
        _server.Respond = request => WithDate(Answer(request));
    }

    public Uri Address => new(_server.BaseUrl, "/");

    public IReadOnlyList<StubRequest> Requests => _server.Requests;

    public bool TakesAnyKey { get; set; }

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>By path, what it answers to callers with the right key in place of the right answer.</summary>
    public Dictionary<string, Func<StubRequest, StubAnswer>> Faults { get; } = [];

    /// <summary>What it answers to a deletion in place of the right answer; null for that.</summary>
    public StubAnswer? Deletion { get; set; }

    public static async Task<StubMiner> StartAsync(TimeProvider clock, X509Certificate2? certificate = null) =>
        new(await StubUpstream.StartAsync(certificate), clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>The right answer to <paramref name="request"/>.</summary>
    public static StubAnswer RightAnswer(StubRequest request) => request switch
    {
        { Path: "/health" } => Json("""{"status":"healthy"}"""),
        { Path: "/capabilities" } => StubAnswer.Json(new JsonObject
        {
            ["llm_provider"] = "openai",
            ["model"] = Model,
            ["components"] = new JsonArray([.. ComponentNames.All.Select(name => JsonValue.Create(name))]),
        }),
        { Method: "DELETE" } => Json("""{"success":true}"""),
        { Method: "POST" } when ComponentNames.All.Contains(request.Path[1..]) => StubAnswer.Json(new JsonObject
        {
            ["cid"] = request.Body["cid"]!.DeepClone(),
            ["component"] = request.Path[1..],
            ["output"] = new JsonObject { ["immediate_response"] = "42", ["notebook"] = "no update" },
        }) with
        { Headers = new Dictionary<string, string> { ["X-Model"] = Model } },
        _ => new StubAnswer { Status = 404 },
    };

    private static StubAnswer Json(string body) => new() { Body = body };

    private StubAnswer Answer(StubRequest request)
    {
        if (request.Path != "/health" && !TakesAnyKey)
        {
            if (!request.Headers.TryGetValue("X-API-Key", out var key)) return new StubAnswer { Status = 401 };
            if (key != Key) return new StubAnswer { Status = 403 };
        }

        if (request.Method == "DELETE" && Deletion is { } deletion) return deletion;
        return Faults.TryGetValue(request.Path, out var fault) ? fault(request) : RightAnswer(request);
    }

    private StubAnswer WithDate(StubAnswer answer) => answer with
    {
        Headers = new Dictionary<string, string>(answer.Headers) { ["Date"] = (_clock.GetUtcNow() + Skew).ToString("R") },
    };
}
