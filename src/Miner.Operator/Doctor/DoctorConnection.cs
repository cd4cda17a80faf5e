using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Miner.Infrastructure.Upstreams;

namespace Miner.Operator.Doctor;

/// <summary>
/// Looks at a miner from outside, as its callers do, straight from this machine: proxies that the environment names are not used. What goes
/// wrong is a finding, not an exception.
/// </summary>
internal sealed class DoctorConnection : IDisposable
{
    private const int MaxResponseBytes = 1 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly MinerNetwork _network;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public DoctorConnection(MinerNetwork network, TimeProvider time)
    {
        _network = network;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the key to wherever the answer points.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectTimeout,
            ConnectCallback = async (context, cancellationToken) =>
                await network.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken),
            SslOptions = { CertificateChainPolicy = network.ChainPolicy(time.GetUtcNow()) },
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxResponseBytes };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("sample-miner-doctor");
    }

    /// <summary>The addresses that <paramref name="host"/> has, itself where it is one; none where the name is unknown.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await _network.Resolve(host, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    /// <summary>The certificate that is shown at an <c>https</c> address.</summary>
    /// <returns>A <see cref="CallCertificate"/> or a <see cref="CallFailure"/>.</returns>
    public Task<CallResult> ExamineTlsAsync(Uri address, CancellationToken cancellationToken) =>
        WithinDeadlineAsync(
            ConnectTimeout,
            CallFault.Unreachable,
            (started, deadline) => HandshakeAsync(address, started, deadline),
            cancellationToken);

    /// <summary>Makes one call, and waits for <see cref="MinerCall.Deadline"/>. A redirect is not followed.</summary>
    /// <returns>A <see cref="CallAnswer"/> or a <see cref="CallFailure"/>.</returns>
    public Task<CallResult> SendAsync(MinerCall call, CancellationToken cancellationToken) =>
        WithinDeadlineAsync(
            MinerCall.Deadline,
            CallFault.TimedOut,
            (started, deadline) => ExchangeAsync(call, started, deadline),
            cancellationToken);

    public void Dispose() => _http.Dispose();

    /// <summary>Runs <paramref name="step"/>, and tells what ended it when it ends without a result.</summary>
    /// <param name="late">What it means when <paramref name="deadline"/> passes.</param>
    private async Task<CallResult> WithinDeadlineAsync(
        TimeSpan deadline, CallFault late, Func<long, CancellationToken, Task<CallResult>> step, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var started = _time.GetTimestamp();
        try
        {
            return await step(started, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection has a time-out of its own.
            return Failure(timer.IsCancellationRequested ? late : CallFault.Unreachable);
        }
        catch (HttpRequestException exception)
        {
            return Failure(FaultOf(exception.HttpRequestError));
        }
        catch (AuthenticationException)
        {
            return Failure(CallFault.TlsFailed);
        }
        catch (SocketException)
        {
            return Failure(CallFault.Unreachable);
        }
        catch (IOException)
        {
            return Failure(CallFault.Broken);
        }

        CallFailure Failure(CallFault fault) => new(fault, _time.GetElapsedTime(started));
    }

    private async Task<CallResult> HandshakeAsync(Uri address, long started, CancellationToken cancellationToken)
    {
        var (isTrusted, isForHost) = (false, false);
        await using var connection = await _network.ConnectAsync(address.IdnHost, address.Port, cancellationToken);
        await using var tls = new SslStream(connection);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.IdnHost,
                CertificateChainPolicy = _network.ChainPolicy(_time.GetUtcNow()),
                // Nothing is sent over this connection, so that a wrong certificate may be looked at.
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                {
                    isForHost = !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
                    isTrusted = certificate is not null && chain is not null
                        && chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NotTimeValid);
                    return certificate is not null;
                },
            },
            cancellationToken);

        using var shown = new X509Certificate2(tls.RemoteCertificate!);
        return new CallCertificate(shown.NotBefore, shown.NotAfter, isTrusted, isForHost, _time.GetElapsedTime(started));
    }

    private async Task<CallResult> ExchangeAsync(MinerCall call, long started, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        if (call.ApiKey is not null) message.Headers.Add("X-API-Key", call.ApiKey);
        if (call.Json is not null) message.Content = new StringContent(call.Json, Encoding.UTF8, "application/json");

        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var now = _time.GetUtcNow();
        return new CallAnswer((int)response.StatusCode, body, now, _time.GetElapsedTime(started))
        {
            Date = response.Headers.Date,
            RetryAfter = RetryAfter.Read(response, now),
            Model = ModelHeader.Read(response.Headers.TryGetValues(ModelHeader.Name, out var names) ? names : null),
            Location = response.Headers.Location,
        };
    }

    private static CallFault FaultOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => CallFault.Unreachable,
        HttpRequestError.SecureConnectionError => CallFault.TlsFailed,
        HttpRequestError.ConfigurationLimitExceeded => CallFault.TooLarge,
        _ => CallFault.Broken,
    };
}
