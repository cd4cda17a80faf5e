using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Arithmetic and geometric sequences: their next term, any term, and sums.</summary>
internal static partial class SequenceProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxTerm = 10_000;

    public static Solution? Solve(Question question)
    {
        var text = Ordinals().Replace(question.Text, "$1");
        if (text != question.Text) question = Question.Read(text);
        if (Values.Of(question.Formulas) is not { Count: > 0 } values) return null;
        if (Named().Match(question.Outline) is { Success: true } named) return SumOf(named, values);
        if (Fibonacci().IsMatch(question.Outline) && values is [var index]) return FibonacciNumber(index);
        if (Next().IsMatch(question.Outline) && values.Count >= 3)
            return Rule.Find(values) is { } next ? next.Term(values.Count + 1) : null;
        if (Described().Match(question.Outline) is { Success: true } described && values.Count == 3)
            return new Rule(values[1], values[2], described.Groups["geometric"].Success).Term(values[0]);
        if (Terms().Match(question.Outline) is not { Success: true } asked || values.Count < 4) return null;
        if (Rule.Find(values[1..]) is not { } rule) return null;
        if (asked.Groups[rule.IsGeometric ? "arithmetic" : "geometric"].Success)
            return null;
        return asked.Groups["sum"].Success ? rule.Sum(values[0]) : rule.Term(values[0]);
    }

    /// <param name="First">The first term.</param>
    /// <param name="Step">The difference of neighbours, or their ratio.</param>
    private sealed record Rule(Rational First, Rational Step, bool IsGeometric)
    {
        /// <summary>Null where the terms are neither; three at least.</summary>
        public static Rule? Find(List<Rational> terms)
        {
            var pairs = terms.Zip(terms.Skip(1)).ToList();
            var difference = terms[1] - terms[0];
            if (pairs.TrueForAll(pair => pair.Second - pair.First == difference)) return new Rule(terms[0], difference, IsGeometric: false);
            if (terms.Exists(term => term.IsZero)) return null;
            var ratio = terms[1] / terms[0];
            return pairs.TrueForAll(pair => pair.Second / pair.First == ratio) ? new Rule(terms[0], ratio, IsGeometric: true) : null;
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

    private static Solution? SumOf(Match match, List<Rational> values)
    {
        var parity = match.Groups["parity"].Value;
        if (match.Groups["range"].Success)
        {
            if (values is not [var from, var to] || !from.IsInteger || !to.IsInteger || from > to) return null;
            var step = 2;
            var isEven = parity == "even";
            var first = from.Numerator.IsEven == isEven ? from.Numerator : from.Numerator + 1;
            var last = to.Numerator.IsEven == isEven ? to.Numerator : to.Numerator - 1;
            var number = ((last - first) / step) + 1;
            return first > last
                ? null
                : new Solution(
                    $"{number * (first + last) / 2}",
                    $"{number} numbers from {first} to {last}: {number} *" + $" ({first} + {last}) / 2 = {number * (first + last) / 2}");
        }

        if (values is not [{ IsInteger: true, Sign: > 0 } count]) return null;
        return parity == "odd"
            ? new Solution($"{count * count}", $"1 + 3 + … + {(2 * count) - 1} = {count}^2 = {count * count}")
            : new Solution($"{count * (count + 1)}", $"2 + 4 + … + {2 * count} = {count} * {count + 1} = {count * (count + 1)}");
    }

    private static Solution? FibonacciNumber(Rational index)
    {
        if (!index.IsInteger || index.Sign <= 0 || index > MaxTerm) return null;
        var (last, next) = (BigInteger.Zero, BigInteger.One);
        for (var at = 1; at < (int)index.Numerator; at++) (last, next) = (next, last + next);
        return new Solution($"{next}", $"1, 1, 2, 3, 5, …, each the sum of the two before it: number {index} is {next}");
    }

    [GeneratedRegex(@"\b(\d+)(st|nd|rd|th)(?= (term|number|fibonacci|Fibonacci|element))", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinals();

    [GeneratedRegex(
        "^(what is )?sum of ((all )?(?<parity>even|odd) (numbers|integers) (?<range>from|between) # (to|and) #|first # (positive"
            + " )?(?<parity>even|odd) (numbers|integers|natural numbers))( inclusive)?$",
        Options)]
    private static partial Regex Named();

    [GeneratedRegex("^(what is )?# fibonacci number$", Options)]
    private static partial Regex Fibonacci();

    [GeneratedRegex(
        "^(what |which )?(is |comes |number comes )?(the )?next( number| term)*( in| of| after)*( this| sequence| series| pattern|"
            + " arithmetic| geometric)*( is)?( #)+$|^(complete|continue|what number comes next in) (this |sequence |series |pattern )*( ?#)+$",
        Options)]
    private static partial Regex Next();

    [GeneratedRegex(
        "^(what is )?# term of (?:((?<geometric>geometric)|(?<arithmetic>arithmetic))) (sequence|progression|series) (with|whose|that"
            + " has|having) first term (is |of )?# and (common )?((?<ratio>ratio)|difference) (is |of )?#$",
        Options)]
    private static partial Regex Described();

    [GeneratedRegex(
        "^(what is )?((?<sum>sum of first) # terms|# term) (of|in)( this)?( ((?<geometric>geometric)|(?<arithmetic>arithmetic)))?"
            + "( (sequence|progression|series))?( is| with terms)?( #){3,}$",
        Options)]
    private static partial Regex Terms();
}
