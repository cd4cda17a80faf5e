namespace Miner.Offline.Text;

/// <summary>How calculations are said in words, and what formula each is; <c>{0}</c> and <c>{1}</c> stand for the operands.</summary>
internal static class PhraseForms
{
    /// <summary>Before one operand.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Form)> Prefixes =
    [
        .. Forms("sqrt({0})", "square root of", "sqrt of", "root of"),
        .. Forms("cbrt({0})", "cube root of", "cubic root of"),
        .. Forms("({0})^2", "square of"),
        .. Forms("({0})^3", "cube of"),
        .. Forms("({0})!", "factorial of"),
        .. Forms("abs({0})", "absolute value of"),
        .. Forms("(1 / {0})", "reciprocal of"),
        .. Forms("floor({0})", "floor of"),
        .. Forms("ceil({0})", "ceiling of", "ceil of"),
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
        (["ratio", "of"], "({0} / {1})", ["to"]),
        (["subtract"], "({1} - {0})", ["from"]),
        (["divide"], "({0} / {1})", ["by"]),
        (["choose"], "binom({1}; {0})", ["out of", "from"]),
    ];

    /// <summary>Before two operands or more, joined by <c>Separator</c>.</summary>
    public static readonly IReadOnlyList<(string[] Words, string Opening, string Separator)> Lists =
    [
        .. Forms("(", "sum of", "add up", "add", "total of").Select(form => (form.Words, form.Form, " + ")),
        .. Forms("(", "product of", "multiply").Select(form => (form.Words, form.Form, " * ")),
        .. Forms(
                "gcd(", "greatest common divisor of", "greatest common factor of", "highest common factor of", "largest common divisor of",
                "gcd of", "gcf of", "hcf of")
            .Select(form => (form.Words, form.Form, "; ")),
        .. Forms("lcm(", "least common multiple of", "lowest common multiple of", "smallest common multiple of", "lcm of")
            .Select(form => (form.Words, form.Form, "; ")),
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
        .. Forms("{0} % {1}", "modulo", "mod"),
        .. Forms("binom({0}; {1})", "choose"),
        .. Forms("({0}) + {1}", "increased by"),
        .. Forms("({0}) - {1}", "decreased by", "reduced by"),
    ];

    /// <summary>Words before a calculation that say nothing.</summary>
    public static readonly IReadOnlySet<string> LeadIn = new HashSet<string>(
        (
            "what what's whats s is are calculate compute evaluate find determine work out figure tell me give how much do does would could can you "
            + "please kindly show the value result answer of to equal equals i want need know hello hi hey , get we if you when one raise many ways "
            + "there simplify write"
        ).Split(' '));

    /// <summary>Words after it that say nothing.</summary>
    public static readonly IReadOnlySet<string> LeadOut = new HashSet<string>(
        (
            "= equal equals is are to what please thanks thank you exactly , ! step by show your work steps and the answer result give how much "
            + "value for me do i you we get have in simplest radical form"
        ).Split(' '));

    private static IEnumerable<(string[] Words, string Form)> Forms(string form, params string[] phrases) =>
        phrases.Select(phrase => (phrase.Split(' '), form));
}
