using System.Net;
using System.Text.Json;

namespace Miner.Infrastructure.Llm;

/// <summary>The status that a reply of the Messages API really means, as <see cref="CompletionStatus"/> of Chat Completions.</summary>
internal static class MessagesStatus
{
    /// <summary>
    /// How a 400 begins that means an account without credit, or a limit of spending that was set for it: the API gives it the type of a
    /// bad request.
    /// </summary>
    private static readonly string[] CreditSentences =
        ["Your credit balance is too low", "You have reached your specified API usage limits"];

    /// <summary>
    /// The status that the error in <paramref name="body"/> names, 502 where it names none or there is no message, 402 where the account is
    /// out of credit; else <paramref name="status"/>.
    /// </summary>
    /// <param name="body">May be changed, as <see cref="Upstreams.UpstreamJson.Repair"/> says.</param>
    public static HttpStatusCode Of(HttpStatusCode status, byte[] body)
    {
        var isSuccess = (int)status is >= 200 and <= 299;
        if (!isSuccess && !NamedStatus.MayMeanCredit(status)) return status;
        try
        {
            using var document = MessagesAnswer.Parse(body);
            var error = CompletionDocument.Error(document.RootElement);
            if (error is { } named && IsOutOfCredit(named, status)) return HttpStatusCode.PaymentRequired;
            if (!isSuccess || (error is null && MessagesAnswer.Content(document.RootElement) is not null)) return status;
            return (error is { } inside ? NamedStatus.Of(inside) : null) ?? HttpStatusCode.BadGateway;
        }
        catch (JsonException)
        {
            return isSuccess ? HttpStatusCode.BadGateway : status;
        }
    }

    private static bool IsOutOfCredit(JsonElement error, HttpStatusCode status) =>
        NamedStatus.IsOutOfCredit(error, status)
        || (MessageContent.String(error, "message") is { } message
            && CreditSentences.Any(sentence => message.StartsWith(sentence, StringComparison.OrdinalIgnoreCase)));
}
