using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Answers that say that there is nothing.</summary>
internal sealed class EmptyAnswersTests
{
    [TestCase("no solution", "No solutions.")]
    [TestCase("no solution", "There is no solution.")]
    [TestCase("There are no solutions.", @"\boxed{\text{no solution}}")]
    [TestCase("The answer is that there are no solutions.", "no solution")]
    [TestCase("The equation has no solution.", "no solutions")]
    [TestCase("no solution", @"$\emptyset$")]
    [TestCase("no solution", "$x = \\emptyset$")]
    [TestCase("no real solutions", "No real solution.")]
    [TestCase("no real solution", "There are no real solutions.")]
    [TestCase("no real roots", "no real solutions")]
    [TestCase("no integer solutions", "no integer solution")]
    [TestCase("DNE", "does not exist")]
    [TestCase(@"\boxed{\text{DNE}}", "The limit does not exist.")]
    [TestCase("Does not exist.", @"$\text{does not exist}$")]
    public void Equivalent_WhenBothSayTheSameOfNothing_IsTrue(string left, string right) => AnswerAssert.Equivalent(left, right, true);

    [TestCase("no solution", "no real solution")]
    [TestCase("no integer solutions", "no real solutions")]
    [TestCase("no solution", "0")]
    [TestCase("no solution", "one solution")]
    [TestCase("no solution", "infinitely many solutions")]
    [TestCase("no solution", "does not exist")]
    [TestCase("no real solutions", @"$\emptyset$")]
    [TestCase("DNE", "undefined")]
    [TestCase("DNE", "exists")]
    [TestCase("DNE", "0")]
    public void Equivalent_WhenSomethingElseIsSaid_IsFalse(string left, string right) => AnswerAssert.Equivalent(left, right, false);

    [TestCase("There are no solutions in which x is 0.", "0")]
    [TestCase("The first equation has no solution. The second has 3.", "3")]
    public void Extract_WhenTheSentenceGoesOn_TakesTheNumber(string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text)?.Text, Is.EqualTo(expected));
}
