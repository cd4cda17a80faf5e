using System.Text.Json;
using Miner.Application.ModelOutput;
using Miner.Domain.Components;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>What may be stored of an answer.</summary>
public sealed class AnswerReaderLimitTests
{
    [TestCase("a")]
    [TestCase("é")]
    [TestCase("😀")]
    public void Read_WhenAFieldIsTooLong_CutsItAtACodePoint(string character)
    {
        var response = Repeat(character, ComponentOutput.MaxImmediateResponse + 1);
        var notebook = Repeat(character, ComponentOutput.MaxNotebook + 1);

        var answer = AnswerReader.Read(JsonSerializer.Serialize(new { immediate_response = response, notebook }));

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(Repeat(character, ComponentOutput.MaxImmediateResponse)));
        Assert.That(answer?.Notebook, Is.EqualTo(Repeat(character, ComponentOutput.MaxNotebook)));
        Assert.That(answer?.Truncated, Is.True);
    }

    [Test]
    public void Read_WhenFieldsAreAsLongAsTheyMayBe_KeepsThemWhole()
    {
        var response = Repeat("😀", ComponentOutput.MaxImmediateResponse);
        var notebook = Repeat("😀", ComponentOutput.MaxNotebook);

        var answer = AnswerReader.Read(JsonSerializer.Serialize(new { immediate_response = response, notebook }));

        Assert.That(answer, Is.EqualTo(new ComponentOutput(response, notebook)));
        Assert.That(answer?.Truncated, Is.False);
    }

    [Test]
    public void Read_WhenPlainTextIsTooLong_CutsIt()
    {
        var answer = AnswerReader.Read(Repeat("😀", ComponentOutput.MaxImmediateResponse + 1));

        Assert.That(answer?.ImmediateResponse, Is.EqualTo(Repeat("😀", ComponentOutput.MaxImmediateResponse)));
        Assert.That(answer?.Truncated, Is.True);
    }

    [Test]
    public void Read_WhenIndentationMakesTheNotebookHuge_WritesNoMoreThanIsKept()
    {
        const int Depth = 400;
        var deep = Repeat("[", Depth) + string.Join(',', Enumerable.Repeat("1", 100_000)) + Repeat("]", Depth);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var answer = AnswerReader.Read($$"""{"immediate_response": "r", "notebook": {{deep}}}""");

        Assert.That(answer?.Notebook, Has.Length.EqualTo(ComponentOutput.MaxNotebook));
        Assert.That(answer?.Truncated, Is.True);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(60_000_000), "the whole would be 160 MB of text");
    }

    // Attributes cannot hold lone surrogates.
    private static readonly string[] Unclean =
    [
        """{"immediate_response": "a\u0000b\ud800c\udc00", "notebook": "\ude00\ud83d\ude00\ud83d"}""",
        """{'immediate_response': 'a\u0000b\ud800c\udc00', 'notebook': '\ude00\ud83d\ude00\ud83d'}""",
        "{\"immediate_response\": \"a\0b\uD800c\uDC00\", \"notebook\": \"\uDE00\uD83D\uDE00\uD83D\"}",
    ];

    [TestCaseSource(nameof(Unclean))]
    public void Read_WhenThereAreNulsAndLoneSurrogates_ReplacesThem(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer?.ImmediateResponse, Is.EqualTo("a\uFFFDb\uFFFDc\uFFFD"));
        Assert.That(answer?.Notebook, Is.EqualTo("\uFFFD😀\uFFFD"));
    }

    [Test]
    public void Read_WhenTheNotebookIsJsonWithLoneSurrogates_ReplacesThemInNamesToo()
    {
        var answer = AnswerReader.Read("""{"immediate_response": "r", "notebook": {"\ud800": "\u0000\u0001"}}""");

        Assert.That(answer?.Notebook, Is.EqualTo("{\n  \"\uFFFD\": \"\uFFFD\\u0001\"\n}"));
    }

    [TestCase("""{"immediate_response": "cut in the mid""", "cut in the mid", "no update")]
    [TestCase("""{"immediate_response": "done", "notebook": "cut in""", "done", "cut in")]
    [TestCase("""{"immediate_response": "an emoji \ud83d""", "an emoji ", "no update")]
    [TestCase("""{"immediate_response": "an escape \u00""", "an escape ", "no update")]
    [TestCase("""{"immediate_response": "a line\""", "a line", "no update")]
    public void Read_WhenTheModelRanOutOfTokens_KeepsWhatThereIsAndSaysSo(string text, string response, string notebook)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer, Is.EqualTo(new ComponentOutput(response, notebook) { Truncated = true }));
    }

    [TestCase("""{"immediate_response": "done", "notebook": "n""" + "\"")]
    [TestCase("""{"immediate_response": "done", "notebook": "n}""")]
    public void Read_WhenOnlyClosingCharactersAreMissing_IsNotTruncated(string text)
    {
        var answer = AnswerReader.Read(text);

        Assert.That(answer, Is.EqualTo(new ComponentOutput("done", "n")));
        Assert.That(answer?.Truncated, Is.False);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
