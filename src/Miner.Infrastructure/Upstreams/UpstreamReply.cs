using System.Net;
using System.Text.Json;

namespace Miner.Infrastructure.Upstreams;

/// <summary>What an answer really says.</summary>
/// <param name="Status">The status that it has by its body, too.</param>
/// <param name="Document">The body of a success, so that it is parsed once; whoever reads it disposes of it. Null of all else.</param>
internal readonly record struct UpstreamReply(HttpStatusCode Status, JsonDocument? Document = null)
{
    /// <summary>Of an answer whose body is <paramref name="document"/>, which is disposed of unless the answer is a success.</summary>
    public static UpstreamReply Of(HttpStatusCode status, JsonDocument document)
    {
        if ((int)status is >= 200 and <= 299) return new UpstreamReply(status, document);
        document.Dispose();
        return new UpstreamReply(status);
    }
}
