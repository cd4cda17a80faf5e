using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.ModelOutput;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>However models break or wrap their JSON, what stands in its two strings comes through to the letter.</summary>
[TestFixture]
internal sealed class BrokenWaysTests
{
    private const int Answers = 150;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Words =
    [
        "so", "The answer is 42.", "a, b", "x = {\"k\": 1}", "[1, 2]", "{x}", "\"quoted\"", "'single'", "C:\\dir\\new",
        "// no comment", "# title", "`code`", "50 %", "é", "中文", "😀", "f(x)", "don't", "a: b;", "<b>", "&amp;", "|-", "null",
        "3.5e2", "and so on ...", "\n", "\n\n", "\n- ",
    ];

    private static readonly Dictionary<string, Func<string, string, string>> Ways = new()
    {
        ["sound"] = (r, n) => $"{{\"immediate_response\": {r}, \"notebook\": {n}}}",
        ["a comma too many"] = (r, n) => $"{{\"immediate_response\": {r}, \"notebook\": {n},}}",
        ["no brace at the end"] = (r, n) => $"{{\"immediate_response\": {r}, \"notebook\": {n}",
        ["a brace too many"] = (r, n) => $"{{\"immediate_response\": {r}, \"notebook\": {n}}}}}",
        ["no brace at the start"] = (r, n) => $"\"immediate_response\": {r}, \"notebook\": {n}}}",
        ["no comma between"] = (r, n) => $"{{\"immediate_response\": {r} \"notebook\": {n}}}",
        ["a line between"] = (r, n) => $"{{\n  \"immediate_response\": {r}\n  \"notebook\": {n}\n}}",
        ["names in single quotes"] = (r, n) => $"{{'immediate_response': {r}, 'notebook': {n}}}",
        ["names without quotes"] = (r, n) => $"{{immediate_response: {r}, notebook: {n}}}",
        ["names in other letters"] = (r, n) => $"{{\"immediateResponse\": {r}, \"Notebook\": {n},}}",
        ["the other order"] = (r, n) => $"{{\"notebook\": {n}, \"immediate_response\": {r},}}",
        ["a third field"] = (r, n) => $"{{\"confidence\": 0.9, \"immediate_response\": {r}, \"notebook\": {n}, \"done\": True}}",
        ["two objects"] = (r, n) => $"{{\"immediate_response\": {r}}} {{\"notebook\": {n}}}",
        ["a wrapper"] = (r, n) => $"{{\"output\": {{\"immediate_response\": {r}, \"notebook\": {n}}}}}",
        ["a list"] = (r, n) => $"[{{\"immediate_response\": {r}, \"notebook\": {n}}}]",
        ["a fence"] = (r, n) => $"```json\n{{\"immediate_response\": {r}, \"notebook\": {n}}}\n```",
        ["prose around"] = (r, n) => $"Here it is:\n{{\"immediate_response\": {r}, \"notebook\": {n}}}\nI hope that helps.",
        ["thoughts before"] = (r, n) => $"<think>Perhaps {{\"a\": 1}}?</think>{{\"immediate_response\": {r}, \"notebook\": {n},}}",
        ["comments"] = (r, n) => $"{{ // the answer\n\"immediate_response\": {r}, /* and */ \"notebook\": {n}\n}}",
        ["a string of it"] = (r, n) => JsonSerializer.Serialize($"{{\"immediate_response\": {r}, \"notebook\": {n}}}", Relaxed),
        ["a mark of byte order"] = (r, n) => $"\uFEFF{{\"immediate_response\": {r}, \"notebook\": {n}}}",
        ["blanks of other kinds"] = (r, n) => $"{{\u00A0\"immediate_response\":\u00A0{r},\u200B\"notebook\":\u3000{n}}}",
        ["an end of turn"] = (r, n) => $"{{\"immediate_response\": {r}, \"notebook\": {n}}}<|im_end|>",
        ["entities"] = (r, n) => WebUtility.HtmlEncode($"{{\"immediate_response\": {r}, \"notebook\": {n}}}"),
    };

    private static IEnumerable<string> Names => Ways.Keys;

    [Test]
    public void Read_OfAnyTexts_GivesThemToTheLetter([ValueSource(nameof(Names))] string way)
    {
        var random = new Random(4_711);
        for (var round = 0; round < Answers; round++)
        {
            var (response, notebook) = (Text(random), Text(random));

            var text = Ways[way](JsonSerializer.Serialize(response, Relaxed), JsonSerializer.Serialize(notebook, Relaxed));

            var answer = AnswerReader.Read(text);
            Assert.That((answer?.ImmediateResponse, answer?.Notebook), Is.EqualTo((response, notebook)), text);
        }
    }

    /// <summary>Raw line breaks, as models write them in strings.</summary>
    [Test]
    public void Read_OfTextsWithRawLineBreaks_GivesThemToTheLetter()
    {
        var random = new Random(815);
        for (var round = 0; round < Answers; round++)
        {
            var (response, notebook) = (Text(random), Text(random));
            var text = Ways["sound"](Raw(response), Raw(notebook));

            var answer = AnswerReader.Read(text);

            Assert.That((answer?.ImmediateResponse, answer?.Notebook), Is.EqualTo((response, notebook)), text);
        }

        static string Raw(string value) =>
            $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>One to eight words with blanks between; the first and the last are no blanks.</summary>
    private static string Text(Random random)
    {
        var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Words[random.Next(Words.Length)])).Trim();
        return text.Length > 0 ? text : "so";
    }
}
