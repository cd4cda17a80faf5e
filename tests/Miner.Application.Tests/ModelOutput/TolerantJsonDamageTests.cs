using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Documents drawn at random, each written in one of the wrong ways that models have: what was meant is known.</summary>
[TestFixture]
internal sealed class TolerantJsonDamageTests
{
    private const int Documents = 300;

    private static readonly string[] Words = ["yes and no", "a", "two words", "x1", "été", "短い", "😀", "under_score", "1st", ""];

    /// <param name="Quote">Around names and texts.</param>
    /// <param name="NameQuote">Around names.</param>
    /// <param name="Separator">Between members and items.</param>
    /// <param name="Last">Behind the last of them.</param>
    /// <param name="Around">Between all parts.</param>
    private sealed record Style(
        (string Open, string Close) Quote,
        (string Open, string Close) NameQuote,
        string Separator = ",",
        string Last = "",
        string Around = "",
        string Colon = ":",
        string True = "true",
        string False = "false",
        string Null = "null");

    private static readonly (string Open, string Close) Double = ("\"", "\"");
    private static readonly Style Strict = new(Double, Double);

    private static IEnumerable<TestCaseData> Damages()
    {
        yield return Case("trailing commas", Strict with { Last = "," });
        yield return Case("doubled commas", Strict with { Separator = ",," });
        yield return Case("full-width commas and colons", Strict with { Separator = "，", Colon = "：" });
        yield return Case("single quotes", Strict with { Quote = ("'", "'"), NameQuote = ("'", "'") });
        yield return Case("typographic quotes", Strict with { Quote = ("“", "”"), NameQuote = ("“", "”") });
        yield return Case("backticks", Strict with { Quote = ("`", "`") });
        yield return Case("names without quotes", Strict with { NameQuote = ("", "") });
        yield return Case("equals signs", Strict with { Colon = " = " });
        yield return Case("Python's words", Strict with { True = "True", False = "False", Null = "None" });
        yield return Case("JavaScript's undefined", Strict with { Null = "undefined" });
        yield return Case("comments in blocks", Strict with { Around = " /* so, \"it\" is: */ " });
        yield return Case("comments to the line's end", Strict with { Around = " // {this, \"too\": 1}\n" });
        yield return Case("invisible characters", Strict with { Around = "\u200B\uFEFF\u00A0" });
        yield return Case("a line for each instead of commas", Strict with { Separator = "\n" });
    }

    [TestCaseSource(nameof(Damages))]
    public void Parse_OfAWrongWayToWriteJson_ReadsWhatWasMeant(object style) =>
        AssertReads(value => Write(value, (Style)style));

    [TestCase("```json\n{0}\n```")]
    [TestCase("```\n{0}")]
    [TestCase("Here is what you asked for:\n\n{0}")]
    [TestCase("<answer>{0}</answer>")]
    [TestCase("{0}\n\nI hope that this helps!")]
    [TestCase("\uFEFF  {0};")]
    public void Parse_OfADocumentWithSomethingAround_ReadsTheDocument(string frame) =>
        AssertReads(value => frame.Replace("{0}", Write(value, Strict), StringComparison.Ordinal));

    [Test]
    public void Parse_WithoutTheClosersAtTheEnd_ClosesAll() => AssertReads(value => Write(value, Strict).TrimEnd('}', ']'));

    [Test]
    public void Parse_WithAWrongCloserAtTheEnd_TakesItForTheRightOne() => AssertReads(value => Write(value, Strict)[..^1] + "]");

    [Test]
    public void Parse_OfADocumentInAString_ReadsItAsADocument() =>
        AssertReads(value => Write(value, Strict).Replace("\"", "\\\"", StringComparison.Ordinal));

    private static void AssertReads(Func<JsonNode, string> write)
    {
        var random = new Random(20_261_123);
        for (var document = 0; document < Documents; document++)
        {
            var meant = Object(random, depth: 0);
            var text = write(meant);

            var read = TolerantJson.Parse(text) is { } tree ? JsonTreeWriter.Write(tree, indented: false, enough: 1_000_000) : "null";

            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(read), meant), Is.True, $"{text}\nwas read as {read}");
        }
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth < 3 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1_000, 1_000),
        3 => random.Next(1, 1_000) / 8m,
        4 => Words[random.Next(Words.Length)],
        5 => Object(random, depth + 1),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, depth + 1))]),
    };

    private static JsonObject Object(Random random, int depth) => new(Enumerable.Range(0, random.Next(1, 4))
        .Select(number => KeyValuePair.Create($"name_{number}", Value(random, depth + 1))));

    private static string Write(JsonNode? value, Style style)
    {
        var text = new StringBuilder();
        Write(value, style, text);
        return text.ToString();
    }

    private static void Write(JsonNode? value, Style style, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject members:
                WriteAll('{', members, '}', style, text, member =>
                {
                    text.Append(style.NameQuote.Open).Append(member.Key).Append(style.NameQuote.Close).Append(style.Colon);
                    Write(member.Value, style, text);
                });
                break;
            case JsonArray items:
                WriteAll('[', items, ']', style, text, item => Write(item, style, text));
                break;
            case JsonValue scalar when scalar.TryGetValue<string>(out var word):
                text.Append(style.Quote.Open).Append(word).Append(style.Quote.Close);
                break;
            case JsonValue scalar when scalar.TryGetValue<bool>(out var truth):
                text.Append(truth ? style.True : style.False);
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value?.ToJsonString() ?? style.Null}");
                break;
        }
    }

    private static void WriteAll<T>(char opener, IEnumerable<T> parts, char closer, Style style, StringBuilder text, Action<T> write)
    {
        text.Append(opener).Append(style.Around);
        foreach (var (index, part) in parts.Index())
        {
            if (index > 0) text.Append(style.Separator).Append(style.Around);
            write(part);
            text.Append(style.Around);
        }

        text.Append(style.Last).Append(closer);
    }

    private static TestCaseData Case(string name, Style style) => new TestCaseData(style).SetArgDisplayNames(name);
}
