using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class AnswerGradeTests
{
    [TestCase("42", "6 * 7 = 42", true)]
    [TestCase("42", "The answer is 42.0.", true)]
    [TestCase("42", "The answer is 24.", false)]
    [TestCase("1/2", "So it is \\boxed{0.5}.", true)]
    [TestCase("undefined", "Nothing can be divided by zero.\nThe answer is undefined.", true)]
    [TestCase("undefined", "The answer is 0.", false)]
    [TestCase("She has 6 bags of 7.\n#### 42", "She has **42** clips.", true)]
    [TestCase("42", "", false)]
    public void Of_AReply_ComparesItsFinalAnswer(string answer, string reply, bool right)
    {
        var grade = AnswerGrade.Of(new Problem("all", "How many are 6 * 7?", answer), reply);

        Assert.That(grade.IsRight, Is.EqualTo(right));
        Assert.That(grade.Accuracy, Is.EqualTo(right ? 100 : 0));
    }

    [Test]
    public void Of_AReplyWithoutAnAnswer_GivesNone() =>
        Assert.That(
            AnswerGrade.Of(new Problem("all", "What is 6*7?", "42"), "I cannot help with that."),
            Is.EqualTo(new AnswerGrade(false, null) { Cause = WrongAnswerCause.NoFinalAnswer }));
}
