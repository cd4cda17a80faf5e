namespace Miner.Operator.Doctor;

/// <summary>Calls one miner's endpoints, and waits as long as its rate limit asks for, within reason.</summary>
internal sealed class MinerCaller(DoctorConnection connection, TimeProvider time, Uri address)
{
    private const int MaxWaits = 2;

    /// <summary>The contract's limits count by the minute.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(65);

    private readonly string _prefix = address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public Task<CallResult> GetAsync(string path, string? apiKey, CancellationToken cancellationToken) =>
        CallAsync(new MinerCall("GET", At(path), apiKey), cancellationToken);

    public Task<CallResult> PostAsync(string path, string? apiKey, string json, CancellationToken cancellationToken) =>
        CallAsync(new MinerCall("POST", At(path), apiKey, json), cancellationToken);

    public Task<CallResult> DeleteAsync(string path, string? apiKey, CancellationToken cancellationToken) =>
        CallAsync(new MinerCall("DELETE", At(path), apiKey), cancellationToken);

    private Uri At(string path) => new($"{_prefix}/{path}");

    private async Task<CallResult> CallAsync(MinerCall call, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var result = await connection.SendAsync(call, cancellationToken);
            if (result is not CallAnswer { Status: 429, RetryAfter: { } wait } || wait > LongestWait || waits == MaxWaits) return result;
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
