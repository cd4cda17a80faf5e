using System.Buffers;
using System.Globalization;
using Miner.Infrastructure.Telemetry;

namespace Miner.Api.Settings;

/// <summary>
/// Reads whether and where to export. OpenTelemetry's SDK reads its variables itself, but it keeps quiet about those that it cannot use:
/// what would have it export nothing is looked for here, and what would have it end the start with an exception.
/// </summary>
internal static class TelemetrySettings
{
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Headers = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>Milliseconds, of which it throws at zero.</summary>
    private static readonly string[] Durations = ["OTEL_EXPORTER_OTLP_TIMEOUT", "OTEL_METRIC_EXPORT_INTERVAL"];

    /// <summary>A header's name (RFC 9110, 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static TelemetryOptions Read(SettingReader reader, ServerSettings server)
    {
        var endpoint = reader.Address("OTEL_EXPORTER_OTLP_ENDPOINT");
        var protocol = reader.Text(Protocol, "grpc");
        var headers = reader.Secret(Headers);
        // Where nothing is exported they may be meant for other programs.
        if (endpoint is not null)
        {
            // As the SDK spells them, which takes no other case.
            if (protocol is not ("grpc" or "http/protobuf")) reader.AddProblem($"{Protocol} must be one of grpc, http/protobuf.");
            if (headers is not null && !AreHeaders(headers))
                reader.AddProblem($"{Headers} must list headers as name=value, separated by commas, with values in percent-encoded ASCII.");
            foreach (var name in Durations.Where(name => reader.Foreign(name) is { } text && !IsPositive(text)))
                reader.AddProblem($"{name} must be a whole number of milliseconds from 1 to {int.MaxValue}.");
        }

        return new TelemetryOptions { OtlpEndpoint = endpoint, ServiceName = server.MinerName };
    }

    private static bool IsPositive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;

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
