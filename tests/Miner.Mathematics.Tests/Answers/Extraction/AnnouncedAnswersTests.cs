using Miner.Mathematics.Answers;
using Miner.Mathematics.Answers.Extraction;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Every word that announces an answer or another question, with all that may join it to what follows.</summary>
internal sealed class AnnouncedAnswersTests
{
    private const string Question = "Who?";

    private static IEnumerable<TestCaseData> Words() =>
        AnswerWords.All.Select(word => new TestCaseData(word.Text, word.Verbs).SetArgDisplayNames(word.Text));

    [TestCaseSource(nameof(Words))]
    public void Extract_BehindAWordAndItsVerb_GivesTheAnswer(string word, string[] verbs)
    {
        var blank = Scripts.HasNoBlanks(word[0]) ? "" : " ";
        var capital = char.ToUpperInvariant(word[0]) + word[1..];
        foreach (var reply in verbs.Select(verb => $"So 5 + 3 … {word}{blank}{verb}{blank}42.")
            .Concat([$"{word}: 42", $"**{capital}:** 42", $"### {capital} : $42$", $"{capital}：４２", $"{word} = 42", $"{capital} - 42"]))
        {
            Assert.That(FinalAnswer.Extract($"{reply}\n\nP.S. 7", Question)?.Text, Is.EqualTo("42"), reply);
        }
    }

    [TestCaseSource(nameof(Words))]
    public void Extract_WhereTheWordIsPartOfAnother_AnnouncesNothing(string word, string[] verbs)
    {
        if (Scripts.HasNoBlanks(word[0])) return;
        Assert.That(AnswerMarkers.Find($"ä{word}: 42"), Is.Null);
        foreach (var verb in verbs) Assert.That(AnswerMarkers.Find($"{word} {verb}ä 42"), Is.Null, verb);
    }

    [TestCase("Our answer is therefore 42.")]
    [TestCase("So the final answer is thus: 42.")]
    [TestCase("Final answer → 42")]
    [TestCase("Answer => 42")]
    public void Extract_WhereAWordStandsBetween_GivesTheAnswer(string reply) =>
        Assert.That(FinalAnswer.Extract(reply, Question)?.Text, Is.EqualTo("42"));

    [TestCase("Final Answer")]
    [TestCase("Correct answer")]
    [TestCase("Respuesta final")]
    [TestCase("Resposta correta")]
    [TestCase("Réponse finale")]
    [TestCase("Risposta corretta")]
    [TestCase("Endgültige Antwort")]
    [TestCase("最终答案")]
    [TestCase("最終答案")]
    [TestCase("正确答案")]
    [TestCase("الإجابة النهائية")]
    [TestCase("окончательный ответ")]
    [TestCase("अंतिम उत्तर")]
    [TestCase("최종 답")]
    public void Extract_BehindAHeadingThatSaysFinal_GivesTheAnswer(string heading)
    {
        Assert.That(FinalAnswer.Extract($"5 + 3\n{heading}: 42", Question)?.Text, Is.EqualTo("42"));
        Assert.That(FinalAnswer.Extract($"5 + 3\n**{heading}**: 42\n7", Question)?.Text, Is.EqualTo("42"));
    }

    [TestCase("Question")]
    [TestCase("Next question")]
    [TestCase("Another problem 2")]
    [TestCase("Exercise 3")]
    [TestCase("Q")]
    [TestCase("Human")]
    [TestCase("User")]
    [TestCase("### Instruction")]
    [TestCase("问题")]
    [TestCase("题目 2")]
    [TestCase("問題")]
    [TestCase("질문")]
    [TestCase("Pregunta 2")]
    [TestCase("Frage")]
    [TestCase("Pergunta")]
    [TestCase("Вопрос")]
    [TestCase("Задача 2")]
    [TestCase("سؤال")]
    [TestCase("प्रश्न")]
    [TestCase("Soal")]
    [TestCase("Câu hỏi")]
    public void Extract_BeforeAQuestionThatTheModelAsksItself_GivesTheAnswer(string question) =>
        Assert.That(FinalAnswer.Extract($"Answer: 18\n\n{question}: and now?\nAnswer: 7", Question)?.Text, Is.EqualTo("18"));

    [Test]
    public void Find_OfABox_GivesAnyBalancedContent()
    {
        string[] parts = ["a", "1", " + ", @"\frac{1}{2}", "{b}", @"\{", @"\}", "^{2}", @"\text{ cm }", "{{c}}"];
        foreach (var random in Draws.Of(200))
        {
            var content = string.Concat(random.GetItems(parts, random.Next(1, 8))) + "z";
            var boxed = BoxedAnswers.Find($@"first \boxed{{9}}. Then it is $\boxed{{{content}}}$ then.");
            Assert.That(boxed?.Answer, Is.EqualTo(new ExtractedAnswer(content, IsMath: true).Unwrapped()), content);
        }
    }

    [Test]
    public void Find_OfANumberInProse_GivesItWhole()
    {
        foreach (var random in Draws.Of(300))
        {
            var (small, large) = (random.Next(2, 10), random.Next(1_000, 10_000_000));
            var number = random.Of(
            [
                $"{large}", $"{large:N0}", $"{large:N2}", $"-{small}", $"${large:N2}", $"{small}%", $"{small}/{large}",
                $"{small} 1/{small}",
                $"{small} km/h", $"{small}.5 kg", $"{small}°C", $"€{small}", $"{small}:{large % 50 + 10}", $"{small} pm", $"{small} m²",
                $"({small}, {large})", $"[{small}, {large})", $"May {small}, 1999", $"{small} out of {large}",
                $"{small} hours {large % 60} minutes",
                $"{small} remainder 1", $"{small}.333...", $"10{small % 2}_2", $"minus {small}",
            ]);
            var text = $"In the end it is {number} that we get";
            Assert.That(NumberScanner.Find(text, 0, text.Length).Select(found => found.Answer.Text), Is.EqualTo([number]), number);
        }
    }

    [Test]
    public void Display_OfAnyText_IsOneShortLineThatStaysAsItIs()
    {
        const string alphabet = "ab 1\t\n\r\0\u0085\u2028é🧮\ud800";
        foreach (var random in Draws.Of(300))
        {
            var text = new string(random.GetItems(alphabet.AsSpan(), random.Next(500)));
            var shown = AnswerText.Display(text);
            Assert.That(shown.EnumerateRunes().Count(), Is.AtMost(AnswerText.MaxDisplay));
            Assert.That(shown.Any(char.IsControl), Is.False);
            Assert.That(AnswerText.Display(shown), Is.EqualTo(shown));
        }
    }
}
