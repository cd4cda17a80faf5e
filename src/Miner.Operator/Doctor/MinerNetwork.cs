using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Miner.Operator.Doctor;

/// <summary>How the doctor finds hosts and whom it trusts: the machine's own ways, unless a test says otherwise.</summary>
internal sealed class MinerNetwork
{
    /// <summary>Throws a <see cref="SocketException"/> where the name is unknown.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Trusted instead of the machine's roots, where there are any.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>Tries the host's addresses in turn.</summary>
    /// <exception cref="SocketException">None of them can be reached.</exception>
    public async ValueTask<NetworkStream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(await Resolve(host, cancellationToken), port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Intermediate certificates are not looked for elsewhere, because many callers do not either: the server must send them.
    /// Revocation is not asked for, because the authority's server may be slow or out of reach.
    /// </summary>
    public X509ChainPolicy ChainPolicy(DateTimeOffset now)
    {
        var policy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = now.UtcDateTime,
        };
        if (TrustedRoots.Count == 0) return policy;

        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(TrustedRoots);
        return policy;
    }
}
