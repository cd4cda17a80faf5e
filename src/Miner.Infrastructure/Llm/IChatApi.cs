using System.Net;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>How one kind of upstream is asked for a chat completion over HTTP, and what it answers.</summary>
internal interface IChatApi
{
    /// <summary>Whether <see cref="ChatRequest.Tools"/> are offered; where they are not, their results go as text.</summary>
    bool TakesTools { get; }

    /// <param name="shape">Which of the optional parameters it carries.</param>
    /// <param name="key">The API key, or null to send none.</param>
    /// <param name="maxTokens">The most tokens of the answer.</param>
    HttpRequestMessage CreateRequest(ChatRequest request, RequestShape shape, string? key, int maxTokens);

    /// <summary>What an answer really says, by its status and body: some upstreams report failures inside a 200.</summary>
    /// <param name="body">May be repaired in place.</param>
    UpstreamReply Meaning(HttpStatusCode status, byte[] body);

    /// <param name="reply">The body of an answer whose <see cref="Meaning"/> is success.</param>
    /// <param name="elapsed">How long the answer took.</param>
    /// <exception cref="ChatModelException">The model refused, or said nothing that can be read.</exception>
    ChatCompletion Read(JsonElement reply, ChatRequest request, TimeSpan elapsed);
}
