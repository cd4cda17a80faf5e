using System.Text.Json.Nodes;
using AutoMapper;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Api.Contracts;

/// <summary>Contracts from and to what the application works with.</summary>
internal sealed class ContractProfile : Profile
{
    public ContractProfile()
    {
        CreateMap<QueryItem, string>().ConvertUsing(item => item.UserQuery);
        CreateMap<OutputItem, ComponentOutput>().ForMember(output => output.Truncated, map => map.Ignore()).ReverseMap();
        CreateMap<PreviousOutputItem, PreviousOutput>();
        CreateMap<ComponentRequest, ComponentInput>()
            .ForCtorParam(nameof(ComponentInput.Queries), map => map.MapFrom(request => request.Input));

        CreateMap<ConversationPage, ConversationListResponse>()
            .ForCtorParam(nameof(ConversationListResponse.TotalConversations), map => map.MapFrom(page => page.Total));
        CreateMap<ConversationSummary, ConversationItem>()
            .ForCtorParam(nameof(ConversationItem.Messages), map => map.MapFrom(summary => summary.MessageCount))
            .ForCtorParam(nameof(ConversationItem.LastUpdated), map => map.MapFrom(summary => summary.LastActivity));
        CreateMap<Conversation, ConversationResponse>()
            .ForCtorParam(nameof(ConversationResponse.MessageCount), map => map.MapFrom(conversation => conversation.Messages.Count));
        CreateMap<Message, MessageItem>()
            .ForCtorParam(nameof(MessageItem.Role), map => map.MapFrom(message => message.Role.ToString().ToLowerInvariant()));

        CreateMap<MinerStatistics, StatsResponse>()
            .ForCtorParam(
                nameof(StatsResponse.UptimeSeconds),
                map => map.MapFrom(statistics => Math.Round(statistics.Uptime.TotalSeconds, 1)))
            .ForCtorParam(nameof(StatsResponse.Requests), map => map.MapFrom(statistics => statistics.Successes + statistics.Failures));
        CreateMap<ComponentStatistics, ComponentStatsItem>()
            .ForCtorParam(nameof(ComponentStatsItem.Requests), map => map.MapFrom(component => component.Successes + component.Failures));
        CreateMap<RecentEdgesPerMinute, EpmItem>();
        CreateMap<LatencyPercentiles, LatencyItem>();
        CreateMap<VoteStatistics, VotesItem>();
        CreateMap<UpstreamStatistics, UpstreamItem>();
        CreateMap<SecurityStatistics, SecurityItem>();
        CreateMap<StorageStatus, StorageItem>();
        CreateMap<ReplicaTotals, ReplicasItem>()
            .ForCtorParam(nameof(ReplicasItem.Requests), map => map.MapFrom(totals => totals.Successes + totals.Failures));
        CreateMap<MinuteStatistics, MinuteItem>();

        CreateMap<CallPage, CallListResponse>()
            .ForCtorParam(nameof(CallListResponse.TotalCalls), map => map.MapFrom(page => page.Total))
            .ForCtorParam(nameof(CallListResponse.RecordedCalls), map => map.MapFrom(page => page.Recorded))
            .ForCtorParam(nameof(CallListResponse.MaxCalls), map => map.MapFrom(page => page.Options.Calls))
            .ForCtorParam(nameof(CallListResponse.MaxBytes), map => map.MapFrom(page => page.Options.MaxBytes));

        CreateMap<PlaybookEntry, JsonObject>().ConvertUsing(entry => ExtraData(entry));
        CreateMap<PlaybookEntry, PlaybookEntryItem>()
            .ForCtorParam(nameof(PlaybookEntryItem.InsightType), map => map.MapFrom(entry => entry.Type))
            .ForCtorParam(nameof(PlaybookEntryItem.ConfidenceScore), map => map.MapFrom(entry => entry.Confidence))
            .ForCtorParam(nameof(PlaybookEntryItem.ExtraData), map => map.MapFrom(entry => entry));
    }

    private static JsonObject ExtraData(PlaybookEntry entry)
    {
        var data = entry.ExtraData is null ? [] : JsonNode.Parse(entry.ExtraData) as JsonObject ?? [];
        data["helpful"] = entry.Helpful;
        data["harmful"] = entry.Harmful;
        return data;
    }
}
