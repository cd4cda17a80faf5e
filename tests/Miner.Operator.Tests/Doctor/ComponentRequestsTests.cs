using System.Text.Json.Nodes;
using Miner.Domain.Components;
using Miner.Operator.Doctor;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class ComponentRequestsTests
{
    [Test]
    public void For_EachComponent_IsOfTheContractsForm([Values] Component component)
    {
        var request = JsonNode.Parse(ComponentRequests.For(component, "doctor-1"))!;

        Assert.Multiple(() =>
        {
            Assert.That(
                request.AsObject().Select(field => field.Key), Is.EqualTo(new[] { "cid", "task", "input", "previous_outputs" }));
            Assert.That(request["cid"]!.ToString(), Is.EqualTo("doctor-1"));
            Assert.That(request["task"]!.ToString(), Has.Length.InRange(1, 1_000));
            Assert.That(request["input"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(request["input"]![0]!["user_query"]!.ToString(), Is.Not.Empty);
        });
    }

    [TestCase(Component.Refine)]
    [TestCase(Component.Feedback)]
    [TestCase(Component.Summary)]
    [TestCase(Component.Aggregate)]
    public void For_AComponentThatWorksOnEarlierAnswers_BringsTwoThatAgree(Component component)
    {
        var earlier = JsonNode.Parse(ComponentRequests.For(component, "c"))!["previous_outputs"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(earlier, Has.Count.EqualTo(2));
            Assert.That(earlier.Select(output => output!["component"]!.ToString()), Is.All.EqualTo("complete"));
            Assert.That(earlier.Select(output => output!["output"]!["notebook"]!.ToString()), Is.All.EqualTo("42"));
            Assert.That(earlier.Select(output => output!["output"]!["immediate_response"]!.ToString()), Is.All.Contain("42"));
            Assert.That(earlier.Select(output => output!["input"]![0]!["user_query"]!.ToString()), Is.All.Not.Empty);
        });
    }

    [TestCase(Component.Complete)]
    [TestCase(Component.HumanFeedback)]
    [TestCase(Component.InternetSearch)]
    public void For_AnyOtherComponent_BringsNone(Component component) =>
        Assert.That(JsonNode.Parse(ComponentRequests.For(component, "c"))!["previous_outputs"]!.AsArray(), Is.Empty);

    [Test]
    public void For_AnUnknownComponent_IsNoRequest() =>
        Assert.That(() => ComponentRequests.For((Component)99, "c"), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void For_AnIdWithQuotes_IsStillJson() =>
        Assert.That(JsonNode.Parse(ComponentRequests.For(Component.Complete, "a\"b\\c"))!["cid"]!.ToString(), Is.EqualTo("a\"b\\c"));
}
