using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Recursive descent over the grammar of <see cref="Expression.TryParse"/>; a null formula means that the text is none.</summary>
internal sealed partial class ExpressionParser
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
