namespace Miner.Domain.Components;

/// <summary>The rule of the notebook (contract, "Canvas behaviour").</summary>
public static class Notebook
{
    /// <summary>The literal that stands for "the notebook stays as it was".</summary>
    public const string NoUpdate = "no update";

    // As models write it: No update., no_update, (no update)
    private const string Around = " \t\r\n.\"'`*()[]<>";

    /// <summary>
    /// Whether <paramref name="notebook"/> is text of its own: not blank and not <see cref="NoUpdate"/>, however that is punctuated.
    /// </summary>
    public static bool IsReal(string notebook)
    {
        if (string.IsNullOrWhiteSpace(notebook)) return false;
        var words = notebook.AsSpan().Trim(Around);
        return !words.Equals(NoUpdate, StringComparison.OrdinalIgnoreCase)
            && !words.Equals("no_update", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The notebook that an answer carries: the model's own when it wrote one, else the latest real one of
    /// <paramref name="previousOutputs"/>, else <see cref="NoUpdate"/>.
    /// </summary>
    public static string Resolve(string answered, IReadOnlyList<PreviousOutput> previousOutputs) =>
        IsReal(answered)
            ? answered
            : previousOutputs.Select(previous => previous.Output.Notebook).LastOrDefault(IsReal) ?? NoUpdate;
}
