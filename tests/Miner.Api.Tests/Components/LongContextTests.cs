using System.Globalization;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What is left out where a model's context is too short: the oldest of the conversation, then of the previous outputs.</summary>
[TestFixture]
internal sealed class LongContextTests : MinerFixture
{
    private const int AnswerTokens = 300;
    private const int CharactersPerToken = 3;

    private static readonly string Filler = string.Concat(Enumerable.Repeat(" word", 600));

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("MAX_TOKENS", AnswerTokens.ToString(CultureInfo.InvariantCulture)), ("OFFLINE_FALLBACK", "false")];

    [TestCase(500, "second alpha beta gamma")]
    [TestCase(5_000, "alpha beta gamma")]
    [TestCase(8_000, "beta gamma")]
    [TestCase(12_000, "gamma")]
    public async Task Refine_WhenThePromptIsTooLongByAFew_LeavesOutTheOldestFirst(int characters, string kept)
    {
        foreach (var answer in new[] { "first", "second" })
        {
            Upstream.Respond = _ => StubAnswer.Content(Answering.Fields(answer + Filler));
            await Service.AskAsync("Tell me.");
        }

        var longest = 0;
        Upstream.Respond = request =>
        {
            var length = Length(request);
            if (longest == 0) longest = length - characters;
            return length <= longest ? StubAnswer.Content(Answering.Fields("Well.")) : TooLong(length, longest);
        };

        var answered = await Service.AskAsync(Requests.Body("c", "Better?", task: "").WithPreviousOutputs(
            Requests.PreviousOutput("alpha" + Filler), Requests.PreviousOutput("beta" + Filler), Requests.PreviousOutput("gamma" + Filler)),
            "refine");

        Assert.That((answered.Status, answered.Text), Is.EqualTo((200, "Well.")));
        Assert.That(Upstream.Requests, Has.Count.InRange(4, 5), "two for the history, and at most two more than the one that was refused");
        Assert.That(Kept(Upstream.Requests[2]), Is.EqualTo("first second alpha beta gamma"));
        Assert.That(Kept(Upstream.Requests[^1]), Is.EqualTo(kept));
        Assert.That(Upstream.Requests[^1].LastMessage, Does.Contain("Better?"));
    }

    private static StubAnswer TooLong(int length, int longest)
    {
        var (prompt, limit) = (length / CharactersPerToken, (longest / CharactersPerToken) + AnswerTokens);
        return StubAnswer.Error(400, $"prompt is too long: {prompt} tokens > {limit} maximum");
    }

    private static string Kept(StubRequest request)
    {
        string[] parts = ["first", "second", "alpha", "beta", "gamma"];
        return string.Join(' ', parts.Where(part => request.RawBody.Contains(part + " word", StringComparison.Ordinal)));
    }

    private static int Length(StubRequest request) =>
        request.Body["messages"]!.AsArray().Sum(message => message!["content"]!.ToString().Length);
}
