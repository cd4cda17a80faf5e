using System.Net.Http.Headers;
using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi.Calls;

/// <summary>Why there is no answer, in words for the page.</summary>
/// <param name="Fields">What is wrong with each field.</param>
/// <param name="RetryAt">When asking again may help.</param>
/// <param name="TraceId">Finds the request in the miner's log.</param>
public sealed record Failure(
    string Title,
    string Detail,
    IReadOnlyList<FieldMessage>? Fields = null,
    TimeSpan? RetryAfter = null,
    DateTimeOffset? RetryAt = null,
    string? TraceId = null)
{
    internal static Failure Of(Exception exception, Uri address, DateTimeOffset now) => exception switch
    {
        ApiException<ProblemDetails> problem => Of(problem, now),
        ArgumentException argument => new Failure(
            "Not sent",
            "There can be nothing of this name.",
            [new FieldMessage(["path", argument.ParamName ?? ""], "An id is needed.")]),
        ApiException answer => new Failure(
            $"{answer.StatusCode}: not an answer of the miner's API",
            $"What came from {address} is not what the API's document describes."),
        HttpRequestException connection => new Failure(
            "The miner cannot be reached",
            $"{address}: {Words(connection.HttpRequestError)}."),
        _ => new Failure("No answer in time", $"{address} did not answer in time."),
    };

    private static Failure Of(ApiException<ProblemDetails> exception, DateTimeOffset now)
    {
        var problem = exception.Result;
        var wait = RetryAfterOf(exception, now);
        return new Failure(
            $"{exception.StatusCode} {problem.Title}",
            problem.Detail,
            [.. (problem.Errors ?? []).Select(error => new FieldMessage([.. error.Loc.Select(Text)], error.Msg))],
            wait,
            wait is { } time ? now + time : null,
            problem.TraceId);
    }

    private static string Text(JsonElement part) => part.ValueKind == JsonValueKind.String ? part.GetString()! : part.GetRawText();

    /// <summary>Seconds or a date (RFC 9110, 10.2.3).</summary>
    private static TimeSpan? RetryAfterOf(ApiException exception, DateTimeOffset now)
    {
        if (!exception.Headers.TryGetValue("Retry-After", out var values)) return null;
        if (!RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var header)) return null;
        var wait = header.Delta ?? header.Date - now;
        return wait > TimeSpan.Zero && wait < TimeSpan.FromDays(1) ? wait : null;
    }

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "no such name",
        HttpRequestError.ConnectionError => "nothing listens there",
        HttpRequestError.SecureConnectionError => "the secure connection failed",
        HttpRequestError.ConfigurationLimitExceeded => "the answer is too large",
        _ => "the connection failed",
    };
}

/// <param name="Loc">The path of names and indexes to the field, from <c>body</c>, <c>path</c> or <c>query</c>.</param>
public sealed record FieldMessage(IReadOnlyList<string> Loc, string Text);
