using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput.Thoughts;

/// <summary>What reasoning models write around their answers, tag by tag.</summary>
public sealed class ThoughtTests
{
    private const string Real = """{"immediate_response": "real", "notebook": "n"}""";
    private const string Draft = """{"immediate_response": "draft", "notebook": "d"}""";

    private static readonly (string Opening, string Closing)[] Pairs =
    [
        ("<think>", "</think>"),
        ("<thinking>", "</thinking>"),
        ("<reasoning>", "</reasoning>"),
        ("<thought>", "</thought>"),
        ("<seed:think>", "</seed:think>"),
        ("<u:think>", "</u:think>"),
        ("<Think type=\"deep\" budget=5>", "</think>"),
        ("<scratchpad hidden>", "</scratchpad >"),
        ("<reasoning_content>", "</reasoning_content>"),
        ("<inner_thoughts>", "</inner_thoughts>"),
        ("<|channel>thought\n", "<channel|>"),
        ("<unused94>thought\n", "<unused95>"),
        ("[THINK]", "[/THINK]"),
        ("◁think▷", "◁/think▷"),
        ("<|begin_of_thought|>", "<|end_of_thought|>"),
        ("<|START_THINKING|>", "<|END_THINKING|>"),
        ("<|channel|>analysis<|message|>", "<|end|>"),
        ("<|start|>assistant<|channel|>analysis<|message|>", "<|end|><|start|>assistant"),
    ];

    private static readonly string[] Harmony =
    [
        "<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Hello there.<|return|>",
        "<|channel|>analysis<|message|>plan <|channel|>final<|message|>Hello there.<|end|>",
        "plan<|end|><|start|>assistant<|channel|>final<|message|>Hello there.",
        "<|channel|>commentary to=functions.f <|constrain|>json<|message|>{\"a\": 1}<|call|><|channel|>final<|message|>Hello there.",
        "analysis<|message|>plan<|end|>Hello there.",
        "final<|message|>Hello there.",
        "analysisWe need to greet.assistantfinalHello there.",
        "analysis we greet assistantcommentary to=f {} assistantfinal\nHello there.",
        "We need to greet.assistantfinalHello there.",
        "assistantanalysisWe need to greet.assistantfinalHello there.",
        "commentaryWe need to greet. assistantfinalHello there.",
    ];

    private static readonly string[] Odd =
    [
        "<think/>Hello there.",
        "plan</reasoning>\nHello there.",
        "Hello there.\n<reasoning>plan</reasoning>",
        "Hello there. <think>Was it right?\nYes.</think>",
        "Hello there.<think>Was it right?",
        "<think>He said \"yes\"</think>Hello there.",
        "<think>The `</think>` or \"</think>\" ends it.</think>Hello there.",
        "<think>a</think> <think>b</think> Hello there.",
        "<think>a <think>b</think>Hello there.",
        "<think>a <think>b</think> c</think>Hello there.",
        "<thinking>a<reflection>b</reflection>c</thinking>Hello there.",
        "<think>a</reasoning>Hello there.",
        "<think>code:\n```\nx\n</think>Hello there.",
        "It begins:\n```\nx</think>Hello there.",
        "<|START_THINKING|>plan<|END_THINKING|><|START_RESPONSE|>Hello there.<|END_RESPONSE|>",
        """{"immediate_response": "<think>plan it</think>Hello there.", "notebook": "no update"}""",
    ];

    private static IEnumerable<string> InPairs() => Pairs.Select(pair => $"{pair.Opening}plan{pair.Closing}Hello there.");

    private static IEnumerable<string> Drafts() => Pairs.SelectMany(pair => new[]
    {
        $"{Real}{pair.Opening}x {Draft}{pair.Closing}",
        $"{Real}\n{pair.Opening}x {Draft}{pair.Closing}\n",
        $"{pair.Opening}{Draft}{pair.Closing}{Real}",
        $"{Real}{pair.Opening}x {Draft}",
        $"{Real.Replace('"', '\'')}{pair.Opening}{Draft}",
        $"{Real.Replace('"', '\'')}\n{pair.Opening}{Draft}{pair.Closing}",
        $"{pair.Opening}{Real}",
        $"{pair.Opening}hm{pair.Closing}\n```json\n{Real}\n```",
    });

    private static readonly string[] DraftsInChannels =
    [
        $"analysisWe say {Draft} assistantfinal{Real}",
        $"{Real}assistantanalysisOr {Draft}",
        $"analysisWe say {Draft}assistantfinal{Real}assistantanalysisOr {Draft}",
        $"<|channel|>analysis<|message|>{Draft}<|end|><|start|>assistant<|channel|>final<|message|>{Real}<|return|>",
        $"<|channel|>final<|message|>{Real}<|end|><|start|>assistant<|channel|>analysis<|message|>{Draft}",
        $"<|start|>assistant<|channel|>final <|constrain|>json<|message|>{Real}",
        $"<|channel|>commentary to=functions.answer <|constrain|>json<|message|>{Real}<|call|>",
    ];

    [TestCaseSource(nameof(InPairs))]
    [TestCaseSource(nameof(Harmony))]
    [TestCaseSource(nameof(Odd))]
    public void Read_WhenThereAreThoughts_TakesThemOff(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("Hello there."));
        Assert.That(answer?.Notebook, Is.EqualTo("no update"));
    }

    [TestCaseSource(nameof(Drafts))]
    [TestCaseSource(nameof(DraftsInChannels))]
    public void Read_WhenAThoughtHoldsADraft_GivesTheAnswer(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("real"));
        Assert.That(answer?.Notebook, Is.EqualTo("n"));
    }

    [TestCase("<reasoning>nothing else")]
    [TestCase("<reasoning>nothing else</reasoning>")]
    [TestCase("<|channel|>analysis<|message|>nothing else")]
    [TestCase("analysisWe need to go on")]
    [TestCase("<think>nothing else</think></s>")]
    [TestCase("<|im_end|>")]
    public void Read_WhenThereAreOnlyThoughts_GivesNull(string text) => Assert.That(AnswerReader.Read(text), Is.Null);

    [Test]
    public void Read_WhenAnUnfinishedThoughtHoldsInsights_PrefersThoseOutsideIt()
    {
        const string item = """[{"insight_type": "fact", "key": "k", "value": "real", "operation": "insert"}]""";
        var draft = item.Replace("real", "draft", StringComparison.Ordinal);

        Assert.That(InsightReader.Read($"{item}\n<reasoning>{draft}").Insights.Single().Value, Is.EqualTo("real"));
        Assert.That(InsightReader.Read($"So:\n<reasoning>{draft}").Insights.Single().Value, Is.EqualTo("draft"));
        Assert.That(InsightReader.Read($"<reasoning>{draft}</reasoning>There is none.").Insights, Is.Empty);
    }
}
