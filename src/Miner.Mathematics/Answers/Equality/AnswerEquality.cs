using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Equality;

/// <summary>When two answers are the same; what that means is said at <see cref="FinalAnswer.Equivalent"/>.</summary>
internal static class AnswerEquality
{
    public static bool Same(AnswerValue left, AnswerValue right)
    {
        if (left.Source.Length > 0 && left.Source == right.Source) return true;
        if (left is Choice choice) return SameChoice(choice, right);
        if (right is Choice other) return SameChoice(other, left);
        if (left is TextValue || right is TextValue)
        {
            return left.Key == right.Key || ClockTime.Same(left.Key, right.Key)
                || (left is Assignment first && Same(first.Value, right))
                || (right is Assignment second && Same(left, second.Value));
        }

        return Compare(left, right) ?? Compare(right, left) ?? false;
    }

    /// <summary>A label agrees with the letter alone and with the value alone.</summary>
    private static bool SameChoice(Choice choice, AnswerValue other) => other switch
    {
        Choice second => choice.Letter == second.Letter && Same(choice.Value, second.Value),
        Quantity { Formula.Expression: Symbol { Name: [var letter] } } when char.ToUpperInvariant(letter) == choice.Letter => true,
        _ => Same(choice.Value, other),
    };

    /// <summary>Null where the pair is not known in this order.</summary>
    private static bool? Compare(AnswerValue left, AnswerValue right) => (left, right) switch
    {
        (Quantity first, Quantity second) => SameQuantity(first, second),
        (Family first, Family second) => Same(first.Values, second.Values),
        (Family first, _) => Same(first.Named, right),
        (_, Family) => null,
        (Assignment first, Assignment second) when first.Name == second.Name => Same(first.Value, second.Value),
        (Assignment first, Assignment second) => SameRelation(first.Equation, second.Equation),
        (Assignment first, Relation second) => SameRelation(first.Equation, second),
        (Assignment first, _) when right is not NamedTuple => Same(first.Value, right),
        (Relation first, Relation second) => SameRelation(first, second),
        (NamedTuple first, NamedTuple second) => SameMembers(first, second),
        (NamedTuple first, Collection second) => SameValues(first, second),
        (NamedTuple first, Assignment { Value: Collection values } second) => IsNumbered(first, second.Name) && SameValues(first, values),
        (Collection first, Collection second) => SameCollection(first, second),
        (Collection { Kind: CollectionKind.Compound } first, Quantity second) => Total(first) is { } total && SameQuantity(total, second),
        (RealSet first, RealSet second) => (first.Variable is null || second.Variable is null || first.Variable == second.Variable)
            && SameIntervals(first.Intervals, second.Intervals),
        (RealSet first, Collection second) => RealSets.Of(second) is { } intervals && SameIntervals(first.Intervals, intervals),
        (Ratio first, Ratio second) => SameRatio(first.Parts, second.Parts),
        (Matrix first, Matrix second) => SameMatrix(first, second),
        (Matrix first, Collection second) => SameVector(first, second) || SameRows(first, second),
        (Congruence first, Congruence second) => first.SameAs(second),
        _ => null,
    };

    private static bool SameQuantity(Quantity left, Quantity right)
    {
        if (left.Measured is { } measured && right.Unit.Length > 0) return SameQuantity(measured, right);
        if (right.Measured is { } measure && left.Unit.Length > 0) return SameQuantity(left, measure);

        if (!UnitAgreement.Agree(left.Unit, right.Unit))
        {
            return UnitSize.Ratio(left.Unit, right.Unit) is { } ratio ? left.Formula.Times(ratio).SameAs(right.Formula)
                : SameAngle(left, right) || SameAngle(right, left);
        }

        if (SameAngle(left, right) || SameAngle(right, left)) return true;

        if (left.Formula.SameAs(right.Formula) || Rounding.Agrees(left, right) || Rounding.Agrees(right, left)) return true;

        // The letter of a choice is text, in either case.
        return left.Formula.Expression is Symbol { Name: [var letter] } && right.Formula.Expression is Symbol { Name: [var other] }
            && char.ToUpperInvariant(letter) == char.ToUpperInvariant(other);
    }

    /// <summary>Whether so many degrees are an angle in radians, which need not be named: 30° is π/6.</summary>
    private static bool SameAngle(Quantity degrees, Quantity radians)
    {
        if (degrees.Unit is not "degree" || radians.Unit is not ("radian" or "")) return false;
        var angle = new Product([degrees.Formula.Expression, new Symbol("pi"), new Number(new Rational(1, 180))]);
        return new Formula(angle).SameAs(radians.Formula);
    }

    private static bool SameRelation(Relation? left, Relation? right) =>
        left is not null && right is not null && left.Sign == right.Sign && left.Difference == right.Difference;

    private static bool SameMembers(NamedTuple left, NamedTuple right) =>
        left.Members.Count == right.Members.Count
        && left.Members.All(member => right.Members.Any(other => other.Name == member.Name && Same(member.Value, other.Value)));

    /// <summary>Values without names stand in the order of the names; x_1 and x_2 are roots of one variable, in any order.</summary>
    private static bool SameValues(NamedTuple named, Collection values)
    {
        var members = named.Members.Select(member => member.Value).ToList();
        var isOneVariable = named.Members.Select(member => member.Name.Split('_')[0]).Distinct(StringComparer.Ordinal).Count() == 1;
        if (values.Kind == CollectionKind.Alternatives || (values.Kind == CollectionKind.Set && !isOneVariable)) return false;
        if (values.Kind == CollectionKind.Tuple && !IsVector(values)) return false;
        return values.Kind == CollectionKind.Tuple || !isOneVariable
            ? SameSequence(members, values.Items)
            : SameElements(members, values.Items);
    }

    /// <summary>Whether the names are x_1, x_2 and so on of the variable x.</summary>
    private static bool IsNumbered(NamedTuple named, string variable) => named.Members.All(member => member.Name.Split('_')[0] == variable);

    private static bool SameCollection(Collection left, Collection right)
    {
        if (left.Kind == CollectionKind.Tuple || right.Kind == CollectionKind.Tuple)
        {
            // Brackets tell intervals apart; of three values and more they are only a way to write a tuple.
            return left.Kind == right.Kind
                && (left.Brackets == right.Brackets || left.Items.Count > 2)
                && SameSequence(left.Items, right.Items);
        }

        // What a compound quantity adds up, a list of the same parts offers to choose from: 2 hours or 30 minutes.
        if (left.Kind == CollectionKind.Compound || right.Kind == CollectionKind.Compound)
        {
            return left.Kind == right.Kind
                && (SameSequence(left.Items, right.Items)
                    || ((Total(left), Total(right)) is ({ } first, { } second) && SameQuantity(first, second)));
        }

        var isChoice = left.Kind == CollectionKind.Alternatives;
        return isChoice == (right.Kind == CollectionKind.Alternatives) && SameElements(left.Items, right.Items);
    }

    /// <summary>A compound quantity in the unit of its first part; null where the others are not converted into it.</summary>
    private static Quantity? Total(Collection compound)
    {
        if (compound.Items is not [Quantity { Unit: var unit }, ..]) return null;

        var terms = new List<Expression>();
        foreach (var item in compound.Items)
        {
            if (item is not Quantity part || UnitSize.Ratio(part.Unit, unit) is not { } ratio) return null;
            terms.Add(part.Formula.Times(ratio).Expression);
        }

        return new Quantity(new Formula(new Sum(terms)), unit, null);
    }

    /// <summary>Whether brackets only hold values together; a pair in square ones is an interval.</summary>
    private static bool IsVector(Collection tuple) => tuple.Brackets == "()" || tuple.Items.Count > 2;

    private static bool SameSequence(IReadOnlyList<AnswerValue> left, IReadOnlyList<AnswerValue> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));

    private static bool SameElements(IReadOnlyList<AnswerValue> left, IReadOnlyList<AnswerValue> right)
    {
        // Two lists in the same order are by far the most frequent, and need no search.
        if (SameSequence(left, right)) return true;

        var (first, second) = (Distinct(left), Distinct(right));
        return first.Count == second.Count
            && first.All(item => second.Exists(other => Same(item, other)))
            && second.TrueForAll(item => first.Exists(other => Same(item, other)));
    }

    private static List<AnswerValue> Distinct(IReadOnlyList<AnswerValue> items)
    {
        var distinct = new List<AnswerValue>();
        foreach (var item in items)
        {
            if (!distinct.Exists(other => Same(item, other))) distinct.Add(item);
        }

        return distinct;
    }

    private static bool SameIntervals(IReadOnlyList<Interval> left, IReadOnlyList<Interval> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            pair.First.HasLower == pair.Second.HasLower && pair.First.HasUpper == pair.Second.HasUpper
            && SameQuantity(pair.First.Lower, pair.Second.Lower) && SameQuantity(pair.First.Upper, pair.Second.Upper));

    private static bool SameRatio(IReadOnlyList<Expression> left, IReadOnlyList<Expression> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            new Formula(new Product([pair.First, right[0]])).SameAs(new Formula(new Product([pair.Second, left[0]]))));

    private static bool SameMatrix(Matrix left, Matrix right) =>
        left.Rows.Count == right.Rows.Count && left.Rows[0].Count == right.Rows[0].Count
        && left.Rows.Zip(right.Rows).All(rows => rows.First.Zip(rows.Second).All(cells => cells.First.SameAs(cells.Second)));

    /// <summary>A matrix is also written as a list of its rows: <c>[[1, 2], [3, 4]]</c>.</summary>
    private static bool SameRows(Matrix matrix, Collection rows) =>
        rows.Brackets == "[]" && rows.Items.Count == matrix.Rows.Count
        && matrix.Rows.Zip(rows.Items).All(pair => pair.Second is Collection { Brackets: "[]" } row
            && SameEntries(pair.First, row.Items));

    private static bool SameEntries(IReadOnlyList<Formula> entries, IReadOnlyList<AnswerValue> items) =>
        entries.Count == items.Count
        && entries.Zip(items).All(pair => pair.Second is Quantity quantity && pair.First.SameAs(quantity.Formula));

    /// <summary>A matrix of one column, or of one row, is the vector of its entries.</summary>
    private static bool SameVector(Matrix matrix, Collection vector)
    {
        if (vector.Kind != CollectionKind.Tuple || !IsVector(vector) || (matrix.Rows.Count > 1 && matrix.Rows[0].Count > 1)) return false;
        return SameEntries([.. matrix.Rows.SelectMany(row => row)], vector.Items);
    }
}
