namespace Miner.Api.Limits;

/// <summary>
/// Bounds how many of the documentation's files are sent at once. Anybody may ask for them, and each costs its buffers until it is read:
/// the others wait, within their requests' deadlines, and cost nothing but their connection.
/// </summary>
internal sealed class AnonymousReaders(RequestDelegate next) : IDisposable
{
    public const int MaxReaders = 64;

    private readonly SemaphoreSlim _turns = new(MaxReaders);

    public async Task InvokeAsync(HttpContext context)
    {
        await _turns.WaitAsync(context.RequestAborted);
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
}
