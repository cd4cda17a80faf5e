using System.Net;
using System.Text;
using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class MessagesStatusTests
{
    [TestCase("""{"type":"message","content":[{"type":"text","text":"{\"error\":{\"type\":\"api_error\"}}"}]}""")]
    [TestCase("""{"type":"message","content":[],"stop_reason":"refusal"}""")]
    [TestCase(": ping\n\n{\"content\":[],\"error\":null}")]
    public void Of_AMessage_StaysTheSame(string body) => Expect(200, body, 200);

    [TestCase("invalid_request_error", 400)]
    [TestCase("authentication_error", 401)]
    [TestCase("billing_error", 402)]
    [TestCase("permission_error", 403)]
    [TestCase("not_found_error", 404)]
    [TestCase("request_too_large", 413)]
    [TestCase("rate_limit_error", 429)]
    [TestCase("api_error", 500)]
    [TestCase("timeout_error", 504)]
    [TestCase("overloaded_error", 529)]
    [TestCase("never_heard_of", 502)]
    public void Of_AnErrorInsideASuccess_IsWhatItNames(string type, int expected) =>
        Expect(200, $$"""{"type":"error","error":{"type":"{{type}}","message":"sk-ant"},"request_id":"req_1"}""", expected);

    [TestCase("")]
    [TestCase("<html>")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"content":null}""")]
    [TestCase("""{"content":[{"type":"text","text":"cut""")]
    public void Of_WhatIsNoMessage_IsABadGateway(string body) => Expect(200, body, 502);

    [TestCase(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API.", 402)]
    [TestCase(400, "invalid_request_error", "You have reached your specified API usage limits. You will regain access on 2026-12-01.", 402)]
    [TestCase(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum", 400)]
    [TestCase(400, "invalid_request_error", "messages: 'Your credit balance is too low' is no role", 400)]
    [TestCase(403, "billing_error", "no", 402)]
    [TestCase(429, "rate_limit_error", "This request would exceed your organization's rate limit", 429)]
    [TestCase(529, "overloaded_error", "Overloaded", 529)]
    public void Of_AnErrorStatus_StaysTheSameUnlessTheAccountIsOutOfCredit(int status, string type, string message, int expected) =>
        Expect(status, $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"}}""", expected);

    [TestCase(429)]
    [TestCase(400)]
    public void Of_AnErrorStatusWithoutAnError_StaysTheSame(int status) => Expect(status, "<html>", status);

    private static void Expect(int status, string body, int expected) => Assert.That(
        MessagesStatus.Of((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)).Status,
        Is.EqualTo((HttpStatusCode)expected),
        body);
}
