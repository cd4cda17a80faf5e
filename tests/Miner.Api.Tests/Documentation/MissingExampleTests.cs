using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Documentation;

/// <summary>An operation that nobody has described yet costs the document its example, not the document.</summary>
[TestFixture]
internal sealed class MissingExampleTests
{
    [Test]
    public async Task Document_WithAnOperationThatHasNoExample_IsServedAllTheSame()
    {
        await using var miner = await MinerFactory.StartAsync(
            services => services.AddControllers().AddApplicationPart(typeof(MissingExampleTests).Assembly));
        using var client = miner.CreateClient();

        var document = await client.GetObjectAsync("/openapi.json");

        var operation = document["paths"]!["/new/{thing}"]!["post"]!;
        Assert.That(PartsOf(operation["requestBody"]!), Is.EqualTo(new[] { "schema" }));
        Assert.That(PartsOf(operation["responses"]!["200"]!), Is.EqualTo(new[] { "schema" }));
    }

    private static IEnumerable<string> PartsOf(JsonNode body) => body["content"]!["application/json"]!.AsObject().Select(part => part.Key);
}
