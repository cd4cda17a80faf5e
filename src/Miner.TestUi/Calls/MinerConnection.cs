using System.Net;
using Miner.Client;
using Miner.Operator.Evaluation;

namespace Miner.TestUi.Calls;

/// <summary>Asks a miner through its client, and keeps what the answer looked like on the wire. The key stays in here.</summary>
internal sealed class MinerConnection : IDisposable
{
    /// <summary>What carries the key.</summary>
    public const string KeyHeader = "X-API-Key";

    /// <summary>A little longer than a miner may take (60 s), so that its own 504 is what is shown.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(65);

    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly SocketsHttpHandler _connections = new()
    {
        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
    };

    public MinerConnection(Uri address, string key, TimeProvider time)
    {
        Address = address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + '/');
        _key = key;
        _time = time;
    }

    public Uri Address { get; }

    /// <inheritdoc cref="TestUiOptions.Exemption"/>
    public HttpHeader? Exemption { get; init; }

    /// <summary>What evaluates the miner, with the page's key and over its connections.</summary>
    public Evaluator CreateEvaluator() => Evaluator.WithoutJudge(
        Address, _key, Exemption is { } header ? new AddedHeader(header, _connections) : _connections, _time);

    /// <summary>
    /// Gives the answer, or the failure in its place; throws only when <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    public async Task<Reply<T>> AskAsync<T>(
        Func<IMinerClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var recorder = new ExchangeRecorder(_connections, _time);
        using var http = new HttpClient(recorder, disposeHandler: false) { BaseAddress = Address, Timeout = Timeout };
        http.DefaultRequestHeaders.Add(KeyHeader, _key);
        try
        {
            var value = await ask(new MinerClient(http), cancellationToken);
            return new Reply<T>(value, Failure: null, recorder.Exchange);
        }
        catch (ArgumentException exception)
        {
            // An id that no path can name: the client sends nothing.
            return new Reply<T>(Value: null, Failure.Of(exception, Address, _time.GetUtcNow()), Exchange: null);
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Reply<T>(Value: null, Failure.Of(exception, Address, _time.GetUtcNow()), recorder.Exchange);
        }
    }

    public void Dispose() => _connections.Dispose();
}

/// <summary>What came back from a miner.</summary>
/// <param name="Value">The answer, or null when there is a failure.</param>
/// <param name="Exchange">Null when no HTTP response came.</param>
public sealed record Reply<T>(T? Value, Failure? Failure, HttpExchange? Exchange)
    where T : class;
