using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.ModelOutput;
using Miner.Domain.Components;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>Cut and damaged answers, always the same ones.</summary>
public sealed class AnswerReaderFuzzTests
{
    private const int Seed = 20_260_101;
    private const int MutationsPerText = 400;

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly (string Response, string Notebook)[] Answers =
    [
        ("The answer is 42.", "no update"),
        ("He said \"yes\", then: {\"a\": [1, \"b\"]}, and left.\nNew line, tab\t, \\backslash\\ and C:\\dir\\", "n"),
        ("é 😀 中文 \u2028 “quoted” 'single' `code`", "```python\nprint({'a': \"b\"})\n```"),
        ("```json\n{\"immediate_response\": \"inner\", \"notebook\": \"x\"}\n```", "{\"immediate_response\": \"inner\"}"),
        ("Use <think> and </think>, // comments /* too */ # all ... [1,2,...]", "a\n\n\"\"\"doc\"\"\"\n{[(<>)]}"),
        ("ends with a brace }", "ends with } ] \""),
    ];

    private static readonly Func<string, string>[] Wrappers =
    [
        json => json,
        json => "```json\n" + json + "\n```",
        json => "<think>Perhaps {\"a\": 1}?</think>\nHere it is: " + json + "\nDone.",
    ];

    private static IEnumerable<string> Damageable() => Texts().Select(text => (string)text.Arguments[0]!);

    private static IEnumerable<TestCaseData> Texts() =>
        from answer in Answers
        from options in new[] { JsonSerializerOptions.Default, Relaxed }
        from wrap in Wrappers
        select new TestCaseData(
            wrap(JsonSerializer.Serialize(new { immediate_response = answer.Response, notebook = answer.Notebook }, options)),
            answer.Response);

    [TestCaseSource(nameof(Texts))]
    public void Read_WhenTheTextIsCutAnywhereInTheAnswer_GivesAPrefixOfTheResponse(string text, string response)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var start = Encoding.UTF8.GetByteCount(
            text.AsSpan(0, text.IndexOf("response\":", StringComparison.Ordinal) + "response\":".Length));
        start += bytes.AsSpan(start).IndexOf((byte)'"') + 1;

        for (var length = start; length <= bytes.Length; length++)
        {
            var cut = Encoding.UTF8.GetString(bytes, 0, length).TrimEnd('\uFFFD'); // half a character
            var saved = AnswerReader.Read(cut)?.ImmediateResponse ?? "";

            Assert.That(response.StartsWith(saved, StringComparison.Ordinal), $"cut to {length} bytes: {saved}");
        }
    }

    [TestCaseSource(nameof(Damageable))]
    public void Read_WhenCharactersAreDeletedDoubledOrReplaced_StaysWithinBounds(string text)
    {
        var random = new Random(Seed);
        for (var round = 0; round < MutationsPerText; round++)
        {
            var mutant = Mutate(text, random);

            var output = AnswerReader.Read(mutant);
            var insights = InsightReader.Read(mutant);

            Assert.That(
                (output?.ImmediateResponse.Length ?? 0) + (output?.Notebook.Length ?? 0),
                Is.LessThanOrEqualTo((2 * mutant.Length) + 200),
                mutant);
            Assert.That(insights.Insights, Is.Empty, mutant);
        }
    }

    [Test]
    public void Read_WhenTheTextIsNoise_StaysWithinBounds()
    {
        const string Alphabet = "{}[]()\"\"\"'`:,\\\n/*#.+-e0u \uD83D\uDE00\0immediate_response";
        var random = new Random(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            var noise = new string(random.GetItems<char>(Alphabet, random.Next(60)));

            var output = AnswerReader.Read(noise) ?? new ComponentOutput("", "");

            Assert.That(output.ImmediateResponse.AsSpan().ContainsAny("\0"), Is.False, noise);
            Assert.That(
                Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(output.ImmediateResponse)),
                Is.EqualTo(output.ImmediateResponse),
                noise);
        }
    }

    private static string Mutate(string text, Random random)
    {
        const string Replacements = "{}[]\"'\\,:\n\0x\uD83D";
        var mutant = new StringBuilder(text);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(mutant.Length);
            switch (random.Next(4))
            {
                case 0 when mutant.Length > 1:
                    mutant.Remove(at, 1);
                    break;
                case 1:
                    mutant.Insert(at, mutant[at]);
                    break;
                case 2:
                    mutant[at] = Replacements[random.Next(Replacements.Length)];
                    break;
                case 3:
                    mutant.Length = Math.Max(1, at);
                    break;
            }
        }

        return mutant.ToString();
    }
}
