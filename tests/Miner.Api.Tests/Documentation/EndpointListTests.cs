using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Documentation;

/// <summary>Whoever looks at <c>/</c> finds all that the document describes.</summary>
[TestFixture]
internal sealed class EndpointListTests : SharedMinerFixture
{
    [Test]
    public async Task Root_Always_ListsEveryOperation()
    {
        var service = await Http.GetObjectAsync("/");
        var document = await Http.GetObjectAsync("/openapi.json");

        var listed = service.Select(field => field.Value).OfType<JsonObject>().SelectMany(group => group.Select(endpoint => endpoint.Key));
        var operations =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select $"{operation.Key.ToUpperInvariant()} {path.Key}";
        Assert.That(operations.Except(["GET /"]).Except(listed), Is.Empty, "ServiceDescription leaves these out.");
    }
}
