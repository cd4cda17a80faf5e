using Microsoft.AspNetCore.Connections;

namespace Miner.Api.Limits;

/// <summary>
/// A body that is counted as it is read. Its reading ends with the request, too, which whoever binds the model does not ask for.
/// </summary>
/// <param name="take">Takes bytes from the budget.</param>
internal sealed class CountedBody(
    Stream body, Func<long, ValueTask<BodyBudget.Share>> take, TimeProvider time, CancellationToken requestAborted) : Stream
{
    private readonly List<BodyBudget.Share> _shares = new(1);
    private long _taken;
    private long _read;
    private TimeSpan _reading;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);

    /// <summary>Waits for the bytes that it may need next.</summary>
    public async Task TakeAsync(long bytes)
    {
        _shares.Add(await take(bytes));
        _taken += bytes;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = cancellationToken.CanBeCanceled && cancellationToken != requestAborted
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, requestAborted)
            : null;
        try
        {
            var started = time.GetTimestamp();
            var read = await body.ReadAsync(buffer, either?.Token ?? requestAborted);
            _reading += time.GetElapsedTime(started);
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

    protected override void Dispose(bool disposing)
    {
        if (disposing) _shares.ForEach(share => share.Dispose());
        base.Dispose(disposing);
    }

    private async ValueTask CountAsync(int read)
    {
        _read += read;
        if (_read > BodySizeLimit.MaxBytes) throw TooLarge();
        if (_read > BodySizeLimit.LargeBytes && IsTooSlow())
            throw new BadHttpRequestException("The body comes too slowly.", StatusCodes.Status408RequestTimeout);
        if (read == 0 && _shares is [var only]) only.Keep(_read);
        else if (_read > _taken) await TakeAsync(BodySizeLimit.MaxBytes - _taken);
    }

    /// <summary>The time in which nothing was read for want of a share does not count.</summary>
    private bool IsTooSlow()
    {
        var rate = BodySizeLimit.LargeRate;
        return _reading > rate.GracePeriod && _read < rate.BytesPerSecond * (_reading - rate.GracePeriod).TotalSeconds;
    }
}
