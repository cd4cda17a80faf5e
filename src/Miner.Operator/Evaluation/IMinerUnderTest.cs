using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>A running miner, asked as the orchestrator would ask it.</summary>
internal interface IMinerUnderTest
{
    /// <summary>Whether the miner answers and takes the key.</summary>
    /// <returns>The model that it names as its own.</returns>
    /// <exception cref="OperatorException">It does not.</exception>
    Task<ConfiguredModel> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Asks one question, without history or playbook.</summary>
    /// <param name="question">At most 10,000 code points.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<MinerReply> AskAsync(string question, CancellationToken cancellationToken);
}

/// <summary>How a miner took a question.</summary>
internal abstract record MinerReply
{
    private MinerReply()
    {
    }

    /// <summary>Under which the miner's log tells of the request; null where none was sent along.</summary>
    public string? TraceId { get; init; }

    /// <param name="Text">What the user reads; may be empty.</param>
    /// <param name="Model">The model that gave the answer; null where the miner names none.</param>
    public sealed record Answered(string Text, string? Model) : MinerReply
    {
        /// <summary>Of prompts and answers together; null where the miner does not tell.</summary>
        public long? Tokens { get; init; }

        /// <summary>The answers that were chosen from; null where the miner does not tell.</summary>
        public int? Samples { get; init; }

        /// <summary>What the tokens cost, in the currency of the miner's prices; null where the miner does not tell.</summary>
        public double? Cost { get; init; }

        /// <summary>Whether the miner says that it is not all of the text.</summary>
        public bool IsCut { get; init; }
    }

    /// <summary>Too many requests (HTTP 429).</summary>
    /// <param name="RetryAfter">When the miner wants to be asked again.</param>
    public sealed record Limited(TimeSpan RetryAfter) : MinerReply;

    /// <param name="Reason">A few words, such as <c>HTTP 502</c>.</param>
    public sealed record Failed(string Reason, WrongAnswerCause Cause = WrongAnswerCause.Failed) : MinerReply;
}
