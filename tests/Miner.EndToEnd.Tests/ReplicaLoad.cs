using System.Collections.Concurrent;
using System.Net.Http.Json;

namespace Miner.EndToEnd.Tests;

/// <summary>Callers who ask one question after the other, each in a conversation of its own, until they are told to stop.</summary>
internal sealed class ReplicaLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _answered = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly HttpClient _client;
    private readonly string _name;
    private readonly Task _callers;
    private int _asked;

    /// <param name="name">What their conversations' ids begin with.</param>
    public ReplicaLoad(HttpClient client, int callers, string name = "caller")
    {
        _client = client;
        _name = name;
        _callers = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => AskAsync(caller))));
    }

    /// <summary>The conversations whose answer has arrived.</summary>
    public IReadOnlyCollection<string> Answered => _answered;

    /// <summary>What came instead of an answer.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Waits until so many more questions were asked and dealt with.</summary>
    public async Task PassAsync(int questions)
    {
        var until = _answered.Count + _failures.Count + questions;
        while (_answered.Count + _failures.Count < until && !_callers.IsCompleted) await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _callers;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _client.Dispose();
    }

    private async Task AskAsync(int caller)
    {
        while (!_stop.IsCancellationRequested)
        {
            var cid = $"{_name}-{caller}-{Interlocked.Increment(ref _asked)}";
            try
            {
                using var response = await _client.PostAsJsonAsync(
                    "/complete", new { cid, task = "Answer", input = new[] { new { user_query = $"Q{_asked}" } } });
                if (response.IsSuccessStatusCode) _answered.Enqueue(cid);
                else _failures.Enqueue($"{cid}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException exception)
            {
                _failures.Enqueue($"{cid}: {exception.Message}");
            }
        }
    }
}
