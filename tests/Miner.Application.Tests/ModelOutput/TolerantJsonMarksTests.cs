using System.Text.Json.Nodes;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;
using Miner.Testing;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>
/// Measures how often the value is found although one quote, comma, colon or bracket is missing or stands twice. The rest has more than
/// one sensible reading, such as <c>[[1, 2]</c> and <c>[12]</c>.
/// </summary>
public sealed class TolerantJsonMarksTests
{
    private static readonly string[] Values =
    [
        """{"immediate_response":"The answer is 42.","notebook":"no update"}""",
        """{"immediate_response":"Step 1: add 2, 3.\nStep 2: done.","notebook":"def f(x):\n    return {\"a\": x}\n"}""",
        """{"name":"John","age":30,"active":true,"tags":["a","b c"],"address":{"city":"X","zip":null}}""",
        """{"insights":[{"insight_type":"fact","key":"units","value":"Use metric, always.","operation":"insert","tags":["units","si"]}]}""",
        """{"url":"https://x.y/z?a=1","time":"12:30","list":[true,false,null],"x":1.5,"y":-2}""",
        """["one","two","three"]""",
        """[{"a":1},{"b":"x"},[1,2,3]]""",
    ];

    [Test]
    public void Parse_WhenOneMarkIsMissingOrDoubled_MostlyFindsTheValue()
    {
        var (found, misses) = (0, new List<string>());
        foreach (var value in Values)
        {
            var expected = JsonNode.Parse(value)!;
            foreach (var broken in Broken(value).Concat(Broken(value.Replace("\",\"", "\", \"").Replace("\":", "\": "))))
            {
                if (TolerantJson.Parse(broken) is { } tree && JsonNode.DeepEquals(JsonNode.Parse(Write(tree)), expected)) found++;
                else misses.Add(broken);
            }
        }

        var figure = $"{found} of {found + misses.Count}";
        TestContext.Out.WriteLine($"{figure} values found; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine(miss);
        Assert.That(figure, Is.EqualTo(Figures.Documented("JSON with one quote, comma, colon or bracket missing or doubled")));
    }

    private static IEnumerable<string> Broken(string json)
    {
        var inString = false;
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] == '\\')
            {
                index++;
                continue;
            }

            if (json[index] == '"') inString = !inString;
            else if (inString || !",:{}[]".Contains(json[index])) continue;
            yield return json.Remove(index, 1);
            yield return json.Insert(index, json[index].ToString());
        }
    }

    private static string Write(JsonTree tree) => JsonTreeWriter.Write(tree, indented: false, enough: 10_000);
}
