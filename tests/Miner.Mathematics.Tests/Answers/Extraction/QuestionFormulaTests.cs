using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Extraction;

internal sealed class QuestionFormulaTests
{
    [TestCase("What is 6*7?", "42")]
    [TestCase("What is 17*23 + 4?", "395")]
    [TestCase("Calculate: 2^10 - 24.", "1000")]
    [TestCase("Compute (1/2 + 1/3) / 5", "1/6")]
    [TestCase("Evaluate $\\frac{3}{4} + \\frac{1}{4}$.", "1")]
    [TestCase("Find the value of \\(5! - 3\\).", "117")]
    [TestCase("What is the exact value of sqrt(144) + 1?", "13")]
    [TestCase("12 x 12 = ?", "144")]
    [TestCase("Simplify 10/4", "2.5")]
    [TestCase("计算 12 × 12", "144")]
    [TestCase("What is 1.5 * 4?", "6")]
    [TestCase("¿Cuánto es 3 + 4?", "7")]
    public void OfFormula_OfAFormulaAlone_IsItsExactValue(string question, string? value) =>
        Assert.That(FinalAnswer.OfFormula(question)?.Text, Is.EqualTo(value));

    [TestCase("What is 7?", Description = "nothing to compute")]
    [TestCase("What is 2x + 3?")]
    [TestCase("What is 6*7 rounded to the nearest ten?")]
    [TestCase("What is 6*7 in binary?")]
    [TestCase("Solve 2 + 3 = 5")]
    [TestCase("What is 50 + 10%?")]
    [TestCase("What is (-8)^(1/3)?")]
    [TestCase("What is 2024-01-15?")]
    [TestCase("What is 555-1234?")]
    [TestCase("What is 1/0?")]
    [TestCase("What is sin 30°?")]
    [TestCase("What is 9^9^9^9?")]
    [TestCase("A shop sells 3*4 apples. What is 3*4?")]
    [TestCase("What is 3, 4 + 5?")]
    [TestCase("")]
    [TestCase("What is ?")]
    public void OfFormula_OfAnythingElse_IsNone(string question) => Assert.That(FinalAnswer.OfFormula(question), Is.Null);

    [TestCase("1+")]
    [TestCase("(")]
    [TestCase("9^")]
    [TestCase("sqrt")]
    [TestCase("\\frac{")]
    [TestCase(" =")]
    public void OfFormula_OfAHostileQuestion_EndsFast(string piece)
    {
        foreach (var length in (int[])[480, 1_000_000])
        {
            var question = "What is " + string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + "1?";
            CpuTime.EnsureLess(TimeSpan.FromMilliseconds(500), () => FinalAnswer.OfFormula(question));
        }
    }
}
