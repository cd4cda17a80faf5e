using System.Text.Json;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>Whether answers are what the contract says, whatever was sent.</summary>
internal static class AnswerChecks
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static DoctorCheck Health(CallResult result)
    {
        if (result is not CallAnswer { Status: 200 } answer) return Faults.Describe(DoctorCheckNames.Health, result);
        return Read<HealthDocument>(answer) switch
        {
            { Status: "healthy" } => new DoctorCheck(DoctorCheckNames.Health, "Healthy.", Latency: answer.Latency),
            { Status: "degraded", ModelAnswers: false } => new DoctorCheck(
                DoctorCheckNames.Health,
                "Degraded: no model answers.",
                "Check that the model runs, and its address, name and key; the miner's log says what failed.",
                answer.Latency),
            { Status: "degraded" } => new DoctorCheck(
                DoctorCheckNames.Health,
                "Degraded: it answers, but cannot store.",
                "Check the folder and the disk that DATABASE_URL names.",
                answer.Latency),
            _ => Malformed(DoctorCheckNames.Health, answer, "status"),
        };
    }

    public static DoctorCheck Capabilities(CallResult result)
    {
        if (result is not CallAnswer { Status: 200 } answer) return Faults.Describe(DoctorCheckNames.Capabilities, result);
        if (Read<CapabilitiesDocument>(answer) is not { Components: { } offered } document)
            return Malformed(DoctorCheckNames.Capabilities, answer, "components");

        var missing = ComponentNames.All.Except(offered, StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? new DoctorCheck(DoctorCheckNames.Capabilities, "All seven components are offered.", Latency: answer.Latency)
            {
                Warning = string.Join(' ', Lacking(document)) is { Length: > 0 } warning ? warning : null,
            }
            : new DoctorCheck(
                DoctorCheckNames.Capabilities,
                $"Not offered: {string.Join(", ", missing)}.",
                "Offer all seven components; see that the address leads to this miner and not to another service.",
                answer.Latency);
    }

    private static IEnumerable<string> Lacking(CapabilitiesDocument document)
    {
        if (document.LlmProvider == "offline")
            yield return "The embedded model answers: it computes mathematics and writes nothing. Set LLM_PROVIDER.";
        if (document.Features is { InternetSearch: false })
            yield return "No search provider is set, so that /internet_search finds nothing. Set SEARCH_PROVIDER.";
    }

    /// <summary>The model that a miner's capabilities name.</summary>
    public static ConfiguredModel Model(CallResult capabilities) =>
        capabilities is CallAnswer { Status: 200 } answer && Read<CapabilitiesDocument>(answer) is { } document
            ? new ConfiguredModel(document.LlmProvider, document.Model)
            : ConfiguredModel.Unknown;

    /// <param name="configured">The model that should answer.</param>
    public static DoctorCheck Component(Component component, string cid, CallResult result, ConfiguredModel configured)
    {
        var name = component.Name();
        if (result is not CallAnswer { Status: 200 } answer) return Faults.Describe(name, result);
        var isWhole = Read<ComponentDocument>(answer) is { Output: { Notebook: not null } output } document
            && document.Cid == cid && document.Component == name && !string.IsNullOrWhiteSpace(output.ImmediateResponse);
        if (!isWhole) return Malformed(name, answer, "cid, component and output");
        var check = configured.IsAnother(answer.Model)
            ? new DoctorCheck(
                name,
                $"{answer.Model} answers in place of {configured.Name}, the miner's model.",
                "Check that the model runs, and its address, name and key; the miner's log says why it did not answer.")
            : new DoctorCheck(name, answer.Model is { } model ? $"{model} answers." : "It answers.");
        return check with { Latency = answer.Latency, Model = answer.Model };
    }

    /// <summary>Whether a caller without the right key was sent away.</summary>
    public static DoctorCheck Refusal(string name, CallResult result) => result switch
    {
        CallAnswer { Status: 401 or 403 } answer => new DoctorCheck(name, $"Refused ({answer.Status}).", Latency: answer.Latency),
        CallAnswer { Status: >= 200 and < 300 } answer => new DoctorCheck(
            name,
            $"Accepted ({answer.Status}): anybody may use this miner.",
            "Set API_KEY, and let the proxy pass X-API-Key on as the caller sent it.",
            answer.Latency),
        _ => Faults.Describe(name, result),
    };

    public static DoctorCheck Deletion(CallResult result) => result switch
    {
        CallAnswer { Status: 200 } answer => new DoctorCheck(
            DoctorCheckNames.Deletion,
            "The conversation of this test is deleted.",
            Latency: answer.Latency),
        CallAnswer { Status: 404 } answer => new DoctorCheck(
            DoctorCheckNames.Deletion,
            "This test left no conversation.",
            Latency: answer.Latency),
        _ => Faults.Describe(DoctorCheckNames.Deletion, result),
    };

    /// <summary>Null where the body is not JSON, has other types, or text that is none.</summary>
    private static T? Read<T>(CallAnswer answer)
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

    private static DoctorCheck Malformed(string name, CallAnswer answer, string wanted) => new(
        name,
        $"The answer is not the contract's JSON: {wanted} missing or wrong.",
        "See that the address leads to the miner itself, not to a page of a proxy or another service.",
        answer.Latency);

    private sealed record HealthDocument(string? Status, bool? ModelAnswers);

    private sealed record CapabilitiesDocument(
        IReadOnlyList<string>? Components, string? LlmProvider, string? Model, FeaturesDocument? Features);

    private sealed record FeaturesDocument(bool? InternetSearch);

    private sealed record ComponentDocument(string? Cid, string? Component, OutputDocument? Output);

    private sealed record OutputDocument(string? ImmediateResponse, string? Notebook);
}
