using System.Text.Json;
using Miner.Client;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests.Calls;

/// <summary>What went wrong, in words for the page: never what an upstream or an exception says.</summary>
[TestFixture]
internal sealed class FailureTests
{
    private static readonly Uri Miner = new("http://127.0.0.1:8001/");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Of_AProblem_TellsItsFieldsAndItsTrace()
    {
        var failure = Failure.Of(
            Problem(422, ("""["body","input",0,"user_query"]""", "It is blank."), ("""["body","cid"]""", "It is missing.")), Miner, Now);

        Assert.That((failure.Title, failure.Detail, failure.TraceId), Is.EqualTo(("422 Title", "Detail.", "trace-1")));
        Assert.That(
            failure.Fields!.Select(field => (string.Join('/', field.Loc), field.Text)),
            Is.EqualTo(new[] { ("body/input/0/user_query", "It is blank."), ("body/cid", "It is missing.") }));
        Assert.That((failure.RetryAfter, failure.RetryAt), Is.EqualTo(((TimeSpan?)null, (DateTimeOffset?)null)));
    }

    [TestCase("7", 7)]
    [TestCase("Mon, 23 Nov 2026 12:01:30 GMT", 90)]
    [TestCase("0", null)]
    [TestCase("Mon, 23 Nov 2026 11:59:00 GMT", null)]
    [TestCase("86400", null)]
    [TestCase("99999999999999999999", null)]
    [TestCase("soon", null)]
    [TestCase("", null)]
    public void Of_AProblemThatMayPass_TellsWhenToTryAgain(string retryAfter, int? seconds)
    {
        var failure = Failure.Of(Problem(429, retryAfter), Miner, Now);

        var expected = seconds is { } wait ? TimeSpan.FromSeconds(wait) : (TimeSpan?)null;
        Assert.That((failure.RetryAfter, failure.RetryAt), Is.EqualTo((expected, Now + expected)));
    }

    [TestCase(HttpRequestError.NameResolutionError, "no such name")]
    [TestCase(HttpRequestError.ConnectionError, "nothing listens there")]
    [TestCase(HttpRequestError.SecureConnectionError, "the secure connection failed")]
    [TestCase(HttpRequestError.ConfigurationLimitExceeded, "the answer is too large")]
    [TestCase(HttpRequestError.ResponseEnded, "the connection failed")]
    public void Of_ALostConnection_SaysWhatIsKnownOfIt(HttpRequestError error, string words) => Assert.That(
        Failure.Of(new HttpRequestException(error, "secret"), Miner, Now),
        Is.EqualTo(new Failure("The miner cannot be reached", $"http://127.0.0.1:8001/: {words}.")));

    [Test]
    public void Of_AnAnswerThatIsNoneOfTheApi_QuotesNothingOfIt()
    {
        var failure = Failure.Of(new ApiException("secret", 200, "<html>secret", Headers(), null), Miner, Now);

        Assert.That(failure.Title, Is.EqualTo("200: not an answer of the miner's API"));
        Assert.That(failure.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public void Of_ATimeout_SaysSo() => Assert.That(
        Failure.Of(new OperationCanceledException(), Miner, Now),
        Is.EqualTo(new Failure("No answer in time", "http://127.0.0.1:8001/ did not answer in time.")));

    private static ApiException<ProblemDetails> Problem(int status, params (string Loc, string Text)[] errors) =>
        Problem(status, Headers(), errors);

    private static ApiException<ProblemDetails> Problem(int status, string retryAfter) =>
        Problem(status, Headers(("Retry-After", retryAfter)));

    private static ApiException<ProblemDetails> Problem(
        int status, Dictionary<string, IEnumerable<string>> headers, params (string Loc, string Text)[] errors) => new(
        "secret", status, "secret", headers, innerException: null, result: new ProblemDetails
        {
            Type = "about:blank",
            Title = "Title",
            Status = status,
            Detail = "Detail.",
            TraceId = "trace-1",
            Errors = [.. errors.Select(error => new FieldError
            {
                Loc = JsonSerializer.Deserialize<List<JsonElement>>(error.Loc)!, Msg = error.Text, Type = "value_error",
            })],
        });

    private static Dictionary<string, IEnumerable<string>> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => (IEnumerable<string>)[header.Value]);
}
