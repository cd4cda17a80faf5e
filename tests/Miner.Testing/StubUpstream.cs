using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Miner.Testing;

/// <summary>
/// An OpenAI-compatible upstream on a free loopback port, that records what it is asked and answers as a test scripts it, else as
/// the last message asks (<c>SHAPE:</c>, <c>FAULT:</c> or <c>RAW:</c>). Safe for use by several threads.
/// </summary>
public sealed class StubUpstream : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly Channel<StubRequest> _arrivals = Channel.CreateUnbounded<StubRequest>();

    private StubUpstream(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port: 0, endpoint =>
            {
                if (certificate is not null) endpoint.UseHttps(certificate);
            });
        });
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary><c>http://127.0.0.1:port/v1</c>, or <c>https</c>.</summary>
    public Uri BaseUrl => new(_server.Urls.Single() + "/v1");

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>Scripts the answers; where it gives null, or is null, the last message decides. May be called by several threads.</summary>
    public Func<StubRequest, StubAnswer?>? Respond { get; set; }

    /// <param name="certificate">Speaks TLS with it; plain HTTP without one.</param>
    public static async Task<StubUpstream> StartAsync(X509Certificate2? certificate = null)
    {
        var upstream = new StubUpstream(certificate);
        await upstream._server.StartAsync();
        return upstream;
    }

    /// <summary>Answers the n-th request with the n-th of <paramref name="answers"/>, and all later ones with the last.</summary>
    public void RespondInTurn(params StubAnswer[] answers)
    {
        var turn = -1;
        Respond = _ => answers[Math.Min(Interlocked.Increment(ref turn), answers.Length - 1)];
    }

    /// <summary>Waits for the first request that no earlier call of this method has returned.</summary>
    /// <exception cref="TimeoutException">None came within <see cref="Patience.Limit"/>.</exception>
    public Task<StubRequest> NextRequestAsync() => _arrivals.Reader.ReadAsync().AsTask().InTimeAsync();

    /// <summary>Stops listening and breaks off what is under way; may be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;

        await _stopping.CancelAsync();
        await _server.StopAsync(_stopping.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(aborted.SetResult);
        using var reader = new StreamReader(context.Request.Body);
        var request = new StubRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Connection.Id,
            aborted.Task)
        { Query = context.Request.QueryString.Value ?? "" };
        _requests.Enqueue(request);
        _arrivals.Writer.TryWrite(request);

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await SendAsync(Respond?.Invoke(request) ?? FakeModel.Answer(request), context, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static async Task SendAsync(StubAnswer answer, HttpContext context, CancellationToken cancellationToken)
    {
        await answer.Gate.WaitAsync(cancellationToken);
        if (answer.Reset)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;

        // Kestrel refuses even an empty write to an answer without a body, and then breaks off the connection that the caller keeps.
        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
            return;

        context.Response.ContentType = answer.ContentType;
        var half = answer.Bytes.Length / 2;
        await context.Response.Body.WriteAsync(answer.Bytes[..half], cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        await answer.BodyGate.WaitAsync(cancellationToken);
        await context.Response.Body.WriteAsync(answer.Bytes[half..], cancellationToken);
    }
}
