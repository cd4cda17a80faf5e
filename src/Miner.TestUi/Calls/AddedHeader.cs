namespace Miner.TestUi.Calls;

/// <summary>Sends a header with every request.</summary>
internal sealed class AddedHeader(HttpHeader header, HttpMessageHandler connections) : DelegatingHandler(connections)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
