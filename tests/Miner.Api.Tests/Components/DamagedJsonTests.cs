using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Both fields of an answer reach the caller, however its JSON is damaged.</summary>
[TestFixture]
internal sealed class DamagedJsonTests : MinerFixture
{
    [TestCase("""{"immediate_response": "The answer is 42."}, "notebook": "# Title"}""")]
    [TestCase("""{"immediate_response": "The answer is 42.", "notebook: "# Title"}""")]
    [TestCase("""{'immediate_response`: “The answer is 42.", \'notebook": # Title'}""")]
    [TestCase("""{&quot;immediate_response&quot;: &quot;The answer is 42.&quot;, &quot;notebook&quot;: &quot;# Title&quot;}""")]
    [TestCase("""[{"immediate_response": "The answer is 42.", "notebook": "# Title"}]},{"immediate_response": "y"}]}""")]
    [TestCase("immediate_response: |\n  The answer is 42.\nnotebook: |\n  # Title\n")]
    public async Task Complete_WhoseModelSendsDamagedJson_GivesBothFields(string content)
    {
        Upstream.Respond = _ => StubAnswer.Content(content);

        var answer = await Http.AskAsync("/complete", Requests.Body("c"));

        Assert.That(
            answer["output"]!.ToJsonString(),
            Is.EqualTo(new JsonObject { ["immediate_response"] = "The answer is 42.", ["notebook"] = "# Title" }.ToJsonString()));
    }

    [Test]
    public async Task Complete_WhoseModelDoesNotDoubleBackslashes_GivesItsFormulas()
    {
        const string Text = """Let $\nu \to \tau$, \(a \ne b\) and \[\frac{1}{2}\].""";
        Upstream.Respond = _ => StubAnswer.Content($$"""{"immediate_response": "{{Text}}", "notebook": "no update"}""");

        Assert.That((await Service.AskAsync("Tell me.")).Text, Is.EqualTo(Text));
    }

    [Test]
    public async Task Complete_WhoseModelSendsBracketsAlone_IsAnError()
    {
        Upstream.Respond = _ => StubAnswer.Content("""{"immediate_response": [[[[""");

        Assert.That((await Service.AskAsync("Tell me.")).Status, Is.EqualTo(502));
    }
}
