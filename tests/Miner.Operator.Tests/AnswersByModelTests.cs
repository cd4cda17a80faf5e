namespace Miner.Operator.Tests;

[TestFixture]
internal sealed class AnswersByModelTests
{
    [Test]
    public void Count_OfAnswersByDifferentModels_BeginsWithTheMost()
    {
        var counted = AnswersByModel.Count(["b", null, "c", "b", "a"]);

        Assert.That(
            counted,
            Is.EqualTo(new AnswersByModel[] { new("b", 2), new(null, 1), new("a", 1), new("c", 1) }));
    }

    [Test]
    public void Count_OfNoAnswer_IsEmpty() => Assert.That(AnswersByModel.Count([]), Is.Empty);

    [Test]
    public void List_OfAFewModels_NamesThemAll() =>
        Assert.That(AnswersByModel.List([new("gpt-4o-mini", 28), new(null, 2)]), Is.EqualTo("gpt-4o-mini 28, a model that is not named 2"));

    [Test]
    public void List_OfAnswersThatAllNameAnother_StaysShort()
    {
        var models = AnswersByModel.Count(Enumerable.Range(0, 100_000).Select(number => $"model-{number}"));

        Assert.That(AnswersByModel.List(models), Has.Length.LessThan(200).And.EndsWith("and 99992 models more"));
    }
}
