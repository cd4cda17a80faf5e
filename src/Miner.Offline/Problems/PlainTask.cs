using System.Text.RegularExpressions;

namespace Miner.Offline.Problems;

/// <summary>A task that asks for no more than the query does: each of its sentences is one of a closed list of ways to say so.</summary>
internal static partial class PlainTask
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const int MaxLength = 300;

    private const string Subject = "(maths?|mathematics|mathematical|arithmetic|algebra)";

    private const string Which = "( (the|this|these|following|given|user's|user|above|below))*";

    private const string What = "(question|questions|query|queries|problem|problems|task|tasks)";

    private const string Manner = "(,? (and )?(correctly|accurately|exactly|concisely|briefly|clearly|carefully|step by step))*";

    public static bool Is(string task) =>
        task.Length <= MaxLength
        && task.Split('.', ':', '!').Select(sentence => sentence.Trim()).All(sentence =>
            sentence.Length == 0 || Instruction().IsMatch(sentence) || Role().IsMatch(sentence) || Manners().IsMatch(sentence));

    [GeneratedRegex(
        $"^(please )?((answer|solve|complete|respond to|work on|help)( to)?{Which}( {Subject})?( {What})?"
        + "|calculate|compute|evaluate|(give|provide)( me)? (the|your)( final| correct)? (answer|result|solution)"
        + $"|{Subject}( {What})?|question answering|q ?& ?a){Manner}$",
        Options)]
    private static partial Regex Instruction();

    [GeneratedRegex(
        $"^you are an? ((helpful|careful|precise|accurate|expert|friendly|ai|{Subject})[ ,]+)*(assistant|tutor|teacher|expert|solver)$",
        Options)]
    private static partial Regex Role();

    [GeneratedRegex(
        "^(please )?((show|explain) (your|the) (work|working|steps)|think step by step|be (concise|brief|accurate|precise))$",
        Options)]
    private static partial Regex Manners();
}
