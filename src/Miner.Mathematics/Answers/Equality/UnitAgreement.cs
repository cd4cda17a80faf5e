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

    /// <summary>
    /// Whether two canonical units may belong to equal answers: either is missing, or they are the same, or one says more than the other
    /// of the same thing (<c>duck egg</c> and <c>egg</c>, <c>dollar / day</c> and <c>dollar</c>; but a metre per second is no metre).
    /// </summary>
    public static bool Agree(string left, string right) =>
        left.Length == 0 || right.Length == 0 || MayBe(left, right) || MayBe(right, left)
        || SaysMore(left.Split(' '), right.Split(' ')) || SaysMore(right.Split(' '), left.Split(' '));

    private static bool SaysMore(string[] unit, string[] said) =>
        said.All(unit.Contains)
        && (!said.Any(IsMeasure) || !unit.Except(said).Any(word => word == "/" || IsMeasure(word) || MakesAnother(unit, word)));

    /// <summary>Whether a word before a measure makes another of it: a troy ounce, an imperial gallon, a person hour.</summary>
    private static bool MakesAnother(string[] unit, string word) =>
        !Fillers.Contains(word) && Array.IndexOf(unit, word) + 1 is var next && next < unit.Length && IsMeasure(unit[next]);

    /// <summary>Whether a sign of several units stands for this one.</summary>
    private static bool MayBe(string sign, string unit) => sign switch
    {
        "pound" => unit is "lb" or "sterling",
        "¥" => unit is "yen" or "yuan",
        "'" => unit is "foot" or "arcminute" or "minute",
        "''" => unit is "inch" or "arcsecond" or "second",
        _ => false,
    };

    private static bool IsMeasure(string word) =>
        Units.TryFindKey(word.Split('^')[0], out _) || (Units.Key(word.Split('^')[0]) is { } key && !Units.IsMoney(key));
}
