using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Application.Recording;

/// <summary>
/// What happened in a recorded call. `step` counts what happened in order, over all lists; `at_ms` is since the call began. Keys in texts
/// are masked as `***`.
/// </summary>
/// <param name="Input">What was asked; null where the request was not read.</param>
/// <param name="Spans">The steps of its trace, in the order in which they began.</param>
/// <param name="Prompts">What was sent to models, each once.</param>
/// <param name="Completions">What models sent, or failed to.</param>
/// <param name="Events">What happened between the miner and its upstreams, and when the model was asked once more.</param>
/// <param name="Votes">The votes, the last of which counts.</param>
/// <param name="Checks">The answers whose equations were computed.</param>
/// <param name="Stored">What was stored.</param>
/// <param name="Answer">The answer given; null where it failed.</param>
/// <param name="Problem">The problem that it was answered with; null where it succeeded.</param>
/// <param name="Cut">Whether the call had more to tell than is kept of one.</param>
public sealed record CallDetail(
    CallInput? Input,
    IReadOnlyList<CallSpan> Spans,
    IReadOnlyList<CallPrompt> Prompts,
    IReadOnlyList<CallCompletion> Completions,
    IReadOnlyList<CallEvent> Events,
    IReadOnlyList<CallVote> Votes,
    IReadOnlyList<CallCheck> Checks,
    IReadOnlyList<CallStorage> Stored,
    CallOutput? Answer,
    CallProblem? Problem,
    bool Cut);

/// <summary>What a component was asked.</summary>
/// <param name="PreviousOutputs">How many earlier answers came with it; a model that is shown them has them in its messages.</param>
public sealed record CallInput(
    string Cid, string Task, IReadOnlyList<string> Queries, int PreviousOutputs, bool UseConversationHistory, bool UsePlaybook);

/// <summary>A step of the call's trace, or an HTTP request to an upstream.</summary>
/// <param name="ParentSpanId">The span that it is a part of; null where that is the request itself.</param>
/// <param name="DurationMs">Null where it had not ended when the call did.</param>
/// <param name="Error">Why it failed, in one word or as a status; null where it did not.</param>
public sealed record CallSpan(string Name, string SpanId, string? ParentSpanId, double AtMs, double? DurationMs, string? Error);

/// <summary>What was sent to a model.</summary>
/// <param name="Number">Names it in completions, from 1 on.</param>
/// <param name="Schema">The name of the form that the answer should have; null for free text.</param>
/// <param name="Temperature">Null for the configured one.</param>
/// <param name="Samples">How many answers were asked for.</param>
/// <param name="Tools">The names of what the model may call.</param>
public sealed record CallPrompt(
    int Number,
    int Step,
    double AtMs,
    IReadOnlyList<CallMessage> Messages,
    string? Schema,
    double? Temperature,
    int Samples,
    IReadOnlyList<string> Tools);

/// <summary>A message of a prompt.</summary>
/// <param name="Role">`system`, `user`, `assistant`, or `tool` with the result of a call.</param>
public sealed record CallMessage(string Role, string Content);

/// <summary>One upstream's answer to a prompt.</summary>
/// <param name="Step">When it was asked.</param>
/// <param name="Prompt">The number of the prompt.</param>
/// <param name="Upstream">`chat-model`, for a fallback with its name behind it.</param>
/// <param name="DurationMs">Null where it had not ended when the call did.</param>
/// <param name="Model">The model that answered; null where none did.</param>
/// <param name="Failure">Why there is no completion; null where there is one.</param>
/// <param name="Samples">The completion's choices.</param>
public sealed record CallCompletion(
    int Step,
    double AtMs,
    int Prompt,
    string Upstream,
    double? DurationMs,
    string? Model,
    long PromptTokens,
    long CompletionTokens,
    string? Failure,
    IReadOnlyList<CallSample> Samples);

/// <summary>One of a model's answers to a prompt.</summary>
/// <param name="Number">Names it in votes and checks, from 1 on.</param>
/// <param name="Text">The completion, raw.</param>
/// <param name="Reading">What was read from it; null where nothing was.</param>
public sealed record CallSample(
    int Number, string Text, ChoiceEnd End, IReadOnlyList<CallToolUse> ToolCalls, CallReading? Reading);

/// <summary>A tool that a model called.</summary>
public sealed record CallToolUse(string Name, string Arguments);

/// <summary>What was read from a sample.</summary>
/// <param name="Response">The `immediate_response`; empty where there is none.</param>
/// <param name="Notebook">The notebook; empty where there is none.</param>
/// <param name="Insights">How many insights it has; null where it was not read for them.</param>
/// <param name="Rejected">What is wrong with items that are no insights.</param>
/// <param name="Repairs">
/// What was done to the raw text to read it: `free_text` (it is no JSON and was taken as it is), `end_of_turn`, `unquoted`, `thoughts`
/// (taken off), `tolerant_json`, `field_names` (damaged JSON, read by its names alone), `unescaped`, `latex` (backslashes restored),
/// `completed` (the JSON broke off).
/// </param>
/// <param name="FinalAnswer">What it comes to, where the question is mathematical and it comes to something.</param>
public sealed record CallReading(
    int Step,
    string Response,
    string Notebook,
    int? Insights,
    IReadOnlyList<string> Rejected,
    IReadOnlyList<string> Repairs,
    string? FinalAnswer);

/// <summary>Something that happened between the miner and an upstream, or the model being asked once more.</summary>
/// <param name="Event">`answered`, `failed`, `retried`, `waited`, `fell_back`, `hedged` or `re_asked`.</param>
/// <param name="Upstream">Null where the miner chose to.</param>
/// <param name="Reason">Why, where that is known.</param>
public sealed record CallEvent(int Step, double AtMs, string Event, string? Upstream, string? Reason);

/// <summary>A vote.</summary>
/// <param name="OfSamples">Whether samples were voted on; else the request's previous outputs.</param>
/// <param name="Outputs">How many votes there were.</param>
/// <param name="Decided">Whether it stands by itself.</param>
/// <param name="Computed">What the question's formula comes to, one more vote for the group that gives it; null where it has none.</param>
/// <param name="Groups">The votes by answer, the most first; those without a final answer last.</param>
public sealed record CallVote(
    int Step, double AtMs, bool OfSamples, int Outputs, bool Decided, string? Computed, IReadOnlyList<CallVoteGroup> Groups);

/// <summary>Votes that give the same answer.</summary>
/// <param name="Answer">The answer; the beginning of the text where there is no final one.</param>
/// <param name="Final">Whether it is a final answer.</param>
/// <param name="Count">How many gave it.</param>
/// <param name="Samples">The numbers of the samples that gave it; none of previous outputs.</param>
public sealed record CallVoteGroup(string Answer, bool Final, int Count, IReadOnlyList<int> Samples);

/// <summary>The equations that an answer states, computed.</summary>
/// <param name="Sample">The number of the sample that was read as the answer; null where it is none.</param>
/// <param name="Holding">How many hold.</param>
/// <param name="Failing">Those that do not.</param>
public sealed record CallCheck(int Step, double AtMs, int? Sample, int Holding, IReadOnlyList<CallEquation> Failing);

/// <summary>An equation that does not hold.</summary>
/// <param name="Correct">What it comes to.</param>
public sealed record CallEquation(string Text, string Correct);

/// <summary>Something stored.</summary>
/// <param name="Succeeded">False where the store failed; the answer was given all the same.</param>
/// <param name="User">The user's half of the conversation's pair; null where none was to be stored.</param>
/// <param name="Assistant">The miner's half.</param>
/// <param name="Changes">What became of each insight.</param>
public sealed record CallStorage(
    int Step, double AtMs, bool Succeeded, string? User, string? Assistant, IReadOnlyList<CallPlaybookChange> Changes);

/// <summary>What became of one insight.</summary>
public sealed record CallPlaybookChange(
    InsightType InsightType, string Key, string Value, InsightOperation Operation, PlaybookChangeOutcome Outcome);

/// <summary>The answer given.</summary>
/// <param name="Truncated">Whether it is shorter than what there was to say.</param>
public sealed record CallOutput(string ImmediateResponse, string Notebook, bool Truncated);

/// <summary>The problem that a call was answered with.</summary>
/// <param name="Errors">Of a 422, what is wrong with each field.</param>
public sealed record CallProblem(int Status, string Title, string Detail, IReadOnlyList<CallFieldError> Errors);

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The path to it, with dots.</param>
/// <param name="Message">A sentence.</param>
public sealed record CallFieldError(string Field, string Message);
