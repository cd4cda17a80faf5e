using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Recursive descent over the grammar of <see cref="Expression.TryParse"/>; a null formula means that the text is none.</summary>
internal sealed class ExpressionParser
{
    private static readonly Number MinusOne = new(-1);
    private static readonly Number Hundredth = new(new Rational(1, 100));
    private static readonly Product Degree = Multiply(new Number(new Rational(1, 180)), new Symbol("pi"));

    private readonly List<Token> _tokens;
    private int _position;
    private int _depth;
    private int _remainders;
    private bool _insideBars;

    private ExpressionParser(List<Token> tokens) => _tokens = tokens;

    /// <exception cref="OverflowException">The text, its nesting or a numeral is beyond the limits.</exception>
    public static Expression? Parse(string text)
    {
        if (text.Length > Expression.MaxLength) throw new OverflowException();
        if (ExpressionLexer.Split(text) is not { } tokens) return null;

        var parser = new ExpressionParser(tokens);
        var expression = parser.ParseSum();
        return parser.Current.Kind == TokenKind.End ? expression : null;
    }

    private Token Current => _tokens[_position];

    private Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    private bool Take(char operation)
    {
        if (!Current.Is(operation)) return false;
        _position++;
        return true;
    }

    private Expression? ParseSum()
    {
        var terms = new List<Expression>();
        var negative = false;
        do
        {
            if (ParseProduct() is not { } term) return null;
            terms.Add(negative ? Multiply(MinusOne, term) : term);
            negative = Current.Is('-');
        }
        while (Take('+') || Take('-'));

        return terms is [var only] ? only : new Sum(terms);
    }

    private Expression? ParseProduct()
    {
        if (ParseSigned() is not { } first) return null;

        var factors = new List<Expression> { first };
        var divided = false;
        while (true)
        {
            if (Take('*'))
            {
                if (ParseSigned() is not { } factor) return null;
                factors.Add(factor);
                divided = false;
            }
            else if (Take('/'))
            {
                if (ParseSigned() is not { } divisor) return null;
                factors.Add(new Power(divisor, MinusOne));
                divided = true;
            }
            else if (Take('%'))
            {
                if (++_remainders > Expression.MaxDepth) throw new OverflowException();
                if (ParseSigned() is not { } divisor) return null;
                factors = [new Remainder(ProductOf(factors), divisor)];
                divided = false;
            }
            else if (StartsImplicitFactor(factors[^1]))
            {
                if (divided && !(IsNumericFraction(factors) && Current.Kind == TokenKind.Name)) return null;
                if (ParsePower() is not { } factor) return null;
                factors.Add(factor);
                divided = false;
            }
            else
            {
                return ProductOf(factors);
            }
        }
    }

    private bool StartsImplicitFactor(Expression before) =>
        Current.Kind == TokenKind.Name || (Current.Kind == TokenKind.Number && before is Factorial)
        || Current.Is('(') || Current.Is('[') || Current.Is('{') || (Current.Is('|') && !_insideBars);

    private static bool IsNumericFraction(List<Expression> factors) => factors is [Number, Power { Base: Number }];

    private Expression? ParseSigned()
    {
        var negative = false;
        while (Current.Is('-') || Current.Is('+'))
        {
            negative ^= Current.Is('-');
            _position++;
        }

        return ParsePower() is not { } power ? null : negative ? Multiply(MinusOne, power) : power;
    }

    private Expression? ParsePower()
    {
        if (ParsePostfix() is not { } value) return null;
        if (!Take('^')) return value;
        return Deeper(ParseSigned) is { } exponent ? new Power(value, exponent) : null;
    }

    private Expression? ParsePostfix()
    {
        if (ParsePrimary() is not { } operand) return null;
        if (Take('!'))
        {
            // A double factorial is another function.
            if (Current.Is('!')) return null;
            operand = new Factorial(operand);
        }

        if (Take('°')) operand = Multiply(operand, Degree);
        if (!Current.Is('%') || StartsOperand(Next)) return operand;
        _position++;
        return Multiply(operand, Hundredth);
    }

    private static bool StartsOperand(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Name || token.Is('(') || token.Is('[') || token.Is('{');

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

    /// <summary>Parses one level further down, or gives up before the stack could.</summary>
    private Expression? Deeper(Func<Expression?> parse)
    {
        if (++_depth > Expression.MaxDepth) throw new OverflowException();
        var result = parse();
        _depth--;
        return result;
    }

    private static Expression ProductOf(List<Expression> factors) => factors is [var only] ? only : new Product(factors);

    private static Product Multiply(Expression left, Expression right) => new([left, right]);
}
