using System.Buffers;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Finds formulas in prose, in one pass. A word ends a formula, and spoils the number or sign that it touches, though not through a
/// bracket: nothing is found in <c>5km</c> or <c>covid-19</c>, and a number in <c>5 (km)</c>.
/// </summary>
public static class FormulaScanner
{
    private const string Blanks = " \t\u00A0\u2009\u202F";

    // Marks of a sentence or of emphasis, behind a formula.
    private const string Ends = "*=<>,-−–([{";

    // Some of them no formula can be read with: what holds one is found all the same, so that no rest of it is taken for the whole.
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "+-*/^%()[]{}=<>≤≥×÷·⋅∙∗−–√∛∜∑∏∫±∓∞∕⁄¹²³⁴⁵⁶⁷⁸⁹⁰½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞");

    public static List<FormulaSpan> Find(string text)
    {
        var found = new List<FormulaSpan>();
        var (start, depth, spoilt) = (-1, 0, false);
        for (var position = 0; position <= text.Length;)
        {
            var length = TokenLength(text, position, depth, inside: start >= 0);
            if (length > 0)
            {
                if (start < 0) start = position;
                depth += Depth(text[position]);
                position += length;
                continue;
            }

            var word = WordLength(text, position);
            spoilt |= start >= 0 && word > 0 && !char.IsWhiteSpace(text[position - 1]) && text[position - 1] is not ('(' or '[')
                && !Scripts.HasNoBlanks(text[position]);
            if (start >= 0 && !spoilt) Add(found, text, start, position);
            position += Math.Max(word, 1);
            (start, depth, spoilt) = (-1, 0, word > 0 && !Scripts.HasNoBlanks(text[position - 1]));
        }

        return found;
    }

    /// <summary>Whether a function is named in <paramref name="formula"/>.</summary>
    public static bool HasFunction(string formula)
    {
        for (var position = 0; position < formula.Length; position++)
        {
            var length = LettersAt(formula, position);
            if (FunctionNames.IsFunction(formula.Substring(position, length).ToLowerInvariant())) return true;
            position += length;
        }

        return false;
    }

    private static int Depth(char character) => character switch
    {
        '(' or '[' or '{' => 1,
        ')' or ']' or '}' => -1,
        _ => 0,
    };

    /// <summary>The length of the piece of a formula that begins at <paramref name="at"/>, or zero where none does.</summary>
    private static int TokenLength(string text, int at, int depth, bool inside)
    {
        var character = At(text, at);
        return character switch
        {
            _ when char.IsLetter(character) => NameLength(text, at),
            _ when char.IsAsciiDigit(character) => 1,
            '.' => char.IsAsciiDigit(At(text, at + 1)) && At(text, at - 1) != '.' ? 1 : 0,
            ',' => IsThousandsMark(text, at) || depth > 0 ? 1 : 0,
            ';' => depth > 0 ? 1 : 0,
            '!' => inside && EndsOperand(At(text, at - 1)) && At(text, at + 1) != '=' ? 1 : 0,
            '\'' => IsThousandsMark(text, at) || (inside && At(text, at + 1) is '(' or '\'') ? 1 : 0,
            '|' => IsBlankOrEdge(text, at - 1) && IsBlankOrEdge(text, at + 1) ? 0 : 1,
            '=' => At(text, at + 1) is '=' or '>' ? 0 : 1,
            ')' or ']' or '}' => depth > 0 ? 1 : 0,
            _ => Signs.Contains(character) || (inside && Blanks.Contains(character)) ? 1 : 0,
        };
    }

    private static int NameLength(string text, int at)
    {
        if (Scripts.HasNoBlanks(text[at])) return 0;
        var length = LettersAt(text, at);
        if (At(text, at + length) is '\'' or '’' && char.IsLetter(At(text, at + length + 1))) return 0;
        if (length > 1 && !FunctionNames.IsName(text.Substring(at, length).ToLowerInvariant())) return 0;
        if (IsArticle(text, at)) return 0;
        if (At(text, at + length) != '_') return length;

        var subscript = at + length + 1;
        while (char.IsLetterOrDigit(At(text, subscript))) subscript++;
        return subscript - at;
    }

    private static bool IsArticle(string text, int at) =>
        text[at] is 'a' or 'A' or 'I' && IsBlankOrEdge(text, at - 1) && At(text, at + 1) == ' ' && char.IsLetterOrDigit(At(text, at + 2));

    private static bool IsThousandsMark(string text, int at) =>
        char.IsAsciiDigit(At(text, at - 1)) && char.IsAsciiDigit(At(text, at + 1)) && char.IsAsciiDigit(At(text, at + 2))
        && char.IsAsciiDigit(At(text, at + 3)) && !char.IsAsciiDigit(At(text, at + 4));

    private static int WordLength(string text, int at)
    {
        var end = at;
        while (Continues(text, at, end)) end++;
        return end - at;
    }

    /// <summary>A number is part of the word that it touches, but for scripts that set words and numbers side by side.</summary>
    private static bool Continues(string text, int at, int end)
    {
        var character = At(text, end);
        if (char.IsAsciiDigit(character)) return end == at || !Scripts.HasNoBlanks(text[end - 1]);
        return char.IsLetterOrDigit(character) || (end > at && character is '\'' or '’' or '_');
    }

    private static void Add(List<FormulaSpan> found, string text, int start, int end)
    {
        // A sign of multiplication or a root stays, and makes a formula that cannot be read: its operand is in words.
        while (start < end && (Blanks.Contains(text[start]) || text[start] is '*' or '=' or '<' or '>')) start++;
        while (start < end && (Blanks.Contains(text[end - 1]) || Ends.Contains(text[end - 1]))) end--;
        for (var open = Unclosed(text, start, end); open > 0 && start < end && text[start] == '('; open--) start++;
        if (start < end) found.Add(new FormulaSpan(start, text[start..end]));
    }

    private static int Unclosed(string text, int start, int end)
    {
        var depth = 0;
        for (var position = start; position < end; position++) depth += Depth(text[position]);
        return depth;
    }

    private static int LettersAt(string text, int start)
    {
        var end = start;
        while (char.IsLetter(At(text, end))) end++;
        return end - start;
    }

    private static bool IsBlankOrEdge(string text, int at) => At(text, at) == '\0' || char.IsWhiteSpace(At(text, at));

    private static bool EndsOperand(char character) => char.IsLetterOrDigit(character) || character is ')' or ']';

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';
}
