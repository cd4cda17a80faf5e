namespace Miner.Application.ModelOutput;

/// <summary>What had to be done to a model's text to read an answer out of it.</summary>
[Flags]
public enum AnswerRepairs
{
    None = 0,

    /// <summary>It is no JSON, and was taken for the response as it is.</summary>
    FreeText = 1,

    /// <summary>A chat template's tokens were taken off its end.</summary>
    EndOfTurn = 2,

    /// <summary>It stood in a JSON string, or in HTML entities.</summary>
    Unquoted = 4,

    /// <summary>The model's thoughts were taken off.</summary>
    Thoughts = 8,

    /// <summary>The JSON was not valid, and was read tolerantly.</summary>
    TolerantJson = 16,

    /// <summary>The JSON was so damaged that the fields were found by their names alone.</summary>
    FieldNames = 32,

    /// <summary>The texts of the JSON were not escaped.</summary>
    Unescaped = 64,

    /// <summary>Commands of LaTeX had lost their backslashes to JSON's escapes.</summary>
    Latex = 128,

    /// <summary>The JSON ended before its last field did.</summary>
    Completed = 256,
}

internal static class AnswerRepairNames
{
    private static readonly (AnswerRepairs Repair, string Name)[] All =
    [
        (AnswerRepairs.FreeText, "free_text"), (AnswerRepairs.EndOfTurn, "end_of_turn"), (AnswerRepairs.Unquoted, "unquoted"),
        (AnswerRepairs.Thoughts, "thoughts"), (AnswerRepairs.TolerantJson, "tolerant_json"), (AnswerRepairs.FieldNames, "field_names"),
        (AnswerRepairs.Unescaped, "unescaped"), (AnswerRepairs.Latex, "latex"), (AnswerRepairs.Completed, "completed"),
    ];

    /// <summary>Whether the JSON that was asked for was not sound.</summary>
    public static bool IsDamagedJson(this AnswerRepairs repairs) =>
        (repairs & (AnswerRepairs.TolerantJson | AnswerRepairs.FieldNames | AnswerRepairs.Unescaped)) != 0;

    /// <summary>Each on its own.</summary>
    public static IReadOnlyList<string> Names(this AnswerRepairs repairs) =>
        [.. All.Where(known => repairs.HasFlag(known.Repair)).Select(known => known.Name)];
}
