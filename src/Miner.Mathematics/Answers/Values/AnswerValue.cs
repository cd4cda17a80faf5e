using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Values;

/// <summary>What an answer says, as far as it could be read.</summary>
internal abstract record AnswerValue
{
    /// <summary>What it was read from, in the notation of <see cref="LatexRewriter"/>; empty for a value that was put together.</summary>
    public string Source { get; init; } = "";

    /// <summary>The source as <see cref="AnswerKey"/> compares it.</summary>
    public string Key => AnswerKey.Of(Source);
}

/// <summary>Text, or a formula that could not be read: equal only to what is written alike.</summary>
internal sealed record TextValue : AnswerValue;

/// <summary>One of several that were offered, by its letter, with what it stands for.</summary>
internal sealed record Choice(char Letter, AnswerValue Value) : AnswerValue;

/// <summary>A number or a formula.</summary>
/// <param name="Unit">A canonical name of <see cref="UnitPhrase"/>, empty for none.</param>
/// <param name="Decimals">How precisely it was written, where it is a numeral with a decimal point; else null.</param>
internal sealed record Quantity(Formula Formula, string Unit, DecimalDigits? Decimals) : AnswerValue
{
    /// <summary>What it is where the letter behind its number is a unit rather than a variable: <c>500 g</c>; null for all else.</summary>
    public Quantity? Measured { get; init; }
}

/// <param name="Places">Digits behind the point of the value, so two more for a percentage.</param>
/// <param name="Significant">Digits from the first that is not zero.</param>
internal sealed record DecimalDigits(int Places, int Significant);

internal enum CollectionKind
{
    /// <summary>Values with commas, <c>and</c> or <c>or</c> between them, which of numbers all say the same: in any order.</summary>
    List,

    /// <summary>Words, letters or conditions with <c>or</c> between them, which is not <c>and</c>: in any order.</summary>
    Alternatives,

    /// <summary>One quantity in several units: <c>2 hours 30 minutes</c>.</summary>
    Compound,

    /// <summary>In braces: in any order.</summary>
    Set,

    /// <summary>In round or square brackets: in this order; of two numbers, also an interval.</summary>
    Tuple,
}

/// <param name="Brackets">The opening and the closing bracket of a tuple, else empty.</param>
internal sealed record Collection(CollectionKind Kind, IReadOnlyList<AnswerValue> Items, string Brackets) : AnswerValue;

/// <summary>A value with the name that it was given: <c>x = 5</c>.</summary>
internal sealed record Assignment(string Name, AnswerValue Value) : AnswerValue
{
    /// <summary>The equation as a difference of its sides, where both are formulas.</summary>
    public Relation? Equation { get; init; }
}

/// <summary>Values of several variables: <c>x = 1, y = 2</c>, or <c>(x, y) = (1, 2)</c>.</summary>
internal sealed record NamedTuple(IReadOnlyList<Assignment> Members) : AnswerValue;

/// <summary>The values of a formula for all whole numbers of a name: <c>2kπ, k ∈ ℤ</c>.</summary>
/// <param name="Values">Under one name for all.</param>
/// <param name="Named">Under the name that the author chose.</param>
internal sealed record Family(AnswerValue Values, AnswerValue Named) : AnswerValue;

/// <summary>A part of the real line, or what an inequality leaves of it.</summary>
/// <param name="Variable">What the inequality is about, or null.</param>
/// <param name="Intervals">In ascending order, none touching another.</param>
internal sealed record RealSet(string? Variable, IReadOnlyList<Interval> Intervals) : AnswerValue;

/// <summary>An equation or inequality that could not be solved for one variable.</summary>
/// <param name="Sign"><c>=</c>, <c>≠</c>, <c>&lt;</c> or <c>≤</c>.</param>
/// <param name="Difference">The key of the left side less the right, scaled to one form for all multiples.</param>
internal sealed record Relation(char Sign, string Difference) : AnswerValue;

/// <summary>Three to four, which is six to eight.</summary>
/// <param name="Parts">Positive numbers.</param>
internal sealed record Ratio(IReadOnlyList<Expression> Parts) : AnswerValue;

/// <param name="Rows">All of the same length.</param>
internal sealed record Matrix(IReadOnlyList<IReadOnlyList<Formula>> Rows) : AnswerValue;
