using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;

namespace Miner.Operator.Tests.Evaluation.Scoring;

/// <summary>What an answer is wrong for.</summary>
[TestFixture]
internal sealed class WrongAnswerCauseTests
{
    [TestCase("17 * 23 = 401, so the answer is 401.", WrongAnswerCause.ComputedWrong)]
    [TestCase("17 * 20 = 340\n17 * 3 = 51\nThe answer is 392.", WrongAnswerCause.ComputedWrong)]
    [TestCase("Step 391: I begin.\nThe answer is 392.", WrongAnswerCause.ComputedWrong)]
    [TestCase("I do not know it.", WrongAnswerCause.NoFinalAnswer)]
    [TestCase("", WrongAnswerCause.NoFinalAnswer)]
    [TestCase("The answer is 391.\nHence the answer is 12.", WrongAnswerCause.ReadDifferently)]
    [TestCase("\\boxed{391}\n\nAnother try: \\boxed{400}", WrongAnswerCause.ReadDifferently)]
    public void Of_AReply_TellsWhatItIsWrongFor(string reply, WrongAnswerCause cause) =>
        Assert.That(AnswerGrade.Of(Problem, reply).Cause, Is.EqualTo(cause));

    [TestCase("17 * 20 = 340 and 17 *", WrongAnswerCause.Cut)]
    [TestCase("", WrongAnswerCause.Cut)]
    [TestCase("The answer is 391.\nHence the answer is 12.", WrongAnswerCause.ReadDifferently)]
    [TestCase("It is 391.", null)]
    public void Of_AReplyThatWasCut_SaysSoUnlessItSaidEnough(string reply, WrongAnswerCause? cause) =>
        Assert.That(AnswerGrade.Of(Problem, reply, isCut: true).Cause, Is.EqualTo(cause));

    [Test]
    public void Of_ARightReply_HasNoCause() => Assert.That(AnswerGrade.Of(Problem, "It is 391.").Cause, Is.Null);

    [TestCase(408, WrongAnswerCause.TimedOut)]
    [TestCase(504, WrongAnswerCause.TimedOut)]
    [TestCase(400, WrongAnswerCause.Refused)]
    [TestCase(429, WrongAnswerCause.Refused)]
    [TestCase(503, WrongAnswerCause.Refused)]
    [TestCase(500, WrongAnswerCause.Failed)]
    [TestCase(502, WrongAnswerCause.Failed)]
    [TestCase(200, WrongAnswerCause.Failed)]
    public void OfStatus_OfAnError_TellsWhoWouldNot(int status, WrongAnswerCause cause) =>
        Assert.That(WrongAnswerCauses.OfStatus(status), Is.EqualTo(cause));

    [TestCase(WrongAnswerCause.ComputedWrong, "computed wrong")]
    [TestCase(WrongAnswerCause.NoFinalAnswer, "no final answer")]
    [TestCase(WrongAnswerCause.ReadDifferently, "read differently")]
    [TestCase(WrongAnswerCause.TimedOut, "timed out")]
    [TestCase(WrongAnswerCause.Cut, "cut")]
    [TestCase(WrongAnswerCause.Refused, "refused")]
    public void Title_OfACause_IsInWords(WrongAnswerCause cause, string title) => Assert.That(cause.Title(), Is.EqualTo(title));

    /// <summary>A megabyte of lines, each a candidate, and one line of a megabyte.</summary>
    [TestCase("17 * 23 = 17 * 23\n")]
    [TestCase("17 * 23 = 17 * 23 ")]
    public void Of_ALongReply_TakesNoLongerThanItsEnd(string part)
    {
        var reply = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(5), () => AnswerGrade.Of(Problem, reply));
    }

    private static Operator.Evaluation.Problems.Problem Problem => EvaluationFixture.Problem("What is 17 * 23?", "391");
}
