using System.Buffers.Text;
using System.Security.Cryptography;

namespace Miner.Operator.Registration;

/// <summary>Keys of the miner's callers.</summary>
public static class ApiKey
{
    /// <summary>256 random bits as 43 URL-safe characters.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
