using System.Buffers;

namespace Miner.Application.Recording;

/// <summary>A recorded call in a line.</summary>
/// <param name="Number">Counts the recorded calls since the miner started: tells those apart that share a trace.</param>
/// <param name="TraceId">Names the request, as in the miner's log and in errors.</param>
/// <param name="Time">When it came.</param>
/// <param name="Component">The component that it asked; null of a request to another endpoint, which is recorded where it fails.</param>
/// <param name="Endpoint">Method and route, such as `POST /complete`; method and path where there is no such route.</param>
/// <param name="Caller">The address that it came from.</param>
/// <param name="Key">Which key it carried, by its place in `API_KEY`: `key-1` is the first; null without a right one.</param>
/// <param name="Status">The HTTP status that it was answered with.</param>
/// <param name="Error">Why it failed, in one word, as in `/stats`; null of a success.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Upstream">The upstream that answered last; null where none did.</param>
/// <param name="Model">The model that answered; null where none was asked.</param>
/// <param name="Tokens">The tokens of all prompts and completions.</param>
/// <param name="Samples">How many answers of the model were chosen from.</param>
/// <param name="Cost">What the tokens cost, where a price is known; else null.</param>
/// <param name="Flags">What went another way than most.</param>
/// <param name="Cid">The conversation; null where the request was not read.</param>
/// <param name="Question">The beginning of the queries; null where the request was not read.</param>
/// <param name="Answer">The beginning of the answer, or of what the problem says.</param>
public sealed record CallSummary(
    long Number,
    string TraceId,
    DateTimeOffset Time,
    string? Component,
    string Endpoint,
    string Caller,
    string? Key,
    int Status,
    string? Error,
    double Milliseconds,
    string? Upstream,
    string? Model,
    long Tokens,
    int Samples,
    double? Cost,
    IReadOnlyList<CallFlag> Flags,
    string? Cid,
    string? Question,
    string? Answer)
{
    /// <summary>Whether <paramref name="text"/> stands in one of the texts.</summary>
    internal bool Holds(SearchValues<string> text) =>
        IsIn(Question, text) || IsIn(Answer, text) || IsIn(TraceId, text) || IsIn(Cid, text) || IsIn(Endpoint, text)
        || IsIn(Caller, text) || IsIn(Model, text) || IsIn(Upstream, text);

    private static bool IsIn(string? searched, SearchValues<string> text) => searched.AsSpan().ContainsAny(text);
}
