using System.Net.Http.Json;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>Callers that ask one question after the other, each of a conversation of its own.</summary>
internal sealed class CallerLoad : IDisposable
{
    public const int Callers = 4;

    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _callers;
    private int _answered;

    public CallerLoad(HttpClient client) =>
        _callers = Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => AskAsync(client, caller)));

    public int Answered => Volatile.Read(ref _answered);

    public Task FirstAsync() => _first.Task;

    /// <summary>How many answers there were, once the last is there.</summary>
    public async Task<int> EndAsync()
    {
        await _ending.CancelAsync();
        await _callers;
        return Answered;
    }

    public void Dispose() => _ending.Dispose();

    public static async Task AskAsync(HttpClient client, string cid)
    {
        using var response = await client.PostAsJsonAsync(
            "/complete", new { cid, task = "Answer", input = new[] { new { user_query = "What is 6*7?" } } });
        response.EnsureSuccessStatusCode();
    }

    private async Task AskAsync(HttpClient client, int caller)
    {
        for (var number = 0; !_ending.IsCancellationRequested; number++)
        {
            await AskAsync(client, $"load-{caller}-{number}");
            Interlocked.Increment(ref _answered);
            _first.TrySetResult();
        }
    }
}
