namespace Miner.Application.ModelOutput;

/// <summary>In which form a model is asked to answer.</summary>
public enum AnswerStyle
{
    /// <summary>A JSON object with the two fields.</summary>
    Fields,

    /// <summary>The same with a field before them for the working, so that the model thinks before it commits to a result.</summary>
    WorkingThenFields,

    /// <summary>
    /// Free text that ends in the marked answer: having to write JSON costs models right answers to hard questions (arXiv:2606.09410).
    /// </summary>
    Text,
}
