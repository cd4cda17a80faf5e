using System.Text;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>The texts of several lines that YAML marks with <c>|</c> or <c>&gt;</c> and indents.</summary>
internal static class BlockScalar
{
    /// <summary>The text of the block that <paramref name="text"/> is, or null when it is none.</summary>
    public static string? Read(string text)
    {
        text = text.TrimStart();
        if (text is not ['|' or '>', ..]) return null;
        var header = text.IndexOf('\n');
        if (header < 0 || !text.AsSpan(1, header - 1).Trim().Trim("+-123456789").IsEmpty) return null;

        var lines = text[(header + 1)..].TrimEnd().Split('\n');
        var indentation = Indentation(Array.Find(lines, line => !string.IsNullOrWhiteSpace(line)) ?? "");
        var block = new StringBuilder(text.Length);
        foreach (var line in lines)
        {
            var content = line[Math.Min(indentation, Indentation(line))..].TrimEnd('\r');
            if (text[0] == '|' && block.Length > 0) block.Append('\n');
            if (text[0] == '>') block.Append(content.Length == 0 ? "\n" : block.Length > 0 && block[^1] != '\n' ? " " : "");
            block.Append(content);
        }

        return block.ToString();
    }

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;
}
