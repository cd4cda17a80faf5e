using Miner.Domain.Components;

namespace Miner.Domain.Tests.Components;

[TestFixture]
internal sealed class NotebookTests
{
    [TestCase("print(1)", true)]
    [TestCase("no update to the schema", true)]
    [TestCase("no update", false)]
    [TestCase(" No Update\n", false)]
    [TestCase("No update.", false)]
    [TestCase("no_update", false)]
    [TestCase("`no update`", false)]
    [TestCase("[1, 2]", true)]
    [TestCase("", false)]
    [TestCase(" \n", false)]
    public void IsReal_OfANotebook_TellsTextFromTheLiteral(string notebook, bool expected) =>
        Assert.That(Notebook.IsReal(notebook), Is.EqualTo(expected));

    [TestCase("mine", "mine")]
    [TestCase("no update", "latest")]
    [TestCase("", "latest")]
    public void Resolve_WithPreviousNotebooks_PrefersTheAnswersOwnThenTheLatest(string answered, string expected) =>
        Assert.That(Notebook.Resolve(answered, [Previous("first"), Previous("latest"), Previous("no update")]), Is.EqualTo(expected));

    [Test]
    public void Resolve_WithoutARealOne_IsTheLiteral() =>
        Assert.That(Notebook.Resolve("", [Previous("no update"), Previous(" ")]), Is.EqualTo("no update"));

    private static PreviousOutput Previous(string notebook) => new(new ComponentOutput("response", notebook), "complete");
}
