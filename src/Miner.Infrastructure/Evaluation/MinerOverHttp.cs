using System.Globalization;
using Miner.Application.Ports;
using Miner.Client;
using Miner.Domain.Evaluation.Scoring;

namespace Miner.Infrastructure.Evaluation;

/// <summary>A miner on the other end of a network, asked through its typed client.</summary>
internal sealed class MinerOverHttp(HttpClient http, TimeProvider time) : IMinerUnderTest, IDisposable
{
    /// <summary>One conversation for all questions: its history is not read, and it keeps but the last few.</summary>
    private const string Conversation = "evaluation";

    // Past the deadline an answer is worth nothing; some more, so that one that comes late is seen to be late.
    private static readonly TimeSpan Patience = ScoreCard.Deadline + TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);

    private readonly MinerClient _miner = new(http);

    /// <summary>A client of the miner at <paramref name="address"/> that sends <paramref name="key"/> there, past any proxy, and to nobody else.</summary>
    public static HttpClient Connect(Uri address, string key)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        var http = new HttpClient(new BoundedResponses(handler)) { BaseAddress = address, Timeout = Patience };
        http.DefaultRequestHeaders.Add("X-API-Key", key);
        return http;
    }

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var health = await _miner.GetHealthAsync(cancellationToken);
            await _miner.GetCapabilitiesAsync(cancellationToken);
            return $"{health.LlmProvider} {health.Model}";
        }
        catch (ApiException exception) when (exception.StatusCode is 401 or 403)
        {
            throw Refused(exception);
        }
        catch (ApiException exception) when (exception.StatusCode == 429)
        {
            // Over a limit, or shut out for others' wrong keys: the first question waits that out, and finds out about the key.
            return null;
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException || IsTimeout(exception, cancellationToken))
        {
            throw new EvaluationException($"No miner answers at {http.BaseAddress}: {Reason(exception)}.", exception);
        }
    }

    public async Task<MinerReply> AskAsync(string question, CancellationToken cancellationToken)
    {
        var request = new ComponentRequest
        {
            Cid = Conversation,
            Task = "Answer the question",
            Input = [new QueryItem { UserQuery = question }],
            UseConversationHistory = false,
            UsePlaybook = false,
        };
        try
        {
            var response = await _miner.CompleteAsync(request, cancellationToken);
            return new MinerReply.Answered(response.Output.ImmediateResponse);
        }
        catch (ApiException exception) when (exception.StatusCode is 401 or 403)
        {
            throw Refused(exception);
        }
        catch (ApiException exception) when (exception.StatusCode == 429)
        {
            return new MinerReply.Limited(RetryAfter(exception));
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException || IsTimeout(exception, cancellationToken))
        {
            return new MinerReply.Failed(Reason(exception));
        }
    }

    public void Dispose() => http.Dispose();

    private static EvaluationException Refused(ApiException exception) =>
        new($"The miner refuses the key (HTTP {exception.StatusCode}).", exception);

    /// <summary>The client's own time-out looks like a cancellation.</summary>
    private static bool IsTimeout(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static string Reason(Exception exception) => exception switch
    {
        ApiException { StatusCode: < 300 } => "the answer is not one of the contract",
        ApiException api => $"HTTP {api.StatusCode}",
        OperationCanceledException => $"no answer within {ScoreCard.Deadline.TotalSeconds:F0} s",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the answer is too large",
        _ => "no connection",
    };

    /// <summary>Seconds or a date (RFC 9110, 10.2.3).</summary>
    private TimeSpan RetryAfter(ApiException exception)
    {
        if (!exception.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text) return DefaultPause;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Max(1, seconds));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > time.GetUtcNow()
            ? date - time.GetUtcNow()
            : DefaultPause;
    }

    /// <summary>Reads answers up to a size that none of the contract has.</summary>
    private sealed class BoundedResponses(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const long MaxBytes = 16 * 1024 * 1024;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            return response;
        }
    }
}
