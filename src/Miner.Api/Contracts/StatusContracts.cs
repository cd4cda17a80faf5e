namespace Miner.Api.Contracts;

/// <summary>Whether the miner can work, and with what.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> when answers are given but nothing can be stored.</param>
/// <param name="ActiveConversations">How many conversations are stored.</param>
/// <param name="Note">Something that the operator should know of the model, or null.</param>
public sealed record HealthResponse(
    string Status, string LlmProvider, string Model, int ActiveConversations, HealthFeatures Features, string? Note);

public sealed record HealthFeatures(bool UnifiedApi, bool ConversationHistory, bool PlaybookSystem);

/// <summary>What the miner offers.</summary>
public sealed record CapabilitiesResponse(
    string MinerName,
    string LlmProvider,
    string Model,
    bool ConversationHistoryEnabled,
    int MaxConversationMessages,
    int MessageRetentionDays,
    IReadOnlyList<string> Components,
    CapabilityFeatures Features);

public sealed record CapabilityFeatures(
    bool UnifiedApi, bool ConversationHistory, bool PlaybookSystem, bool MajorityVoting, bool InternetSearch);

/// <summary>What this service is, for somebody who opens its address.</summary>
public sealed record ServiceResponse(
    string Name,
    string Status,
    string Architecture,
    HealthFeatures Features,
    IReadOnlyDictionary<string, string> Endpoints,
    IReadOnlyDictionary<string, string> ConversationManagement,
    IReadOnlyDictionary<string, string> PlaybookEndpoints,
    IReadOnlyDictionary<string, string> OtherEndpoints);
