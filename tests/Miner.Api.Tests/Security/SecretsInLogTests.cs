using Miner.Testing;

namespace Miner.Api.Tests.Security;

/// <summary>Everything that must not reach a log or an error is sent through the service, and then looked for in both.</summary>
[TestFixture]
internal sealed class SecretsInLogTests
{
    private const string Prompt = "PROMPT-4711";
    private const string Answer = "ANSWER-4712";
    private const string UpstreamText = "UPSTREAM-4713";
    private const string WrongKey = "wrong-key-4714";

    [Test]
    public async Task Log_AtItsMostTalkative_HoldsNoKeyPromptOrAnswer()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var client = miner.CreateKeyedClient();
        var errors = new List<string>();
        miner.Upstream.Respond = request => request.LastMessage.Contains("FAIL", StringComparison.Ordinal)
            ? StubAnswer.Error(401, UpstreamText, type: UpstreamText)
            : null;

        var raw = Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($$"""{"immediate_response":"{{Answer}}","notebook":"{{Answer}}"}"""));
        foreach (var path in new[] { "/complete", "/refine", "/feedback", "/human_feedback", "/internet_search" })
            await client.AskAsync(path, Requests.Body("c", $"{Prompt} RAW:{raw}"));
        foreach (var path in new[] { "/summary", "/aggregate" })
            await client.AskAsync(path, Requests.Body("c", $"{Prompt} RAW:{raw}").WithPreviousOutputs(Requests.PreviousOutput(Answer)));
        errors.Add(await ReadAsync(client.PostAsync("/complete", Requests.Body("c", $"{Prompt} FAIL"))));
        errors.Add(await ReadAsync(client.PostAsync("/complete", Requests.Body("c", "", Prompt))));
        errors.Add(await ReadAsync(client.PostAsync(new Uri("/complete", UriKind.Relative), new StringContent(Prompt))));
        using var stranger = miner.CreateKeyedClient(WrongKey);
        errors.Add(await ReadAsync(stranger.PostAsync("/complete", Requests.Body("c", Prompt))));

        Assert.That(miner.Log.Lines, Has.Count.GreaterThan(10));
        foreach (var secret in new[] { Prompt, Answer, UpstreamText, WrongKey, MinerFactory.Key, "sk-upstream-secret" })
        {
            Assert.That(miner.Log.Text, Does.Not.Contain(secret));
            Assert.That(errors, Has.None.Contains(secret));
        }
    }

    [Test]
    public async Task Log_OfARefusedCall_TellsAddressAndReason()
    {
        await using var miner = await MinerFactory.StartAsync();
        using var stranger = miner.CreateKeyedClient(WrongKey);

        await ReadAsync(stranger.PostAsync("/complete", Requests.Body("c")));

        Assert.That(miner.Log.Lines, Has.Some.Contains("127.0.0.1").And.Some.Contains("wrong key"));
    }

    private static async Task<string> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.That((int)response.StatusCode, Is.GreaterThanOrEqualTo(400));
        return response.Headers + await response.Content.ReadAsStringAsync();
    }
}
