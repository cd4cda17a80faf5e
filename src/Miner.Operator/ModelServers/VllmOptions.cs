namespace Miner.Operator.ModelServers;

/// <summary>What a vLLM server is started with.</summary>
/// <param name="Model">A name on Hugging Face, or a folder.</param>
/// <param name="Port">1 to 65535, of the loopback.</param>
/// <param name="ApiKey">What the server asks its callers for; null for nothing. A secret.</param>
/// <param name="Extra">Further arguments, given as they are after all others.</param>
public sealed record VllmOptions(string Model, int Port, string? ApiKey, IReadOnlyList<string> Extra)
{
    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => Model;
}
