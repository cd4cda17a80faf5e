using System.Net;
using System.Text;
using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A reply's status as it should have been.</summary>
internal sealed class CompletionStatusTests
{
    private const string Choice = """{"finish_reason":"stop","message":{"content":"hi"}}""";

    [TestCase($$"""{"choices":[{{Choice}}]}""")]
    [TestCase($$"""{"error":null,"choices":[{{Choice}}]}""")]
    [TestCase($$"""{"error":{},"choices":[{{Choice}}]}""")]
    [TestCase($$"""{"error":"","code":0,"choices":[{{Choice}}]}""")]
    [TestCase($$"""{"error":0,"choices":[{{Choice}}]}""")]
    [TestCase($$$"""{"error":{"code":0,"message":"","param":null,"details":[]},"choices":[{{{Choice}}}]}""")]
    [TestCase($$$"""{"choices":[{"finish_reason":"error","error":{"code":502}},{{{Choice}}}]}""")]
    [TestCase("""{"choices":[{"finish_reason":"content_filter","message":{"content":""}}]}""")]
    [TestCase("""{"choices":[],"prompt_filter_results":[{"content_filter_results":{"hate":{"filtered":true}}}]}""")]
    [TestCase("""{"choices":[null]}""")]
    [TestCase($$""": OPENROUTER PROCESSING{{"\n\n"}}{"choices":[{{Choice}}]}""")]
    [TestCase($$"""data: {"choices":[{{Choice}}]}""")]
    [TestCase("""{"choices":[{"finish_reason":"stop","message":{"content":"{\"error\":{\"code\":502}}"}}]}""")]
    [TestCase("""{"choices":[{"message":{"content":"\ud800"}}],"model":"\udfff"}""")]
    public void Of_ACompletion_StaysTheSame(string body) => Expect(body, HttpStatusCode.OK);

    [TestCase("""{"code":429}""", 429)]
    [TestCase("""{"code":502,"message":"Provider returned error","metadata":{"raw":"{}"}}""", 502)]
    [TestCase("""{"code":503}""", 503)]
    [TestCase("""{"code":"503"}""", 503)]
    [TestCase("""{"code":null,"status":401}""", 401)]
    [TestCase("""{"code":"rate_limit_exceeded"}""", 429)]
    [TestCase("""{"code":null,"type":"RateLimitError"}""", 429)]
    [TestCase("""{"code":"insufficient_quota","type":"insufficient_quota"}""", 402)]
    [TestCase("""{"code":429,"type":"insufficient_quota"}""", 402)]
    [TestCase("""{"code":"billing_hard_limit_reached","type":"invalid_request_error"}""", 402)]
    [TestCase("""{"code":"context_length_exceeded"}""", 400)]
    [TestCase("""{"type":"invalid_request_error"}""", 400)]
    [TestCase("""{"code":"invalid_api_key","type":"invalid_request_error"}""", 401)]
    [TestCase("""{"code":"content_filter"}""", 400)]
    [TestCase("""{"type":"overloaded_error"}""", 529)]
    [TestCase("""{"code":"service_unavailable"}""", 503)]
    [TestCase("""{"type":"server_error"}""", 500)]
    [TestCase("""{"code":200,"type":"timeout_error"}""", 504)]
    [TestCase("""{"code":200}""", 502)]
    [TestCase("""{"code":0,"message":"no"}""", 502)]
    [TestCase("""{"code":"never heard of"}""", 502)]
    [TestCase("""{"code":1e99}""", 502)]
    [TestCase("""{"message":"sk-upstream"}""", 502)]
    [TestCase("""{"message":"Rate limit exceeded, slow down"}""", 429)]
    [TestCase("""{"message":"Insufficient quota for invalid API key"}""", 502)]
    [TestCase("\"overloaded\"", 529)]
    [TestCase("\"insufficient_quota\"", 402)]
    [TestCase("\"The server is overloaded, please try again\"", 529)]
    [TestCase("\"Whatever\"", 502)]
    [TestCase("503", 503)]
    [TestCase("true", 502)]
    [TestCase("[7]", 502)]
    public void Of_AnErrorInsideASuccess_IsWhatItNames(string error, int expected)
    {
        var status = (HttpStatusCode)expected;

        Expect($$"""{"error":{{error}}}""", status);
        Expect($$"""[{"error":{{error}}}]""", status);
        Expect($$"""{"error":{{error}},"choices":[{{Choice}}]}""", status);
        Expect($$"""{"choices":[{"finish_reason":"error","message":{"content":"half"},"error":{{error}}}]}""", status);
        Expect($$""": OPENROUTER PROCESSING{{"\r\n\r\n"}}data: {"error":{{error}},"choices":[]}{{"\r\n\r\n"}}data: [DONE]""", status);
        Expect($$$"""data: {"choices":[{"delta":{"content":"half"}}]}{{{"\n\n"}}}data: {"error":{{{error}}}}""", status);
    }

    [TestCase("""{"object":"error","message":"too long","type":"BadRequestError","code":400}""", 400)]
    [TestCase("""{"code":429,"message":"slow down"}""", 429)]
    [TestCase("event: error\ndata: {\"message\":\"overloaded\",\"code\":529}\n\n", 529)]
    public void Of_AnErrorWithoutAnObjectAroundIt_IsWhatItNames(string body, int expected) => Expect(body, (HttpStatusCode)expected);

    [TestCase("")]
    [TestCase(" \r\n")]
    [TestCase("<html>not json")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    [TestCase("""{"choices":null}""")]
    [TestCase("""{"choices":[]}""")]
    [TestCase("""{"choices":[],"prompt_filter_results":[{"content_filter_results":{"hate":{"filtered":false}}}]}""")]
    [TestCase("""{"choices":[{"finish_reason":"stop","message":{"content":"cut off""")]
    [TestCase("""{"choices":[{"finish_reason":"stop","message":{"content":"whole"}}]} and more""")]
    [TestCase("""{"choices":[{"finish_reason":"error","message":{"content":"half"}},{"finish_reason":"ERROR"}]}""")]
    [TestCase(": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":\"ha")]
    [TestCase("data: {\"choices\":[{\"delta\":{\"content\":\"half\"},\"finish_reason\":\"\"}]}\n\n")]
    [TestCase("data: [DONE]\n\n")]
    public void Of_WhatIsNoCompletion_IsABadGateway(string body) => Expect(body, HttpStatusCode.BadGateway);

    [Test]
    public void Of_JsonNestedPastReason_IsABadGateway() => Expect(new string('[', 1_000_000), HttpStatusCode.BadGateway);

    [TestCase(429, """{"error":{"code":"insufficient_quota","message":"no"}}""", 402)]
    [TestCase(429, """{"error":{"type":"insufficient_quota","code":null}}""", 402)]
    [TestCase(429, """{"error":{"message":"You exceeded your current quota, please check your plan and billing details."}}""", 402)]
    [TestCase(429, """{"message":"You exceeded your current quota"}""", 402)]
    [TestCase(429, """[{"error":{"code":429,"message":"You exceeded your current quota. Please retry in 34.07s."}}]""", 429)]
    [TestCase(429, """{"error":{"code":"rate_limit_exceeded","message":"Rate limit reached for requests"}}""", 429)]
    [TestCase(429, "slow down", 429)]
    [TestCase(429, "", 429)]
    [TestCase(403, """{"error":{"code":"insufficient_user_quota"}}""", 402)]
    [TestCase(403, """{"error":{"message":"You exceeded your current quota"}}""", 403)]
    [TestCase(400, """{"error":{"type":"billing_error"}}""", 402)]
    [TestCase(400, """{"error":{"code":"context_length_exceeded"}}""", 400)]
    [TestCase(500, """{"error":{"code":"insufficient_quota"}}""", 500)]
    [TestCase(503, """{"error":{"code":429}}""", 503)]
    [TestCase(201, """{"error":{"code":429}}""", 429)]
    [TestCase(204, "", 502)]
    [TestCase(302, "", 302)]
    public void Of_AnErrorStatus_StaysTheSameUnlessTheAccountIsOutOfCredit(int status, string body, int expected) =>
        Assert.That(
            CompletionStatus.Of((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)).Status,
            Is.EqualTo((HttpStatusCode)expected));

    private static void Expect(string body, HttpStatusCode expected) =>
        Assert.That(CompletionStatus.Of(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body)).Status, Is.EqualTo(expected), body);
}
