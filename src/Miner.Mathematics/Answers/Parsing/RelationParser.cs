using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Reads equations, inequalities and memberships.</summary>
internal sealed class RelationParser(AnswerParser answers)
{
    private const string Signs = "=≈≡∈∉→≠<≤>≥";
    private const string Equalities = "=≈";
    private const string Inequalities = "≠<≤>≥";
    private const int MaxMembers = 20;

    /// <summary>Null where no relation stands outside of brackets.</summary>
    public AnswerValue? Read(string text)
    {
        var members = TopLevel.Split(text, Signs).ConvertAll(member => member.Trim());
        if (members.Count < 2) return null;
        if (members.Count > MaxMembers) return AnswerParser.AsWords(text);

        var signs = string.Concat(TopLevel.Indexes(text).Select(index => text[index]).Where(Signs.Contains));
        if (members.Count == 2 && members[0].Length == 0 && Equalities.Contains(signs[0])) return answers.Read(members[1]);
        if (members.Any(member => member.Length == 0)) return AnswerParser.AsWords(text);

        return (signs == "∈" ? ReadMembership(members)
            : signs.All(Equalities.Contains) ? ReadEquation(members, signs)
            : signs.All(Inequalities.Contains) ? ReadInequalities(members, signs)
            : null) ?? AnswerParser.AsWords(text);
    }

    private AnswerValue? ReadMembership(List<string> members)
    {
        if (!Expression.TryParse(members[0], out var expression) || NormalForm.TryCreate(expression) is not { } form) return null;

        var set = answers.Read(members[1]);
        return set is not Collection { Kind: CollectionKind.Set } && RealSets.Of(set) is { } intervals
            ? new RealSet(LinearInequality.VariableName(form.Numerator.Key), intervals)
            : new Assignment(AnswerKey.Of(members[0]), set);
    }

    private AnswerValue? ReadEquation(List<string> members, string signs)
    {
        // "2/3 ≈ 0.667" and "x = 1/3 ≈ 0.333": what is behind the sign only rounds what is before it.
        var rounded = signs.IndexOf('≈', StringComparison.Ordinal);
        if (rounded > 0) members = members[..(rounded + 1)];
        if (rounded == 0 && VariableNames.Of(members[0]) is null) return answers.Read(members[0]);

        if (VariableNames.Of(members[0]) is { } name) return Assign(name, members[0], members[^1], members.Count == 2);
        if (VariableNames.OfTuple(members[0]) is { } names && answers.Read(members[^1]) is Collection { Kind: CollectionKind.Tuple } tuple)
        {
            return names.Count == tuple.Items.Count
                ? new NamedTuple([.. names.Zip(tuple.Items, (member, item) => new Assignment(member, item))])
                : null;
        }

        if (members.All(IsConstant)) return answers.Read(members[^1]);
        if (members.Count == 2 && IsConstant(members[0]) && VariableNames.Of(members[1]) is { } onTheRight)
        {
            return Assign(onTheRight, members[1], members[0], isWhole: true);
        }

        // "m + n = 256 + 37 = 293": what is computed of the numbers is what the formula comes to.
        return members.Count > 2 && members.Skip(1).All(IsConstant)
            ? Assign(AnswerKey.Of(members[0]), members[0], members[^1], isWhole: true)
            : Compare(members[0], '=', members[^1]);
    }

    private Assignment Assign(string name, string variable, string value, bool isWhole) =>
        new(name, answers.Read(value)) { Equation = isWhole ? Compare(variable, '=', value) : null };

    private static bool IsConstant(string text) =>
        Expression.TryParse(text, out var expression) && new Formula(expression).Variables.Count == 0;

    private AnswerValue? ReadInequalities(List<string> members, string signs)
    {
        if (WithoutBars(members, signs) is { } conditions) return answers.Read(conditions);

        RealSet? solution = null;
        for (var index = 0; index < signs.Length; index++)
        {
            if (LinearInequality.Solve(members[index], signs[index], members[index + 1]) is not { } part)
            {
                return Chain(members, signs);
            }

            if (solution is not null && solution.Variable != part.Variable) return null;
            var common = solution is null ? part.Intervals : RealSets.Intersection(solution.Intervals, part.Intervals);
            if (common is null) return null;
            solution = part with { Intervals = common };
        }

        return solution is null ? null : LinearInequality.WithoutAbsolute(solution);
    }

    /// <summary>Two bounds of an absolute value of more than a name, as bounds of what it is taken of; null for everything else.</summary>
    private static string? WithoutBars(List<string> members, string signs)
    {
        if (members is [var first, ['|', .., '|'] second] && !first.StartsWith('|'))
            return WithoutBars([second, first], LinearInequality.Mirror(signs[0]).ToString());

        if (members is not [['|', .. var inside, '|'], var bound]) return null;
        if (inside.Contains('|') || VariableNames.Of(inside) is not null) return null;
        if (!Expression.TryParse(bound, out var expression) || !(new Formula(expression).Approximation > 0)) return null;

        return signs[0] switch
        {
            '<' or '≤' => $"-({bound}){signs}{inside}{signs}{bound}",
            '>' => $"{inside}>{bound} or {inside}<-({bound})",
            '≥' => $"{inside}≥{bound} or {inside}≤-({bound})",
            _ => null,
        };
    }

    /// <summary>The relations between neighbours, for bounds that are no numbers.</summary>
    private static AnswerValue? Chain(List<string> members, string signs)
    {
        var relations = signs.Select((sign, index) => Compare(members[index], sign, members[index + 1])).ToList();
        if (relations.Exists(relation => relation is null)) return null;
        return relations is [var only] ? only : new Collection(CollectionKind.List, [.. relations.Select(relation => relation!)], "");
    }

    /// <summary>The relation in one form for all that say the same up to a factor, or null where a side is no formula.</summary>
    private static Relation? Compare(string left, char sign, string right)
    {
        if (Difference(left, right) is not { Numerator.IsZero: false } difference) return null;

        var isGreater = sign is '>' or '≥';
        var leading = difference.Numerator.LeadingCoefficient;
        var scale = Rational.One / (sign is '=' or '≠' ? leading : Rational.Abs(leading) * (isGreater ? -1 : 1));
        var numerator = difference.Numerator.Scale(scale).Key;
        return new Relation(
            sign switch { '>' => '<', '≥' => '≤', _ => sign },
            sign is '=' or '≠' || difference.IsWhole ? numerator : $"{numerator}/{difference.Denominator.Key}");
    }

    /// <summary>The left side less the right, or null where either is no formula or they take too much work.</summary>
    public static NormalForm? Difference(string left, string right) =>
        Expression.TryParse(left, out var first) && Expression.TryParse(right, out var second)
            ? NormalForm.TryCreate(new Sum([first, new Product([new Number(-1), second])]))
            : null;
}
