using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>A miner with a clock of the test's own, asked for answers of which the upstream's are scripted.</summary>
internal sealed class Answering : IAsyncDisposable
{
    private readonly MinerFactory _miner;
    private readonly HttpClient _client;

    private Answering(MinerFactory miner) => (_miner, _client) = (miner, miner.CreateKeyedClient());

    public FakeTimeProvider Time { get; private init; } = null!;

    public StubUpstream Upstream => _miner.Upstream;

    public static async Task<Answering> StartAsync(params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider();
        var miner = await MinerFactory.StartAsync(
            settings.ToDictionary(setting => setting.Name, setting => setting.Value),
            services => services.AddSingleton<TimeProvider>(time));
        return new Answering(miner) { Time = time };
    }

    /// <summary>An answer's two fields, as a model sends them.</summary>
    public static string Fields(string response) =>
        new JsonObject { ["immediate_response"] = response, ["notebook"] = "no update" }.ToJsonString();

    public Task<Answered> AskAsync(string query, string component = "complete") => AskAsync(Requests.Body("c", query, task: ""), component);

    /// <summary>The answer, whatever its status; nothing passes of the clock's time but what the test lets pass.</summary>
    public async Task<Answered> AskAsync(JsonObject body, string component)
    {
        using var response = await _client.PostAsync($"/{component}", body);
        var text = JsonNode.Parse(await response.Content.ReadAsStringAsync())?["output"]?["immediate_response"]?.ToString();
        return new Answered(
            (int)response.StatusCode,
            text,
            response.Headers.ToDictionary(header => header.Key, header => header.Value.First()));
    }

    /// <summary>Asks, and lets time pass until the answer is there.</summary>
    public async Task<Answered> AskPatientlyAsync(string query)
    {
        var asking = AskAsync(query);
        while (!asking.IsCompleted)
        {
            await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(5)));
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await asking;
    }

    /// <summary>Asks, waits for that many requests of the upstream, lets <paramref name="time"/> pass and no more.</summary>
    public async Task<Answered> AskAndPassAsync(string query, int requests, TimeSpan time)
    {
        var asking = AskAsync(query);
        for (var request = 0; request < requests; request++) await Upstream.NextRequestAsync();
        Time.Advance(time);
        return await asking.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }
}

/// <param name="Text">The response, or null for a problem.</param>
internal sealed record Answered(int Status, string? Text, IReadOnlyDictionary<string, string> Headers);
