namespace Miner.Infrastructure.Llm;

internal static class UpstreamEndpoint
{
    /// <summary><paramref name="path"/> below <paramref name="baseUrl"/>, whose own path and query stay.</summary>
    public static Uri Of(Uri baseUrl, string path)
    {
        var address = new UriBuilder(baseUrl);
        address.Path = $"{address.Path.TrimEnd('/')}/{path}";
        return address.Uri;
    }
}
