using System.Globalization;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Evaluation;

/// <summary>What to ask, as the form says it.</summary>
/// <param name="Count">1 to <see cref="EvaluationRuns.MostQuestions"/>.</param>
internal readonly record struct EvaluationForm(int Count, ulong Seed)
{
    /// <returns>Null with what is wrong with which field.</returns>
    public static EvaluationForm? Read(IFormCollection form, out Failure? fault)
    {
        var faults = new List<FieldMessage>();
        if (!int.TryParse(form["count"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > EvaluationRuns.MostQuestions)
            faults.Add(new FieldMessage(["body", "count"], $"A whole number from 1 to {EvaluationRuns.MostQuestions:N0} is needed."));
        if (!ulong.TryParse(form["seed"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            faults.Add(new FieldMessage(["body", "seed"], "A whole number from 0 on, of at most 19 digits, is needed."));
        fault = faults.Count == 0 ? null : new Failure("Not started", "What to ask cannot be read.", faults);
        return fault is null ? new EvaluationForm(count, seed) : null;
    }
}
