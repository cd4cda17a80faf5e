namespace Miner.Mathematics.Language;

/// <summary>
/// What units are called in Chinese, Japanese and Korean. Words that could be something else (度, 分, キロ) are left out.
/// </summary>
internal static class EastAsianUnitNames
{
    private static readonly Dictionary<string, string[]> Names = new Dictionary<string, string>
    {
        ["metres"] = "米 公尺 メートル 미터",
        ["kilometres"] = "公里 千米 キロメートル 킬로미터",
        ["centimetres"] = "厘米 公分 センチメートル 센티미터",
        ["millimetres"] = "毫米 ミリメートル 밀리미터",
        ["decimetres"] = "分米",
        ["micrometres"] = "微米",
        ["nanometres"] = "纳米",
        ["miles"] = "英里",
        ["feet"] = "英尺",
        ["inches"] = "英寸",
        ["nautical miles"] = "海里",
        ["light years"] = "光年",
        ["square metres"] = "平方米 平方公尺 平方メートル",
        ["square kilometres"] = "平方公里 平方千米",
        ["square centimetres"] = "平方厘米 平方公分",
        ["hectares"] = "公顷",
        ["litres"] = "升 公升 リットル 리터",
        ["millilitres"] = "毫升 ミリリットル 밀리리터",
        ["cubic metres"] = "立方米 立方公尺",
        ["cubic centimetres"] = "立方厘米 立方公分",
        ["kilograms"] = "千克 公斤 キログラム 킬로그램",
        ["grams"] = "克 グラム 그램",
        ["milligrams"] = "毫克",
        ["ounces"] = "盎司",
        ["tonnes"] = "吨 公吨 噸",
        ["milliseconds"] = "毫秒",
        ["seconds"] = "秒 초",
        ["minutes"] = "分钟 分鐘",
        ["hours"] = "小时 小時 時間 시간",
        ["days"] = "天",
        ["weeks"] = "周 星期",
        ["months"] = "个月 個月",
        ["years"] = "年",
        ["dollars"] = "달러 ドル",
        ["US dollars"] = "美元 美金",
        ["Australian dollars"] = "澳元",
        ["Canadian dollars"] = "加元",
        ["Hong Kong dollars"] = "港元 港币",
        ["euros"] = "欧元 歐元 ユーロ 유로",
        ["pounds sterling"] = "英镑",
        ["yen"] = "日元 円 엔",
        ["yuan"] = "元 人民币",
        ["won"] = "원",
    }.ToDictionary(row => row.Key, row => row.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>None for a unit that is not in use there.</summary>
    /// <param name="unit">The plural, as the table of units has it.</param>
    public static IReadOnlyList<string> Of(string unit) => Names.GetValueOrDefault(unit) ?? [];
}
