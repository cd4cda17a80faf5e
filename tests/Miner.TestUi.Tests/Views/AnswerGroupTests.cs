using Miner.Client;
using Miner.TestUi.Calls;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

[TestFixture]
internal sealed class AnswerGroupTests
{
    [Test]
    public void Of_RepliesThatAgreeInPart_GroupsWhatIsTheSame()
    {
        var groups = AnswerGroup.Of(
        [
            Reply("The answer is 0.5."), Reply("The answer is 7."), Reply(@"So \boxed{\frac{1}{2}}."),
            Reply("I cannot tell you that, sorry. Ask me again later, maybe then."), Reply("The answer is 1/2."),
            new Reply<ComponentResponse>(Value: null, new Failure("Down", ""), Exchange: null),
        ]);

        Assert.That(groups.Select(group => group.Replies.Count), Is.EqualTo(new[] { 3, 1, 1 }));
        Assert.That(groups[0].Answer!.Text, Is.EqualTo("0.5"));
    }

    private static Reply<ComponentResponse> Reply(string text) => new(
        new ComponentResponse
        {
            Cid = "c",
            Task = "",
            Input = [],
            Output = new OutputItem { ImmediateResponse = text, Notebook = "no update" },
            Component = "complete",
        },
        Failure: null,
        Exchange: null);
}
