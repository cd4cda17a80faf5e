namespace Miner.Application.Recording;

/// <summary>Something in a recorded call that went another way than most.</summary>
public enum CallFlag
{
    /// <summary>A completion ended before the model had said all, or the answer was over its limits.</summary>
    Cut,

    /// <summary>Another upstream, or the embedded model, was asked because the one before it had failed.</summary>
    Fallback,

    /// <summary>A second call was made beside one that had not answered for long.</summary>
    Hedged,

    /// <summary>The model was asked once more, because what it said was cut, nothing, or false.</summary>
    ReAsked,

    /// <summary>An upstream was asked again after an attempt had failed.</summary>
    Retried,

    /// <summary>The samples, or the previous outputs, came to more than one final answer.</summary>
    SplitVote,

    /// <summary>An answer was read out of damaged JSON.</summary>
    RepairedJson,
}
