using System.Security.Cryptography;
using System.Text;

namespace Miner.Api.Limits;

/// <summary>
/// Tells the evaluation of the process's own test page from all other callers: it measures what the miner can do, so that the request
/// limits do not count it. The token is made for the run of the process, and nobody but the page is told it; a key is needed all the same.
/// </summary>
internal sealed class LimitExemption
{
    public const string Header = "X-Limit-Exemption";

    private const int Bytes = 32;

    private readonly byte[] _token;

    public LimitExemption()
    {
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        _token = Encoding.ASCII.GetBytes(Token);
    }

    /// <summary>A secret.</summary>
    public string Token { get; }

    public bool Covers(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var values)
        && values is [{ } given]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _token);
}
