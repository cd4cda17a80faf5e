using System.Text.Json.Nodes;

namespace Miner.Api.Tests;

/// <summary>Requests as the orchestrator sends them.</summary>
internal static class Requests
{
    public static JsonObject Body(string cid, string query = "What is 6*7?", string task = "Answer the question") => new()
    {
        ["cid"] = cid,
        ["task"] = task,
        ["input"] = new JsonArray(new JsonObject { ["user_query"] = query }),
    };

    public static JsonObject PreviousOutput(string response, string notebook = "no update") => new()
    {
        ["task"] = "Earlier task",
        ["input"] = new JsonArray(new JsonObject { ["user_query"] = "Earlier query" }),
        ["output"] = new JsonObject { ["immediate_response"] = response, ["notebook"] = notebook },
        ["component"] = "complete",
    };

    public static JsonObject WithPreviousOutputs(this JsonObject body, params JsonObject[] outputs)
    {
        body["previous_outputs"] = new JsonArray([.. outputs]);
        return body;
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, JsonObject body) =>
        client.PostAsJsonAsync(path, body);

    /// <summary>Posts and gives the answer, which must be a 200.</summary>
    public static async Task<JsonObject> AskAsync(this HttpClient client, string path, JsonObject body)
    {
        using var response = await client.PostAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(200), text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Gets a JSON object, which must be a 200.</summary>
    public static async Task<JsonObject> GetObjectAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(200), text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<JsonObject> ReadProblemAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/problem+json"));
        });
        return JsonNode.Parse(text)!.AsObject();
    }
}
