using System.Globalization;
using System.Net;

namespace Miner.Operator.Evaluation.Report;

/// <summary>Values as the report's page writes them.</summary>
internal static class HtmlText
{
    /// <summary><paramref name="text"/> as text of a page or value of an attribute, whatever it holds.</summary>
    public static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary><c>1 answer</c>, <c>2 answers</c>.</summary>
    public static string Count(int number, string one) => $"{number} {one}{(number == 1 ? "" : "s")}";

    public static string Number(double value, int places) => value.ToString($"F{places}", CultureInfo.InvariantCulture);

    /// <summary><c>0.42 ms</c>, <c>38 ms</c>, <c>4.2 s</c>, <c>2:05 min</c>.</summary>
    public static string Duration(TimeSpan time) =>
        time < TimeSpan.FromMilliseconds(10) ? $"{Number(time.TotalMilliseconds, 2)} ms"
        : time < TimeSpan.FromSeconds(1) ? $"{Number(time.TotalMilliseconds, 0)} ms"
        : time < TimeSpan.FromMinutes(2) ? $"{Number(time.TotalSeconds, 1)} s"
        : $"{(int)time.TotalMinutes}:{time.Seconds:00} min";
}
