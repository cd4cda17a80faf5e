using System.Text.Json;

namespace Miner.Client.Tests;

/// <summary>What the committed document says.</summary>
internal static class Contract
{
    /// <summary>Every operation, with the names of what its path holds.</summary>
    public static IReadOnlyList<(string Id, string[] Parameters)> Operations()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.ClientFile("openapi.json")));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject();
        return [.. paths.SelectMany(path => path.Value.EnumerateObject()).Select(operation => Read(operation.Value))];
    }

    private static (string Id, string[] Parameters) Read(JsonElement operation)
    {
        var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        var ofThePath = parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path");
        return (operation.GetProperty("operationId").GetString()!, [.. ofThePath.Select(each => each.GetProperty("name").GetString()!)]);
    }
}
