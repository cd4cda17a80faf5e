namespace Miner.Offline.Text;

/// <summary>How calculations are said in words, and what formula each is; <c>{0}</c> and <c>{1}</c> stand for the operands.</summary>
internal static class PhraseForms
{
    /// <summary>Before one operand.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Form)> Prefixes =
    [
        .. Forms("sqrt({0})", "square root of", "sqrt of"),
        .. Forms("cbrt({0})", "cube root of"),
        .. Forms("({0})^2", "square of"),
        .. Forms("({0})^3", "cube of"),
        .. Forms("({0})^2", "square"),
        .. Forms("({0})^3", "cube"),
        .. Forms("({0})!", "factorial of"),
        .. Forms("abs({0})", "absolute value of"),
        .. Forms("(1 / {0})", "reciprocal of"),
        .. Forms("floor({0})", "floor of"),
        .. Forms("ceil({0})", "ceiling of"),
        .. Forms("log({0})", "log of", "logarithm of"),
        .. Forms("(-{0})", "negative"),
        .. Forms("(2 * {0})", "twice", "double"),
        .. Forms("(3 * {0})", "triple"),
    ];

    /// <summary>Before two operands with a word between them.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Form, string[] Separators)> Pairs =
    [
        (["difference", "between"], "({0} - {1})", ["and"]),
        (["difference", "of"], "({0} - {1})", ["and"]),
        (["quotient", "of"], "({0} / {1})", ["and"]),
        (["subtract"], "({1} - {0})", ["from"]),
        (["divide"], "({0} / {1})", ["by"]),
        (["take"], "({1} - {0})", ["away from"]),
    ];

    /// <summary>Before two operands or more, between which stand commas, the word and, or one of <c>Separators</c>.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Opening, string Operator, string[] Separators)> Lists =
    [
        .. ListForms("(", " + ", [], "sum of", "add up", "total of"),
        .. ListForms("(", " + ", ["to"], "add"),
        .. ListForms("(", " * ", [], "product of"),
        .. ListForms("(", " * ", ["by", "with"], "multiply"),
        .. ListForms(
            "gcd(", "; ", [], "greatest common divisor of", "greatest common factor of", "highest common factor of", "gcd of", "gcf of",
            "hcf of"),
        .. ListForms("lcm(", "; ", [], "least common multiple of", "lowest common multiple of", "lcm of"),
    ];

    /// <summary>Between two operands. A form that is not "left sign right" sets the left one in parentheses.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Form)> Infixes =
    [
        .. Forms("{0} + {1}", "plus", "added to"),
        .. Forms("{1} + ({0})", "more than"),
        .. Forms("{1} - ({0})", "less than", "subtracted from"),
        .. Forms("{0} - {1}", "minus", "less"),
        .. Forms("{0} * {1}", "times", "multiplied by", "x"),
        .. Forms("{0} / {1}", "divided by", "over"),
        .. Forms("binom({0}; {1})", "choose"),
        .. Forms("({0}) + {1}", "increased by"),
        .. Forms("({0}) - {1}", "decreased by", "reduced by"),
    ];

    private static IEnumerable<(string[] Words, string Form)> Forms(string form, params string[] phrases) =>
        phrases.Select(phrase => (phrase.Split(' '), form));

    private static IEnumerable<(string[] Words, string Opening, string Operator, string[] Separators)> ListForms(
        string opening, string sign, string[] separators, params string[] phrases) =>
        phrases.Select(phrase => (phrase.Split(' '), opening, sign, separators));
}
