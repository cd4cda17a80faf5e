using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Calls;

/// <summary>Recorded calls, as a script reads them.</summary>
internal static class RecordedCalls
{
    /// <summary>The lines of the calls that <paramref name="query"/> finds.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ListCallsAsync(this HttpClient http, string query = "") =>
        [.. (await http.GetObjectAsync($"/calls{query}"))["calls"]!.AsArray().Select(call => call!)];

    /// <summary>The only recorded call, line and detail.</summary>
    public static async Task<JsonObject> OnlyRecordAsync(this HttpClient http)
    {
        var calls = await http.ListCallsAsync();
        Assert.That(calls, Has.Count.EqualTo(1));
        return await http.GetObjectAsync($"/calls/{calls[0]["trace_id"]}");
    }

    /// <summary>What happened in the only recorded call.</summary>
    public static async Task<JsonObject> OnlyCallAsync(this HttpClient http) => (await http.OnlyRecordAsync())["detail"]!.AsObject();

    public static int Step(this JsonNode node) => node["step"]!.GetValue<int>();
}
