using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Values;

/// <summary>All whole numbers that leave the same remainder: <c>3 (mod 5)</c>, <c>x ≡ 3 (mod 5)</c>.</summary>
/// <param name="Variable">What is congruent, as <see cref="AnswerKey"/> writes it; empty for none.</param>
/// <param name="Residue">From 0 up to the modulus.</param>
/// <param name="Modulus">Whole and positive.</param>
internal sealed partial record Congruence(string Variable, Rational Residue, Rational Modulus) : AnswerValue
{
    /// <summary>Null where <paramref name="text"/> is no congruence between whole numbers.</summary>
    public static Congruence? Parse(string text)
    {
        if (!text.Contains("mod", StringComparison.Ordinal)) return null;
        if (Form().Match(text.Replace('"', ' ')) is not { Success: true } match) return null;

        return Arithmetic.Evaluate(match.Groups["residue"].Value) is { HasValue: true, Value: { IsInteger: true } residue }
            && Arithmetic.Evaluate(match.Groups["modulus"].Value) is { HasValue: true, Value: { IsInteger: true, Sign: > 0 } modulus }
            ? new Congruence(AnswerKey.Of(match.Groups["variable"].Value), residue % modulus, modulus)
            : null;
    }

    public bool SameAs(Congruence other) =>
        Modulus == other.Modulus && Residue == other.Residue
        && (Variable.Length == 0 || other.Variable.Length == 0 || Variable == other.Variable);

    [GeneratedRegex(
        @"^(?:(?<variable>[^≡=]{1,40})[≡=])?(?<residue>[^≡=,a-z(]{1,60})[( ]+mod(?:ulo)? +(?<modulus>[^≡=,a-z)]{1,60})\)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
