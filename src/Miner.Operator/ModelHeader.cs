namespace Miner.Operator;

/// <summary>
/// The header in which an answer names the model that gave it; without one, no model was asked, or the miner does not tell.
/// </summary>
internal static class ModelHeader
{
    public const string Name = "X-Model";

    private const int MaxLength = 100;

    /// <param name="values">The header's, or null without one.</param>
    public static string? Read(IEnumerable<string>? values) => values?.FirstOrDefault() is { Length: > 0 } value ? Shown(value) : null;

    /// <summary>A model's name as the header spells it, visible ASCII, so that it cannot write to a terminal what it likes.</summary>
    public static string Shown(string name) =>
        string.Concat(name.Take(MaxLength).Select(character => character is > ' ' and <= '~' ? character : '_'));
}
