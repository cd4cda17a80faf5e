using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>What tells the currency before a number: <c>US$5</c>, <c>A$5</c>, <c>EUR 5</c>, <c>Rs. 5</c>.</summary>
internal static partial class CurrencyNotation
{
    private const int MaxLength = 8;

    /// <summary><paramref name="text"/> with the currency's code behind its number, and without full stops in it.</summary>
    public static string Spell(string text)
    {
        text = text.Replace("U.S. dollar", "US dollar", StringComparison.Ordinal);
        if (Leading().Match(text) is not { Success: true } match) return text;

        var (country, number) = (match.Groups["country"], match.Groups["number"].Value);
        var code = country.Success ? Code(country.Value) : match.Groups["code"].Value.TrimEnd('.');
        return $@"{match.Groups["sign"].Value}{number} \text{{ {code}}}";
    }

    /// <summary>Where what tells the currency begins before <paramref name="index"/>; that index where nothing does.</summary>
    /// <param name="index">Where a number begins, with its sign of money.</param>
    /// <param name="start">Where the text begins that may hold it.</param>
    public static int Start(string text, int index, int start)
    {
        var last = index > start && text[index - 1] == ' ' ? index - 2 : index - 1;
        if (last < start || !(char.IsAsciiLetterUpper(text[last]) || text[last] is 's' or '.')) return index;

        var from = Math.Max(start, index - MaxLength);
        var match = Behind().Match(text[from..index] + (text[index] == '$' ? "$" : "0"));
        return match.Success ? from + match.Index : index;
    }

    private static string Code(string country) => country switch
    {
        "A" or "AU" => "AUD",
        "C" or "CA" or "CAN" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" or "SG" => "SGD",
        "NT" => "TWD",
        "R" => "BRL",
        "MX" => "MXN",
        _ => "USD",
    };

    private const string Countries = @"(?<country>US|U\.S\.|AU?|CAN?|C|NZ|HK|SG?|NT|R|MX)";

    private const string Codes =
        @"(?<code>USD|EUR|GBP|JPY|CNY|RMB|INR|AUD|CAD|NZD|HKD|SGD|TWD|CHF|SEK|NOK|DKK|MXN|BRL|KRW|RUB|ZAR|PLN|THB|Rs\.?)";

    [GeneratedRegex(
        @"^(?<sign>[-−]?)(?:(?:\\(?:text|mathrm)\{ ?)?(?:" + Countries + @"(?:\}?\\?\$\}?)|" + Codes + @" ?\}?(?:~|\\[ ,])?)) ?"
            + @"(?<number>[0-9][^$]*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<![\p{L}0-9])(?:" + Countries + @"(?=\$$)|" + Codes + @" ?(?=0$))", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
