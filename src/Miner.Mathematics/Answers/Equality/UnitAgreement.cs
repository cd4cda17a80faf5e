using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Equality;

/// <summary>Whether two answers may be equal by their units, each in the form that <see cref="UnitPhrase.Canonical"/> gives.</summary>
internal static class UnitAgreement
{
    /// <summary>
    /// Whether two canonical units may belong to equal answers: either is missing, or they are the same, or one says more than the other
    /// of the same thing (<c>duck egg</c> and <c>egg</c>, <c>dollar / day</c> and <c>dollar</c>; but a metre per second is no metre).
    /// </summary>
    public static bool Agree(string left, string right) =>
        left.Length == 0 || right.Length == 0 || IsPound(left, right) || IsPound(right, left)
        || SaysMore(left.Split(' '), right.Split(' ')) || SaysMore(right.Split(' '), left.Split(' '));

    private static bool SaysMore(string[] unit, string[] said) =>
        said.All(unit.Contains) && (!said.Any(IsMeasure) || !unit.Except(said).Any(word => word == "/" || IsMeasure(word)));

    /// <summary>A pound is one of weight or one of money.</summary>
    private static bool IsPound(string unit, string other) => unit == "pound" && other is ("lb" or "sterling");

    private static bool IsMeasure(string word) => Units.Key(word.Split('^')[0]) is not null && !Units.IsMoney(word);
}
