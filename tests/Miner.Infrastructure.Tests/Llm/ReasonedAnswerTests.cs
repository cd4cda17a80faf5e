using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class ReasonedAnswerTests
{
    private static readonly AnswerSchema Asked = new("asked", """{"type":"object","required":["response","notebook"]}""");

    [TestCase("""{"response":"a","notebook":"b"}""")]
    [TestCase("""So I say {"response":"a","notebook":"b"} and am done.""")]
    [TestCase("""First {"response":"draft","notebook":"x"}, or better {"response":"a","notebook":"b"}""")]
    [TestCase("""Use f{x}: ```json {"response":"a","notebook":"b"} ```""")]
    public void Find_WhenTheObjectIsAmongThoughts_GivesTheLast(string reasoning) =>
        Assert.That(ReasonedAnswer.Find(reasoning, Asked), Is.EqualTo("""{"response":"a","notebook":"b"}"""));

    [TestCase("""{"notebook":"{x","response":"a"}""")]
    [TestCase("""{"notebook":{"b":[{}]},"response":"a"}""")]
    public void Find_WhenOtherBracesComeBeforeTheMember_GivesTheObject(string reasoning) =>
        Assert.That(ReasonedAnswer.Find(reasoning, Asked), Is.EqualTo(reasoning));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("The answer must have \"response\" and \"notebook\".")]
    [TestCase("""{"response":"a"}""")]
    [TestCase("""{"response":"a","notebook":"cut""")]
    [TestCase("""{"other":1}""")]
    [TestCase("""The form is {"response": "...", "notebook": "…"}.""")]
    [TestCase("""{"a\ud800":1,"response":"a"}""")]
    public void Find_WhenTheThoughtsHoldNoSuchObject_GivesNothing(string? reasoning) =>
        Assert.That(ReasonedAnswer.Find(reasoning, Asked), Is.Null);

    [TestCase(null)]
    [TestCase("{}")]
    [TestCase("""{"required":[]}""")]
    public void Find_WhenNoObjectWasAskedFor_GivesNothing(string? schema) => Assert.That(
        ReasonedAnswer.Find("""{"response":"a"}""", schema is null ? null : new AnswerSchema("asked", schema)),
        Is.Null);

    [TestCase("{")]
    [TestCase("{\"response\":")]
    [TestCase("{\"response\":{\"response\":1},")]
    public void Find_InAMegabyteOfTheSame_TakesLittleTime(string part)
    {
        var reasoning = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => ReasonedAnswer.Find(reasoning, Asked));
    }
}
