using Miner.Mathematics.Expressions;

namespace Miner.Mathematics.Language;

/// <summary>What LaTeX's commands without arguments stand for, as signs and in the notation of <see cref="LatexRewriter"/>.</summary>
public static class LatexCommands
{
    // Each sign or word, and the commands that stand for it.
    private static readonly Dictionary<string, string> Signs = Index(
        "× times", "· cdot", "* ast", "÷ div", "± pm", "∓ mp", "≤ le leq leqslant leqq", "≥ ge geq geqslant geqq", "< lt", "> gt",
        "≠ ne neq", "≈ approx sim simeq", "≡ equiv", "∈ in", "∉ notin", "∪ cup", "∩ cap", "∖ setminus backslash", "∞ infty",
        "∅ emptyset varnothing",
        "→ to rightarrow", "⇒ implies Rightarrow Longrightarrow", "⇔ iff Leftrightarrow", "or lor vee", "and land wedge",
        "¬ neg lnot",
        "| lvert rvert vert mid", "floor( lfloor", "ceil( lceil", ") rfloor rceil rangle rparen", "( langle lparen", "{ lbrace", "} rbrace",
        "[ lbrack", "] rbrack", ": colon", "° circ degree", "' prime", "… ldots dots cdots dotsm dotsb dotsc dotso dotsi", "mod mod bmod",
        "det det", "∠ angle", "△ triangle", "£ pounds", "€ euro",
        "¥ yen", "% percent", "pi pi", "⊤ top", "ℓ ell",
        "tan tg", "cot ctg cotg", "arctan arctg", "log lg", "csc cosec",
        "α alpha", "β beta", "γ gamma", "δ delta", "ε epsilon varepsilon", "ζ zeta", "η eta", "θ theta vartheta", "ι iota", "κ kappa",
        "λ lambda", "μ mu", "ν nu", "ξ xi", "ρ rho", "σ sigma", "τ tau", "υ upsilon", "φ phi varphi", "χ chi", "ψ psi", "ω omega",
        "Γ Gamma", "Δ Delta", "Θ Theta", "Λ Lambda", "Ξ Xi", "Π Pi", "Σ Sigma", "Υ Upsilon", "Φ Phi", "Ψ Psi", "Ω Omega");

    private static readonly HashSet<string> Blanks = ["quad", "qquad", "thinspace", "enspace", "space", "newline"];

    private static readonly HashSet<string> Ignored =
    [
        "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
        "biggl", "biggr", "Biggl", "Biggr", "left", "right", "middle", "therefore", "centering", "hline", "bf", "rm", "it", "mathop",
        "tiny", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge", "scriptscriptstyle", "mathstrut", "strut",
    ];

    private static readonly HashSet<string> WithArguments =
    [
        "frac", "dfrac", "tfrac", "cfrac", "over", "choose", "dot", "not", "pmod", "sqrt",
        "binom", "dbinom", "tbinom", "boxed", "fbox", "overline", "bar", "vec", "hat",
        "widehat", "tilde", "overrightarrow", "underline", "mathbb", "mathcal", "mathrm", "mathbf", "mathit", "mathsf", "bm",
        "boldsymbol", "operatorname", "begin", "end", "tag", "label", "hspace", "vspace", "phantom", "color", "textcolor",
        "text", "textbf", "textit", "textrm", "textnormal", "texttt", "textsf", "mbox", "hbox", "emph",
    ];

    private static readonly HashSet<string> Texts =
    [
        "text", "textbf", "textit", "textrm", "textnormal", "texttt", "textsf", "mbox", "hbox", "emph", "mathrm", "mathbf", "mathit",
        "mathsf", "operatorname", "bm", "boldsymbol", "mathcal",
    ];

    /// <summary>
    /// The sign or word that a command stands for, a blank for a space, and nothing for what is not seen; null for functions, for
    /// commands that take an argument, and for those that are not known.
    /// </summary>
    public static string? Sign(string name) =>
        Signs.TryGetValue(name, out var sign) ? sign
        : Blanks.Contains(name) ? " "
        : Ignored.Contains(name) ? ""
        : null;

    /// <summary>The plain notation of a command that takes no argument; null for one that does, or that is not known.</summary>
    internal static string? Replace(string name) =>
        IsFunction(name) ? $" {name} " : Sign(name) switch
        {
            "×" or "·" => "*",
            "÷" => "/",
            { Length: > 1 } word => $" {word} ",
            var sign => sign,
        };

    /// <summary>The function that a word in upright letters names, by any of its names; null for every other word.</summary>
    internal static string? Function(string word) =>
        Replace(word)?.Trim() is { } name && IsFunction(name) ? name : null;

    /// <summary>Whether a name stands before what it is applied to; roots, binomials and limits have their own way to be written.</summary>
    private static bool IsFunction(string name) =>
        FunctionNames.IsFunction(name) && name is not ("sqrt" or "root" or "binom" or "lim");

    /// <summary>Whether the command's argument is upright text or a letter in another face.</summary>
    internal static bool IsText(string name) => Texts.Contains(name);

    /// <summary>The sign of a set of numbers, where the letter names one.</summary>
    internal static string Blackboard(string letter) => letter switch
    {
        "R" => "ℝ",
        "Z" => "ℤ",
        "N" => "ℕ",
        "Q" => "ℚ",
        "C" => "ℂ",
        _ => letter,
    };

    /// <summary>Whether the letters from <paramref name="index"/> on are the name of a command.</summary>
    internal static bool IsKnownAt(string text, int index)
    {
        var end = index;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var name = text[index..end];
        return Replace(name) is not null || WithArguments.Contains(name);
    }

    /// <summary>The sign by command.</summary>
    private static Dictionary<string, string> Index(params string[] groups)
    {
        var signs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var names in groups.Select(group => group.Split(' ')))
        {
            foreach (var name in names.Skip(1)) signs.Add(name, names[0]);
        }

        return signs;
    }
}
