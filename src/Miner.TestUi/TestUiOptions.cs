using Miner.TestUi.Calls;

namespace Miner.TestUi;

/// <param name="ListenOn">Where the page is served, such as <c>http://127.0.0.1:7860</c>; port 0 takes any free one.</param>
/// <param name="MinerAddress">The API to ask; null for that of the process that serves the page.</param>
/// <param name="ApiKey">What the miner is asked with. A secret: it stays on the server.</param>
public sealed record TestUiOptions(Uri ListenOn, Uri? MinerAddress, string ApiKey)
{
    /// <summary>
    /// The header by which the process's own miner knows the page's evaluation, whose requests its limits do not count. A secret: it is
    /// sent to no other miner. Null where they are counted as any caller's.
    /// </summary>
    public HttpHeader? Exemption { get; init; }
}
