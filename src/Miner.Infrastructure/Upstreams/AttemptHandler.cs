using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// Makes one attempt inside the resilience pipeline: counts it, reads the answer's body, so that one that stalls or breaks off counts as
/// failed, and logs why it failed.
/// </summary>
/// <param name="upstream">Its name in the log.</param>
/// <param name="maxResponseBytes">The largest answer that is read, decompressed.</param>
/// <param name="meaning">
/// What an answer really says, by its status and body: some upstreams report failures inside a 200. Null takes each at its word.
/// </param>
internal sealed class AttemptHandler(
    string upstream,
    int maxResponseBytes,
    Func<HttpStatusCode, byte[], UpstreamReply>? meaning,
    UpstreamSecrets secrets,
    TimeProvider timeProvider,
    ILogger logger)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = UpstreamCall.Of(request);
        var attempt = ++call.Attempts;
        var started = timeProvider.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await BufferAsync(response, cancellationToken);
            if (meaning is not null)
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                var reply = meaning(response.StatusCode, body);
                response.StatusCode = reply.Status;
                call.Document = reply.Document;
            }

            if (!response.IsSuccessStatusCode)
            {
                var error = await UpstreamError.ReadAsync(response, cancellationToken);
                call.NoteFailure(HashCode.Combine(response.StatusCode, error.Words));
                logger.AttemptRefused(
                    attempt, upstream, (int)response.StatusCode, Shown(error.Type), Shown(error.Code), ElapsedMilliseconds());
            }

            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // This is how SocketsHttpHandler reports that connecting took too long.
            logger.AttemptLost(attempt, upstream, nameof(SocketError.TimedOut), ElapsedMilliseconds());
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
        catch (OperationCanceledException) when (!call.CallerToken.IsCancellationRequested)
        {
            logger.AttemptTimedOut(attempt, upstream, ElapsedMilliseconds());
            throw;
        }
        catch (HttpRequestException exception) when (!call.CallerToken.IsCancellationRequested)
        {
            logger.AttemptLost(attempt, upstream, Reason(exception), ElapsedMilliseconds());
            throw;
        }

        string? Shown(string? word) => word is null || secrets.AreInName(word) ? null : word;

        long ElapsedMilliseconds() => (long)timeProvider.GetElapsedTime(started).TotalMilliseconds;
    }

    private async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            // Nobody asked for another protocol, and what comes in it has no end that HTTP knows.
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.InvalidResponse);
        }

        try
        {
            await ResponseBody.BufferAsync(response, maxResponseBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // This is how the decompressing streams report damaged data.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, inner: exception);
        }
    }

    // The names of the codes only: the messages may quote what was sent.
    private static string Reason(HttpRequestException exception) =>
        exception.GetBaseException() is SocketException socket ? socket.SocketErrorCode.ToString() : exception.HttpRequestError.ToString();
}
