using Miner.Domain.Components;
using Miner.Domain.Voting;

namespace Miner.Domain.Tests.Voting;

internal sealed class NotebookVoteTests
{
    [Test]
    public void Choose_WhenMostAgree_GivesTheFirstOfThem() =>
        Assert.That(NotebookVote.Choose(["print(2)", "print(1)\n", "print(1)", "no update"]), Is.EqualTo("print(1)\n"));

    [Test]
    public void Choose_WhenTied_GivesWhatCameFirst() =>
        Assert.That(NotebookVote.Choose(["a", "b", "b", "a", "c"]), Is.EqualTo("a"));

    [TestCase("a\nb", "a\r\nb")]
    [TestCase("a\nb", "a  \nb\t")]
    [TestCase("a\nb", "\na\nb\n\n")]
    public void Choose_WhenOnlyBlanksAtEndsDiffer_TakesThemAsOne(string first, string second) =>
        Assert.That(NotebookVote.Choose(["c", first, second]), Is.EqualTo(first));

    [TestCase("if x:\n  y", "if x:\n    y")]
    [TestCase("A", "a")]
    [TestCase("a\nb", "a b")]
    public void Choose_WhenTextsDiffer_KeepsThemApart(string first, string second) =>
        Assert.That(NotebookVote.Choose(["c", first, "c", second]), Is.EqualTo("c"));

    [Test]
    public void Choose_WhenMostSayNoUpdate_StillVotesOnRealOnes() =>
        Assert.That(NotebookVote.Choose(["no update", "No Update ", "", "code"]), Is.EqualTo("code"));

    [Test]
    public void Choose_WhenNoneIsReal_SaysNoUpdate()
    {
        Assert.That(NotebookVote.Choose(["no update", " ", "NO UPDATE"]), Is.EqualTo(Notebook.NoUpdate));
        Assert.That(NotebookVote.Choose([]), Is.EqualTo(Notebook.NoUpdate));
    }
}
