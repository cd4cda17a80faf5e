namespace Miner.Mathematics.Language;

/// <summary>Units of measurement and of money by their many names. Nothing is converted: a metre is not a hundred centimetres.</summary>
internal static class AnswerUnits
{
    private static readonly Dictionary<string, string> Names = Index(
        "dollar dollars usd $ buck bucks", "cent cents ¢", "euro euros eur €", "sterling £ gbp", "pound pounds", "yen ¥ jpy",
        "yuan cny rmb",
        "rupee rupees ₹ inr rs",
        "millimeter millimeters millimetre millimetres mm", "centimeter centimeters centimetre centimetres cm cms",
        "meter meters metre metres m", "kilometer kilometers kilometre kilometres km kms", "inch inches", "foot feet ft", "yard yards yd",
        "mile miles mi",
        "milligram milligrams mg", "gram grams g", "kilogram kilograms kg kgs", "tonne tonnes ton tons", "ounce ounces oz", "lb lbs",
        "milliliter milliliters millilitre millilitres ml", "liter liters litre litres l", "gallon gallons gal", "cup cups",
        "second seconds sec secs s", "minute minutes min mins", "hour hours hr hrs h", "day days", "week weeks", "month months",
        "year years yr yrs",
        "degree degrees deg °", "radian radians rad", "percent percents percentage pct %", "unit units",
        "hertz hz", "watt watts", "joule joules", "newton newtons", "volt volts", "ohm ohms", "°c", "°f");

    private static readonly Dictionary<string, string> Speeds = new(StringComparer.Ordinal)
    {
        ["mph"] = "mile / hour",
        ["kph"] = "kilometer / hour",
        ["kmh"] = "kilometer / hour",
        ["kmph"] = "kilometer / hour",
    };

    private static readonly HashSet<string> Currencies = ["dollar", "cent", "euro", "sterling", "yen", "yuan", "rupee"];

    // A single letter is a unit only where nothing else speaks for a variable; these are seldom variables behind a number.
    private const string Letters = "mgshLl";

    /// <summary>Whether <paramref name="word"/> names a unit, in any form; single letters do not.</summary>
    public static bool IsKnown(string word) => word.Split('/') switch
    {
        [{ Length: > 1 } name] => Names.ContainsKey(name.ToLowerInvariant()) || Speeds.ContainsKey(name.ToLowerInvariant()),
        [var dividend, var divisor] => IsKnownOrLetter(dividend) && IsKnownOrLetter(divisor),
        _ => false,
    };

    private static bool IsKnownOrLetter(string word) => word is [var letter] ? IsLetter(letter) : IsKnown(word);

    public static bool IsLetter(char letter) => Letters.Contains(letter, StringComparison.Ordinal);

    public static bool IsCurrency(char character) => character is '$' or '€' or '£' or '¥' or '₹' or '¢';

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

    /// <summary>
    /// Whether two canonical units may belong to equal answers: either is missing, or they are the same, or one says more than the other
    /// of the same thing (<c>duck egg</c> and <c>egg</c>, <c>dollar / day</c> and <c>dollar</c>; but a metre per second is no metre).
    /// </summary>
    public static bool Agree(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0 || left == right || IsPound(left, right) || IsPound(right, left)) return true;

        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var said = shorter.Split(' ');
        var more = longer.Split(' ').Except(said).ToList();
        if (!said.All(longer.Split(' ').Contains)) return false;
        return !said.Any(IsMeasure) || !more.Any(word => word == "/" || IsMeasure(word));
    }

    /// <summary>A pound is one of weight or one of money.</summary>
    private static bool IsPound(string unit, string other) => unit == "pound" && other is ("lb" or "sterling");

    private static bool IsMeasure(string word) => Names.ContainsKey(word.Split('^')[0]) && !Currencies.Contains(word);

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
        if (Names.TryGetValue(word, out var name) || Speeds.TryGetValue(word, out name)) return name;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return $"{word[..^3]}y";
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static Dictionary<string, string> Index(params string[] groups) =>
        groups.Select(group => group.Split(' '))
            .SelectMany(names => names.Select(name => (name, names[0])))
            .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
}
