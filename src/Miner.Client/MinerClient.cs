using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Miner.Client;

public partial class MinerClient
{
    /// <summary>Where a call that gives its headers finds them: each flow of calls has its own.</summary>
    private readonly AsyncLocal<StrongBox<MinerResponseHeaders>?> _wantedHeaders = new();

    /// <summary>
    /// A field that is left out has its default; null is refused (422). Enumerations are read by their names in lists, too: what is
    /// generated sees to those that stand alone.
    /// </summary>
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        settings.Converters.Add(new JsonStringEnumConverter());
    }

    /// <summary>A relative address takes the place of what stands behind the last slash of its base: a prefix must end in one.</summary>
    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, StringBuilder urlBuilder)
    {
        if (_httpClient.BaseAddress is { } address && !address.AbsolutePath.EndsWith('/'))
            urlBuilder.Insert(0, address.GetLeftPart(UriPartial.Path) + "/");
    }

    partial void ProcessResponse(HttpClient client, HttpResponseMessage response)
    {
        if (_wantedHeaders.Value is { } wanted)
            wanted.Value = new MinerResponseHeaders(response.Headers.Concat(response.Content.Headers));
    }

    /// <summary>A parameter as one segment of a path.</summary>
    /// <exception cref="ArgumentException">Without it, or with dots alone, the path would be another operation's.</exception>
    private static string PathSegment(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        if (value is "." or "..") throw new ArgumentException("No path can name '.' or '..'.", name);
        return Uri.EscapeDataString(value);
    }

    /// <param name="ask">One call of this client's.</param>
    private async Task<MinerResponse<T>> WithHeadersAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        var headers = new StrongBox<MinerResponseHeaders>(new MinerResponseHeaders([]));
        // Seen by what is called here alone: an asynchronous method does not pass it on to its caller.
        _wantedHeaders.Value = headers;
        var value = await ask().ConfigureAwait(false);
        return new MinerResponse<T>(value, headers.Value!);
    }
}
