using Miner.Mathematics.Answers;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Numbers that mean something else together with the words or marks around them.</summary>
internal sealed class QualifiedNumbersTests
{
    [TestCase("2 hours 30 minutes", "1 hour 30 minutes")]
    [TestCase("2 hours 30 minutes", "30 minutes")]
    [TestCase("2 h 30 min", "30 min")]
    [TestCase("The answer is 2 hours 30 minutes.", "The answer is 1 hour 30 minutes.")]
    [TestCase("It takes 2 hours and 30 minutes.", "It takes 1 hour and 30 minutes.")]
    [TestCase("5 ft 3 in", "3 in")]
    [TestCase("5 kg 300 g", "300 g")]
    [TestCase("It costs 3 dollars and 50 cents.", "50 cents")]
    [TestCase("negative 3", "3")]
    [TestCase("minus 3", "3")]
    [TestCase("The answer is negative 3.", "The answer is 3.")]
    [TestCase("So it is minus 3.", "So it is 3.")]
    [TestCase("2020-01-01", "2018")]
    [TestCase("It was on 2020-01-31.", "31")]
    [TestCase("01/02/2020", "1/4040")]
    [TestCase("0.(3)", "3")]
    [TestCase("0.(3)", "0.3")]
    [TestCase("5 remainder 2", "2")]
    [TestCase("5 remainder 2", "4 remainder 2")]
    [TestCase("17 / 3 is 5 with a remainder of 2.", "14 / 3 is 4 with a remainder of 2.")]
    [TestCase("2 R 5", "2 < x < 5")]
    [TestCase("x ∈ 5 R 2", "5 R 2 ∪ (1,2)")]
    [TestCase("12:30 PM", "12:30 AM")]
    [TestCase("It starts at 12:30 p.m.", "It starts at 12:30 a.m.")]
    [TestCase("3:30 pm", "3:03 pm")]
    [TestCase("at least 42", "42")]
    [TestCase("Answer: more than 42", "Answer: 42")]
    [TestCase("The answer is not 42.", "The answer is 42.")]
    [TestCase("3 to 4", "4")]
    [TestCase("between 3 and 4", "4")]
    [TestCase("Answer: from 3 to 5", "5")]
    [TestCase(@"\begin{pmatrix}1&2\\3&4\end{pmatrix}", @"\begin{vmatrix}1&2\\3&4\end{vmatrix}")]
    public void Equivalent_WhenOnlyTheNumberIsTheSame_IsFalse(string left, string right) => AnswerAssert.Equivalent(left, right, false);

    [TestCase("2 hours 30 minutes", "2 hours and 30 minutes")]
    [TestCase("2 hours 30 minutes", "2 hours, 30 minutes")]
    [TestCase("2 hours 30 minutes", "It takes 2 h 30 min.")]
    [TestCase("2 hours 30 minutes", @"\boxed{2\text{ hours }30\text{ minutes}}")]
    [TestCase("5 ft 3 in", "5 feet 3 inches")]
    [TestCase("negative 3", "-3")]
    [TestCase("The answer is negative 3.", "$-3$")]
    [TestCase("The answer is minus $5.", "-5 dollars")]
    [TestCase("It is 10 minus 3, so 7", "7")]
    [TestCase("2020-01-31", "It was on 2020-01-31.")]
    [TestCase("0.(3)", "1/3")]
    [TestCase("0.(142857)", "1/7")]
    [TestCase("5 remainder 2", "5 R 2")]
    [TestCase("5 remainder 2", "It is 5 with a remainder of 2.")]
    [TestCase("5 remainder 2", @"\boxed{5\text{ R }2}")]
    [TestCase("12:30 PM", "12:30 p.m.")]
    [TestCase("12:30 PM", "It starts at 12:30pm.")]
    [TestCase("12:30 PM", "12:30")]
    [TestCase("at least 42", "The answer is at least 42.")]
    [TestCase("He needs at least 42 apples.", "42")]
    [TestCase("3/4/2", "3/8")]
    [TestCase("The sum went from 3 to 5", "5")]
    public void Equivalent_WhenTheSameIsWrittenInTwoWays_IsTrue(string left, string right) => AnswerAssert.Equivalent(left, right, true);

    [TestCase("How long does it take?", "It takes 2 hours and 30 minutes in all.", "2 hours and 30 minutes")]
    [TestCase("What is the value?", "So we get negative 7 in the end.", "negative 7")]
    public void Extract_InProse_TakesTheWholeQuantity(string question, string text, string expected) =>
        Assert.That(FinalAnswer.Extract(text, question)?.Text, Is.EqualTo(expected));
}
