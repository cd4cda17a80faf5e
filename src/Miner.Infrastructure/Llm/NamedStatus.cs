using System.Globalization;
using System.Net;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>The HTTP status that an error object stands for, by its numbers or by the words of OpenAI, Messages and their kin.</summary>
internal static class NamedStatus
{
    private const int MaxWord = 100;
    private const int MaxMessage = 4000;

    private static readonly string[] Numbers = ["code", "status", "status_code", "http_status", "http_code"];
    private static readonly string[] Words = ["code", "status", "type", "error_type"];

    /// <summary>Parts of an error's code or type, letters and digits only, the surest first.</summary>
    private static readonly (string Part, HttpStatusCode Status)[] Meanings =
    [
        ("insufficientquota", HttpStatusCode.PaymentRequired),
        ("insufficientuserquota", HttpStatusCode.PaymentRequired),
        ("insufficientcredit", HttpStatusCode.PaymentRequired),
        ("insufficientbalance", HttpStatusCode.PaymentRequired),
        ("insufficientfund", HttpStatusCode.PaymentRequired),
        ("exceededcurrentquota", HttpStatusCode.PaymentRequired),
        ("billing", HttpStatusCode.PaymentRequired),
        ("payment", HttpStatusCode.PaymentRequired),
        ("arrear", HttpStatusCode.PaymentRequired),
        ("ratelimit", HttpStatusCode.TooManyRequests),
        ("toomanyrequests", HttpStatusCode.TooManyRequests),
        ("throttl", HttpStatusCode.TooManyRequests),
        ("resourceexhausted", HttpStatusCode.TooManyRequests),
        ("overload", UpstreamException.SiteOverloaded),
        ("unavailable", HttpStatusCode.ServiceUnavailable),
        ("timeout", HttpStatusCode.GatewayTimeout),
        ("timedout", HttpStatusCode.GatewayTimeout),
        ("deadlineexceeded", HttpStatusCode.GatewayTimeout),
        ("contextlength", HttpStatusCode.BadRequest),
        ("contextwindow", HttpStatusCode.BadRequest),
        ("contextsize", HttpStatusCode.BadRequest),
        ("contentfilter", HttpStatusCode.BadRequest),
        ("contentpolicy", HttpStatusCode.BadRequest),
        ("toolarge", HttpStatusCode.RequestEntityTooLarge),
        ("invalidapikey", HttpStatusCode.Unauthorized),
        ("authentication", HttpStatusCode.Unauthorized),
        ("unauthorized", HttpStatusCode.Unauthorized),
        ("permission", HttpStatusCode.Forbidden),
        ("forbidden", HttpStatusCode.Forbidden),
        ("notfound", HttpStatusCode.NotFound),
        ("invalidrequest", HttpStatusCode.BadRequest),
        ("invalidargument", HttpStatusCode.BadRequest),
        ("badrequest", HttpStatusCode.BadRequest),
        ("validation", HttpStatusCode.BadRequest),
        ("servererror", HttpStatusCode.InternalServerError),
        ("internal", HttpStatusCode.InternalServerError),
        ("apierror", HttpStatusCode.InternalServerError),
    ];

    private static readonly string[] CreditPhrases =
    [
        "exceeded your current quota", "credit balance is too low", "insufficient credit", "insufficient balance", "insufficient quota",
        "out of credit", "billing hard limit", "more credits",
    ];

    /// <summary>What Gemini adds where a limit by the minute is reached, which it words like an account without credit.</summary>
    private static readonly string[] WaitPhrases = ["retry in", "retry after", "try again in"];

    /// <summary>The status from 400 to 599, or null where it names none.</summary>
    /// <param name="error">An object, or a sentence alone. What an upstream quotes in a sentence never speaks of credit or a key.</param>
    public static HttpStatusCode? Of(JsonElement error)
    {
        var number = Numbers.Select(name => Number(error.Property(name))).FirstOrDefault(status => status is not null) ?? Number(error);
        if (IsOutOfCredit(error, number ?? default)) return HttpStatusCode.PaymentRequired;
        return number
            ?? Codes(error).Select(Meaning).FirstOrDefault(status => status is not null)
            ?? (Meaning(Text(error) ?? Text(error.Property("message"))) is { } meant && (int)meant is 429 or >= 500 ? meant : null);
    }

    /// <summary>Whether servers are known to answer with <paramref name="status"/> where an account is out of credit.</summary>
    public static bool MayMeanCredit(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest;

    /// <summary>Whether the account is out of credit: waiting would not help.</summary>
    /// <param name="status">The reply's own, or the number that the error names.</param>
    public static bool IsOutOfCredit(JsonElement error, HttpStatusCode status) =>
        Codes(error).Any(code => Meaning(code) == HttpStatusCode.PaymentRequired)
        || (status == HttpStatusCode.TooManyRequests
            && Text(error.Property("message")) is { } message
            && Has(message, CreditPhrases)
            && !Has(message, WaitPhrases));

    /// <summary>The words of an error; one that is a word alone is its own.</summary>
    private static IEnumerable<string?> Codes(JsonElement error) =>
        Text(error) is { } alone && !alone.Any(char.IsWhiteSpace) ? [alone] : Words.Select(name => Text(error.Property(name)));

    private static bool Has(string message, string[] phrases) =>
        phrases.Any(phrase => message.AsSpan().Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static HttpStatusCode? Number(JsonElement? value)
    {
        var number = value is { ValueKind: JsonValueKind.Number } given && given.TryGetInt32(out var whole) ? whole
            : int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written
            : 0;
        return number is >= 400 and <= 599 ? (HttpStatusCode)number : null;
    }

    private static HttpStatusCode? Meaning(string? text)
    {
        if (text is null) return null;
        var word = string.Concat(text.Take(MaxWord).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Meanings
            .Where(meaning => word.Contains(meaning.Part, StringComparison.Ordinal))
            .Select(meaning => (HttpStatusCode?)meaning.Status)
            .FirstOrDefault();
    }

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } given
            ? given[..Math.Min(given.Length, MaxMessage)]
            : null;
}
