using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Answers.Extraction;

/// <summary>Which of several answers in a reply is the one that it ends up with.</summary>
internal sealed class LastWordTests
{
    [TestCase(@"The expectation is \boxed{\langle H\rangle \ll \Delta E}. **Answer: D**", "D")]
    [TestCase(@"The value is \boxed{72}, so it is the last. **Answer: D**", "D")]
    [TestCase("We find \\boxed{\\frac13}. No, wait.\n**Answer:** $\\frac12$", @"\frac12")]
    [TestCase("\\boxed{4}\nAnswer: 3 km", "3 km")]
    [TestCase("\\boxed{4}\nAnswer: no solution", "no solution")]
    [TestCase("\\boxed{4}\n#### 5", "5")]
    [TestCase("\\boxed{4}\nFinal Answer: (B) 5", "(B) 5")]
    public void Extract_WhenAnAnswerIsAnnouncedBehindABox_GivesIt(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, "")?.Text, Is.EqualTo(expected));

    [TestCase("\\boxed{72}\nThe answer is obtained by adding 3.")]
    [TestCase(@"\boxed{72}. The answer is 12 when rounded down")]
    [TestCase(@"\boxed{72}. Note that the answer is not 70.")]
    [TestCase("\\boxed{72}\nThe answer is correct.")]
    [TestCase("\\boxed{72}\nThe answer is at least 5")]
    [TestCase("**Answer:** \\boxed{72}\n\nI hope that this answer is what you want.")]
    [TestCase(@"Answer: 5. No: \boxed{72}")]
    public void Extract_WhenTheTextBehindABoxOnlySpeaksOfTheAnswer_GivesTheBox(string text) =>
        Assert.That(FinalAnswer.Extract(text, "")?.Text, Is.EqualTo("72"));

    [TestCase("#### 18\n\nQuestion: A man has 5 apples.\nAnswer: 7")]
    [TestCase("The answer is 18.\n\nQ: Another one?\nA: 7")]
    [TestCase("The answer is 18.\n\n**Question 2:** Another one?\nThe answer is 7")]
    [TestCase("So \\boxed{18}.\n\n### Problem 2:\nWhat is 3 + 4?\n\\boxed{7}")]
    [TestCase("A: 18\nHuman: and now?\nA: 7")]
    [TestCase("答案：18\n\n问题：再来一个？\n答案：7")]
    public void Extract_WhenTheModelAsksItselfAnotherQuestion_GivesTheAnswerToTheFirst(string text) =>
        Assert.That(FinalAnswer.Extract(text, "")?.Text, Is.EqualTo("18"));

    [TestCase("Question 1: one?\nAnswer: 7\nQuestion 2: two?\nAnswer: 18")]
    [TestCase("Question: what is 9 + 9?\nAnswer: 18")]
    [TestCase("We need the total.\nQuestion: what is 9 + 9?\nThe answer is 18")]
    public void Extract_WhenAQuestionComesBeforeTheFirstAnswer_GivesTheLast(string text) =>
        Assert.That(FinalAnswer.Extract(text, "")?.Text, Is.EqualTo("18"));

    [TestCase("The total is $29.00.", "$29.00")]
    [TestCase("In all there were 29 of them.", null)]
    [TestCase("The height of the tower was 330 m.", "330 m")]
    [TestCase("It costs $5.50", "$5.50")]
    [TestCase("Everything together costs $5.50.", "$5.50")]
    [TestCase("The year was 1999. It is 5.", null)]
    [TestCase("The capital is Paris.", null)]
    public void Extract_OfOneStatement_GivesTheNumberThatItEndsWith(string text, string? expected) =>
        Assert.That(FinalAnswer.Extract(text, "Who?")?.Text, Is.EqualTo(expected));

    [TestCase("The minimum value is -3, attained at x = 2.", "-3")]
    [TestCase("The maximum is 9 when $x = 3$.", "9")]
    [TestCase("$f$ has its largest value $9$ at $x = 3$.", "9")]
    [TestCase("It is largest when x = 3.", "3")]
    [TestCase("The two numbers are 6 and 7.", "6 and 7")]
    [TestCase("So its roots are -1, 2.5, and 7", "-1, 2.5, and 7")]
    [TestCase("Hence, option (C) is correct.", "C")]
    [TestCase("(A) and (B) fail. I choose D.", "D")]
    public void Extract_OfASentence_GivesWhatItIsAbout(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, "What is 2 + 3?")?.Text, Is.EqualTo(expected));

    [TestCase("La respuesta correcta es la B.", "B")]
    [TestCase("Logo, a resposta correta é a alternativa C.", "(C)")]
    [TestCase("正确答案是选项B。", "\\boxed{B}")]
    [TestCase("The correct answer is **B: 12**", "B")]
    [TestCase("The correct answer is **B: 12**", "(B) 12")]
    public void Extract_OfAChoiceInAnyWords_IsItsLetter(string text, string letter) =>
        Equality.AnswerAssert.Equivalent(text, letter, true);

    [TestCase("Answer: m+n = 256+37 = 293", "293", true)]
    [TestCase("Answer: m+n = 256+37 = 293", "256", false)]
    [TestCase("Answer: m+n = 256+37 = 293", "37", false)]
    [TestCase(@"\boxed{m+n=256+37=293}", "m+n=293", true)]
    [TestCase("$x^2+y^2=3^2=9$", "$x^2+y^2=9$", true)]
    [TestCase("$x^2+y^2=3^2=9$", "$x^2+y^2=3$", false)]
    [TestCase("$2a + 1 = 2(3) + 1 = 7$", "7", true)]
    [TestCase("$x + y = 0$", "0", false, Description = "no chain: an equation")]
    [TestCase("$a = b = 5$", "5", true)]
    public void Extract_OfAChain_GivesWhatItComesTo(string chain, string other, bool expected) =>
        Equality.AnswerAssert.Equivalent(chain, other, expected);

    [TestCase(@"\boxed{no solution}", "The answer is no solution.")]
    [TestCase(@"\boxed{no}", "No")]
    [TestCase(@"\boxed{Yes}", "Yes")]
    [TestCase(@"\boxed{\text{Yes}}", "The answer is yes.")]
    [TestCase(@"\boxed{does not exist}", "DNE")]
    [TestCase(@"\boxed{New York}", "New York")]
    [TestCase(@"\boxed{infinitely many}", "There are infinitely many solutions.")]
    [TestCase("infinitely many", "an infinite number of solutions")]
    [TestCase("There are an infinite number of solutions.", "The equation has infinitely many solutions.")]
    public void Equivalent_OfWordsInABox_AreTheWords(string left, string right) =>
        Equality.AnswerAssert.Equivalent(left, right, expected: true);

    [TestCase(@"\boxed{x y}", "$yx$", true)]
    [TestCase(@"\boxed{x and y}", @"\boxed{y and x}", true)]
    [TestCase(@"\boxed{no solution}", @"\boxed{no real solution}", false)]
    [TestCase(@"\boxed{Yes}", @"\boxed{No}", false)]
    [TestCase("infinitely many", "infinity", false)]
    [TestCase("infinitely many", "no solution", false)]
    public void Equivalent_OfOtherWordsAndLetters_StaysAsItIs(string left, string right, bool expected) =>
        Equality.AnswerAssert.Equivalent(left, right, expected);

    [TestCase("1 + 1 = 3. ")]
    [TestCase("$\\frac{1}{2}=1$ ")]
    [TestCase("((((1+1=")]
    [TestCase("1=")]
    [TestCase("\nQuestion: 1\nA: 2")]
    [TestCase("answer ")]
    [TestCase("9 when x = ")]
    [TestCase("US$5 ")]
    [TestCase("USD 5 ")]
    [TestCase("5' ")]
    [TestCase("5 m 3 in ")]
    [TestCase("一共3万")]
    [TestCase("101₂ ")]
    [TestCase("(n)! ")]
    public void Extract_OfALongText_EndsFast(string piece)
    {
        var text = Equality.AnswerAssert.Repeat(piece, 1_000_000 / piece.Length) + " 7";
        _ = FinalAnswer.Extract(piece, "");
        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(500), () => FinalAnswer.Extract(text, "How many?"));
    }
}
