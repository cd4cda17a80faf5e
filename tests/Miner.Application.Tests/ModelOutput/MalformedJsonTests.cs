using System.Text.Json.Nodes;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;
using Miner.Testing;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Measures the reader against the values that two independent repair libraries agree on.</summary>
public sealed class MalformedJsonTests
{
    [Test]
    public void Parse_WhenTwoLibrariesAgreeOnTheValue_AgreesWithThem()
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", "malformed-json.json");
        var rows = JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        var misses = rows.Where(row => !Agrees(row!)).Select(row => row!.ToJsonString()).ToList();

        var figure = $"{rows.Count - misses.Count} of {rows.Count} rows";
        TestContext.Out.WriteLine($"{figure} as given; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine($"{miss} read as {Show(miss)}");
        Assert.That(figure, Is.EqualTo(Figures.Documented("broken JSON read as two repair libraries agree")));
    }

    private static bool Agrees(JsonNode row) =>
        TolerantJson.Parse(row["input"]!.GetValue<string>()) is { } tree
        && JsonNode.DeepEquals(JsonNode.Parse(Json(tree)), row["expected"]);

    private static string Json(JsonTree tree) => JsonTreeWriter.Write(tree, indented: false, enough: 1_000_000);

    private static string Show(string miss) =>
        TolerantJson.Parse(JsonNode.Parse(miss)!["input"]!.GetValue<string>()) is { } tree ? Json(tree) : "nothing";
}
