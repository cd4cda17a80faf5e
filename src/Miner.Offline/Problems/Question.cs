using System.Text;
using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>
/// A question of which nothing is left out: each word, formula and mark stands in its <see cref="Outline"/>, so that what matches the
/// outline from end to end has used them all. Only the courtesies around it and the articles in it say nothing.
/// </summary>
internal sealed partial class Question
{
    /// <summary>In UTF-16 units; longer questions are read as plain formulas only.</summary>
    public const int MaxLength = 2_000;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private Question(string text)
    {
        Text = text;
        var formulas = FormulaScanner.Find(text);
        (Outline, Formulas) = new OutlineWriter(text).Write(formulas);
    }

    /// <summary>On one notation, without the courtesies and the mark at the end.</summary>
    public string Text { get; }

    /// <summary>What stands for <c>#</c> in the outline, in order.</summary>
    public IReadOnlyList<string> Formulas { get; }

    /// <summary>
    /// Words in lower case, marks, and <c>#</c> for each formula, a blank between them: <c>what is # of # , # and #</c>.
    /// </summary>
    public string Outline { get; }

    public static Question Read(string query) => new(WithoutCourtesies(Notation.Normalise(WithClearMark(query))));

    /// <summary>The mark behind <c>2 + 3!</c> is a factorial's or the sentence's; set apart it is neither, and not understood.</summary>
    private static string WithClearMark(string query)
    {
        var text = query.TrimEnd();
        return text.EndsWith('!') && text.IndexOf('!', StringComparison.Ordinal) == text.Length - 1 && OpenMark().IsMatch(text)
            ? $"{text[..^1]} (!)"
            : query;
    }

    private static string WithoutCourtesies(string text)
    {
        while (true)
        {
            var shorter = Farewell().Replace(Greeting().Replace(WithoutEndMark(text), ""), "");
            if (shorter.Length == text.Length) return text;
            text = shorter;
        }
    }

    /// <summary>Without the last question mark or full stop, and <c>= ?</c>; three dots say that something goes on.</summary>
    private static string WithoutEndMark(string text)
    {
        text = text.Trim();
        if (text.EndsWith('?')) return text.TrimEnd('?', ' ').TrimEnd('=');
        return text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text.TrimEnd('=');
    }

    [GeneratedRegex(@"[\d)a-z] *[-+*/^=<>×÷·] *[^ ]+!$", Options)]
    private static partial Regex OpenMark();

    [GeneratedRegex(
        "^(please|kindly|hi|hello|hey( there)?|(can|could|would) you|help me( to)?|i (need|want)( to( know)?)?|tell me)[,.!:]* +", Options)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        "[,.?]? +(please|thanks( in advance)?|thank you( very much)?|show (your|all|the) (work|steps|working)|step by step)[.!]*$",
        Options)]
    private static partial Regex Farewell();

    /// <summary>Writes down each piece of a text.</summary>
    private sealed class OutlineWriter(string text)
    {
        private readonly StringBuilder _outline = new();
        private readonly List<string> _formulas = [];
        private bool _afterArticle;

        public (string Outline, IReadOnlyList<string> Formulas) Write(List<FormulaSpan> formulas)
        {
            var position = 0;
            foreach (var formula in formulas)
            {
                AddProse(text.AsSpan(position, formula.Start - position));
                AddFormula(formula.Text, "#");
                position = formula.Start + formula.Text.Length;
            }

            AddProse(text.AsSpan(position));
            return (_outline.ToString(), _formulas);
        }

        private void AddProse(ReadOnlySpan<char> prose)
        {
            while (!prose.IsEmpty)
            {
                var length = 0;
                while (length < prose.Length && (char.IsLetterOrDigit(prose[length]) || (length > 0 && prose[length] == '\''))) length++;
                if (length > 0) AddWord(prose[..length].ToString().ToLowerInvariant());
                else if (prose[0] is '\n' or '\r') AddLineBreak();
                else if (!char.IsWhiteSpace(prose[0])) Add(prose[0] == '#' ? "number-sign" : prose[..1].ToString());
                prose = prose[Math.Max(length, 1)..];
            }
        }

        private void AddWord(string word)
        {
            _afterArticle = word is "a";
            if (word is "the" or "a" or "an") return;
            if (word is "what's") Add("what is");
            else if (word.Length > 2 && word[..^2].All(char.IsAsciiDigit) && word[^2..] is "st" or "nd" or "rd" or "th")
                AddFormula(word[..^2], "#th");
            else Add(word);
        }

        /// <summary>A line break parts as a semicolon does, where no other mark does already.</summary>
        private void AddLineBreak()
        {
            if (_outline.Length > 0 && !char.IsPunctuation(_outline[^1])) Add(";");
            else if (_outline.Length > 0 && _outline[^1] == '#') Add(";");
        }

        private void AddFormula(string formula, string sign)
        {
            // In "a x^2" the letter may be a factor.
            if (_afterArticle && char.IsLetter(formula[0])) Add("a");
            _afterArticle = false;
            _formulas.Add(formula);
            Add(sign);
        }

        private void Add(string piece)
        {
            if (_outline.Length > 0) _outline.Append(' ');
            _outline.Append(piece);
        }
    }
}
