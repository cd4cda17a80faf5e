using Miner.Mathematics.Answers;
using Miner.Mathematics.Language;
using Miner.Mathematics.Tests.Answers.Equality;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Answers that are announced in other languages, with the digits and counting words of their scripts.</summary>
internal sealed class AnswerLanguagesTests
{
    [TestCase("答案：8")]
    [TestCase("答案是8个。")]
    [TestCase("所以答案为：$8$")]
    [TestCase("最终答案\n8")]
    [TestCase("正确答案是 8。")]
    [TestCase("答：8个")]
    [TestCase("故选：8")]
    [TestCase("答え：８個")]
    [TestCase("答えは8です。")]
    [TestCase("정답: 8")]
    [TestCase("정답은 8입니다.")]
    [TestCase("답은 8개입니다.")]
    [TestCase("Respuesta: 8")]
    [TestCase("La respuesta final es: 8")]
    [TestCase("La respuesta es 8.")]
    [TestCase("La réponse est 8.")]
    [TestCase("La réponse finale est 8.")]
    [TestCase("Réponse : 8")]
    [TestCase("Die Antwort ist 8.")]
    [TestCase("Die Antwort lautet: 8")]
    [TestCase("A resposta é 8.")]
    [TestCase("La risposta è 8.")]
    [TestCase("Ответ: 8")]
    [TestCase("Ответ — 8")]
    [TestCase("الجواب: ٨")]
    [TestCase("الجواب هو ٨")]
    [TestCase("الإجابة النهائية: ٨")]
    [TestCase("उत्तर: ८")]
    [TestCase("উত্তর: ৮।")]
    [TestCase("جواب: ۸")]
    [TestCase("Jawabannya adalah 8.")]
    [TestCase("Đáp án: 8")]
    [TestCase("Cevap: 8")]
    [TestCase("Ans: 8")]
    [TestCase("The answer equals 8.")]
    public void Extract_WhenTheAnswerIsAnnounced_GivesIt(string text)
    {
        // Neither the question nor the number of the last line says which it is.
        var reply = $"Step 1. 5 + 3\n{text}\n\nP.S. 99 luftballons.";
        Assert.That(FinalAnswer.Extract(reply, "Who?")!.Equivalent(FinalAnswer.Extract("8")!), Is.True);
    }

    [TestCase("回答这个问题：很难", "很难", Description = "an answer all the same, in words")]
    [TestCase("respuestas: 8", null)]
    [TestCase("Antworten gibt es viele", null)]
    [TestCase("Ответы: 8", null)]
    [TestCase("well-known - 8", null)]
    [TestCase("the answer - as we saw - came late", null)]
    public void Extract_WhenNothingIsAnnounced_IsNot8(string text, string? expected) =>
        Assert.That(FinalAnswer.Extract(text, "Who?")?.Text, Is.Null.Or.EqualTo(expected));

    [TestCase("答案为-5。", "-5")]
    [TestCase("الإجابة: ٣٫٥", "3.5")]
    [TestCase("答案：1，234", "1234")]
    [TestCase("答案：5公里", "5")]
    [TestCase("小明一共有8个苹果", "8")]
    [TestCase("一共是12本书，所以剩下7本", "7")]
    [TestCase("故选C。", "C")]
    [TestCase("答案：B", "B")]
    public void Extract_WhenNumbersTouchWords_ReadsThem(string text, string expected) =>
        AnswerAssert.Equivalent(text, expected, expected: true);

    [TestCase("٣٫٥٪", "3.5%")]
    [TestCase("८९", "89")]
    [TestCase("৮", "8")]
    [TestCase("۱۲", "12")]
    [TestCase("plain", "plain")]
    [TestCase("اب", "اب")]
    public void Latin_OfOtherDigits_AreTheUsualOnes(string text, string expected) =>
        Assert.That(DigitForms.Latin(text), Is.EqualTo(expected));

    [TestCase('中', true)]
    [TestCase('の', true)]
    [TestCase('한', true)]
    [TestCase('ก', true)]
    [TestCase('a', false)]
    [TestCase('я', false)]
    [TestCase('ع', false)]
    [TestCase('1', false)]
    public void HasNoBlanks_OfScripts(char letter, bool expected) => Assert.That(Scripts.HasNoBlanks(letter), Is.EqualTo(expected));
}
