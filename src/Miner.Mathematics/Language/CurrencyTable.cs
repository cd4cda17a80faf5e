namespace Miner.Mathematics.Language;

/// <summary>The currencies that answers are given in.</summary>
internal static class CurrencyTable
{
    /// <summary>
    /// A dollar is one of several: one that names its country says more than one that does not, and is none of another. A ¥ is a yen or a
    /// yuan.
    /// </summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        Row("dollars", "dollar dollars $ buck bucks"),
        Dollar("US dollars", "usd us_dollar us_dollars american_dollar american_dollars"),
        Dollar("Australian dollars", "aud australian_dollar australian_dollars"),
        Dollar("Canadian dollars", "cad canadian_dollar canadian_dollars"),
        Dollar("New Zealand dollars", "nzd new_zealand_dollar new_zealand_dollars"),
        Dollar("Hong Kong dollars", "hkd hong_kong_dollar hong_kong_dollars"),
        Dollar("Singapore dollars", "sgd singapore_dollar singapore_dollars"),
        Dollar("Taiwan dollars", "twd taiwan_dollar taiwan_dollars"),
        Row("cents", "cent cents ¢"),
        Row("pence", "pence"),
        Row("pennies", "penny pennies"),
        Row("euros", "euro euros eur €"),
        Row("pounds sterling", "sterling £ gbp"),
        Row("yen", "yen jpy"),
        Row("yuan", "yuan cny rmb"),
        Row("yen or yuan", "¥ ￥"),
        Row("rupees", "rupee rupees ₹ inr rs"),
        Row("roubles", "ruble rubles rouble roubles ₽ рублей рубля рубль"),
        Row("won", "krw ₩"),
        Row("reais", "brl reais"),
    ];

    private static Unit Row(string name, string names) => UnitTable.Row(Dimension.Money, null, name, names);

    /// <param name="names">The code first.</param>
    private static Unit Dollar(string name, string names) => Row(name, names) with { Key = $"dollar {names.Split(' ')[0]}" };
}
