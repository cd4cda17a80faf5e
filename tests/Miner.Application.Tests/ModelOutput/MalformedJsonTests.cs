using System.Text.Json.Nodes;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Measures the reader against the values that two independent repair libraries agree on.</summary>
public sealed class MalformedJsonTests
{
    private const double Target = 0.95;

    [Test]
    public void Parse_WhenTwoLibrariesAgreeOnTheValue_MostlyAgreesWithThem()
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", "malformed-json.json");
        var rows = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        var misses = rows.Where(row => !Agrees(row!)).Select(row => row!.ToJsonString()).ToList();

        TestContext.Out.WriteLine($"{rows.Count - misses.Count} of {rows.Count} values as given; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine($"{miss} read as {Show(miss)}");
        Assert.That(1 - (double)misses.Count / rows.Count, Is.GreaterThanOrEqualTo(Target));
    }

    private static bool Agrees(JsonNode row) =>
        TolerantJson.Parse(row["input"]!.GetValue<string>()) is { } tree
        && JsonNode.DeepEquals(JsonNode.Parse(Json(tree)), row["expected"]);

    private static string Json(JsonTree tree) => JsonTreeWriter.Write(tree, indented: false, enough: 1_000_000);

    private static string Show(string miss) =>
        TolerantJson.Parse(JsonNode.Parse(miss)!["input"]!.GetValue<string>()) is { } tree ? Json(tree) : "nothing";
}
