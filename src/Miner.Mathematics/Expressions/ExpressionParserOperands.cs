namespace Miner.Mathematics.Expressions;

// What signs stand between: numerals, names, brackets, functions with their arguments.
internal sealed partial class ExpressionParser
{
    private Expression? ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.Name:
                _position++;
                return FunctionNames.IsFunction(token.Text) ? Deeper(() => ParseCall(token.Text))
                    : FunctionNames.IsFunctionLetter(token.Text) && Current.Is('(') ? ParseLetterCall(token.Text)
                    : new Symbol(token.Text);
            default:
                return ParseEnclosed();
        }
    }

    private Number? ParseNumber()
    {
        var whole = Current;
        _position++;
        if (Current.Kind != TokenKind.Number) return new Number(whole.Value);

        // "2 2/3": two numerals side by side are a mixed number or nothing.
        var (numerator, slash) = (Current, Next);
        if (!whole.IsNumeral || !numerator.IsNumeral || numerator.Text.Length == 3 || !slash.Is('/')) return null;
        _position += 2;
        var denominator = Current;
        if (!denominator.IsNumeral || numerator.Value >= denominator.Value) return null;
        _position++;
        var ends = Current.Kind == TokenKind.Operator
            ? "+-*)]}|,;%°".Contains(Current.Text, StringComparison.Ordinal)
            : Current.Kind == TokenKind.End;
        return ends ? new Number(whole.Value + (numerator.Value / denominator.Value)) : null;
    }

    private Expression? ParseEnclosed()
    {
        if (Take('|'))
        {
            var outer = _insideBars;
            _insideBars = true;
            var inside = Deeper(ParseSum);
            _insideBars = outer;
            return inside is not null && Take('|') ? new FunctionCall("abs", [inside]) : null;
        }

        var closing = Current.Is('(') ? ')' : Current.Is('[') ? ']' : Current.Is('{') ? '}' : '\0';
        if (closing == '\0') return null;
        _position++;
        return ParseList(closing) is [var only] ? only : null;
    }

    /// <summary>What stands between an opened bracket and its closing one, separated by commas or semicolons.</summary>
    private List<Expression>? ParseList(char closing)
    {
        var outer = _insideBars;
        _insideBars = false;
        var items = new List<Expression>();
        do
        {
            if (Deeper(ParseSum) is not { } item) return null;
            items.Add(item);
        }
        while (Take(',') || Take(';'));

        _insideBars = outer;
        return Take(closing) ? items : null;
    }

    private FunctionCall? ParseLetterCall(string name)
    {
        _position++;
        return ParseList(')') is { } arguments ? new FunctionCall(name, arguments) : null;
    }

    /// <summary>A function and what it is applied to: a list in parentheses, or the factors up to the next sign (<c>sin 2x</c>).</summary>
    private Expression? ParseCall(string name)
    {
        Expression? power = null;
        if (Take('^'))
        {
            var negative = Take('-');
            power = Deeper(ParsePostfix);
            if (power is null) return null;
            if (negative) power = Multiply(MinusOne, power);
        }

        var arguments = Take('(') ? ParseList(')')
            : FunctionNames.TakesList(name) && Take('{') ? ParseList('}')
            : FunctionNames.IsRoot(name) ? ParseRadicand()
            : ParseBareArgument();
        if (arguments is null) return null;
        return power is null ? Functions.Apply(name, arguments) : Functions.Apply(name, arguments, power);
    }

    private List<Expression>? ParseRadicand() => ParsePrimary() is { } radicand ? [radicand] : null;

    private List<Expression>? ParseBareArgument()
    {
        var factors = new List<Expression>();
        while (Current.Kind switch
        {
            TokenKind.Number => factors.Count == 0,
            TokenKind.Name => !FunctionNames.IsFunction(Current.Text),
            _ => factors.Count == 0 && Current.Is('|') && !_insideBars,
        })
        {
            if (ParsePower() is not { } factor) return null;
            factors.Add(factor);
        }

        return factors.Count == 0 ? null : [ProductOf(factors)];
    }
}
