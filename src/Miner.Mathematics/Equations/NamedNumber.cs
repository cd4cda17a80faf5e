using System.Text.RegularExpressions;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Brackets that hold what the name before them comes to, <c>Tom (40%) + Ann (60%) = 100%</c> and <c>Level 3 (20) + 5 = 25</c>, or a label:
/// <c>(1) + (2) = 15</c>. A piece of such a text is no equation.
/// </summary>
internal static partial class NamedNumber
{
    // So far back a name is looked for, in UTF-16 units.
    private const int MaxName = 80;

    // Behind these a number in brackets is an operand.
    private static readonly HashSet<string> Connectives = EquationContext.Words(
        "so then thus hence therefore get gets have has is are was were be gives give equals compute calculate evaluate and or but as that "
            + "to now find see since because yields obtain becomes first next also we it this");

    /// <summary>Whether <paramref name="span"/> begins with the brackets of a name, or with the number that ends one.</summary>
    public static bool Begins(string text, FormulaSpan span)
    {
        if (!Bracket().IsMatch(span.Text)) return false;
        var before = text[Math.Max(0, span.Start - MaxName)..span.Start];
        return Term().IsMatch(before)
            || (Amount().IsMatch(span.Text) && Name().Match(before) is { Success: true } name && !Connectives.Contains(name.Value.Trim()));
    }

    /// <summary>Whether a side in which a product or sum does not hold may be one of names or labels.</summary>
    public static bool IsIn(EquationSide side) =>
        Labels().IsMatch(side.Formula) || (side.Formula == side.Written && Numbered().IsMatch(side.Formula));

    [GeneratedRegex(@"^(?:\d{1,4} )?\(", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    /// <summary>A sign behind an operand, and words: of letters alone a hyphen or dash may be no sign.</summary>
    [GeneratedRegex(
        @"(?:[\d)%] ?[-+−–×*·÷/] ?|\p{L} [+−×*·÷/] )(?:[\p{L}\d'’]{1,20} {1,2}){1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\(\d[\d.,/]*%?\) ?[-+−–×*·÷/]", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\p{L}+ {1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[(\[]1?\d[)\]](?: ?[-+−–] ?[(\[]1?\d[)\]]){1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<![\d.,])\d{1,4} \(\d[\d.,/]*%?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
