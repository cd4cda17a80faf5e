using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Language;

/// <summary>Hundredths of currencies. A cent is one of several, so that two sums are compared only where one names its currency.</summary>
internal static class MinorCurrency
{
    private static readonly (string Minor, string[] Currencies)[] All =
    [
        ("cent", ["dollar", "euro"]),
        ("pence", ["sterling", "pound"]),
        ("penny", ["dollar", "sterling", "pound"]),
    ];

    /// <summary>Whether a hundred of <paramref name="minor"/> are one of <paramref name="currency"/>; both are keys of units.</summary>
    public static bool Divides(string minor, string currency) =>
        Array.Exists(All, row => row.Minor == minor && row.Currencies.Contains(currency));

    /// <summary>
    /// How many of <paramref name="right"/> one <paramref name="left"/> is, per whatever both are per (<c>cent / hour</c>,
    /// <c>dollar / hour</c>); null for everything else.
    /// </summary>
    public static Rational? Ratio(string left, string right)
    {
        var (first, second) = (WithoutCountry(left).Split(' ', 2), WithoutCountry(right).Split(' ', 2));
        if (!first.AsSpan(1).SequenceEqual(second.AsSpan(1))) return null;
        if (Divides(first[0], second[0])) return new Rational(1, 100);
        return Divides(second[0], first[0]) ? new Rational(100, 1) : null;
    }

    /// <summary>Of a cent nobody says whose it is.</summary>
    private static string WithoutCountry(string unit) =>
        unit.Split(' ') is ["dollar", var code, .. var rest] && Units.IsMoney($"dollar {code}")
            ? string.Join(' ', ["dollar", .. rest])
            : unit;
}
