using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Miner.Domain.Playbooks;

namespace Miner.Api.Contracts;

/// <summary>The active playbook entries of a conversation.</summary>
/// <param name="Cid">The conversation's id.</param>
/// <param name="EntryCount">How many entries are given.</param>
/// <param name="Entries">The entries, all of them or those of the type that was asked for.</param>
public sealed record PlaybookResponse(string Cid, int EntryCount, IReadOnlyList<PlaybookEntryItem> Entries);

/// <summary>The playbook as a model reads it.</summary>
/// <param name="Cid">The conversation's id.</param>
/// <param name="EntryCount">How many entries the text shows.</param>
/// <param name="TotalEntries">How many entries are active.</param>
/// <param name="FormattedContext">The text; empty when there are no entries.</param>
/// <param name="Context">The same text: some clients read this name.</param>
/// <param name="Entries">The entries that the text shows, in the order in which they matter.</param>
public sealed record PlaybookContextResponse(
    string Cid, int EntryCount, int TotalEntries, string FormattedContext, string Context, IReadOnlyList<PlaybookEntryItem> Entries);

/// <summary>Something that the miner remembers of a user.</summary>
/// <param name="Id">The store's number of the entry.</param>
/// <param name="Cid">The conversation that it was learnt in.</param>
/// <param name="InsightType">What kind of thing it says.</param>
/// <param name="Key">Names the entry: a conversation has one active entry under each key.</param>
/// <param name="Value">What is remembered.</param>
/// <param name="Operation">What was last done to it.</param>
/// <param name="SourceFeedback">The words that it was last changed by.</param>
/// <param name="ConfidenceScore">How sure the model was.</param>
/// <param name="CreatedAt">When it was first inserted.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Version">1 when inserted, one more with every change.</param>
/// <param name="IsActive">Always true here: deleted entries are not given.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="ExtraData">
/// An object with at least <c>helpful</c> and <c>harmful</c>: how often feedback confirmed or contradicted it.
/// </param>
public sealed record PlaybookEntryItem(
    long Id,
    string Cid,
    InsightType InsightType,
    [property: MaxLength(Insight.MaxKey)] string Key,
    string Value,
    InsightOperation Operation,
    string SourceFeedback,
    [property: Range(0.0, 1.0)] double ConfidenceScore,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: Range(1, int.MaxValue)] int Version,
    bool IsActive,
    IReadOnlyList<string> Tags,
    JsonObject ExtraData);
