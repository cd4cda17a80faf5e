using System.Globalization;
using Miner.Api.Errors;

namespace Miner.Api.Limits;

/// <summary>
/// Bounds how many of the documentation's files are sent at once. Anybody may ask for them, and each costs its buffers until it is read:
/// the others wait shortly, and are then told to come again.
/// </summary>
internal sealed class AnonymousReaders(RequestDelegate next, TimeProvider time) : IDisposable
{
    public const int MaxReaders = 64;

    /// <summary>Who does not read is cut off within about this time.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly string RetryAfter = LongestWait.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    private readonly SemaphoreSlim _turns = new(MaxReaders);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!await TakeTurnAsync(context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = RetryAfter;
            context.Response.Headers.Connection = "close";
            await context.WriteProblemAsync(
                StatusCodes.Status503ServiceUnavailable, $"Too many read the documentation; try again in {RetryAfter} s.");
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async ValueTask<bool> TakeTurnAsync(CancellationToken requestAborted)
    {
        if (await _turns.WaitAsync(TimeSpan.Zero, requestAborted)) return true;
        using var patience = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(requestAborted, patience.Token);
        try
        {
            await _turns.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!requestAborted.IsCancellationRequested)
        {
            return false;
        }
    }
}
