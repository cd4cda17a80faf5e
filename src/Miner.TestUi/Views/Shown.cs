using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi.Views;

/// <summary>How values are written on the page.</summary>
internal static class Shown
{
    private const int MaxStart = 160;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For programs (the <c>datetime</c> of a <c>time</c> element).</summary>
    public static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Elapsed(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMilliseconds):0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    /// <summary>At most one decimal, and without a mark for thousands.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A dash where nothing was measured.</summary>
    public static string Milliseconds(double? value) => value is { } known ? $"{Number(known)} ms" : "–";

    public static string Count(long number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {Noun(one, number == 1)}");

    /// <summary>A noun whose number stands elsewhere.</summary>
    public static string Noun(string one, bool isOne) => isOne ? one : $"{one}s";

    /// <summary>A name of the contract as words: <c>split_vote</c> is "split vote".</summary>
    public static string Words(string name) => name == "re_asked" ? "re-asked" : name.Replace('_', ' ');

    /// <inheritdoc cref="Words(string)"/>
    public static string Words(Enum value) => Words(value.ToString().ToLowerInvariant());

    /// <summary>A share of 1 in percentage points, with its sign.</summary>
    public static string Points(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>A weight, from 0 to 1.</summary>
    public static string Weight(double weight) => weight.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>How a text begins, on one line.</summary>
    public static string Start(string text)
    {
        if (text.Length <= MaxStart) return text.ReplaceLineEndings(" ");
        var end = char.IsHighSurrogate(text[MaxStart - 1]) ? MaxStart - 1 : MaxStart;
        return $"{text[..end].ReplaceLineEndings(" ")}…";
    }

    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>JSON with line breaks; what is not JSON stays as it is.</summary>
    public static string Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static string Json(IEnumerable<PreviousOutputItem> outputs) => JsonSerializer.Serialize(outputs, Readable);
}
