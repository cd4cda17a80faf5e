using System.Text.Json.Nodes;
using Miner.Domain.Playbooks;

namespace Miner.Api.Contracts;

/// <summary>The active playbook entries of a conversation.</summary>
public sealed record PlaybookResponse(string Cid, int EntryCount, IReadOnlyList<PlaybookEntryItem> Entries);

/// <summary>The playbook as a model reads it.</summary>
/// <param name="EntryCount">How many entries the text shows.</param>
/// <param name="TotalEntries">How many entries are active.</param>
/// <param name="FormattedContext">The text; empty when there are no entries.</param>
/// <param name="Context">The same text: some clients read this name.</param>
public sealed record PlaybookContextResponse(
    string Cid, int EntryCount, int TotalEntries, string FormattedContext, string Context, IReadOnlyList<PlaybookEntryItem> Entries);

/// <summary>Something that the miner remembers of a user.</summary>
/// <param name="Operation">What was last done to it.</param>
/// <param name="SourceFeedback">The words that it was last changed by.</param>
/// <param name="ConfidenceScore">0 to 1.</param>
/// <param name="Version">1 when inserted, one more with every change.</param>
public sealed record PlaybookEntryItem(
    long Id,
    string Cid,
    InsightType InsightType,
    string Key,
    string Value,
    InsightOperation Operation,
    string SourceFeedback,
    double ConfidenceScore,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    bool IsActive,
    IReadOnlyList<string> Tags,
    JsonObject? ExtraData);
