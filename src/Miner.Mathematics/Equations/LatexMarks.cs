using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

internal enum LatexMarkKind
{
    None,
    Equality,
    Approximation,

    /// <summary>Another relation, a comma, an arrow, a line's end, a wide blank: what is behind it is another statement.</summary>
    End,
}

/// <summary>What stands between two marks.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="At">Where it ends, at the mark <paramref name="Kind"/>.</param>
internal readonly record struct LatexMark(int From, int At, LatexMarkKind Kind);

/// <summary>Splits LaTeX at its equals signs and at what ends a statement.</summary>
internal static partial class LatexMarks
{
    // The longest command of an operator, with blanks behind it.
    private const int MaxCommand = 20;

    private const string Relations = "<>≤≥≠≡→⇒⇔∈∉";

    private static readonly string[] Breaks =
        ["quad", "qquad", "therefore", "because", "implies", "not", "Longleftrightarrow", "land", "lor"];

    // What is set line by line or side by side; all other environments are one object.
    private static readonly string[] Lines =
        ["aligned", "align", "align*", "split", "gathered", "gather", "gather*", "cases", "alignedat", "equation", "equation*"];

    /// <summary>In the order of the text; the last ends at the end.</summary>
    public static List<LatexMark> Find(string latex)
    {
        var marks = new List<LatexMark>();
        var (from, depth) = (0, 0);
        for (var index = 0; index < latex.Length;)
        {
            depth = Math.Max(0, depth + latex[index] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 });
            var (kind, length) = At(latex, index);
            if (kind != LatexMarkKind.None && depth == 0)
            {
                marks.Add(new LatexMark(from, index, kind));
                from = index + length;
            }

            index += length;
        }

        marks.Add(new LatexMark(from, latex.Length, LatexMarkKind.End));
        return marks;
    }

    /// <summary>The sign at <paramref name="index"/>, and how long it is, at least 1.</summary>
    private static (LatexMarkKind Kind, int Length) At(string latex, int index) => latex[index] switch
    {
        '\\' => Command(latex, index),
        '=' => (LatexMarkKind.Equality, 1),
        '≈' or '≃' or '≅' or '~' => (LatexMarkKind.Approximation, 1),
        ';' => (LatexMarkKind.End, 1),
        ',' => (IsInNumeral(latex, index) ? LatexMarkKind.None : LatexMarkKind.End, 1),
        '.' => (char.IsWhiteSpace(Next(latex, index + 1)) ? LatexMarkKind.End : LatexMarkKind.None, 1),
        var sign => (Relations.Contains(sign) ? LatexMarkKind.End : LatexMarkKind.None, 1),
    };

    private static (LatexMarkKind Kind, int Length) Command(string latex, int index)
    {
        var end = index + 1;
        while (char.IsAsciiLetter(Next(latex, end))) end++;
        var name = latex[(index + 1)..end];
        if (name.Length == 0)
        {
            return Next(latex, index + 1) switch
            {
                '\\' when !LatexCommands.IsKnownAt(latex, index + 2) => LineEnd(latex, index),
                '{' or '}' or '\\' => (LatexMarkKind.None, 1),
                _ => (LatexMarkKind.None, Math.Min(2, latex.Length - index)),
            };
        }

        if (name is "begin" or "end") return Environment(latex, index, end, name);
        if (Array.IndexOf(Breaks, name) >= 0) return (LatexMarkKind.End, end - index);
        return LatexCommands.Sign(name) switch
        {
            "≈" => (LatexMarkKind.Approximation, end - index),
            [var sign] when Relations.Contains(sign) => (LatexMarkKind.End, end - index),
            _ => (LatexMarkKind.None, end - index),
        };
    }

    /// <summary>The next line may go on with a relation, as <c>&amp;= 8</c> does, or with an operator, and this one end with one.</summary>
    private static (LatexMarkKind Kind, int Length) LineEnd(string latex, int index)
    {
        var at = index + 2;
        while (true)
        {
            if (Next(latex, at) is '&' or ' ' or '\t' or '\r' or '\n') at++;
            else if (Blank().Match(latex, at) is { Success: true, Length: var length }) at += length;
            else break;
        }

        if (Next(latex, at) == '=') return (LatexMarkKind.Equality, at + 1 - index);
        var before = latex.AsSpan(Math.Max(0, index - MaxCommand), Math.Min(index, MaxCommand));
        var isOpen = Operator().IsMatch(latex, at) || OpenEnd().IsMatch(before);
        return isOpen ? (LatexMarkKind.None, at - index) : (LatexMarkKind.End, 2);
    }

    private static (LatexMarkKind Kind, int Length) Environment(string latex, int index, int end, string command)
    {
        var closing = latex.IndexOf('}', end, Math.Min(20, latex.Length - end));
        if (closing < 0) return (LatexMarkKind.End, end - index);

        var name = latex[end..closing].TrimStart('{');
        if (command == "end" || Array.IndexOf(Lines, name) >= 0) return (LatexMarkKind.End, closing + 1 - index);
        var over = latex.IndexOf($"\\end{{{name}}}", closing, StringComparison.Ordinal);
        return (LatexMarkKind.None, (over < 0 ? latex.Length : over + name.Length + "\\end{}".Length) - index);
    }

    /// <summary>A comma between digits, with or without a negative space behind it.</summary>
    private static bool IsInNumeral(string latex, int index) =>
        index > 0 && char.IsAsciiDigit(latex[index - 1])
        && (char.IsAsciiDigit(Next(latex, index + 1)) || (Next(latex, index + 1) == '\\' && Next(latex, index + 2) == '!'));

    [GeneratedRegex(@"\G(?:\\q?quad(?![a-z])|\\[,;:! ]|\{\}|\[-?[0-9.]{1,5} ?[a-z]{2}\])", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G(?:[-+*/×·÷]|\\(?:cdot|times|div|pm)(?![a-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Operator();

    [GeneratedRegex(@"(?:[-+*/×·÷]|\\(?:cdot|times|div|pm))[\s&]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnd();

    private static char Next(string latex, int index) => index < latex.Length ? latex[index] : '\0';
}
