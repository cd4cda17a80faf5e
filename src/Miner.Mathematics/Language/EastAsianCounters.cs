namespace Miner.Mathematics.Language;

/// <summary>
/// Words behind numbers in Chinese, Japanese, Korean and Thai that only count, or end the sentence. Any other that is no known unit is a
/// unit of its own: a 里 is not a 公里.
/// </summary>
internal static class EastAsianCounters
{
    private const string Counters =
        "个個箇只隻名位人本枚匹頭头条條张張件台臺辆輛支枝颗顆粒棵朵把杯瓶盒包袋箱套双雙对對次回遍种種组組道题題页頁座间間所家户层層级級步点點倍番號号つ"
        + "개명마리권장대번자루송이쪽가지คน";

    private static readonly string[] Others = ["です", "で", "だ", "となる", "になる", "입니다", "이다", "이에요", "예요", "ครั้ง", "ตัว", "อัน"];

    /// <summary>Whether a word behind a number says nothing of its unit, with what is counted or without.</summary>
    public static bool IsCounter(string word) =>
        Scripts.HasNoBlanks(word[0]) && Units.Key(word) is null
        && (Counters.Contains(word[0], StringComparison.Ordinal)
            || Array.Exists(Others, other => word.StartsWith(other, StringComparison.Ordinal)));
}
