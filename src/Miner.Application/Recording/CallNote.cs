using System.Diagnostics;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Voting;
using Miner.Mathematics.Equations;

namespace Miner.Application.Recording;

/// <summary>Something that happened in a call, as whoever did it says it. Nothing of it is copied before the call has ended.</summary>
public abstract record CallNote;

/// <summary>A component was asked.</summary>
public sealed record InputNote(ComponentInput Input) : CallNote;

/// <summary>An upstream was asked for a completion; again where the request had to be changed.</summary>
/// <param name="Call">Stands for the completion in later notes.</param>
public sealed record PromptNote(object Call, string Upstream, ChatRequest Request) : CallNote;

/// <summary>An upstream answered.</summary>
/// <param name="Cost">What its tokens cost; 0 where no price is set.</param>
public sealed record CompletionNote(object Call, ChatCompletion Completion, double Cost) : CallNote;

/// <summary>An upstream gave no completion.</summary>
/// <param name="Reason">Our own sentence, or a word.</param>
public sealed record NoCompletionNote(object Call, string Reason) : CallNote;

/// <summary>What a model's choice was read as.</summary>
/// <param name="Output">Null where it says nothing.</param>
public sealed record ReadingNote(ChatChoice Choice, ComponentOutput? Output, AnswerRepairs Repairs) : CallNote;

/// <summary>A model's choice was read as insights.</summary>
/// <param name="Count">How many insights it has.</param>
/// <param name="Rejected">What is wrong with the items that are none.</param>
public sealed record InsightsNote(ChatChoice Choice, int Count, IReadOnlyList<RejectedInsight> Rejected) : CallNote;

/// <summary>A vote was counted.</summary>
/// <param name="OfSamples">Of a model's samples; else of the caller's previous outputs.</param>
/// <param name="Computed">What the question's formula comes to, which has a vote too; null where there is none.</param>
public sealed record VoteNote(MajorityVote Vote, bool OfSamples, string? Computed = null) : CallNote;

/// <summary>The equations that an answer states were computed.</summary>
public sealed record EquationsNote(string Answer, int Holding, IReadOnlyList<FalseEquation> False) : CallNote;

/// <summary>The conversation's pair was stored, or could not be.</summary>
public sealed record ExchangeNote(Exchange Exchange, bool IsStored) : CallNote;

/// <summary>The playbook was changed.</summary>
public sealed record LessonNote(PlaybookLesson Lesson) : CallNote;

/// <summary>Something happened between the miner and an upstream.</summary>
/// <param name="Complaint">What it did, in our own words, where it failed.</param>
public sealed record UpstreamNote(string Upstream, UpstreamEvent Happened, string? Complaint = null) : CallNote;

/// <summary>The model is asked once more.</summary>
/// <param name="Reason">Our own sentence.</param>
public sealed record ReAskNote(string Reason) : CallNote;

/// <summary>A component answered.</summary>
public sealed record AnswerNote(ComponentOutput Output, ModelUsage Usage) : CallNote;

/// <summary>The request was answered with a problem.</summary>
public sealed record ProblemNote(CallProblem Problem) : CallNote;

/// <summary>An HTTP request to an upstream went out.</summary>
/// <param name="Call">Has one out at a time.</param>
/// <param name="Parent">The step of the trace that it is a part of.</param>
public sealed record AttemptStartNote(object Call, string Upstream, ActivitySpanId Parent) : CallNote;

/// <summary>An HTTP request to an upstream was answered, or lost.</summary>
/// <param name="Error">The status or kind of failure; null of a success.</param>
public sealed record AttemptEndNote(object Call, string? Error) : CallNote;

/// <summary>A step of the request's trace began.</summary>
public sealed record SpanStartNote(Activity Activity) : CallNote;

/// <summary>A step of the request's trace ended.</summary>
public sealed record SpanEndNote(Activity Activity) : CallNote;
