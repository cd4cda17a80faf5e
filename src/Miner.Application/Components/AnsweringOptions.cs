using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Tools;
using Miner.Domain.Components;
using Miner.Mathematics.Answers.Extraction;

namespace Miner.Application.Components;

/// <summary>How much is done for a good answer.</summary>
public sealed record AnsweringOptions
{
    /// <summary>The most samples that a mathematical question is answered from, 1 to 16; 1 takes no vote.</summary>
    public int SelfConsistencySamples { get; init; } = 1;

    /// <summary>Whether questions are answered in free text instead of JSON; null: where no notebook is in play.</summary>
    public bool? AnswersInText { get; init; }

    /// <summary>Whether equations that an answer states are checked, and the model asked once more when one is false.</summary>
    public bool VerifyArithmetic { get; init; } = true;

    /// <summary>Whether the embedded model answers what it can when the language model's upstream is down.</summary>
    public bool ComputeAsLastResort { get; init; } = true;

    /// <summary>Whether the model may call the calculator while it works on <c>/complete</c> and <c>/refine</c>.</summary>
    public bool OffersCalculator { get; init; }

    /// <summary>What the model may call.</summary>
    internal IReadOnlyList<ChatTool> Tools => OffersCalculator ? [CalculatorTool.Definition] : [];

    /// <summary>How long after its start an answer may still be worked on; then what is in hand decides.</summary>
    public TimeSpan DecideAfter { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Free text for mathematical questions, whose answer is no notebook's, and working before the fields where an earlier answer has a
    /// notebook that may have to change; for all else the fields alone, as only the model can tell whether a notebook is wanted.
    /// </summary>
    internal AnswerStyle StyleFor(ComponentInput input)
    {
        if (AnswersInText is { } text) return text ? AnswerStyle.Text : AnswerStyle.Fields;
        if (input.PreviousOutputs.Any(previous => Notebook.IsReal(previous.Output.Notebook))) return AnswerStyle.WorkingThenFields;
        return input.Queries.All(MathematicalQuestion.Is) ? AnswerStyle.Text : AnswerStyle.Fields;
    }
}
