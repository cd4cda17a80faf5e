using System.ComponentModel.DataAnnotations;
using Miner.Application.Ports;

namespace Miner.Api.Contracts;

/// <summary>Whether the miner can work, and with what.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> while no model answers, or nothing can be stored.</param>
/// <param name="LlmProvider">Where the model is: <c>openai</c>, <c>vllm</c>, <c>anthropic</c> or <c>offline</c>.</param>
/// <param name="Model">The model's name.</param>
/// <param name="ActiveConversations">How many conversations are stored.</param>
/// <param name="Features">What the miner can do.</param>
/// <param name="ModelAnswers">Whether the model, or one in its place, answers; the embedded one computes what it can in any case.</param>
/// <param name="CanStore">Whether conversations and playbooks can be read and changed.</param>
/// <param name="Counters">
/// With whom limits are counted: `local`, with nobody (no REDIS_URL); `shared`, with all replicas; `away`, Redis does not answer and each
/// replica counts for itself. The status is the same with all three.
/// </param>
/// <param name="Note">Something that the operator should know of the model, or null.</param>
public sealed record HealthResponse(
    [property: AllowedValues("healthy", "degraded")] string Status,
    string LlmProvider,
    string Model,
    int ActiveConversations,
    HealthFeatures Features,
    bool ModelAnswers,
    bool CanStore,
    CounterSharing Counters,
    string? Note);

/// <summary>What the miner can do.</summary>
/// <param name="UnifiedApi">Whether all components take the same request.</param>
/// <param name="ConversationHistory">Whether conversations are kept.</param>
/// <param name="PlaybookSystem">Whether the miner learns what users prefer.</param>
public sealed record HealthFeatures(bool UnifiedApi, bool ConversationHistory, bool PlaybookSystem);

/// <summary>What the miner offers.</summary>
/// <param name="MinerName">The name that the operator gave it.</param>
/// <param name="LlmProvider">Where the model is: <c>openai</c>, <c>vllm</c>, <c>anthropic</c> or <c>offline</c>.</param>
/// <param name="Model">The model's name.</param>
/// <param name="ConversationHistoryEnabled">Whether conversations are kept.</param>
/// <param name="MaxConversationMessages">How many messages are kept of each conversation.</param>
/// <param name="MessageRetentionDays">After how many days a message is removed.</param>
/// <param name="Components">The names of the components.</param>
/// <param name="Features">What the miner can do.</param>
public sealed record CapabilitiesResponse(
    string MinerName,
    string LlmProvider,
    string Model,
    bool ConversationHistoryEnabled,
    int MaxConversationMessages,
    int MessageRetentionDays,
    IReadOnlyList<string> Components,
    CapabilityFeatures Features);

/// <summary>What the miner can do.</summary>
/// <param name="UnifiedApi">Whether all components take the same request.</param>
/// <param name="ConversationHistory">Whether conversations are kept.</param>
/// <param name="PlaybookSystem">Whether the miner learns what users prefer.</param>
/// <param name="MajorityVoting">Whether Aggregate votes.</param>
/// <param name="InternetSearch">Whether a search provider is configured.</param>
public sealed record CapabilityFeatures(
    bool UnifiedApi, bool ConversationHistory, bool PlaybookSystem, bool MajorityVoting, bool InternetSearch);

/// <summary>What this service is, for somebody who opens its address.</summary>
/// <param name="Name">The name that the operator gave it.</param>
/// <param name="Status"><c>running</c>.</param>
/// <param name="Architecture">How it is made, in a few words.</param>
/// <param name="Features">What the miner can do.</param>
/// <param name="Endpoints">The components, each with what it does.</param>
/// <param name="ConversationManagement">The endpoints of conversations, each with what it does.</param>
/// <param name="PlaybookEndpoints">The endpoints of the playbook, each with what it does.</param>
/// <param name="OtherEndpoints">All others, each with what it does.</param>
public sealed record ServiceResponse(
    string Name,
    string Status,
    string Architecture,
    HealthFeatures Features,
    IReadOnlyDictionary<string, string> Endpoints,
    IReadOnlyDictionary<string, string> ConversationManagement,
    IReadOnlyDictionary<string, string> PlaybookEndpoints,
    IReadOnlyDictionary<string, string> OtherEndpoints);
