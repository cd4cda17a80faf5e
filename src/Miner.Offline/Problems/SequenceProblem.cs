using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Arithmetic and geometric sequences: their next term, any term, and sums.</summary>
internal static class SequenceProblem
{
    private const int MaxTerm = 10_000;
    private const string Kind = "((?<geometric>geometric)|arithmetic) (sequence|progression|series)";
    private const string Dots = "( ,)?( \\. \\. \\.| …)?";
    private const string Parity = "((?<odd>odd)|even) (numbers|integers)";

    private static readonly QuestionForm[] Forms =
    [
        new($"<ask>next (term|number) (of|in)( this)? {Kind}( :)? <terms..>{Dots}", reading => Find(reading, null, sum: false)),
        new($"<ask>(?<term>#th) term (of|in)( this)? {Kind}( :)? <terms..>{Dots}", reading => Find(reading, "term", sum: false)),
        new($"<ask>sum of first <count> terms (of|in)( this)? {Kind}( :)? <terms..>{Dots}", reading => Find(reading, "count", sum: true)),
        new(
            $"<ask>(?<term>#th) term of {Kind} (with|whose|that has) first term (is |of )?<first>"
            + " and (common )?((?<ratio>ratio)|difference) (is |of )?<step>",
            FindDescribed),
        new($"<ask>sum of first <count> (positive )?{Parity}", SumOfFirst),
        new($"<ask>sum of( all)? {Parity} from <from> to <to>( inclusive)?", SumOfRange),
        new("<ask>(?<index>#th) fibonacci number", FibonacciNumber),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Find(Reading reading, string? place, bool sum)
    {
        if (Values.Of(reading.Formulas("terms")) is not { Count: >= 3 } terms) return null;
        if (Rule.Find(terms, reading.Has("geometric")) is not { } rule) return null;
        if (place is null) return rule.Term(terms.Count + 1);
        if (reading.Value(place) is not { } number) return null;
        return sum ? rule.Sum(number) : rule.Term(number);
    }

    private static Solution? FindDescribed(Reading reading) =>
        reading.Has("ratio") == reading.Has("geometric")
            && reading.Value("first") is { } first && reading.Value("step") is { } step && reading.Value("term") is { } place
            ? new Rule(first, step, reading.Has("geometric")).Term(place)
            : null;

    /// <param name="First">The first term.</param>
    /// <param name="Step">The difference of neighbours, or their ratio.</param>
    private sealed record Rule(Rational First, Rational Step, bool IsGeometric)
    {
        /// <summary>Null where the terms, three at least, are not of the kind that is named.</summary>
        public static Rule? Find(List<Rational> terms, bool isGeometric)
        {
            if (isGeometric && terms.Exists(term => term.IsZero)) return null;
            var pairs = terms.Zip(terms.Skip(1), (term, next) => isGeometric ? next / term : next - term).ToList();
            return pairs.TrueForAll(step => step == pairs[0]) ? new Rule(terms[0], pairs[0], isGeometric) : null;
        }

        public Solution? Term(Rational place)
        {
            if (!IsPlace(place)) return null;
            var steps = (int)place.Numerator - 1;
            var term = IsGeometric ? First * Step.Pow(steps) : First + (Step * steps);
            return new Solution(
                $"{term}",
                Named,
                IsGeometric
                    ? $"term {place} = {First} * ({Step})^{steps} = {term}"
                    : $"term {place} = {First} + {steps} * ({Step}) = {term}");
        }

        public Solution? Sum(Rational count)
        {
            if (!IsPlace(count)) return null;
            var terms = (int)count.Numerator;
            var sum = !IsGeometric
                ? count * ((2 * First) + (Step * (terms - 1))) / 2
                : Step == Rational.One
                ? count * First
                : First * (Step.Pow(terms) - 1) / (Step - 1);
            return new Solution($"{sum}", Named, IsGeometric ? $"sum = {First} * (({Step})^{terms} - 1) / ({Step} -"
                + $" 1) = {sum}" : $"sum = {terms} * (2 * {First} + {terms - 1} * ({Step})) / 2 = {sum}");
        }

        private string Named => IsGeometric ? $"Each term is the one before times {Step}." : $"Each term is the one before plus {Step}.";

        private static bool IsPlace(Rational place) => place.IsInteger && place >= Rational.One && place <= MaxTerm;
    }

    private static Solution? SumOfFirst(Reading reading)
    {
        if (reading.Value("count") is not { IsInteger: true, Sign: > 0 } count) return null;
        return reading.Has("odd")
            ? new Solution($"{count * count}", $"1 + 3 + … + {(2 * count) - 1} = {count}^2 = {count * count}")
            : new Solution($"{count * (count + 1)}", $"2 + 4 + … + {2 * count} = {count} * {count + 1} = {count * (count + 1)}");
    }

    private static Solution? SumOfRange(Reading reading)
    {
        if (reading.Value("from") is not { IsInteger: true } from || reading.Value("to") is not { IsInteger: true } to) return null;

        var isEven = !reading.Has("odd");
        var first = from.Numerator.IsEven == isEven ? from.Numerator : from.Numerator + 1;
        var last = to.Numerator.IsEven == isEven ? to.Numerator : to.Numerator - 1;
        if (first > last) return null;
        var number = ((last - first) / 2) + 1;
        var sum = number * (first + last) / 2;
        return new Solution($"{sum}", $"{number} numbers from {first} to {last}: {number} * ({first} + {last}) / 2 = {sum}");
    }

    private static Solution? FibonacciNumber(Reading reading)
    {
        if (reading.Value("index") is not { IsInteger: true, Sign: > 0 } index || index > MaxTerm) return null;
        var (last, next) = (BigInteger.Zero, BigInteger.One);
        for (var at = 1; at < (int)index.Numerator; at++) (last, next) = (next, last + next);
        return new Solution($"{next}", $"1, 1, 2, 3, 5, …, each the sum of the two before it: number {index} is {next}");
    }
}
