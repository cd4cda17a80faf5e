using System.Collections.Frozen;

namespace Miner.Application.ModelOutput.Latex;

/// <summary>
/// The commands of LaTeX, its mathematics packages and KaTeX whose names begin with b, f, n, r or t: with one backslash in JSON they begin
/// with a control character.
/// </summary>
internal static class EscapedCommands
{
    private const string Names = """
        backepsilon backprime backsim backsimeq backslash bar barwedge bbox bcancel because begin beta beth between bf bfseries big Big
        bigcap bigcirc bigcup bigg Bigg biggl biggm biggr bigl bigm bigodot bigoplus bigotimes bigr bigsqcap bigsqcup bigstar
        bigtriangledown bigtriangleup biguplus bigvee bigwedge binom blacklozenge blacksquare blacktriangle blacktriangledown
        blacktriangleleft blacktriangleright bm bmod bold boldmath boldsymbol bordermatrix bot bowtie Box boxdot boxed boxminus boxplus
        boxtimes bra brace brack braket breve buildrel bullet bumpeq Bumpeq
        fallingdotseq fbox fcolorbox fint flat flushleft footnote footnotesize forall frac frak framebox frown
        nabla natural ncong ne nearrow neg negmedspace negthickspace negthinspace neq nequiv newcommand newline nexists nge ngeq ngeqq
        ngeqslant ngtr ni nicefrac nleftarrow nLeftarrow nleftrightarrow nLeftrightarrow nleq nleqq nleqslant nless nmid nobreak
        nobreakspace nolimits nonumber norm normalsize not notag notin notni nparallel nprec npreceq nrightarrow nRightarrow nshortmid
        nshortparallel nsim nsubset nsubseteq nsubseteqq nsucc nsucceq nsupset nsupseteq nsupseteqq ntriangleleft ntrianglelefteq
        ntriangleright ntrianglerighteq nu num nvdash nvDash nVdash nVDash nwarrow
        raise raisebox rang rangle ratio rbrace rbrack rceil real reals ref relax rfloor rgroup rhd rho right Rightarrow rightarrow
        rightarrowtail rightharpoondown rightharpoonup rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow
        rightthreetimes risingdotseq rlap rm rmoustache root rotatebox rparen rtimes rule rvert rVert
        tag tan tanh tau tbinom tdplus text textasciitilde textbackslash textbf textcircled textcolor textdegree textit textmd textnormal
        textrm textsc textsf textsl textstyle textsubscript textsuperscript texttt textup tfrac tg th therefore theta thetasym thickapprox
        thicksim thickspace thinspace tilde times tiny to top triangle triangledown triangleleft trianglelefteq triangleq triangleright
        trianglerighteq tt twoheadleftarrow twoheadrightarrow
        """;

    private static readonly FrozenSet<string> All =
        Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = All.Max(name => name.Length);

    /// <summary>Whether the letters at <paramref name="index"/>, all of them, complete a command that begins with that letter.</summary>
    public static bool IsCompleted(char letter, ReadOnlySpan<char> text, int index)
    {
        Span<char> name = stackalloc char[Longest];
        var length = 1;
        name[0] = letter;
        for (; index < text.Length && char.IsAsciiLetter(text[index]); index++)
        {
            if (length == name.Length) return false;
            name[length++] = text[index];
        }

        return length > 1 && Lookup.Contains(name[..length]);
    }
}
