namespace Miner.Api.Telemetry;

/// <summary>Why a request failed, in one word for each status that the contract knows.</summary>
internal static class FailureReason
{
    public const string Invalid = "invalid_request";
    public const string UpstreamFailed = "upstream_failed";

    /// <returns>Null of a success.</returns>
    public static string? Of(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => null,
        StatusCodes.Status401Unauthorized => "key_missing",
        StatusCodes.Status403Forbidden => "key_wrong",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status413PayloadTooLarge => "body_too_large",
        StatusCodes.Status429TooManyRequests => "rate_limited",
        StatusCodes.Status499ClientClosedRequest => "abandoned",
        StatusCodes.Status502BadGateway => UpstreamFailed,
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        StatusCodes.Status504GatewayTimeout => "timed_out",
        < StatusCodes.Status500InternalServerError => Invalid,
        _ => "internal_error",
    };
}
