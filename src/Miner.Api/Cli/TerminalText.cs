using System.Globalization;

namespace Miner.Api.Cli;

/// <summary>Text by others on a terminal.</summary>
internal static class TerminalText
{
    /// <summary>One line, without what a terminal would obey or what turns the order of characters round.</summary>
    public static string Line(string text) => string.Concat(text.Select(character => IsObeyed(character) ? ' ' : character));

    private static bool IsObeyed(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
