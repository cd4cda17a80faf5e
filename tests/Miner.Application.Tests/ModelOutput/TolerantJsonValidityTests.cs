using System.Globalization;
using System.Text;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Valid JSON is never changed.</summary>
public sealed class TolerantJsonValidityTests
{
    private const int Seed = 8259;

    [TestCase("""{"a":1,"a":2,"":3,"a":{"a":4}}""")]
    [TestCase("[123456789012345678901234567890,-0,0.10,1E400,-1.0e-99,5e0]")]
    [TestCase("""["“a”","'","//b","/*c*/","#d","...","{\"e\":1}","f\\","\"\"","True","</think>","g\"\"\"","`"]""")]
    [TestCase("""[" ",": ",", ","\", \"","{","}","]","[","\n","a\",\"b"]""")]
    [TestCase("null")]
    [TestCase("\"\"")]
    public void Parse_WhenTheTextIsValid_KeepsEveryDetail(string json) => AssertUnchanged(json);

    [Test]
    public void Parse_WhenValidJsonIsMadeAtRandom_KeepsEveryDetail()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3_000; round++) AssertUnchanged(Value(random, depth: 0));
    }

    [TestCase(1)]
    [TestCase(JsonTree.MaxDepth)]
    public void Parse_WhenValidJsonIsDeep_KeepsEveryLevel(int depth)
    {
        AssertUnchanged(new string('[', depth) + new string(']', depth));
        AssertUnchanged(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
    }

    [Test]
    public void Parse_WhenAStringHoldsLoneSurrogates_KeepsThem()
    {
        var tree = TolerantJson.Parse("""["\ud800","\udc00a","\ud83d\ude00"]""") as JsonTree.Array;

        Assert.That(tree?.Items.Cast<JsonTree.Text>().Select(item => item.Value), Is.EqualTo(new[] { "\uD800", "\uDC00a", "😀" }));
    }

    [Test]
    public void Parse_WhenValidJsonLosesItsEnd_KeepsWhatCameBefore()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 1_000; round++)
        {
            var items = Enumerable.Range(0, 4).Select(_ => Value(random, depth: 1)).ToList();

            var tree = TolerantJson.Parse("[" + string.Join(',', items) + ",") as JsonTree.Array;

            Assert.That(tree?.Items.Select(Write), Is.EqualTo(items));
        }
    }

    private static void AssertUnchanged(string json) =>
        Assert.That(TolerantJson.Parse(json) is { } tree ? Write(tree) : null, Is.EqualTo(json));

    private static string Write(JsonTree tree) => JsonTreeWriter.Write(tree, indented: false, enough: 1_000_000);

    private static string Value(Random random, int depth) => random.Next(depth < 4 ? 8 : 5) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        3 => (random.NextDouble() - 0.5).ToString("E5", CultureInfo.InvariantCulture),
        4 => Text(random),
        5 or 6 => "{"
            + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Text(random) + ":" + Value(random, depth + 1)))
            + "}",
        _ => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))) + "]",
    };

    private static string Text(Random random)
    {
        string[] parts =
        [
            "a",
            " ",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "'",
            "“",
            "\\\"",
            "\\\\",
            "\\n",
            "\\u0001",
            "/",
            "//",
            "#",
            "...",
            "é",
            "😀",
            "`",
            "+",
            "1",
        ];
        return new StringBuilder().Append('"').AppendJoin("", random.GetItems(parts, random.Next(8))).Append('"').ToString();
    }
}
