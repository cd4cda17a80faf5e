using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>
/// Units as answers write them, with their powers and quotients. Nothing is converted: a metre is not a hundred centimetres.
/// </summary>
internal static partial class UnitPhrase
{
    private const int MaxPhrase = 3;

    /// <summary>
    /// One name for all ways to write a unit: words in lower case and singular, known units by their first name, powers behind
    /// (<c>square centimetres</c>, <c>cm²</c> and <c>cm^2</c> are <c>centimeter^2</c>). Empty for no unit.
    /// </summary>
    /// <param name="text">The unit, with or without quotation marks.</param>
    /// <param name="isUnit">Whether nothing but a unit may stand there, so that symbols of several meanings have this one.</param>
    public static string Canonical(string text, bool isUnit = false)
    {
        var unit = new StringBuilder();
        var pending = "";
        var words = Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Units.TryFind(string.Join(' ', words), out var whole) && IsWholeName(whole, words)) return whole.Key;
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            if (Phrase(words, index) is var (phrase, length))
            {
                AppendWord(unit, phrase + pending);
                pending = "";
                index += length - 1;
                continue;
            }

            switch (word.Trim('.').ToLowerInvariant())
            {
                case "" or "-" or "of" or "the" or "a" or "an":
                    break;
                case "square" or "sq":
                    pending = "^2";
                    break;
                case "cubic" or "cu":
                    pending = "^3";
                    break;
                case "squared" or "²" or "^(2)" or "^2" when unit.Length > 0:
                    unit.Append("^2");
                    break;
                case "cubed" or "³" or "^(3)" or "^3" when unit.Length > 0:
                    unit.Append("^3");
                    break;
                case "^(-1)" or "^-1" or "^(-2)" or "^-2" when unit.Length > 0:
                    Divide(unit, word.Contains('2', StringComparison.Ordinal) ? "^2" : "");
                    break;
                case "per" or "/":
                    AppendWord(unit, "/");
                    break;
                case var name:
                    AppendWord(unit, (ByCase(word.Trim('.')) ?? (isUnit ? Known(word.Trim('.')) : Singular(name))) + pending);
                    pending = "";
                    break;
            }
        }

        return unit.ToString();
    }

    /// <summary>A unit without a square or cube at its end.</summary>
    public static string WithoutPowers(string text)
    {
        var unit = text.Trim();
        foreach (var power in new[] { "²", "³", "^2", "^3", "^(2)", "^(3)" })
        {
            if (unit.EndsWith(power, StringComparison.Ordinal)) return unit[..^power.Length].Trim();
        }

        return unit;
    }

    /// <summary>
    /// Names that are read whole: <c>degrees Fahrenheit</c>, <c>MB</c> and <c>Mb</c>, and <c>in</c>, which within others is a preposition.
    /// </summary>
    private static bool IsWholeName(Unit unit, string[] words) => words switch
    {
        ["in"] => true,
        [{ Length: > 1 }] => unit.Dimension == Dimension.Data,
        [_, _] => unit.Dimension == Dimension.Temperature,
        _ => false,
    };

    /// <summary>
    /// The name of what capitals tell from another: a megawatt from a milliwatt, a newton metre from a nanometre, bytes from bits; else
    /// null.
    /// </summary>
    private static string? ByCase(string word) =>
        Mega().IsMatch(word) ? $"mega{word[1..]}" : Molar().IsMatch(word) ? $"{word[..^1]}molar"
            : word == "Nm" ? "newton-meter" : Rate().IsMatch(word) ? $"byte {word}" : word == "Cal" ? "kilocalorie" : null;

    /// <summary>The key of a unit of several words that begin here, and how many; null where none does.</summary>
    private static (string Key, int Length)? Phrase(string[] words, int index)
    {
        for (var length = Math.Min(MaxPhrase, words.Length - index); length > 1; length--)
        {
            var name = string.Join(' ', words[index..(index + length)]).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
            if (Units.Key(name) is { } key) return (key, length);
        }

        return null;
    }

    /// <summary>Makes the last word a divisor: m s⁻¹ is m/s.</summary>
    private static void Divide(StringBuilder unit, string power)
    {
        var last = unit.ToString().LastIndexOf(' ') + 1;
        var isDivided = unit.ToString().Contains('/', StringComparison.Ordinal);
        if (!isDivided) unit.Insert(last, "/ ");
        unit.Append(power);
    }

    private static void AppendWord(StringBuilder unit, string word) => unit.Append(unit.Length > 0 ? " " : "").Append(word);

    private static string Spaced(string text) =>
        text.Replace("\"", " ", StringComparison.Ordinal)
            .Replace("*", " ", StringComparison.Ordinal)
            .Replace("·", " ", StringComparison.Ordinal)
            .Replace("⋅", " ", StringComparison.Ordinal)
            .Replace("²", " ² ", StringComparison.Ordinal)
            .Replace("³", " ³ ", StringComparison.Ordinal)
            .Replace("⁻¹", " ^-1 ", StringComparison.Ordinal)
            .Replace("⁻²", " ^-2 ", StringComparison.Ordinal)
            .Replace("^", " ^", StringComparison.Ordinal)
            .Replace("/", " / ", StringComparison.Ordinal)
            .Replace("° ", "°", StringComparison.Ordinal);

    /// <summary>The key of a unit, or the word as it is.</summary>
    private static string Known(string word) => Units.TryFind(word, out var unit) ? unit.Key : word;

    private static string Singular(string word)
    {
        if (Units.Key(word) is { } key) return key;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return $"{word[..^3]}y";
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    [GeneratedRegex("^M(?:W|Wh|Hz|Pa|J|V|A|N|eV|g|m|L|l|mol|s|t|T|F|C|Bq|Ω|ohms?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Mega();

    [GeneratedRegex("^[mµμn]M$", RegexOptions.CultureInvariant)]
    private static partial Regex Molar();

    [GeneratedRegex("^[kKMGT]Bps$", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();
}
