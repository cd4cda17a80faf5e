using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

internal enum TokenKind
{
    Number,

    /// <summary>A single letter with its subscript and primes, or a known word such as <c>sin</c> or <c>pi</c>.</summary>
    Name,

    /// <summary>One character; <c>**</c> is given as <c>^</c>, and every sign of an operation in its ASCII form.</summary>
    Operator,

    End,
}

/// <summary>A word of a formula.</summary>
/// <param name="Text">The name or operator; for a number, the digits as written.</param>
/// <param name="Value">Of a number.</param>
/// <param name="AfterBlank">Whether a blank stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Rational Value, bool AfterBlank)
{
    public bool Is(char operation) => Kind == TokenKind.Operator && Text[0] == operation;

    public bool IsNumeral => Kind == TokenKind.Number && Text.All(char.IsAsciiDigit);
}
