using System.Buffers;
using Miner.Infrastructure.Telemetry;

namespace Miner.Api.Settings;

/// <summary>
/// Reads whether and where to export. OpenTelemetry's SDK reads its variables itself, but it keeps quiet about those that it cannot use:
/// what would have it export nothing is looked for here.
/// </summary>
internal static class TelemetrySettings
{
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>A header's name (RFC 9110, 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static TelemetryOptions Read(SettingReader reader, ServerSettings server)
    {
        var endpoint = reader.Address("OTEL_EXPORTER_OTLP_ENDPOINT");
        var protocol = reader.Text(Protocol, "grpc");
        var headers = reader.Text(Headers);
        // Where nothing is exported they may be meant for other programs.
        if (endpoint is not null)
        {
            // As the SDK spells them, which takes no other case.
            if (protocol is not ("grpc" or "http/protobuf")) reader.AddProblem($"{Protocol} must be one of grpc, http/protobuf.");
            if (headers is not null && !AreHeaders(headers))
                reader.AddProblem($"{Headers} must list headers as name=value, separated by commas, with values in percent-encoded ASCII.");
        }

        return new TelemetryOptions { OtlpEndpoint = endpoint, ServiceName = server.MinerName };
    }

    /// <summary>As the SDK reads them: decoded before they are split, and with or without a comma at the end.</summary>
    private static bool AreHeaders(string text)
    {
        var headers = Uri.UnescapeDataString(text);
        return (headers.EndsWith(',') ? headers[..^1] : headers).Split(',').All(IsHeader);
    }

    private static bool IsHeader(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : pair[..equals].Trim();
        return name.Length > 0
            && !name.AsSpan().ContainsAnyExcept(TokenCharacters)
            && pair[equals..].All(character => character is >= ' ' and <= '~');
    }
}
