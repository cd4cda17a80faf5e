using System.Net;

namespace Miner.Infrastructure.Upstreams;

/// <summary>The proxy that the environment names (<c>HTTPS_PROXY</c> and its kin), but never for an address of this machine.</summary>
internal sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
