using System.Text;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>Readies a text for the search of equations, without moving anything in it: each index stays what it is.</summary>
internal static partial class Prose
{
    // Ends a formula, and neither is nor spoils one.
    private const char Break = '"';

    // A name that no formula has: what it stands for has no value that is known here.
    private const char Unknown = 'ℵ';

    /// <summary>
    /// The text without its code, addresses, formulas in LaTeX, wide and currencies' signs; and those formulas, by their delimiters or,
    /// where they have none, by the line that they stand in.
    /// </summary>
    public static (string Plain, string WithUnits, IReadOnlyList<MathSpan> Formulas) Split(string text)
    {
        var prose = new StringBuilder(FullwidthForms.NarrowFormulas(CodeBlocks.Blank(text)));
        var formulas = prose.ToString().AsSpan().ContainsAny('\\', '$') ? Take(prose) : [];
        var plain = HexadecimalPattern().Replace(WithoutAddresses(prose.ToString()), match => Blank(match.Length));
        plain = AnnotationPattern().Replace(plain, match => new string(' ', match.Length));
        var withUnits = OperatorWords.Replace(plain);
        plain = RatePattern().Replace(withUnits, rate => IsRate(rate) ? $"{Break}".PadRight(rate.Length) : rate.Value);
        plain = SignPattern().Replace(plain, sign => sign.Value != "\\" && FollowsNumber(plain, sign.Index) ? $"{Break}" : " ");
        return (plain, withUnits, formulas);
    }

    private static List<MathSpan> Take(StringBuilder prose)
    {
        var formulas = MathSpans.Find(prose.ToString());
        foreach (var formula in formulas) Overwrite(prose, formula.Start, formula.End);
        foreach (var line in LatexLinePattern().EnumerateMatches(prose.ToString()))
        {
            var end = line.Index + line.Length;
            var content = prose.ToString(line.Index, line.Length);
            formulas.Add(new MathSpan(line.Index, line.Length, content, line.Index));
            Overwrite(prose, line.Index, end);
        }

        return formulas;
    }

    private static void Overwrite(StringBuilder prose, int start, int end)
    {
        for (var index = start; index < end; index++) prose[index] = ' ';
        prose[start] = Unknown;
    }

    /// <summary>Whether units stand on both sides of the stroke, and no variables.</summary>
    private static bool IsRate(Match rate)
    {
        var (unit, per) = (rate.Groups["unit"].Value, rate.Groups["per"].Value);
        return unit.Length > 1 || per.Length > 1
            ? per == "mol" || Units.IsKnown(unit) || Units.IsKnown(per)
            : $"{unit}/{per}" is "m/s" or "g/L" or "N/m";
    }

    private static string Blank(int length) => Unknown + new string(' ', length - 1);

    /// <summary>The text with blanks in place of whatever touches <c>://</c>, <c>www.</c> or <c>?name=</c>.</summary>
    private static string WithoutAddresses(string text)
    {
        var characters = (char[]?)null;
        var from = 0;
        foreach (var mark in AddressPattern().EnumerateMatches(text))
        {
            if (mark.Index < from) continue;
            characters ??= text.ToCharArray();
            var start = mark.Index;
            while (start > from && !char.IsWhiteSpace(text[start - 1])) start--;
            for (from = start; from < text.Length && !char.IsWhiteSpace(text[from]); from++) characters[from] = ' ';
            characters[start] = Unknown;
        }

        return characters is null ? text : new string(characters);
    }

    // Two amounts after one another are no product, nor a mixed number.
    private static bool FollowsNumber(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd(' ');
        if (before is [.., 'x' or 'X'] && before[..^1].TrimEnd(' ') is [.., (>= '0' and <= '9') or ')']) return false;
        return before is [.., var last] && (char.IsLetterOrDigit(last) || last is ')' or '%');
    }

    [GeneratedRegex(@"^[^\\\n]*\\[a-zA-Z][^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LatexLinePattern();

    [GeneratedRegex(@"://|\bwww\.|\?[A-Za-z_][\w.-]{0,40}=", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"(?<![\w.])0[xX][0-9A-Fa-f]+", RegexOptions.CultureInvariant)]
    private static partial Regex HexadecimalPattern();

    // What a calculator was asked, as models write that were trained to use one: 48 / 2 = <<48/2=24>>24.
    [GeneratedRegex(@"<<[^<>\n]{1,200}>>", RegexOptions.CultureInvariant)]
    private static partial Regex AnnotationPattern();

    // Behind a number, which the scanner would take for a quotient of names: 28.4 m/s, 18 g/mol.
    [GeneratedRegex(
        @"(?<=\d) ?(?<unit>[A-Za-zµΩ]{1,12})[²³]?/(?<per>[A-Za-z]{1,12})(?:\^?[²³23])?(?![\p{L}\d/^])", RegexOptions.CultureInvariant)]
    private static partial Regex RatePattern();

    // A currency's sign before its amount, or what escapes another sign.
    [GeneratedRegex("""[$€£¥](?=\s?\.?\d)|\\(?=[%*$])""", RegexOptions.CultureInvariant)]
    private static partial Regex SignPattern();
}
