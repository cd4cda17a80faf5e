using System.Text.Json.Nodes;
using Miner.Domain.Components;
using Miner.TestUi.Forms;

namespace Miner.TestUi.Tests.Forms;

[TestFixture]
internal sealed class ComponentChoiceTests
{
    [TestCase("body/cid", "cid")]
    [TestCase("path/cid", "cid")]
    [TestCase("body/task", "task")]
    [TestCase("body/input", "query-0")]
    [TestCase("body/input/2", "query-2")]
    [TestCase("body/input/2/user_query", "query-2")]
    [TestCase("body/previous_outputs", "previous")]
    [TestCase("body/previous_outputs/1/output/notebook", "previous-1")]
    [TestCase("body", null)]
    [TestCase("body/use_playbook", null)]
    [TestCase("query/input/1", null)]
    [TestCase("", null)]
    public void FieldId_OfAPath_IsThatOfTheWorkbenchsElement(string loc, string? id) =>
        Assert.That(ComponentChoice.FieldId(loc.Split('/')), Is.EqualTo(id));

    [Test]
    public void All_OfTheWorkbench_AreTheContractsSevenEachWithAnExample()
    {
        Assert.That(ComponentChoice.All.Select(component => component.Name), Is.EquivalentTo(ComponentNames.All));
        Assert.That(
            ComponentChoice.Following.Select(component => component.Name),
            Is.EquivalentTo(new[] { "feedback", "refine", "summary", "aggregate" }), "those that work on previous outputs");
        var examples = JsonNode.Parse(ComponentChoice.Examples)!.AsObject();
        Assert.That(examples.Select(example => example.Key), Is.EqualTo(ComponentChoice.All.Select(component => component.Name)));
        foreach (var component in ComponentChoice.All)
        {
            var example = examples[component.Name]!;
            Assert.That(
                ((string?)example["label"], (string?)example["task"], (string?)example["query"], example["previous"]!.AsArray().Count),
                Is.EqualTo((component.Label, component.Task, component.Query, component.PreviousOutputs.Count)));
        }
    }
}
