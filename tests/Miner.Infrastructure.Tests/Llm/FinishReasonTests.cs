using Miner.Application.Ports;
using Miner.Infrastructure.Llm;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class FinishReasonTests
{
    [TestCase("stop")]
    [TestCase("STOP")]
    [TestCase("eos")]
    [TestCase("eos_token")]
    [TestCase("end_turn")]
    [TestCase("stop_sequence")]
    [TestCase("tool_calls")]
    [TestCase("function_call")]
    [TestCase("COMPLETE")]
    public void End_WhenTheModelStopped_IsComplete(string reason) =>
        Assert.That(FinishReason.End(reason), Is.EqualTo(ChoiceEnd.Complete));

    [TestCase("length")]
    [TestCase("MAX_TOKENS")]
    [TestCase("max_output_tokens")]
    public void End_AtTheLimitOfTokens_IsThere(string reason) =>
        Assert.That(FinishReason.End(reason), Is.EqualTo(ChoiceEnd.AtTokenLimit));

    [TestCase(null)]
    [TestCase("content_filter")]
    [TestCase("error")]
    [TestCase("abort")]
    [TestCase("model_length")]
    [TestCase("never heard of")]
    public void End_ForAnyOtherReason_IsBrokenOff(string? reason) =>
        Assert.That(FinishReason.End(reason), Is.EqualTo(ChoiceEnd.BrokenOff));

    [TestCase("content_filter", true)]
    [TestCase("content_filter: RECITATION", true)]
    [TestCase("SAFETY", true)]
    [TestCase("stop", false)]
    [TestCase(null, false)]
    public void IsFilter_OfFiltersWords_IsTrue(string? reason, bool expected) =>
        Assert.That(FinishReason.IsFilter(reason), Is.EqualTo(expected));

    [TestCase("error", true)]
    [TestCase("ERROR", true)]
    [TestCase("insufficient_system_resource", true)]
    [TestCase("stop", false)]
    [TestCase(null, false)]
    public void IsFailure_OfTheServersFaults_IsTrue(string? reason, bool expected) =>
        Assert.That(FinishReason.IsFailure(reason), Is.EqualTo(expected));
}
