using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Asks a miner and reads of the answer what tests of how it came about want to know.</summary>
internal static class Answering
{
    /// <summary>An answer's two fields, as a model sends them.</summary>
    public static string Fields(string response) =>
        new JsonObject { ["immediate_response"] = response, ["notebook"] = "no update" }.ToJsonString();

    public static Task<Answered> AskAsync(this MinerFactory miner, string query, string component = "complete") =>
        miner.AskAsync(Requests.Body("c", query, task: ""), component);

    /// <summary>The answer, whatever its status.</summary>
    public static async Task<Answered> AskAsync(this MinerFactory miner, JsonObject body, string component)
    {
        using var response = await miner.Http.PostAsync($"/{component}", body);
        var text = JsonNode.Parse(await response.Content.ReadAsStringAsync())?["output"]?["immediate_response"]?.ToString();
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First());
        return new Answered((int)response.StatusCode, text, headers);
    }

    /// <summary>Asks, waits for that many requests of the upstream, lets <paramref name="time"/> pass and no more.</summary>
    public static async Task<Answered> AskAndPassAsync(this MinerFactory miner, string query, int requests, TimeSpan time)
    {
        var asking = miner.AskAsync(query);
        for (var request = 0; request < requests; request++) await miner.Upstream.NextRequestAsync();
        miner.Clock.Advance(time);
        return await asking.InTimeAsync();
    }
}

/// <param name="Text">The response, or null for a problem.</param>
internal sealed record Answered(int Status, string? Text, IReadOnlyDictionary<string, string> Headers);
