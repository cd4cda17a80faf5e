using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Tells what may stand before an equals sign as the name of the answer from an expression that is part of an equation.</summary>
internal static class VariableNames
{
    private static readonly string[] Operations = ["\"int\"", "\"lim\"", "\"sum\"", "\"prod\"", "∫(", "lim(", "∑(", "∏("];

    /// <summary>
    /// The name, or null: a variable, a function of something (<c>f(x)</c>) or its inverse, capital letters side by side (<c>AB</c>), an
    /// angle, words, or several of these as a ratio.
    /// </summary>
    public static string? Of(string text)
    {
        if (TopLevel.Split(text, ":") is { Count: > 1 } ratio) return ratio.All(part => Of(part) is not null) ? AnswerKey.Of(text) : null;
        if (text.StartsWith('∠') || text.StartsWith("m∠", StringComparison.Ordinal) || text.StartsWith('△')) return AnswerKey.Of(text);
        if (IsOperation(text)) return AnswerKey.Of(text);
        if (!Expression.TryParse(text, out var expression)) return IsText(text) ? AnswerKey.Of(text) : null;

        return expression switch
        {
            Symbol { Name: not ("pi" or "∞") } symbol => symbol.Name,
            FunctionCall { Function.Length: 1 } or FunctionCall { Function: [_, '_' or '\'', ..] } => AnswerKey.Of(text),
            Product { Factors: [Power { Base: Symbol inverse }, _] } when FunctionNames.IsFunctionLetter(inverse.Name) =>
                AnswerKey.Of(text),
            Product product when IsCapitals(product) => AnswerKey.Of(text),
            FunctionCall { Function: "abs", Arguments: [Product length] } when IsCapitals(length) => AnswerKey.Of(text),
            Product { Factors: [var top, Power { Base: var bottom }] } when IsDifferential(top) && IsDifferential(bottom) =>
                AnswerKey.Of(text),
            _ => null,
        };
    }

    /// <summary>The names in parentheses with commas between them, or null.</summary>
    public static IReadOnlyList<string>? OfTuple(string text)
    {
        if (!TopLevel.IsEnclosed(text) || text[0] != '(') return null;
        var names = TopLevel.Split(text[1..^1], ",;").Select(name => Of(name.Trim())).ToList();
        return names.Count > 1 && names.TrueForAll(name => name is not null) ? [.. names.Select(name => name!)] : null;
    }

    private static bool IsCapitals(Product product) => product.Factors.All(factor => factor is Symbol { Name: [>= 'A' and <= 'Z', ..] });

    private static bool IsDifferential(Expression expression) => expression is Product { Factors: [Symbol { Name: "d" }, Symbol] };

    /// <summary>An integral, a limit or a sum, whose value stands behind the sign.</summary>
    private static bool IsOperation(string text) =>
        Array.Exists(Operations, operation => text.StartsWith(operation, StringComparison.Ordinal));

    /// <summary>Words alone; a single letter among them would be the variable that a sentence speaks of.</summary>
    private static bool IsText(string text)
    {
        var words = text.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(word => word.Length > 1 && char.IsLetter(word[0]) && word.All(IsWordCharacter));
    }

    private static bool IsWordCharacter(char character) => char.IsLetter(character) || character is '-' or '\'';
}
