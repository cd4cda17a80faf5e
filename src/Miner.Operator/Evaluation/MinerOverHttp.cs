using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Miner.Client;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>A miner on the other end of a network, asked through its typed client.</summary>
internal sealed class MinerOverHttp(HttpClient http, TimeProvider time) : IMinerUnderTest, IDisposable
{
    /// <summary>One conversation for all questions: its history is not read, and it keeps but the last few.</summary>
    private const string Conversation = "evaluation";

    // Past the deadline an answer is worth nothing; some more, so that one that comes late is seen to be late.
    private static readonly TimeSpan Patience = ScoreCard.Deadline + TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>
    /// A client of the miner at <paramref name="address"/>, whose path is a prefix, that sends <paramref name="key"/> there, past any
    /// proxy, and to nobody else.
    /// </summary>
    /// <param name="connections">Those to use, which are not disposed of; null for its own.</param>
    public static HttpClient Connect(Uri address, string key, HttpMessageHandler? connections = null)
    {
        var handler = connections ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        var prefix = new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/");
        var http = new HttpClient(new BoundedResponses(handler), disposeHandler: connections is null)
        {
            BaseAddress = prefix,
            Timeout = Patience,
        };
        http.DefaultRequestHeaders.Add("X-API-Key", key);
        return http;
    }

    public async Task<ConfiguredModel> CheckAsync(CancellationToken cancellationToken)
    {
        var model = ConfiguredModel.Unknown;
        try
        {
            var health = await ReadAsync<HealthDocument>("health", cancellationToken);
            model = new ConfiguredModel(health.LlmProvider, health.Model);
            await ReadAsync<CapabilitiesDocument>("capabilities", cancellationToken);
            return model;
        }
        catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw Refused((int)exception.StatusCode, exception);
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.TooManyRequests)
        {
            // Over a limit, or shut out for others' wrong keys: the first question waits that out, and finds out about the key.
            return model;
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException || IsTimeout(exception, cancellationToken))
        {
            throw new OperatorException($"No miner answers at {http.BaseAddress}: {Reason(exception)}.", exception);
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
        // A trace of its own for each question, which the client sends along; whoever started the evaluation may be in another.
        Activity.Current = null;
        using var trace = new Activity(nameof(AskAsync)).SetIdFormat(ActivityIdFormat.W3C).Start();
        return await AskAsync(new MinerClient(http), request, cancellationToken) with { TraceId = trace.TraceId.ToHexString() };
    }

    public void Dispose() => http.Dispose();

    private async Task<MinerReply> AskAsync(MinerClient client, ComponentRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (response, headers) = await client.CompleteWithHeadersAsync(request, cancellationToken);
            return new MinerReply.Answered(response.Output.ImmediateResponse, headers.Model is { } model ? ModelHeader.Shown(model) : null)
            {
                Tokens = headers.TokensUsed,
                Samples = headers.SamplesUsed is { } samples and <= int.MaxValue ? (int)samples : null,
                Cost = headers.Cost,
                IsCut = headers.Truncated,
            };
        }
        catch (ApiException exception) when (exception.StatusCode is 401 or 403)
        {
            throw Refused(exception.StatusCode, exception);
        }
        catch (ApiException exception) when (exception.StatusCode == 429)
        {
            return new MinerReply.Limited(RetryAfter(exception));
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException || IsTimeout(exception, cancellationToken))
        {
            return new MinerReply.Failed(Reason(exception), Cause(exception));
        }
    }

    /// <summary>
    /// What a miner tells of itself. Less is asked for than in the contract of this version, so that older miners, and those by others, can
    /// be compared with.
    /// </summary>
    /// <exception cref="HttpRequestException">It does not tell.</exception>
    /// <exception cref="JsonException">It tells something else.</exception>
    private async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        var body = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException();
    }

    private static OperatorException Refused(int status, Exception exception) =>
        new($"The miner refuses the key (HTTP {status}).", exception);

    /// <summary>The client's own time-out looks like a cancellation.</summary>
    private static bool IsTimeout(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static string Reason(Exception exception) => exception switch
    {
        ApiException { StatusCode: < 300 } or JsonException => "the answer is not one of the contract",
        ApiException api => $"HTTP {api.StatusCode}",
        OperationCanceledException => $"no answer within {ScoreCard.Deadline.TotalSeconds:F0} s",
        HttpRequestException { StatusCode: { } status } => $"HTTP {(int)status}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the answer is too large",
        _ => "no connection",
    };

    private static WrongAnswerCause Cause(Exception exception) => exception switch
    {
        ApiException api => WrongAnswerCauses.OfStatus(api.StatusCode),
        OperationCanceledException => WrongAnswerCause.TimedOut,
        _ => WrongAnswerCause.Failed,
    };

    /// <summary>Seconds or a date (RFC 9110, 10.2.3).</summary>
    private TimeSpan RetryAfter(ApiException exception)
    {
        if (!exception.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text) return DefaultPause;
        if (double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 1, LongestPause.TotalSeconds));
        return
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            && date > time.GetUtcNow()
            ? date - time.GetUtcNow()
            : DefaultPause;
    }

    private sealed record HealthDocument([property: JsonRequired] string Status, string? LlmProvider, string? Model);

    private sealed record CapabilitiesDocument([property: JsonRequired] IReadOnlyList<string> Components);

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
