using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Recording;

namespace Miner.Application.Components;

/// <summary>What was read out of a feedback.</summary>
/// <param name="ModelText">What the model answered; empty where it was computed.</param>
/// <param name="Truncated">True when the model was cut short and may have had more to say.</param>
internal sealed record InsightResult(ReadInsights Read, string ModelText, bool Truncated, ModelUsage Usage)
{
    /// <summary>The insights in a model's choice, or null when it says nothing at all.</summary>
    public static InsightResult? Of(ChatChoice choice, ModelUsage usage)
    {
        if (string.IsNullOrWhiteSpace(choice.Text)) return null;
        var read = InsightReader.Read(choice.Text);
        CallRecord.Current?.Note(new InsightsNote(choice, read.Insights.Count, read.Rejected));
        return new InsightResult(read, choice.Text, choice.End != ChoiceEnd.Complete, usage);
    }
}
