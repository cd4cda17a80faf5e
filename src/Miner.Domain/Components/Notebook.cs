namespace Miner.Domain.Components;

/// <summary>The rule of the notebook (contract, "Canvas behaviour").</summary>
public static class Notebook
{
    /// <summary>The literal that stands for "the notebook stays as it was".</summary>
    public const string NoUpdate = "no update";

    /// <summary>Whether <paramref name="notebook"/> is text of its own: not blank and not <see cref="NoUpdate"/>.</summary>
    public static bool IsReal(string notebook) =>
        !string.IsNullOrWhiteSpace(notebook) && !notebook.AsSpan().Trim().Equals(NoUpdate, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The notebook that an answer carries: the model's own when it wrote one, else the latest real one of
    /// <paramref name="previousOutputs"/>, else <see cref="NoUpdate"/>.
    /// </summary>
    public static string Resolve(string answered, IReadOnlyList<PreviousOutput> previousOutputs) =>
        IsReal(answered)
            ? answered
            : previousOutputs.Select(previous => previous.Output.Notebook).LastOrDefault(IsReal) ?? NoUpdate;
}
