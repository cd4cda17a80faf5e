namespace Miner.Mathematics.Answers.Extraction;

/// <param name="Text">The answer as it was written.</param>
/// <param name="IsMath">Whether it stood between mathematical delimiters.</param>
internal sealed record ExtractedAnswer(string Text, bool IsMath)
{
    /// <summary>The answer without markup around it.</summary>
    public ExtractedAnswer Unwrapped()
    {
        var isMath = IsMath;
        return new ExtractedAnswer(AnswerText.Unwrap(Text, ref isMath), isMath);
    }
}
