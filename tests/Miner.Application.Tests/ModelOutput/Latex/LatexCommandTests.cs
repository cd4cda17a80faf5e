using Miner.Application.ModelOutput;
using Miner.Testing;

namespace Miner.Application.Tests.ModelOutput.Latex;

/// <summary>
/// Commands of LaTeX after one backslash, whose first letter JSON takes for an escape: those of LaTeX's mathematics, amsmath and amssymb
/// that begin with b, f, n, r, t or u, in each kind of formula, at its start, within it and at the start of a line of it.
/// </summary>
public sealed class LatexCommandTests
{
    private static readonly string[] Commands =
    [
        "backepsilon", "backprime", "backsim", "backsimeq", "backslash", "bar", "barwedge", "because", "begin", "beta", "beth", "between",
        "bf", "big", "Big", "bigcap", "bigcirc", "bigcup", "bigg", "biggl", "biggr", "bigl", "bigodot", "bigoplus", "bigotimes", "bigr",
        "bigsqcup", "bigstar", "bigtriangledown", "bigtriangleup", "biguplus", "bigvee", "bigwedge", "binom", "blacklozenge",
        "blacksquare", "blacktriangle", "bmod", "boldsymbol", "bot", "bowtie", "boxdot", "boxed", "boxminus", "boxplus", "boxtimes",
        "breve", "bullet", "bumpeq", "fallingdotseq", "fbox", "flat", "forall", "frac", "frown", "nabla", "natural", "ncong", "ne",
        "nearrow", "neg", "neq", "newline", "nexists", "ngeq", "ngeqslant", "ngtr", "ni", "nleftarrow", "nleq", "nleqslant", "nless",
        "nmid", "nolimits", "nonumber", "norm", "not", "notag", "notin", "nparallel", "nprec", "npreceq", "nrightarrow", "nshortmid",
        "nsim", "nsubseteq", "nsucc", "nsucceq", "nsupseteq", "ntriangleleft", "ntriangleright", "nu", "nvdash", "nvDash", "nwarrow",
        "rangle", "rbrace", "rbrack", "rceil", "rfloor", "rho", "right", "rightarrow", "rightarrowtail", "rightharpoondown",
        "rightharpoonup", "rightleftarrows", "rightleftharpoons", "rightrightarrows", "rightsquigarrow", "risingdotseq", "rm", "root",
        "rtimes", "rvert", "rVert", "tag", "tan", "tanh", "tau", "tbinom", "text", "textbf", "textit", "textrm", "textstyle", "texttt",
        "tfrac", "therefore", "theta", "thickapprox", "thicksim", "tilde", "times", "tiny", "to", "top", "triangle", "triangledown",
        "triangleleft", "trianglelefteq", "triangleq", "triangleright", "trianglerighteq", "tt", "twoheadrightarrow", "ulcorner",
        "unlhd", "unrhd", "uparrow", "updownarrow", "upharpoonleft", "upharpoonright", "uplus", "upsilon", "upuparrows", "urcorner",
        "underbrace", "underline", "underset",
    ];

    private static readonly (string Opening, string Closing)[] Formulas = [("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$")];

    [Test]
    public void Read_WhenCommandsInFormulasAreNotEscaped_RestoresThem()
    {
        var rows = (
            from command in Commands
            from formula in Formulas
            from before in new[] { "", "a + b", "x ", "1 \\\\" }
            select $"So {formula.Opening}{before}\\{command} y{formula.Closing} holds.").ToList();
        var misses = rows.Where(row => Response(row.Replace("\\\\", "\\\\\\\\", StringComparison.Ordinal)) != row).ToList();

        var figure = $"{rows.Count - misses.Count} of {rows.Count}";
        TestContext.Out.WriteLine($"{figure} commands restored; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine(miss);
        Assert.That(figure, Is.EqualTo(Figures.Documented("commands of LaTeX after one backslash")));
    }

    private static string? Response(string json) =>
        AnswerReader.Read($$"""{"immediate_response": "{{json}}", "notebook": "no update"}""")?.ImmediateResponse;
}
