using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Api.Tests.Prompts;

/// <summary>
/// The messages that each component sends to a model for one rich request: a playbook, a history, previous outputs with a notebook and
/// several queries. After a change of a prompt that is meant, <c>UPDATE_SNAPSHOTS=1</c> in the environment writes them anew.
/// </summary>
[TestFixture]
internal sealed partial class PromptSnapshotTests : MinerFixture
{
    private const string Insights = """
        {"insights": [
          {"insight_type": "preference", "key": "answer_length", "value": "Short answers.", "operation": "insert", "tags": ["style"]},
          {"insight_type": "fact", "key": "guests", "value": "90 guests are invited.", "operation": "insert", "confidence_score": 1}
        ]}
        """;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [TestCase("complete")]
    [TestCase("refine")]
    [TestCase("feedback")]
    [TestCase("human_feedback")]
    [TestCase("summary")]
    [TestCase("aggregate")]
    public async Task Prompt_OfAComponent_IsThatOfItsSnapshot(string component)
    {
        await FillConversationAsync();

        await Http.AskAsync($"/{component}", Rich());

        Snapshot.AssertIs(component, Shown(Upstream.Requests[^1]));
    }

    [Test]
    public async Task Prompt_AfterAFalseEquation_IsThatOfItsSnapshot()
    {
        await FillConversationAsync();
        Upstream.RespondInTurn(
            StubAnswer.Content(Answer("Twelve tables seat 12 * 8 = 95 guests.")), StubAnswer.Content(Answer("They seat 96 guests.")));

        await Http.AskAsync("/complete", Rich());

        // The last request is the first one's again: a third sample, as the two answers differ.
        Snapshot.AssertIs("complete-recheck", Shown(Upstream.Requests[^2]));
    }

    [Test]
    public async Task Prompt_WhenNoAnswerLeads_IsThatOfItsSnapshot()
    {
        await using var voting = await MinerFactory.StartAsync(("SELF_CONSISTENCY_SAMPLES", "2"));
        voting.Upstream.RespondInTurn(
            StubAnswer.Choices([Answer("12 and 8 make 20. The answer is 20."), Answer("12 times 8. The answer is 96.")]),
            StubAnswer.Content(Answer("The answer is 96.")));

        using var answer = await voting.Http.PostAsync("/complete", Requests.Body("c", "What is 12 times 8?"));

        Snapshot.AssertIs("complete-fusion", Shown(voting.Upstream.Requests[^1]));
    }

    [Test]
    public async Task Prompt_AfterACallOfTheCalculator_IsThatOfItsSnapshot()
    {
        await RestartAsync(("ANSWER_TOOLS", "calculator"));
        await FillConversationAsync();
        Upstream.RespondInTurn(
            StubAnswer.Calls(
                ("calculator", """{"operation": "evaluate", "input": ["90 / 8"]}"""),
                ("calculator", """{"operation": "ceil", "input": ["90 / 8"]}""")),
            StubAnswer.Content(Answer("Twelve tables.")));

        await Http.AskAsync("/complete", Rich());

        var body = Upstream.Requests[^1].Body;
        Snapshot.AssertIs("complete-calculator", $"{Shown(Upstream.Requests[^1])}=== tools\n{body["tools"]!.ToJsonString(Readable)}\n");
    }

    [GeneratedRegex("^Boundary: ([0-9a-f]+)$", RegexOptions.Multiline)]
    private static partial Regex Boundary { get; }

    private async Task FillConversationAsync()
    {
        Upstream.Respond = request => request.RawBody.Contains("insight_type", StringComparison.Ordinal)
            ? StubAnswer.Content(Insights)
            : StubAnswer.Content(Answer("On Saturday, when the market is closed.", "# Plan\n- day: Saturday\n"));
        await Http.AskAsync("/human_feedback", Requests.Body("c", "Keep it short. We invite 90 guests."));
        await Http.AskAsync("/complete", Requests.Body("c", "When should the festival be?"));
    }

    private static JsonObject Rich()
    {
        var body = Requests.Body("c", "Which day suits best, and why?", "Plan the harvest festival");
        body["input"]!.AsArray().Add(new JsonObject { ["user_query"] = "How many tables do we need,\nwith 8 guests at each?" });
        return body.WithPreviousOutputs(
            Requests.PreviousOutput("Saturday suits best, because the market is closed then."),
            Requests.PreviousOutput("Sunday would be quieter, though the band is away.", "# Plan\n- day: Sunday\n- tables: 12\n"),
            Requests.PreviousOutput("I would take Saturday: everybody has time."));
    }

    private static string Answer(string response, string notebook = "no update") =>
        new JsonObject { ["immediate_response"] = response, ["notebook"] = notebook }.ToJsonString();

    /// <summary>Each message under its role, with a fixed word for the code that is drawn for each prompt.</summary>
    private static string Shown(StubRequest request)
    {
        var messages = request.Body["messages"]!.AsArray().Select(message =>
            $"=== {message!["role"]}\n{message["content"]}\n"
            + (message["tool_calls"] is { } calls ? $"{calls.ToJsonString(Readable)}\n" : ""));
        var text = string.Concat(messages);
        return text.Replace(Boundary.Match(text).Groups[1].Value, "BOUNDARY", StringComparison.Ordinal);
    }
}
