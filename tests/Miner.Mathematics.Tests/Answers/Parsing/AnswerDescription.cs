using System.Globalization;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Answers.Parsing;

/// <summary>What was read from an answer, in one line.</summary>
internal static class AnswerDescription
{
    public static string Of(AnswerValue value) => value switch
    {
        Choice choice => $"{choice.Letter}: {Of(choice.Value)}",
        Quantity quantity => $"{Of(quantity.Formula)} {quantity.Unit}".TrimEnd(),
        Collection { Kind: CollectionKind.List or CollectionKind.Compound } list => $"list {Join(list.Items)}",
        Collection { Kind: CollectionKind.Set } set => $"set {Join(set.Items)}",
        Collection tuple => $"tuple {tuple.Brackets} {Join(tuple.Items)}",
        Assignment assignment => $"{assignment.Name} = {Of(assignment.Value)}",
        NamedTuple named => $"named {Join(named.Members)}",
        RealSet set => $"{set.Variable ?? "set"} in {string.Join(" u ", set.Intervals.Select(Of))}",
        Relation relation => $"relation {relation.Sign}",
        Ratio ratio => string.Join(" : ", ratio.Parts.Select(part => Of(new Formula(part)))),
        Matrix matrix => $"matrix {string.Join(" | ", matrix.Rows.Select(row => string.Join(' ', row.Select(Of))))}",
        Congruence congruence => $"{congruence.Variable}~{congruence.Residue} mod {congruence.Modulus}",
        _ => $"text {value.Key}",
    };

    private static string Of(Formula formula) =>
        formula.Constant?.ToString()
        ?? (formula.Variables.Count > 0
            ? $"f({string.Join(',', formula.Variables)})"
            : formula.Approximation switch
            {
                double.PositiveInfinity => "∞",
                double.NegativeInfinity => "-∞",
                var value => value.ToString("0.####", CultureInfo.InvariantCulture),
            });

    private static string Of(Interval interval) =>
        $"{(interval.HasLower ? '[' : '(')}{Of(interval.Lower.Formula)}, {Of(interval.Upper.Formula)}{(interval.HasUpper ? ']' : ')')}";

    private static string Join(IEnumerable<AnswerValue> values) => string.Join(", ", values.Select(value => $"({Of(value)})"));
}
