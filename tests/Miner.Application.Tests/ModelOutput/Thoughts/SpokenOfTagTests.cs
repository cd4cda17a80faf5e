using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Thoughts;

/// <summary>A text about tags keeps them.</summary>
public sealed class SpokenOfTagTests
{
    private static readonly string[] Texts =
    [
        "Use the <think> tag to open and the </think> tag to close.",
        "Put it between <reasoning> and </reasoning>.",
        "Write `<think>` first.",
        "Write `<think>` first.\nThen comes the answer.",
        "In a span: `a <think>plan all of it</think> b`.",
        "Wrap it in <think>...</think> tags, then answer.",
        "```xml\n<think>hm</think>\n```\nis how it looks.",
        "It looks so:\n\n```\nplan</think>answer\n```",
        "The tags are: <think>, <thought> and <seed:think>.",
        "It is \"<think>\" and \"</think>\".",
        "\"<think>plan it all now</think>\" is the form.",
        "“<reasoning>\nplan\n</reasoning>” is the form.",
        "| tag | meaning |\n|---|---|\n| <think> | opens |\n| </think> | closes |",
        "- <think>: opens\n- </think>: closes",
        "<think> is a tag that reasoning models use.",
        "Reasoning models (<think>, <reasoning>) do so.",
        "In XML, <reason>cold</reason> would be read.",
        "He wrote <thought>like this</thought> in his notes.",
        "The word assistantfinal separates channels.",
        "It ends in \"assistantfinal\".",
        "analysis of the data shows it.",
        "The sequence `<|channel|>analysis<|message|>` opens it.",
        "The assistantanalysis is a word.",
        "<order>\n  <reason>cold</reason>\n</order>",
        "<reason>cold</reason>",
        "<log>\n  <thought>\n    one\n  </thought>\n  <thinking>two</thinking>\n</log>",
        "List<Thought> thoughts = new();",
        "if (a <reason && b> c)",
        "a < think > b",
        "&lt;think&gt;",
        "Models end with `<|im_end|>`",
        "A turn ends with <|im_end|>",
        "It was <s>old</s>",
        "```\nHi<|im_end|>\n<|im_start|>user\n```",
        "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nis the form.",
    ];

    [TestCaseSource(nameof(Texts))]
    public void Read_WhenATextSpeaksOfTags_KeepsThem(string text) =>
        Assert.That(AnswerReader.Read(text)?.ImmediateResponse, Is.EqualTo(text));

    [TestCaseSource(nameof(Texts))]
    public void Read_WhenATextAfterAThoughtSpeaksOfTags_KeepsThem(string text) =>
        Assert.That(AnswerReader.Read($"<think>\nplan\n</think>\n\n{text}")?.ImmediateResponse, Is.EqualTo(text));
}
