using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Equality;

/// <summary>Whether two answers may be equal by their units, each in the form that <see cref="UnitPhrase.Canonical"/> gives.</summary>
internal static class UnitAgreement
{
    private static readonly HashSet<string> Fillers =
    [
        "more", "extra", "additional", "further", "other", "another", "full", "whole", "entire", "complete", "total", "exact", "remaining",
        "consecutive", "straight", "linear", "running", "us", "american",
    ];

    private static readonly HashSet<string> OtherTimes =
    [
        "person", "man", "woman", "worker", "labor", "labour", "machine", "light", "leap", "lunar", "sidereal", "dog", "working", "work",
        "business", "school", "ampere", "amp", "milliampere", "milliamp",
    ];

    /// <summary>
    /// Whether two canonical units may belong to equal answers: either is missing, or they are the same, or one says more than the other
    /// of the same thing (<c>duck egg</c> and <c>egg</c>, <c>dollar / day</c> and <c>dollar</c>; but a metre per second is no metre).
    /// </summary>
    public static bool Agree(string left, string right) =>
        left.Length == 0 || right.Length == 0 || MayBe(left, right) || MayBe(right, left)
        || SaysMore(left.Split(' '), right.Split(' ')) || SaysMore(right.Split(' '), left.Split(' '));

    private static bool SaysMore(string[] unit, string[] said) =>
        IsPart(said, unit)
        && (!said.Any(IsMeasure) || !unit.Except(said).Any(word => word == "/" || IsMeasure(word) || MakesAnother(unit, word)));

    /// <summary>Whether all words stand on the same side of the quotient: miles per gallon are no gallons per mile.</summary>
    private static bool IsPart(string[] said, string[] unit)
    {
        var (line, other) = (Array.IndexOf(said, "/"), Array.IndexOf(unit, "/"));
        if (line < 0 || other < 0) return said.All(unit.Contains);
        return said[..line].All(unit[..other].Contains) && said[line..].All(unit[other..].Contains);
    }

    /// <summary>
    /// Whether a word before a measure makes another of it: a troy ounce, an imperial gallon, a person hour. Most words before a time only
    /// tell which it was: rainy days.
    /// </summary>
    private static bool MakesAnother(string[] unit, string word)
    {
        var next = Array.IndexOf(unit, word) + 1;
        if (next == unit.Length || Units.Key(unit[next].Split('^')[0]) is not { } key || !IsMeasure(key) || key == "unit") return false;
        var isTime = Units.TryFindKey(key, out var measure) && measure.Dimension is Dimension.Time or Dimension.Calendar;
        return isTime ? OtherTimes.Contains(word) : !Fillers.Contains(word);
    }

    /// <summary>Whether a sign of several units stands for this one.</summary>
    private static bool MayBe(string sign, string unit) => sign switch
    {
        "pound" => unit is "lb" or "sterling",
        "¥" => unit is "yen" or "yuan",
        "'" => unit is "foot" or "arcminute" or "minute",
        "''" => unit is "inch" or "arcsecond" or "second",
        "分" => unit is "minute" or "cent" or "point",
        "度" => unit is "degree" or "°c" or "°f",
        "日" => unit is "day",
        "岁" or "歲" or "歳" or "살" => unit is "year",
        "块" or "块钱" or "塊" => unit is "yuan",
        "磅" => unit is "pound" or "lb",
        _ => false,
    };

    private static bool IsMeasure(string word) =>
        Units.TryFindKey(word.Split('^')[0], out _) || (Units.Key(word.Split('^')[0]) is { } key && !Units.IsMoney(key));
}
