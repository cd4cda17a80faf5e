using Microsoft.AspNetCore.Connections;
using Miner.Api.Security;

namespace Miner.Api.Limits;

/// <summary>
/// Refuses bodies over 10 MiB with 413, whatever their framing (contract, "ComponentInput"), and lets those over 1 MiB take turns: in
/// memory one is worth several times its size, until its request is answered.
/// </summary>
/// <exception cref="BadHttpRequestException">The body is too large.</exception>
internal sealed class BodySizeLimit(RequestDelegate next, SecurityLog log) : IDisposable
{
    public const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>A body up to this size never waits.</summary>
    public const long LargeBytes = 1024 * 1024;

    /// <summary>How many larger ones are worked on at once; the others wait within their requests' deadlines.</summary>
    public const int MaxLargeBodies = 8;

    private readonly SemaphoreSlim _turns = new(MaxLargeBodies);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await LimitAsync(context);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            log.BodyTooLarge(context);
            throw;
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Judges a declared length before anything is read, and counts what is read of a body that declares none.</summary>
    private async Task LimitAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes) throw TooLarge();

        var body = new CountedBody(context.Request.Body, _turns, context.RequestAborted);
        context.Request.Body = body;
        try
        {
            if (context.Request.ContentLength > LargeBytes) await body.TakeTurnAsync();
            await next(context);
        }
        finally
        {
            if (body.HasTurn) _turns.Release();
        }
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);

    /// <summary>Its reading ends with the request, too, which whoever binds the model does not ask for.</summary>
    private sealed class CountedBody(Stream body, SemaphoreSlim turns, CancellationToken requestAborted) : Stream
    {
        private long _read;

        public bool HasTurn { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public async Task TakeTurnAsync()
        {
            await turns.WaitAsync(requestAborted);
            HasTurn = true;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            using var either = cancellationToken.CanBeCanceled && cancellationToken != requestAborted
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, requestAborted)
                : null;
            try
            {
                var read = await body.ReadAsync(buffer, either?.Token ?? requestAborted);
                await CountAsync(read);
                return read;
            }
            catch (IOException exception) when (exception is not (BadHttpRequestException or ConnectionResetException))
            {
                // Kestrel calls some broken chunks the request's fault, and others none of its business.
                throw new BadHttpRequestException("The body's chunks are broken.", exception);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private async ValueTask CountAsync(int read)
        {
            _read += read;
            if (_read > MaxBytes) throw TooLarge();
            if (_read > LargeBytes && !HasTurn) await TakeTurnAsync();
        }
    }
}
