using System.Globalization;
using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>In how many ways something can be chosen or arranged.</summary>
internal static class CountingForms
{
    private const int MaxLetters = 40;
    private const string Ways =
        "(in )?how many( different| distinct)? (ways|arrangements|permutations|combinations|teams|committees|groups)(" + " are there)?";
    private const string Who = "( (can|could|do|to|you|we|i|one|be|are|there|of))*";
    private const string Thing = "[a-z]+( [a-z]+)?";

    public static readonly StoryForm[] All =
    [
        new(
            $"{Ways}{Who} (choose|select|pick|chosen|selected|picked|form|formed)( team of| committee of| group of)? (?<few>#)( {Thing})?( be)?("
                + $" (chosen|selected|picked|formed))? (from|out of|from among)( (group|class|set|team|pool|deck|list) of)? (?<all>#)( {Thing})? \\?",
            story => Choose(story["all"], story["few"])),
        new(
            $"{Ways} can (committee|team|group|set|hand) of (?<few>#)( {Thing})? be (chosen|selected|picked|formed) (from|out of|from among)("
                + $" (group|class|set|team|pool|deck|list) of)? (?<all>#)( {Thing})? \\?",
            story => Choose(story["all"], story["few"])),
        new($"{Ways} can (?<few>#) {Thing} be (chosen|selected|picked) (from|out of|from among)( (group|class|set|team|pool|deck|list) of)?"
                + $" (?<all>#)( {Thing})? \\?",
            story => Choose(story["all"], story["few"])),
        new(
            $"{Ways}{Who}( (arrange|order|line up|seat))? (?<all>#)( (different|distinct))? {Thing}( (can|be|arranged|ordered|lined up|seated"
                + $"|stand|sit|line up))+( (in|on|along) (row|line|shelf|bench|order))? \\?",
            story => Arrange(story["all"])),
        new(
            $"{Ways}{Who} (arrange|order|line up|seat) (?<all>#)( (different|distinct))? {Thing}( (in|on|along) (row|line|shelf|bench|order))? \\?",
            story => Arrange(story["all"])),
        new("(what is |find |compute |calculate |evaluate )?(?<kind>[pc]) \\( (?<all>#) , (?<few>#) \\) (\\?|\\.)",
            story => story.Text("kind") == "c" ? Choose(story["all"], story["few"]) : Place(story["all"], story["few"])),
        new("how many handshakes (occur|are there|take place|happen|will there be) (if|when|among|between) (?<all>#) people( each)?( (shake"
                + "|shakes) hands( (with|exactly) ([a-z]+ ?){1,4})*)? \\?",
            story => Choose(story["all"], 2)),
    ];

    /// <summary>Orders of the letters of a word: <c>how many ways can the letters of BANANA be arranged</c>.</summary>
    public static Solution? Letters(string word)
    {
        if (word.Length is 0 or > MaxLetters) return null;
        var counts = word.CountBy(letter => letter).Select(letter => letter.Value).Where(count => count > 1).ToList();
        var orders = counts.Aggregate(Factorial(word.Length), (orders, count) => orders / Factorial(count));
        var divisor = counts.Count == 0 ? "" : $" / ({string.Join(" * ", counts.Select(count => $"{count}!"))})";
        return new Solution($"{orders}", $"{word.Length}!{divisor} = {orders}");
    }

    private static Solution? Choose(Rational all, Rational few)
    {
        if (!Fit(all, few)) return null;
        var solution = ArithmeticProblem.Compute($"binom({all}; {few})");
        return solution is null ? null : solution with
        {
            Steps = [string.Create(CultureInfo.InvariantCulture, $"{few} of {all}, in any order:"
            + $" {all}! / ({few}! * {all - few}!) = {solution.Answer}")]
        };
    }

    private static Solution? Place(Rational all, Rational few) =>
        Fit(all, few) ? ArithmeticProblem.Compute($"{all}! / {all - few}!") : null;

    private static Solution? Arrange(Rational all) => Fit(all, all) ? ArithmeticProblem.Compute($"{all}!") : null;

    private static bool Fit(Rational all, Rational few) => all.IsInteger && few.IsInteger && few.Sign >= 0 && few <= all && all <= 1_000;

    private static BigInteger Factorial(int number) =>
        Enumerable.Range(1, number).Aggregate(BigInteger.One, (product, factor) => product * factor);
}
