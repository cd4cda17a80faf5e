using System.Text.Json;
using AutoMapper;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>The one place where stored values become the domain's, and back.</summary>
internal sealed class RowProfile : Profile
{
    public RowProfile()
    {
        CreateMap<MessageRow, Message>()
            .ForCtorParam(nameof(Message.Role), to => to.MapFrom(row => EnumText<MessageRole>.Parse(row.Role)))
            .ForCtorParam(nameof(Message.Timestamp), to => to.MapFrom(row => UnixMicroseconds.Parse(row.Timestamp)))
            .ForCtorParam(nameof(Message.Origin), to => to.MapFrom(row => EnumText<MessageOrigin>.Parse(row.Origin)));

        CreateMap<ConversationRow, ConversationSummary>()
            .ForCtorParam(nameof(ConversationSummary.CreatedAt), to => to.MapFrom(row => UnixMicroseconds.Parse(row.CreatedAt)))
            .ForCtorParam(nameof(ConversationSummary.LastActivity), to => to.MapFrom(row => UnixMicroseconds.Parse(row.LastActivity)));

        CreateMap<PlaybookEntryRow, PlaybookEntry>()
            .ForCtorParam(nameof(PlaybookEntry.Type), to => to.MapFrom(row => EnumText<InsightType>.Parse(row.Type)))
            .ForCtorParam(nameof(PlaybookEntry.Operation), to => to.MapFrom(row => EnumText<InsightOperation>.Parse(row.Operation)))
            .ForCtorParam(nameof(PlaybookEntry.CreatedAt), to => to.MapFrom(row => UnixMicroseconds.Parse(row.CreatedAt)))
            .ForCtorParam(nameof(PlaybookEntry.UpdatedAt), to => to.MapFrom(row => UnixMicroseconds.Parse(row.UpdatedAt)))
            .ForCtorParam(nameof(PlaybookEntry.Tags), to => to.MapFrom(row => ParseTags(row.Tags)));

        CreateMap<PlaybookEntry, PlaybookEntryRow>()
            .ForMember(row => row.Type, to => to.MapFrom(entry => EnumText<InsightType>.Of(entry.Type)))
            .ForMember(row => row.Operation, to => to.MapFrom(entry => EnumText<InsightOperation>.Of(entry.Operation)))
            .ForMember(row => row.CreatedAt, to => to.MapFrom(entry => UnixMicroseconds.Of(entry.CreatedAt)))
            .ForMember(row => row.UpdatedAt, to => to.MapFrom(entry => UnixMicroseconds.Of(entry.UpdatedAt)))
            .ForMember(row => row.Tags, to => to.MapFrom(entry => FormatTags(entry.Tags)));

        CreateMap<PlaybookChange, AuditRow>()
            .ForMember(row => row.FeedbackId, to => to.Ignore())
            .ForMember(row => row.Outcome, to => to.MapFrom(change => EnumText<PlaybookChangeOutcome>.Of(change.Outcome)))
            .ForMember(row => row.EntryId, to => to.MapFrom(change => change.Entry == null ? (long?)null : change.Entry.Id))
            .ForMember(row => row.Type, to => to.MapFrom(change => EnumText<InsightType>.Of(change.Insight.Type)))
            .ForMember(row => row.Key, to => to.MapFrom(change => change.Insight.Key))
            .ForMember(row => row.Value, to => to.MapFrom(change => change.Insight.Value))
            .ForMember(row => row.Operation, to => to.MapFrom(change => EnumText<InsightOperation>.Of(change.Insight.Operation)))
            .ForMember(row => row.Confidence, to => to.MapFrom(change => change.Insight.Confidence))
            .ForMember(row => row.Tags, to => to.MapFrom(change => FormatTags(change.Insight.Tags)))
            .ForMember(row => row.RejectedJson, to => to.Ignore())
            .ForMember(row => row.RejectedReason, to => to.Ignore());

        CreateMap<RejectedInsight, AuditRow>(MemberList.Source)
            .ForMember(row => row.Outcome, to => to.MapFrom(_ => AuditRow.Rejected))
            .ForMember(row => row.RejectedJson, to => to.MapFrom(item => item.Json))
            .ForMember(row => row.RejectedReason, to => to.MapFrom(item => item.Reason));
    }

    private static string[] ParseTags(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private static string FormatTags(IReadOnlyList<string> tags) => JsonSerializer.Serialize(tags);
}
