using Miner.Domain.Mathematics;

namespace Miner.Domain.Voting;

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

        var signs = string.Concat(TopLevel.Indexes(text).Select(index => text[index]).Where(character => Signs.Contains(character, StringComparison.Ordinal)));
        if (members[0].Length == 0 && members.Count == 2 && Equalities.Contains(signs[0], StringComparison.Ordinal)) return answers.Read(members[1]);
        if (members.Any(member => member.Length == 0)) return AnswerParser.AsWords(text);

        var key = AnswerKey.Of(text);
        return (signs == "∈" ? ReadMembership(members, key)
            : signs.All(sign => Equalities.Contains(sign, StringComparison.Ordinal)) ? ReadEquation(members, signs, key)
            : signs.All(sign => Inequalities.Contains(sign, StringComparison.Ordinal)) ? ReadInequalities(members, signs, key)
            : null) ?? AnswerParser.AsWords(text);
    }

    private AnswerValue ReadMembership(List<string> members, string key)
    {
        var set = answers.Read(members[1]);
        var variable = Expression.TryParse(members[0], out var expression) && NormalForm.TryCreate(expression) is { } form ? form.Numerator.Key : members[0];
        return RealSets.Of(set) is { } intervals
            ? new RealSet(LinearInequality.VariableName(variable), intervals) { Key = key }
            : new Assignment(AnswerKey.Of(members[0]), set) { Key = key };
    }

    private AnswerValue? ReadEquation(List<string> members, string signs, string key)
    {
        // "2/3 ≈ 0.667" and "x = 1/3 ≈ 0.333": what is behind the sign only rounds what is before it.
        var rounded = signs.IndexOf('≈', StringComparison.Ordinal);
        if (rounded > 0) members = members[..(rounded + 1)];
        if (rounded == 0 && VariableNames.Of(members[0]) is null) return answers.Read(members[0]);

        if (VariableNames.Of(members[0]) is { } name) return Assign(name, members[0], members[^1], members.Count == 2, key);
        if (VariableNames.OfTuple(members[0]) is { } names && answers.Read(members[^1]) is Collection { Kind: CollectionKind.Tuple } tuple)
        {
            return names.Count == tuple.Items.Count
                ? new NamedTuple([.. names.Zip(tuple.Items, (member, item) => new Assignment(member, item) { Key = item.Key })]) { Key = key }
                : null;
        }

        if (members.All(IsConstant)) return answers.Read(members[^1]);
        if (members.Count == 2 && IsConstant(members[0]) && VariableNames.Of(members[1]) is { } onTheRight)
        {
            return Assign(onTheRight, members[1], members[0], isWhole: true, key);
        }

        return Compare(members[0], '=', members[^1], key);
    }

    private Assignment Assign(string name, string variable, string value, bool isWhole, string key) =>
        new(name, answers.Read(value)) { Key = key, Equation = isWhole ? Compare(variable, '=', value, key) : null };

    private static bool IsConstant(string text) => Expression.TryParse(text, out var expression) && new Formula(expression).Variables.Count == 0;

    private static AnswerValue? ReadInequalities(List<string> members, string signs, string key)
    {
        RealSet? solution = null;
        for (var index = 0; index < signs.Length; index++)
        {
            if (LinearInequality.Solve(members[index], signs[index], members[index + 1], key) is not { } part)
            {
                return signs.Length == 1 ? Compare(members[0], signs[0], members[1], key) : null;
            }

            if (solution is not null && solution.Variable != part.Variable) return null;
            var common = solution is null ? part.Intervals : RealSets.Intersection(solution.Intervals, part.Intervals);
            if (common is null) return null;
            solution = part with { Intervals = common };
        }

        return solution is null ? null : LinearInequality.WithoutAbsolute(solution);
    }

    /// <summary>The relation in one form for all that say the same up to a factor, or null where a side is no formula.</summary>
    private static Relation? Compare(string left, char sign, string right, string key)
    {
        if (Difference(left, right) is not { Numerator.IsZero: false } difference) return null;

        var isGreater = sign is '>' or '≥';
        var leading = difference.Numerator.LeadingCoefficient;
        var scale = Rational.One / (sign is '=' or '≠' ? leading : Rational.Abs(leading) * (isGreater ? -1 : 1));
        var numerator = difference.Numerator.Scale(scale).Key;
        return new Relation(
            sign switch { '>' => '<', '≥' => '≤', _ => sign },
            sign is '=' or '≠' || difference.IsWhole ? numerator : $"{numerator}/{difference.Denominator.Key}") { Key = key };
    }

    private static NormalForm? Difference(string left, string right) =>
        Expression.TryParse(left, out var first) && Expression.TryParse(right, out var second)
            ? NormalForm.TryCreate(new Sum([first, new Product([new Number(-1), second])]))
            : null;
}
