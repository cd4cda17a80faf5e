namespace Miner.Api.Tests.Components;

/// <summary>Answers that people reported as misread by graders, each in a vote with another and with a third that differs.</summary>
[TestFixture]
internal sealed class ReportedAnswersTests : SharedMinerFixture
{
    [TestCase(@"\boxed{\frac{x^2}{4}+\frac{y^2}{3}=1}", @"\boxed{\frac{x^2}{16}+\frac{y^2}{12}=1}", false)]
    [TestCase("72", "The answer is 72, in total.", true)]
    [TestCase(@"\boxed{016}", @"\boxed{16}", true)]
    [TestCase(@"\boxed{52_8}", @"\boxed{528}", false)]
    [TestCase(@"11,\!111,\!111,\!100", "11111111100", true)]
    [TestCase("293", "Answer: m+n = 256+37 = 293", true)]
    [TestCase("256", "Answer: m+n = 256+37 = 293", false)]
    [TestCase("D", @"The expectation is \boxed{\langle H\rangle \ll \Delta E}. **Answer: D**", true)]
    [TestCase("5 km", "5000 m", true)]
    [TestCase("5 km", "500 m", false)]
    [TestCase("6 €", "6 $", false)]
    [TestCase("$29.00", "The total is $29.00.", true)]
    [TestCase("29", "The total is $29.00.", true)]
    [TestCase("18", "#### 18\n\nQuestion: A man has 5 apples. How many are left?\n#### 5", true)]
    [TestCase(@"\boxed{no solution}", "The answer is no solution.", true)]
    [TestCase(@"\boxed{Yes}", "Yes", true)]
    [TestCase(@"\boxed{Yes}", "No", false)]
    [TestCase(@"4\sqrt(2)", @"\boxed{4\sqrt{2}}", true)]
    [TestCase(@"28\%", "28 pct", true)]
    [TestCase("infinitely many", "There is an infinite number of solutions.", true)]
    [TestCase("8", "答案：8", true)]
    public async Task Aggregate_OfTwoAndOneThatDiffers_CountsTheTwoAsOneWhereTheyAre(string gold, string prediction, bool equal)
    {
        foreach (var (first, second) in new[] { (gold, prediction), (prediction, gold) })
        {
            var body = Requests.Body("reports", "What is the value?", task: "")
                .WithPreviousOutputs(Requests.PreviousOutput(first), Requests.PreviousOutput(second), Requests.PreviousOutput("7"));
            var answer = await Http.AskAsync("/aggregate", body);

            var consensus = answer["output"]!["immediate_response"]!.ToString().Split('\n')[0];
            Assert.That(consensus, equal ? Does.Contain("(2 of 3 outputs agree)") : Does.Contain("1 of 3 outputs agree"));
        }
    }
}
