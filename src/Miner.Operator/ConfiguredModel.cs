using System.Text.RegularExpressions;

namespace Miner.Operator;

/// <summary>The model that a miner says it is configured with.</summary>
/// <param name="provider">Such as <c>openai</c>; null where the miner names none.</param>
/// <param name="name">Null where the miner names none.</param>
internal sealed partial class ConfiguredModel(string? provider, string? name)
{
    /// <summary>Of the miner's embedded model, which stands in for others and for which nobody does.</summary>
    private const string Embedded = "offline";

    /// <summary>Of a miner that does not tell: nothing can be held against it.</summary>
    public static ConfiguredModel Unknown { get; } = new(provider: null, name: null);

    /// <summary>As the header of its answers would name it; null where the miner names none.</summary>
    public string? Name { get; } = name is null ? null : ModelHeader.Shown(name);

    /// <summary>
    /// Whether <paramref name="answering"/>, the model that an answer names, is another. A dated version of the configured one
    /// (<c>gpt-4o-mini-2024-07-18</c>) is not: providers name what an alias stood for.
    /// </summary>
    /// <param name="answering">Null where the answer names none.</param>
    public bool IsAnother(string? answering)
    {
        if (answering is null || Name is null || provider == Embedded) return false;
        return !answering.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || !Version.IsMatch(answering.AsSpan(Name.Length));
    }

    /// <returns>Provider and name, as far as they are known; null where no name is.</returns>
    public string? Describe() => Name is null ? null : $"{provider} {Name}".Trim();

    [GeneratedRegex(@"\A(-\d{4}-?\d{2}-?\d{2})?\z")]
    private static partial Regex Version { get; }
}
