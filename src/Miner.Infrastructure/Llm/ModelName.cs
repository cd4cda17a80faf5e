namespace Miner.Infrastructure.Llm;

/// <summary>The name of the model that answered, as an upstream gives it.</summary>
internal static class ModelName
{
    private const int MaxLength = 200;

    private static readonly string[] FileExtensions = [".gguf", ".bin", ".safetensors"];

    /// <summary>
    /// <paramref name="name"/>, or null where it cannot be shown: llama.cpp and vLLM give the file that they were started with, which is
    /// nobody's business.
    /// </summary>
    public static string? Shown(string? name) =>
        name is { Length: > 0 and <= MaxLength } && !name.Any(char.IsControl) && !IsFile(name) ? name : null;

    private static bool IsFile(string name) =>
        name[0] is '/' or '.' or '~'
        || name.Contains('\\', StringComparison.Ordinal)
        || (name.Length > 2 && char.IsAsciiLetter(name[0]) && name[1] == ':' && name[2] == '/')
        || FileExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
