using System.Net;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The status that a reply really means: servers that have begun to answer, and proxies, tell of failures inside a 200, and OpenAI says
/// "too many requests" where an account is out of credit.
/// </summary>
internal static class CompletionStatus
{
    /// <summary>
    /// The status that the failure in <paramref name="body"/> names, 502 where it names none or there is no completion,
    /// 402 where the account is out of credit; else <paramref name="status"/>. A content filter is no failure: it would filter again.
    /// </summary>
    /// <param name="body">May be changed, as <see cref="CompletionDocument.Parse"/> says.</param>
    public static UpstreamReply Of(HttpStatusCode status, byte[] body)
    {
        var isSuccess = (int)status is >= 200 and <= 299;
        if (!isSuccess && !NamedStatus.MayMeanCredit(status)) return new UpstreamReply(status);
        try
        {
            var document = CompletionDocument.Parse(body);
            var reply = document.RootElement;
            var meant = isSuccess ? OfReply(reply) ?? status
                : NamedStatus.IsOutOfCredit(CompletionDocument.Error(reply) ?? reply, status) ? HttpStatusCode.PaymentRequired
                : status;
            return UpstreamReply.Of(meant, document);
        }
        catch (JsonException)
        {
            return new UpstreamReply(isSuccess ? HttpStatusCode.BadGateway : status);
        }
    }

    /// <summary>Null of a completion.</summary>
    private static HttpStatusCode? OfReply(JsonElement reply)
    {
        if (CompletionDocument.Error(reply) is { } error) return Named(error);
        var choices = CompletionDocument.Choices(reply);
        // Older vLLM sends an error's members without the object around them.
        if (choices.Count == 0) return CompletionDocument.IsPromptFiltered(reply) ? null : Named(reply);
        return choices.All(CompletionDocument.HasFailed) ? Named(CompletionDocument.Error(choices[0]) ?? choices[0]) : null;
    }

    private static HttpStatusCode Named(JsonElement error) => NamedStatus.Of(error) ?? HttpStatusCode.BadGateway;
}
