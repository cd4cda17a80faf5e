namespace Miner.Operator.Doctor;

/// <summary>One request to a miner.</summary>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="ApiKey">Sent as <c>X-API-Key</c>, unless null. A secret.</param>
/// <param name="Json">The body, or null for none.</param>
internal sealed record MinerCall(string Method, Uri Address, string? ApiKey = null, string? Json = null)
{
    /// <summary>An answer later than this scores nothing.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => $"{Method} {Address}";
}
