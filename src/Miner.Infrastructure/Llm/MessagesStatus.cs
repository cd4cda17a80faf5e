using System.Net;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

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
    /// <param name="body">May be changed, as <see cref="ReplyDocument.Parse"/> says.</param>
    public static UpstreamReply Of(HttpStatusCode status, byte[] body)
    {
        var isSuccess = (int)status is >= 200 and <= 299;
        if (!isSuccess && !NamedStatus.MayMeanCredit(status)) return new UpstreamReply(status);
        try
        {
            var document = MessagesAnswer.Parse(body);
            var error = CompletionDocument.Error(document.RootElement);
            var isMessage = error is null && MessagesAnswer.Content(document.RootElement) is not null;
            var meant = error is { } named && IsOutOfCredit(named, status) ? HttpStatusCode.PaymentRequired
                : !isSuccess || isMessage ? status
                : (error is { } inside ? NamedStatus.Of(inside) : null) ?? HttpStatusCode.BadGateway;
            return UpstreamReply.Of(meant, document);
        }
        catch (JsonException)
        {
            return new UpstreamReply(isSuccess ? HttpStatusCode.BadGateway : status);
        }
    }

    private static bool IsOutOfCredit(JsonElement error, HttpStatusCode status) =>
        NamedStatus.IsOutOfCredit(error, status)
        || (MessageContent.String(error, "message") is { } message
            && CreditSentences.Any(sentence => message.StartsWith(sentence, StringComparison.OrdinalIgnoreCase)));
}
