using System.Globalization;
using System.Net;
using Miner.Application.Ports;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Which failures are tried again, when, and what they end in.</summary>
internal sealed class ChatModelRetryTests : ChatModelFixture
{
    private static readonly StubAnswer Whole = StubAnswer.Content("hi");

    [TestCase(HttpStatusCode.RequestTimeout)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.GatewayTimeout)]
    [TestCase((HttpStatusCode)529)]
    public async Task CompleteAsync_WhenTheFailureMayPass_TriesAgain(HttpStatusCode status)
    {
        Upstream.RespondInTurn(StubAnswer.Error((int)status), Whole);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(completion.Usage.Elapsed, Is.EqualTo(Clock.Pauses.Single()));
        Assert.That(Upstream.Requests.Select(request => request.RawBody).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.PaymentRequired)]
    [TestCase(HttpStatusCode.Conflict)]
    [TestCase(HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(HttpStatusCode.UnprocessableEntity)]
    [TestCase(HttpStatusCode.NotModified)]
    public async Task CompleteAsync_WhenTheFailureWillNotPass_FailsAtOnce(HttpStatusCode status)
    {
        Upstream.Respond = _ => new StubAnswer { Status = (int)status };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Failed, (TimeSpan?)null)));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenTheConnectionIsReset_TriesAgain()
    {
        Upstream.RespondInTurn(new StubAnswer { Reset = true }, Whole);

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CompleteAsync_WhenTheBodyBreaksOff_TriesAgain()
    {
        Upstream.RespondInTurn(Whole with { Headers = new Dictionary<string, string> { ["Content-Length"] = "9999" } }, Whole);

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CompleteAsync_WhenTheUpstreamSwitchesProtocols_TriesAgain()
    {
        Upstream.RespondInTurn(new StubAnswer { Status = 101, Headers = new Dictionary<string, string> { ["Upgrade"] = "h2c" } }, Whole);

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CompleteAsync_WhenNobodyListens_FailsAfterThreeAttempts()
    {
        var model = Model();
        await Upstream.DisposeAsync();

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(failure.InnerException, Is.Null);
        Assert.That(Logs.Lines.Count(line => line.EventId == 2002), Is.EqualTo(3));
    }

    [TestCase(408, ChatModelFailure.Failed)]
    [TestCase(500, ChatModelFailure.Failed)]
    [TestCase(502, ChatModelFailure.Failed)]
    [TestCase(504, ChatModelFailure.Failed)]
    [TestCase(429, ChatModelFailure.Overloaded)]
    [TestCase(503, ChatModelFailure.Overloaded)]
    [TestCase(529, ChatModelFailure.Overloaded)]
    public async Task CompleteAsync_WhenEveryAttemptFails_BacksOffTwiceAndFails(int status, ChatModelFailure kind)
    {
        Upstream.Respond = _ => StubAnswer.Error(status, "words of the upstream");

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(kind));
        Assert.That(failure.RetryAfter, Is.EqualTo(kind == ChatModelFailure.Overloaded ? TimeSpan.FromSeconds(5) : (TimeSpan?)null));
        Assert.That(failure.Message, Does.Contain(status.ToString(CultureInfo.InvariantCulture)).And.Not.Contain("words"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That(Clock.Pauses, Has.Count.EqualTo(2).And.All.LessThan(TimeSpan.FromSeconds(2.5)));
    }

    [TestCase(429)]
    [TestCase(502)]
    [TestCase(503)]
    public async Task CompleteAsync_WhenABusyUpstreamRepeatsItself_DoesNotTakeItForARefusalOfTheForm(int status)
    {
        var busy = StubAnswer.Error(status, "busy");
        Upstream.RespondInTurn(busy, busy, Whole);

        await Model().CompleteAsync(Request("as JSON", Schema), CancellationToken.None);

        Assert.That(
            Upstream.Requests.Select(request => request.Body.ContainsKey("response_format")), Is.EqualTo(new[] { true, true, true }));
    }

    [TestCase(503, "7", 7)]
    [TestCase(429, "7", 7)]
    [TestCase(500, "7", 7)]
    [TestCase(503, "date:9", 9)]
    public async Task CompleteAsync_WhenToldWhenToComeBack_WaitsJustSo(int status, string retryAfter, int seconds)
    {
        Upstream.RespondInTurn(Later(status, retryAfter), Whole);

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Clock.Pauses, Is.EqualTo(new[] { TimeSpan.FromSeconds(seconds) }));
    }

    [TestCase("0")]
    [TestCase("-5")]
    [TestCase("date:-60")]
    [TestCase("soon")]
    public async Task CompleteAsync_WhenToldNothingSensible_BacksOffAsUsual(string retryAfter)
    {
        Upstream.RespondInTurn(Later(503, retryAfter), Whole);

        await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Clock.Pauses.Single(), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [TestCase(429, "58", 58)]
    [TestCase(503, "57", 57)]
    [TestCase(500, "120", 120)]
    [TestCase(529, "date:600", 600)]
    [TestCase(503, "2000000000", 3600)]
    public async Task CompleteAsync_WhenTheWaitDoesNotFit_IsOverloadedAtOnce(int status, string retryAfter, int seconds)
    {
        Upstream.Respond = _ => Later(status, retryAfter);

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Overloaded, TimeSpan.FromSeconds(seconds))));
        Assert.That((Upstream.Requests.Count, Clock.Pauses.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task CompleteAsync_WhenTimeIsUsedUp_MeasuresTheWaitByWhatIsLeft()
    {
        Upstream.Respond = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(20));
            return StubAnswer.Error(503, retryAfter: "10");
        };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That((failure.Failure, failure.RetryAfter), Is.EqualTo((ChatModelFailure.Overloaded, TimeSpan.FromSeconds(10))));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void CompleteAsync_WhenCancelledWhileItWaits_StopsWaiting()
    {
        Upstream.Respond = _ => StubAnswer.Error(503);
        using var caller = new CancellationTokenSource();
        Clock.InsteadOfPassing = caller.Cancel;

        Assert.That(
            async () => await Model().CompleteAsync(Request(), caller.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That((Upstream.Requests.Count, Clock.Pauses.Count), Is.EqualTo((1, 1)));
    }

    /// <summary>Told by a clock of the upstream's own, which is a day ahead of the miner's.</summary>
    private StubAnswer Later(int status, string retryAfter)
    {
        var sent = Clock.GetUtcNow() + TimeSpan.FromDays(1);
        return StubAnswer.Error(status) with
        {
            Headers = new Dictionary<string, string>
            {
                ["Date"] = sent.ToString("R", CultureInfo.InvariantCulture),
                ["Retry-After"] = retryAfter.StartsWith("date:", StringComparison.Ordinal)
                    ? sent.AddSeconds(int.Parse(retryAfter[5..], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture)
                    : retryAfter,
            },
        };
    }
}
