using System.Net;

namespace Miner.Client.Tests;

/// <summary>A service that gives one answer to everything and keeps the last request.</summary>
internal sealed class StubHandler(HttpStatusCode status, string body, string mediaType = "application/json") : HttpMessageHandler
{
    public HttpRequestMessage Request { get; private set; } = null!;

    public string RequestBody { get; private set; } = "";

    public Action<HttpResponseMessage>? Adjust { get; set; }

    public MinerClient Client(string address = "http://miner.test") => new(new HttpClient(this) { BaseAddress = new Uri(address) });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Request = request;
        if (request.Content is not null) RequestBody = await request.Content.ReadAsStringAsync(cancellationToken);
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType) };
        Adjust?.Invoke(response);
        return response;
    }
}
