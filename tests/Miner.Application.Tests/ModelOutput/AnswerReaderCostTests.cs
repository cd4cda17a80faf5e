using Miner.Application.ModelOutput;
using Miner.Testing;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>A model's text, at most a megabyte, is read in less than half a second whatever it holds.</summary>
public sealed class AnswerReaderCostTests
{
    private const int Size = 1_000_000;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(0.5);

    private static readonly (string Before, string After)[] Frames =
    [
        ("", ""),
        ("{\"immediate_response\": \"", "\", \"notebook\": \"n\"}"),
    ];

    private static readonly string[] Repeated =
    [
        "<think>",
        "</think>",
        "<think></think>",
        "<think>{",
        "</think>{\"immediate_response\":",
        "[THINK] {\"immediate_response\":",
        "<think ",
        "<think a=",
        "<think a a a a ",
        "a <think> b ",
        "a </think> b ",
        "\"<think>\" ",
        "` <think>",
        "```\n<think>\n",
        "<think>x\n```\n</think>",
        "```\n</think>\n",
        "<reasoning><think>",
        "<|channel|>analysis<|message|>",
        "<|channel|>final<|message|>",
        "<|end|>",
        "<|im_end|>",
        "<|im_end|><|im_start|>",
        "`<|im_end|><|im_start|>` ",
        "</s>",
        "<s></s>",
        ".assistantfinalA",
        "assistantanalysis",
        "<channel|><|channel>thought",
        "\n <thought>",
        "[",
        "<|",
        "<a:",
        "\"notebook\": ",
        "{\"immediate_response\": ",
        "{immediate_response: a, notebook: b, ",
        ", notebook: \"",
        "\"notebook\": }",
        "\", \"notebook\": \"",
        "{\"immediate_response\": [",
        "&quot;notebook&quot;:",
        "immediate_response: |\n notebook: |\n",
        "immediate_\\n",
        "{",
        "}",
        "} ",
        "$",
        "$a",
        "$ $a ",
        "$a\\nu$ ",
        "\\(",
        "\\\\( \\nu \\\\)",
        "\\begin{",
        "\\f",
        "\\nu ",
        "\\\"",
    ];

    private static IEnumerable<TestCaseData> Patterns() =>
        from frame in Frames from part in Repeated select new TestCaseData(frame.Before, part, frame.After);

    [OneTimeSetUp]
    public void CompilePatterns() => AnswerReader.Read("<think>a</think>{'immediate_response': 'b', 'notebook': 'c'}");

    [TestCaseSource(nameof(Patterns))]
    public void Read_WhenATextIsHostile_EndsInTime(string before, string part, string after)
    {
        var text = before + string.Concat(Enumerable.Repeat(part, Size / part.Length)) + after;

        CpuTime.EnsureLess(Most, () => AnswerReader.Read(text), runs: 12);
    }
}
