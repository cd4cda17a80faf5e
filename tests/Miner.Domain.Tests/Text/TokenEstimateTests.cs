using Miner.Domain.Text;

namespace Miner.Domain.Tests.Text;

[TestFixture]
internal sealed class TokenEstimateTests
{
    [TestCase("", 0)]
    [TestCase("a", 1)]
    [TestCase("abcd", 1)]
    [TestCase("abcd\n", 2)]
    [TestCase("ABCD", 3)]
    [TestCase("1234", 3)]
    [TestCase("äöüß", 3)]
    [TestCase("短い答え", 5)]
    [TestCase("🧮🧮", 6)]
    public void Of_Text_CountsByTheKindsOfItsCharacters(string text, int expected) =>
        Assert.That(TokenEstimate.Of(text), Is.EqualTo(expected));

    // The larger of what OpenAI's cl100k_base and o200k_base make of it.
    [TestCase(
        "Die Antwort soll kurz sein und die Rechenschritte zeigen. Größere Zahlen werden mit Tausenderpunkten geschrieben, "
            + "und am Ende steht das Ergebnis.",
        37)]
    [TestCase(
        "La réponse doit être brève et montrer les étapes du calcul. À la fin, le résultat est répété avec son unité, s'il y en a une.",
        38)]
    [TestCase("Ответ должен быть кратким и показывать шаги вычисления. В конце повторяется результат с единицей измерения.", 41)]
    [TestCase("يجب أن تكون الإجابة قصيرة وأن تظهر خطوات الحساب. في النهاية يتكرر الناتج مع وحدته.", 57)]
    [TestCase("उत्तर छोटा होना चाहिए और गणना के चरण दिखाने चाहिए। अंत में परिणाम दोहराया जाता है।", 84)]
    [TestCase("答案应当简短,并展示计算的步骤。最后重复结果及其单位。火车中午离开车站,行驶三个小时后到达边境。", 54)]
    [TestCase("答えは短く、計算の手順を示してください。最後に結果を単位とともに繰り返します。", 42)]
    [TestCase("답변은 짧아야 하며 계산 단계를 보여야 합니다. 마지막에 결과를 단위와 함께 반복합니다.", 44)]
    [TestCase("PREFERS CONCISE ANSWERS WITH WORKED EXAMPLES. DO NOT USE EMOJI. XQZJ KVWP QQRT", 29)]
    public void Of_Prose_IsNoLessThanATokenizerCounts(string text, int tokens) =>
        Assert.That(TokenEstimate.Of(text), Is.InRange(tokens, 2 * tokens));

    [Test]
    public void Of_ALoneSurrogate_CountsIt() => Assert.That(TokenEstimate.Of("\ud83e"), Is.EqualTo(2));
}
