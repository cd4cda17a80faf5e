namespace Miner.Mathematics.Language;

/// <summary>
/// Units as answers write them, with their powers and quotients. Nothing is converted: a metre is not a hundred centimetres.
/// </summary>
internal static class UnitPhrase
{
    /// <summary>
    /// One name for all ways to write a unit: words in lower case and singular, known units by their first name, powers behind
    /// (<c>square centimetres</c>, <c>cm²</c> and <c>cm^2</c> are <c>centimeter^2</c>). Empty for no unit.
    /// </summary>
    public static string Canonical(string text)
    {
        var words = new List<string>();
        var pending = "";
        foreach (var word in Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (word.Trim('.').ToLowerInvariant())
            {
                case "" or "of" or "the" or "a" or "an":
                    break;
                case "square" or "sq":
                    pending = "^2";
                    break;
                case "cubic" or "cu":
                    pending = "^3";
                    break;
                case "squared" or "²" or "^(2)" or "^2" when words.Count > 0:
                    words[^1] += "^2";
                    break;
                case "cubed" or "³" or "^(3)" or "^3" when words.Count > 0:
                    words[^1] += "^3";
                    break;
                case "per" or "/":
                    words.Add("/");
                    break;
                case var name:
                    words.Add(Singular(name) + pending);
                    pending = "";
                    break;
            }
        }

        return string.Join(' ', words);
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

    private static string Spaced(string text) =>
        text.Replace("\"", " ", StringComparison.Ordinal)
            .Replace("²", " ² ", StringComparison.Ordinal)
            .Replace("³", " ³ ", StringComparison.Ordinal)
            .Replace("^", " ^", StringComparison.Ordinal)
            .Replace("/", " / ", StringComparison.Ordinal)
            .Replace("° ", "°", StringComparison.Ordinal);

    private static string Singular(string word)
    {
        if (Units.Key(word) is { } key) return key;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return $"{word[..^3]}y";
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }
}
