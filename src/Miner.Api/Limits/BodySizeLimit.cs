using Microsoft.AspNetCore.Connections;

namespace Miner.Api.Limits;

/// <summary>Refuses bodies over 10 MiB with 413, whatever their framing (contract, "ComponentInput").</summary>
/// <exception cref="BadHttpRequestException">The body is too large.</exception>
internal static class BodySizeLimit
{
    public const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>Judges a declared length at once, and counts what is read of a body that declares none.</summary>
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > MaxBytes) throw TooLarge();
        if (context.Request.ContentLength is null) context.Request.Body = new CountedBody(context.Request.Body);
        return next(context);
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);

    private sealed class CountedBody(Stream body) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return Count(await body.ReadAsync(buffer, cancellationToken));
            }
            catch (IOException exception) when (exception is not (BadHttpRequestException or ConnectionResetException))
            {
                // Kestrel calls some broken chunks the request's fault, and others none of its business.
                throw new BadHttpRequestException("The body's chunks are broken.", exception);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Count(int read) => (_read += read) > MaxBytes ? throw TooLarge() : read;
    }
}
