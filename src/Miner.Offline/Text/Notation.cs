using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Offline.Text;

/// <summary>Brings the many ways of writing the same formula to the one that is read.</summary>
internal static partial class Notation
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const int MaxNesting = 8;

    private const string Currencies = "$€£";

    /// <summary>One line: LaTeX, currency signs, typographic quotes and the words for per cent in plain signs.</summary>
    public static string Normalise(string text)
    {
        text = text.Replace('’', '\'').Replace("**", "^", StringComparison.Ordinal);
        text = DifferentialOperator().Replace(text, match => match.Groups["name"].Success
            ? $" derivative of {match.Groups["name"].Value} by {match.Groups["by"].Value} "
            : $" derivative by {match.Groups["by"].Value} of ");
        if (text.Contains('\\') || text.Contains('∫')) text = FromLatex(text);

        // Amounts of two currencies are no plain numbers.
        if (Currencies.Count(text.Contains) == 1)
        {
            foreach (var sign in Currencies) text = text.Replace(sign.ToString(), "", StringComparison.Ordinal);
        }

        text = Comparators().Replace(text, match => match.Value switch { "<=" => "≤", ">=" => "≥", "!=" => "≠", _ => "=" });
        text = WithBase().Replace(text, "$1 base $2");
        text = LogarithmBase().Replace(text, "log_$1(");
        return PerCent().Replace(text, "$1%").Trim();
    }

    private static string FromLatex(string text)
    {
        text = MixedNumber().Replace(text, "$1$2 $3/$4");
        text = IntegralBounds().Replace(text, " integral from $1$2 to $3$4 of ");
        text = text.Replace("\\int", " integral of ", StringComparison.Ordinal).Replace("∫", " integral of ", StringComparison.Ordinal);
        for (var depth = 0; depth < MaxNesting; depth++)
        {
            // From the innermost braces outwards.
            var before = text;
            text = Root().Replace(text, "root($1; $2)");
            text = SquareRoot().Replace(text, "sqrt($1)");
            text = Fraction().Replace(text, "(($1)/($2))");
            text = Binomial().Replace(text, "binom($1; $2)");
            text = Exponent().Replace(text, "^($1)");
            if (text.Length == before.Length) break;
        }

        return Command().Replace(text, match => match.Value[1] switch
        {
            '%' => "%",
            '$' or '!' => "",
            '(' or ')' or '[' or ']' or ',' or ';' => " ",
            _ => LatexCommands.Sign(match.Value[1..])?.Replace("…", "...", StringComparison.Ordinal) ?? match.Value,
        });
    }

    [GeneratedRegex(@"\\(?:[a-z]+|[%$!()[\],;])", Options)]
    private static partial Regex Command();

    [GeneratedRegex(@"<=|>=|!=|===?", Options)]
    private static partial Regex Comparators();

    [GeneratedRegex(@"\\frac ?\{d(?<name>[a-z])?\}\{d(?<by>[a-z])\}|\bd(?<name>[a-z])? ?/ ?d(?<by>[a-z])\b", Options)]
    private static partial Regex DifferentialOperator();

    [GeneratedRegex(@"\blog ?(\d+) ?\(", Options)]
    private static partial Regex LogarithmBase();

    [GeneratedRegex(@"([\d)]) ?(?:per ?cent)\b", Options)]
    private static partial Regex PerCent();

    /// <summary>In ∫_0^12x the upper bound is 12, or 1 as LaTeX sets it, where no brace or blank ends it.</summary>
    [GeneratedRegex(
        @"(?:\\int|∫) ?_ ?(?:\{([-\d./]+)\}|([-\d./]+)) ?\^ ?(?:\{([-\d./]+)\}|([-\d./]+)(?![\w(.]))", Options)]
    private static partial Regex IntegralBounds();

    [GeneratedRegex(@"\\sqrt\[(\d+)\]\{([^{}]+)\}", Options)]
    private static partial Regex Root();

    [GeneratedRegex(@"\\sqrt\{([^{}]+)\}", Options)]
    private static partial Regex SquareRoot();

    /// <summary>2\frac{1}{2} is two and a half.</summary>
    [GeneratedRegex(@"(^|[^\w.^{}])(\d+) ?\\[dt]?frac ?\{(\d+)\}\{(\d+)\}", Options)]
    private static partial Regex MixedNumber();

    [GeneratedRegex(@"\\[dt]?frac\{([^{}]+)\}\{([^{}]+)\}", Options)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\\[dt]?binom\{([^{}]+)\}\{([^{}]+)\}", Options)]
    private static partial Regex Binomial();

    /// <summary>A numeral with its base: 2A_{16}.</summary>
    [GeneratedRegex(@"\b(\d[\dA-F]*)_\{?(\d{1,2})\}?", Options)]
    private static partial Regex WithBase();

    [GeneratedRegex(@"\^\{([^{}]+)\}", Options)]
    private static partial Regex Exponent();
}
