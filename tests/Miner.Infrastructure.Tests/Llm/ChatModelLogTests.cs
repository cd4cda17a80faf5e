using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What the log tells of a call, and what it must not.</summary>
internal sealed class ChatModelLogTests : ChatModelFixture
{
    [Test]
    public async Task CompleteAsync_WhenAnswered_LogsOneLineOfNumbers()
    {
        await Model().CompleteAsync(Request("a prompt"), CancellationToken.None);

        var line = Logs.Lines.Single();
        Assert.That((line.EventId, line.Level), Is.EqualTo((2000, LogLevel.Debug)));
        Assert.That(line.Text, Is.EqualTo("Model fake-model answered with 70 tokens in 0 ms after 1 attempts."));
    }

    [Test]
    public async Task CompleteAsync_WhenAttemptsFailed_LogsEachWithItsNumber()
    {
        Upstream.RespondInTurn(
            StubAnswer.Error(429, "Too many", "requests", null, "rate_limit_exceeded"),
            new StubAnswer { Reset = true },
            StubAnswer.Content("hi"));

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Logs.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 2001, 2002, 2000 }));
        Assert.That(
            Logs.Lines[0].Text,
            Is.EqualTo("Attempt 1: chat-model answered with status 429 (type requests, code rate_limit_exceeded) after 0 ms."));
        Assert.That(Logs.Lines[1].Text, Does.StartWith("Attempt 2: ").And.Contain("(ConnectionReset)"));
        Assert.That(Logs.Lines[2].Text, Does.EndWith("after 3 attempts."));
    }

    [Test]
    public async Task CompleteAsync_WhenOneOfAChainFails_LogsWhichItWas()
    {
        Upstream.RespondInTurn(StubAnswer.Error(404), StubAnswer.Error(400, param: "temperature"), StubAnswer.Content("hi"));
        var chain = new ModelChainOptions { Models = [Options(), Options() with { Name = "backup" }] };

        await Services(chain).GetRequiredService<IChatModel>().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Logs.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 2001, 2007, 2001, 2006, 2000 }));
        Assert.That(Logs.Lines[0].Text, Does.Contain(" chat-model answered "));
        Assert.That(Logs.Lines[1].Text, Does.Contain(" chat-model "));
        Assert.That(Logs.Lines[2].Text, Does.Contain(" chat-model-backup "));
        Assert.That(Logs.Lines[3].Text, Does.StartWith("chat-model-backup "));
    }

    [Test]
    public async Task CompleteAsync_WhenAnAttemptHangs_LogsHowLong()
    {
        Upstream.RespondInTurn(StubAnswer.Hang);
        var completion = Model().CompleteAsync(Request(), CancellationToken.None);
        await Upstream.NextRequestAsync();

        Clock.Advance(TimeSpan.FromSeconds(24));
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(33));
        await FailureOfAsync(completion);

        Assert.That(Logs.Lines.Count(line => line.EventId == 2003), Is.EqualTo(2));
        Assert.That(Logs.Lines.Select(line => line.Text), Has.Some.StartsWith("Attempt 1: ").And.Some.Contains(" 57000 ms"));
    }

    [Test]
    public async Task CompleteAsync_WhenParametersAreRefused_LogsWhatIsTriedNext()
    {
        Upstream.Respond = request => request.Body.ContainsKey("temperature") ? StubAnswer.Error(400, param: "temperature") : null;

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Logs.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 2001, 2006, 2000 }));
        Assert.That(Logs.Lines[1].Text, Does.EndWith("asking otherwise: format Text, MaxTokens 4000, temperature False, n True."));
    }

    [TestCase("sk-secret")]
    [TestCase("Secret words")]
    [TestCase("secret\nline")]
    [TestCase("secret_but_much_too_long_to_be_the_name_of_an_error")]
    public async Task CompleteAsync_WhenAnErrorsCodeIsNoPlainWord_LeavesItOut(string code)
    {
        Upstream.Respond = _ => StubAnswer.Error(401, "secret", code, code, code);

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Logs.Lines.Select(line => line.EventId), Is.EqualTo(new[] { 2001, 2007 }));
        Assert.That(Logs.Lines.Select(line => line.Text), Has.None.Contains("ecret"));
    }

    [TestCase("FAULT:401")]
    [TestCase("FAULT:500")]
    [TestCase("FAULT:garbage")]
    [TestCase("SHAPE:plain")]
    public async Task CompleteAsync_WhateverHappens_LogsNoKeyPromptOrAnswer(string prompt)
    {
        var model = Model();
        try
        {
            await model.CompleteAsync(Request(prompt), CancellationToken.None);
        }
        catch (ChatModelException failure)
        {
            Assert.That(failure.ToString(), Does.Not.Contain(Key).And.Not.Contain("sk-").And.Not.Contain("boom").And.Not.Contain("html"));
        }

        Assert.That(Logs.Lines, Is.Not.Empty);
        foreach (var line in Logs.Lines)
        {
            Assert.That(line.Category, Is.EqualTo("Miner.Infrastructure.Llm.UpstreamModel"));
            Assert.That(line.EventId, Is.InRange(2000, 2099));
            Assert.That(line.Exception, Is.Null);
            Assert.That(line.Text, Does.Not.Contain(Key).And.Not.Contain("sk-").And.Not.Contain(prompt).And.Not.Contain("Just text"));
        }
    }
}
