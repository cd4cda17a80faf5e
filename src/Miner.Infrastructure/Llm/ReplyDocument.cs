using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>A reply's body as one JSON document, whatever form it was sent in.</summary>
internal static class ReplyDocument
{
    /// <summary>
    /// <paramref name="body"/>, less comments before it, or the reply that its server-sent events come to. Invalid UTF-8 and lone
    /// surrogates become U+FFFD. May change the array that it is given, to the same end each time.
    /// </summary>
    /// <param name="join">Puts events together to one JSON object, whose words may need repair.</param>
    /// <exception cref="JsonException">It is not JSON, or was cut.</exception>
    public static JsonDocument Parse(byte[] body, Func<IEnumerable<ServerSentEvent>, byte[]> join)
    {
        var content = EventStream.SkipComments(UpstreamJson.WithoutMark(body));
        if (!EventStream.Is(content.Span)) return JsonDocument.Parse(EventStream.SkipComments(UpstreamJson.Repair(body)));
        try
        {
            // Repaired when it is whole: a part of a text may end in the middle of a character.
            return JsonDocument.Parse(UpstreamJson.Repair(join(EventStream.Read(content))));
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A name or a word of the stream is no text.", exception);
        }
    }
}
