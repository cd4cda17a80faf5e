using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Miner.Api.Documentation;

/// <summary>
/// The document as it is sent. It is written once, as writing it for every caller would give anybody a cheap way to keep the processor
/// busy, and sent piece by piece: a caller who does not read costs one piece, not all.
/// </summary>
internal sealed class OpenApiFile
{
    private const string DocumentName = "v1";
    private const string MediaType = $"{MediaTypeNames.Application.Json}; charset=utf-8";

    private readonly Lazy<Task<byte[]>> _content;

    public OpenApiFile([FromKeyedServices(DocumentName)] IOpenApiDocumentProvider documents, IOptionsMonitor<OpenApiOptions> options) =>
        _content = new Lazy<Task<byte[]>>(() => WriteAsync(documents, options.Get(DocumentName).OpenApiVersion));

    public async Task<IResult> ServeAsync() => Results.Stream(new MemoryStream(await _content.Value, writable: false), MediaType);

    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider documents, OpenApiSpecVersion version)
    {
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        using var written = new MemoryStream();
        await document.SerializeAsJsonAsync(written, version, CancellationToken.None);
        return written.ToArray();
    }
}
