using Microsoft.Extensions.Logging;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// What is logged of the model's calls, event ids 2000 to 2099, of which 2001 to 2005 are <see cref="Upstreams.UpstreamLog"/>'s and 2008
/// is the application's; never a prompt, an answer, a key or an upstream's words.
/// </summary>
internal static partial class ChatModelLog
{
    /// <summary>A detail: the request's own line adds up all its completions.</summary>
    [LoggerMessage(2000, LogLevel.Debug,
        "Model {Model} answered with {Tokens} tokens in {ElapsedMilliseconds} ms after {Attempts} attempts.")]
    public static partial void Completed(this ILogger logger, string model, long tokens, long elapsedMilliseconds, int attempts);

    [LoggerMessage(2006, LogLevel.Information,
        "{Upstream} refused the request; asking otherwise: format {Format}, {TokenLimit} {MaxTokens}, temperature {HasTemperature}, "
            + "n {HasSampleCount}."
    )]
    public static partial void AskedOtherwise(
        this ILogger logger,
        string upstream,
        AnswerFormat format,
        TokenLimitParameter tokenLimit,
        int maxTokens,
        bool hasTemperature,
        bool hasSampleCount);

    /// <param name="failure">Our own sentence.</param>
    [LoggerMessage(2007, LogLevel.Warning, "No completion of {Upstream} in {ElapsedMilliseconds} ms after {Attempts} attempts: {Failure}")]
    public static partial void NotCompleted(
        this ILogger logger, string upstream, string failure, long elapsedMilliseconds, int attempts);
}
