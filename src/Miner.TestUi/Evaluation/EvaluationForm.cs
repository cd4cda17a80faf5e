using System.Globalization;
using Miner.Mathematics.Numbers;
using Miner.Operator;
using Miner.Operator.Evaluation.Scoring;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Evaluation;

/// <summary>What to ask, as the form says it.</summary>
/// <param name="Count">1 to <see cref="EvaluationRuns.MostQuestions"/>.</param>
/// <param name="Field">Null where the miner is weighed against none.</param>
internal sealed record EvaluationForm(int Count, ulong Seed, OtherMiners? Field)
{
    /// <returns>Null with what is wrong with which field.</returns>
    public static EvaluationForm? Read(IFormCollection form, out Failure? fault)
    {
        OtherMiners? field = null;
        var faults = new List<FieldMessage>();
        if (!WholeNumber.TryRead(form["count"].ToString().Trim(), NumberStyles.None, out int count)
            || count is < 1 or > EvaluationRuns.MostQuestions)
            faults.Add(new FieldMessage(["body", "count"], $"A whole number from 1 to {EvaluationRuns.MostQuestions:N0} is needed."));
        if (!WholeNumber.TryRead(form["seed"].ToString().Trim(), NumberStyles.None, out ulong seed))
            faults.Add(new FieldMessage(["body", "seed"], "A whole number from 0 on, of at most 19 digits, is needed."));
        if (form.Files.GetFile("field") is { Length: > 0 } file)
        {
            try
            {
                field = OtherMiners.Read(file.FileName, Read(file));
            }
            catch (OperatorException exception)
            {
                faults.Add(new FieldMessage(["body", "field"], exception.Message));
            }
        }

        fault = faults.Count == 0 ? null : new Failure("Not started", "What to ask cannot be read.", faults);
        return fault is null ? new EvaluationForm(count, seed, field) : null;
    }

    /// <summary>The whole of a file that was sent along.</summary>
    public static byte[] Read(IFormFile file)
    {
        using var content = new MemoryStream((int)file.Length);
        file.CopyTo(content);
        return content.ToArray();
    }
}
