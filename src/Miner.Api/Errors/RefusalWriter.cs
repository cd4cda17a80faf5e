using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Miner.Api.Errors;

/// <summary>
/// What a connection writes, as it is, but for the bare head of a refusal: it gets a problem as its body. The miner's own answers all carry
/// headers that such a head has not.
/// </summary>
internal sealed class RefusalWriter(PipeWriter inner) : PipeWriter
{
    private const int MaxHead = 256;

    private static readonly string[] BareHeaders = ["Content-Length: 0", "Connection: close", "Date: "];

    private Memory<byte> _given;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _given = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (RefusedWith(_given.Span[..bytes]) is not { } status) inner.Advance(bytes);
        else inner.Write(Refusal(status, Encoding.ASCII.GetString(_given.Span[..bytes])));
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    /// <summary>The status of a bare refusal, or null of all else that is written.</summary>
    private static int? RefusedWith(ReadOnlySpan<byte> written)
    {
        if (written.Length > MaxHead || !(written.StartsWith("HTTP/1.1 4"u8) || written.StartsWith("HTTP/1.1 5"u8))) return null;
        var lines = Encoding.ASCII.GetString(written).Split("\r\n");
        var isBare = lines is [_, .., "", ""]
            && lines.Contains(BareHeaders[0])
            && lines[1..^2].All(line => BareHeaders.Any(header => line.StartsWith(header, StringComparison.Ordinal)));
        var code = lines[0].AsSpan("HTTP/1.1 ".Length, 3);
        return isBare && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : null;
    }

    private static byte[] Refusal(int status, string head)
    {
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status) };
        Problems.Complete(problem, ActivityTraceId.CreateRandom().ToHexString());
        var body = JsonSerializer.Serialize(problem, JsonSerializerOptions.Web);
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}");
        var described = head.Replace(
            BareHeaders[0],
            $"{length}\r\nContent-Type: {Problems.MediaType}\r\nX-Content-Type-Options: nosniff",
            StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(described + body);
    }
}
