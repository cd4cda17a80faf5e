
namespace Miner.Operator.Doctor;

/// <summary>Calls one miner's endpoints, and waits as long as its rate limit asks for, within reason.</summary>
internal sealed class MinerCaller(IMinerProbe probe, TimeProvider time, Uri address)
{
    private const int MaxWaits = 2;

    /// <summary>The contract's limits count by the minute.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(65);

    private readonly string _prefix = address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public Task<ProbeResult> GetAsync(string path, string? apiKey, CancellationToken cancellationToken) =>
        CallAsync(new ProbeRequest("GET", At(path), apiKey), cancellationToken);

    public Task<ProbeResult> PostAsync(string path, string? apiKey, string json, CancellationToken cancellationToken) =>
        CallAsync(new ProbeRequest("POST", At(path), apiKey, json), cancellationToken);

    public Task<ProbeResult> DeleteAsync(string path, string? apiKey, CancellationToken cancellationToken) =>
        CallAsync(new ProbeRequest("DELETE", At(path), apiKey), cancellationToken);

    private Uri At(string path) => new($"{_prefix}/{path}");

    private async Task<ProbeResult> CallAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var result = await probe.SendAsync(request, cancellationToken);
            if (result is not ProbeAnswer { Status: 429, RetryAfter: { } wait } || wait > LongestWait || waits == MaxWaits) return result;
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
