using Miner.Application.ModelOutput;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>No input costs more than linear time, or the stack.</summary>
public sealed class TolerantJsonCostTests
{
    private const int Size = 8_000;

    // Twice what the worst of the inputs below was seen to take.
    private const int MostLooksPerCharacter = 600;

    private static readonly string[] Beginnings = ["", "{\"a\":\"", "[\"", "[[{\"a\":[", "{\"a\": [1, \"b\", "];

    private static readonly string[] Repeated =
    [
        "\"",
        "\",",
        "\",\"",
        "\"}",
        "\"]",
        "\")",
        "\" \"a\" b",
        "\"\n",
        "\"\n\"",
        "\"/*",
        "\" // ",
        "\"+",
        "\"\"\"",
        "'",
        "“",
        "\\\"",
        "\\",
        "\\u",
        "{",
        "[",
        "{{",
        "[{",
        "{\"a\":",
        "{\"a\":\"",
        "{\"a\":\"{\"b\":",
        "{\"a\":\"b,\"",
        "{\"a\" ",
        "{\"a: ",
        "{a:1}",
        "[]",
        "}",
        "]",
        "(",
        "f(\"",
        "/*",
        "//",
        "// \n",
        "#",
        "[#,",
        "#,",
        "...",
        ",",
        ":",
        " ",
        "a b ",
        "1 ",
        "-",
        "```",
        "{\"a\":```",
        "\"a\":",
        "\"a\" + ",
        "[\"a\" ",
        "{\\\"",
    ];

    private static IEnumerable<string> Patterns() => from beginning in Beginnings from part in Repeated select beginning + "|" + part;

    [TestCaseSource(nameof(Patterns))]
    public void Read_WhenTheInputGrows_LooksAtALinearNumberOfCharacters(string pattern)
    {
        var (small, large) = (Looks(pattern, Size), Looks(pattern, 4 * Size));

        Assert.That(large, Is.LessThanOrEqualTo((6 * small) + Size), "four times the input");
        Assert.That(large, Is.LessThanOrEqualTo((long)MostLooksPerCharacter * 4 * Size));
    }

    [TestCase("[")]
    [TestCase("{\"a\":")]
    [TestCase("{a:[")]
    [TestCase("f({")]
    public void Parse_WhenNestingHasNoEnd_GivesNothing(string opener)
    {
        var text = string.Concat(Enumerable.Repeat(opener, 100_000));

        Assert.That(() => TolerantJson.Parse(text), Throws.Nothing);
        Assert.That(AnswerReader.Read("{\"immediate_response\": " + text)?.ImmediateResponse ?? "", Does.Not.Contain("immediate_response"));
        Assert.That(InsightReader.Read(text).Insights, Is.Empty);
    }

    [Test]
    public void Read_WhenThereAreThoughtsAndOpenersWithoutEnd_StillFindsTheAnswerAfterThem()
    {
        var noise = string.Concat(Enumerable.Repeat("<think>{x} [y]</think> if (a) { b[\"c\"]; } ", 5_000));

        var answer = AnswerReader.Read(noise + """{"immediate_response": "found", "notebook": "n"}""");

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("found"));
    }

    private static long Looks(string pattern, int size)
    {
        var (beginning, part) = (pattern[..pattern.IndexOf('|')], pattern[(pattern.IndexOf('|') + 1)..]);
        var parser = new TolerantParser(beginning + string.Concat(Enumerable.Repeat(part, size / part.Length)));
        parser.Read(0);
        return parser.Work;
    }
}
