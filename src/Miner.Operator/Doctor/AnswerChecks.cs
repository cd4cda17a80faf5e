using System.Text.Json;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>Whether answers are what the contract says, whatever was sent.</summary>
internal static class AnswerChecks
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static MinerCheck Health(ProbeResult result) => result is not ProbeAnswer { Status: 200 } answer
            ? Faults.Describe(CheckNames.Health, result)
            : Read<HealthDocument>(answer)?.Status switch
            {
                "healthy" => new MinerCheck(CheckNames.Health, "Healthy.", Latency: answer.Latency),
                "degraded" => new MinerCheck(
                    CheckNames.Health,
                    "Degraded: it answers, but cannot store.",
                    "Check the folder and the disk that DATABASE_URL names.",
                    answer.Latency),
                _ => Malformed(CheckNames.Health, answer, "status"),
            };

    public static MinerCheck Capabilities(ProbeResult result)
    {
        if (result is not ProbeAnswer { Status: 200 } answer) return Faults.Describe(CheckNames.Capabilities, result);
        if (Read<CapabilitiesDocument>(answer)?.Components is not { } offered)
            return Malformed(CheckNames.Capabilities, answer, "components");

        var missing = ComponentNames.All.Except(offered, StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? new MinerCheck(CheckNames.Capabilities, "All seven components are offered.", Latency: answer.Latency)
            : new MinerCheck(
                CheckNames.Capabilities,
                $"Not offered: {string.Join(", ", missing)}.",
                "Offer all seven components; see that the address leads to this miner and not to another service.",
                answer.Latency);
    }

    public static MinerCheck Component(Component component, string cid, ProbeResult result)
    {
        var name = component.Name();
        if (result is not ProbeAnswer { Status: 200 } answer) return Faults.Describe(name, result);
        var isWhole = Read<ComponentDocument>(answer) is { Output: { Notebook: not null } output } document
            && document.Cid == cid && document.Component == name && !string.IsNullOrWhiteSpace(output.ImmediateResponse);
        return isWhole
            ? new MinerCheck(name, "It answers.", Latency: answer.Latency)
            : Malformed(name, answer, "cid, component and output");
    }

    /// <summary>Whether a caller without the right key was sent away.</summary>
    public static MinerCheck Refusal(string name, ProbeResult result) => result switch
    {
        ProbeAnswer { Status: 401 or 403 } answer => new MinerCheck(name, $"Refused ({answer.Status}).", Latency: answer.Latency),
        ProbeAnswer { Status: >= 200 and < 300 } answer => new MinerCheck(
            name,
            $"Accepted ({answer.Status}): anybody may use this miner.",
            "Set API_KEY, and let the proxy pass X-API-Key on as the caller sent it.",
            answer.Latency),
        _ => Faults.Describe(name, result),
    };

    public static MinerCheck Deletion(ProbeResult result) => result switch
    {
        ProbeAnswer { Status: 200 } answer => new MinerCheck(
            CheckNames.Deletion,
            "The conversation of this test is deleted.",
            Latency: answer.Latency),
        ProbeAnswer { Status: 404 } answer => new MinerCheck(
            CheckNames.Deletion,
            "This test left no conversation.",
            Latency: answer.Latency),
        _ => Faults.Describe(CheckNames.Deletion, result),
    };

    /// <summary>Null where the body is not JSON, has other types, or text that is none.</summary>
    private static T? Read<T>(ProbeAnswer answer)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body.Span, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MinerCheck Malformed(string name, ProbeAnswer answer, string wanted) => new(
        name,
        $"The answer is not the contract's JSON: {wanted} missing or wrong.",
        "See that the address leads to the miner itself, not to a page of a proxy or another service.",
        answer.Latency);

    private sealed record HealthDocument(string? Status);

    private sealed record CapabilitiesDocument(IReadOnlyList<string>? Components);

    private sealed record ComponentDocument(string? Cid, string? Component, OutputDocument? Output);

    private sealed record OutputDocument(string? ImmediateResponse, string? Notebook);
}
