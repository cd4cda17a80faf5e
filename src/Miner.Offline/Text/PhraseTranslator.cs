using System.Globalization;

namespace Miner.Offline.Text;

/// <summary>
/// Turns a calculation in words into a formula: <c>the sum of seven squared and 15% of 80</c> becomes <c>(7)^2 + (15% * 80)</c>.
/// </summary>
internal sealed class PhraseTranslator
{
    private const int MaxDepth = 40;

    private static readonly string[] Functions = ["sqrt", "log", "ln"];

    private readonly PhraseReader _reader;
    private int _depth;

    /// <summary>Whether what was read last is a list in words, without a bracket at its end.</summary>
    private bool _endsOpen;

    /// <summary>Whether what was read last is said of an operand, which what follows may belong to: the square root of 16 plus 9.</summary>
    private bool _endsWithOperand;

    private PhraseTranslator(PhraseReader reader) => _reader = reader;

    /// <summary>Null where a word has no place in a calculation, or nothing is calculated.</summary>
    public static string? Translate(string text)
    {
        if (PhraseTokens.Split(text) is not { Count: > 1 } tokens) return null;

        var reader = new PhraseReader(tokens);
        var formula = new PhraseTranslator(reader).ParsePhrase();
        return formula is not null && reader.AtEnd ? WithoutOuterParentheses(formula) : null;
    }

    private string? ParsePhrase()
    {
        if (ParseTight() is not { } formula) return null;
        while (true)
        {
            var (words, inWords) = PhraseForms.Infixes.FirstOrDefault(infix => _reader.Take(infix.Words));
            var form = inWords ?? (_reader.TakeSign("+-*/^%×÷·−") is { } sign ? $"{{0}} {sign} {{1}}" : null);
            if (form is null) return formula;

            // "The sum of 3 and 4 times 5" leaves open where the sum ends, and "the square root of 9 plus 16" where the root does.
            if (_endsOpen || _endsWithOperand) return null;

            // "2 * 5 choose 2" leaves open what is chosen from, and "5 choose 2 + 1" how many are chosen.
            var chooses = form.StartsWith("binom", StringComparison.Ordinal);
            if (chooses && formula.AsSpan().ContainsAny("+-*/^")) return null;
            _endsOpen |= chooses;

            // "5 more than 6 times 7" adds to all that follows; "1/2 divided by 3/4" divides by a fraction.
            if ((form[1] == '1' ? ParsePhrase() : inWords is not null ? ParseTight() : ParseOperand()) is not { } right) return null;

            // "2^3 squared" squares the power to some.
            if (form == "{0} ^ {1}" && IsRaised(right)) return null;

            // "90 reduced by a third" takes away 30 to most, and 1/3 by the letter.
            var (change, whole) = form[1] == '1' ? (formula, right) : (right, formula);
            if (words is ["more" or "less", "than"] or ["increased" or "decreased" or "reduced", "by"])
            {
                if (change.AsSpan().ContainsAny("/*") || (change.EndsWith('%') && whole.AsSpan(1).ContainsAny("+-*/"))) return null;
            }

            // 20 % more than 50 % is 60 % to some and 70 % to others.
            if (form[1] == '1' && formula.EndsWith('%') && right.Contains('%')) return null;

            // A percentage changes what it is said of: 80 increased by 15 %, 15 % more than 80.
            if (form[0] == '(' && right.EndsWith('%')) (form, right) = ("({0}) * {1}", $"(1 {form[6]} ({right[..^1]}) / 100)");
            else if (form[1] == '1' && formula.EndsWith('%')) (form, formula) = ($"({{1}}) * (1 {form[4]} ({{0}}) / 100)", formula[..^1]);
            formula = Fill(form, formula, right);
        }
    }

    /// <summary>An operand with what binds to it more tightly than a sign between blanks: <c>16/25</c>.</summary>
    private string? ParseTight()
    {
        if (ParseOperand() is not { } formula) return null;
        while (_reader.TakeTouchingSign("/") is not null)
        {
            // "2/3 squared" squares the fraction to most.
            if (ParseOperand() is not { } divisor || IsRaised(divisor)) return null;
            formula = $"({formula}/{divisor})";
        }

        return formula;
    }

    private string? ParseOperand()
    {
        if (++_depth > MaxDepth) return null;
        if (!_reader.Take("the") && !_reader.Take("a")) _reader.Take("an");
        var operand = ParsePrefix();
        while (operand is not null && ParsePostfix(operand) is var longer && longer != operand) operand = longer;
        _depth--;
        return operand;
    }

    private string? ParsePrefix()
    {
        if (_reader.TakeDegree() is var (degree, isRoot))
            return ParseOperandOf() is { } operand ? (isRoot ? $"root({degree}; {operand})" : $"({operand})^{degree}") : null;

        foreach (var (words, form) in PhraseForms.Prefixes)
        {
            // "Negative three squared" is -9 to some and 9 to others, "twice three squared" 18 or 36.
            if (!_reader.Take(words)) continue;
            if (ParseTight() is not { } operand || IsRaised(operand)) return null;
            _endsWithOperand |= words is [.., "of"];
            return Fill(form, operand);
        }

        foreach (var (words, form, separators) in PhraseForms.Pairs)
        {
            if (_reader.Take(words)) return ParsePair(form, separators);
        }

        foreach (var (words, opening, sign, separators) in PhraseForms.Lists)
        {
            if (_reader.Take(words)) return ParseList(opening, sign, separators);
        }

        if (_reader.Take("remainder"))
        {
            if (!_reader.Take("when") && !_reader.Take("of")) _reader.Take("if");
            return ParseRemainder();
        }

        if (_reader.Take("base"))
            return _reader.TakeNumber() is { } radix && (_reader.Take("log", "of") || _reader.Take("logarithm", "of"))
                ? ParseLogarithm(radix)
                : null;
        if (_reader.Take("log", "base") || _reader.Take("logarithm", "base"))
            return _reader.TakeNumber() is { } radix && _reader.Take("of") ? ParseLogarithm(radix) : null;
        return ParsePrimary();
    }

    private string? ParseRemainder()
    {
        if (ParseTight() is not { } dividend) return null;
        while (_reader.TakeSign("+-*^×") is { } sign)
        {
            if (ParseOperand() is not { } more) return null;
            dividend = $"{dividend} {sign} {more}";
        }

        if (!_reader.Take("is")) _reader.Take("when");
        if (!_reader.Take("divided", "by") && _reader.TakeSign("/÷") is null) return null;
        return ParseOperandOf() is { } divisor ? $"(({dividend}) % {divisor})" : null;
    }

    private string? ParseLogarithm(string radix) => ParseOperandOf() is { } value ? $"log_{radix}({value})" : null;

    private string? ParseOperandOf()
    {
        var operand = ParseTight();
        _endsWithOperand = true;
        return operand;
    }

    private string? ParsePair(string form, string[] separators)
    {
        if (ParseTight() is not { } first || !separators.Any(separator => _reader.Take(separator.Split(' ')))) return null;
        var second = ParseTight();
        _endsOpen = true;
        return second is null || IsRaisedAlone(first, second) ? null : Fill(form, first, second);
    }

    private string? ParseList(string opening, string sign, string[] separators)
    {
        var items = new List<string>();
        var isPair = false;
        do
        {
            (_endsOpen, _endsWithOperand) = (false, false);
            if (ParseTight() is not { } item) return null;
            items.Add(item);
        }
        while (!isPair && (IsPair() || (!_endsOpen && _reader.TakeSeparator())));

        // "The sum of 3 and 4 and the product of 5 and 6" may be two questions.
        if (_endsOpen && items.Count > 2) return null;
        _endsOpen = true;
        return items.Count < 2 || IsRaisedAlone(items[0], items[^1]) ? null : $"{opening}{string.Join(sign, items)})";

        bool IsPair() => isPair = items.Count == 1 && separators.Any(separator => _reader.Take(separator));
    }

    private string? ParsePrimary()
    {
        if (_reader.TakeSign("-−") is not null) return ParseOperand() is { } negated && !IsRaised(negated) ? $"-{negated}" : null;
        if (_reader.TakeSign("√") is not null) return ParseOperand() is { } radicand ? $"sqrt({radicand})" : null;
        if (_reader.TakeSign("(") is not null) return ParseEnclosed() is { } inner ? $"({inner})" : null;
        return _reader.TakeNumber() ?? ParseCall();
    }

    /// <summary>What stands before a closing parenthesis.</summary>
    private string? ParseEnclosed()
    {
        var inner = ParsePhrase();
        (_endsOpen, _endsWithOperand) = (false, false);
        return _reader.TakeSign(")") is null ? null : inner;
    }

    private string? ParseCall()
    {
        var function = Functions.FirstOrDefault(name => _reader.Take(name, "("));
        return function is not null && ParseEnclosed() is { } argument ? $"{function}({argument})" : null;
    }

    /// <summary>The operand with what binds to it from the right, itself where nothing does, null where what follows is broken.</summary>
    private string? ParsePostfix(string operand)
    {
        if (_reader.Take("squared")) return $"({operand})^2";
        if (_reader.Take("cubed")) return $"({operand})^3";
        if (_reader.Take("factorial")) return $"({operand})!";
        if (_reader.TakePercent()) return $"{operand}%";
        if (_reader.TakeTouchingSign("!²³") is { } sign) return operand + sign;
        if (_reader.Take("of"))
        {
            if (ParseTight() is not { } whole || IsRaised(whole)) return null;
            _endsWithOperand |= !operand.EndsWith('%');
            return $"({operand} * {whole})";
        }

        // "2 to the third to the second" leaves open what is raised.
        var raised = IsRaised(operand);
        if (_reader.TakeOrdinalPower() is { } ordinal) return raised ? null : $"({operand})^{ordinal}";
        if (_reader.TakePowerWords())
            return !raised && ParseTight() is { } exponent && !IsRaised(exponent) ? $"({operand})^({exponent})" : null;
        return operand;
    }

    /// <summary>Whether words behind the operand raise it: squared, factorial.</summary>
    private static bool IsRaised(string operand) =>
        operand.Contains(")^", StringComparison.Ordinal) || operand.EndsWith(")!", StringComparison.Ordinal);

    /// <summary>"The sum of 2 and 3 squared" leaves open what is squared, where "of 2 squared and 3 squared" does not.</summary>
    private static bool IsRaisedAlone(string first, string last) => IsRaised(last) && !IsRaised(first);

    private static string Fill(string form, params object[] operands) => string.Format(CultureInfo.InvariantCulture, form, operands);

    private static string WithoutOuterParentheses(string formula)
    {
        if (formula is not ['(', .., ')']) return formula;

        var depth = 0;
        for (var position = 0; position < formula.Length - 1; position++)
        {
            depth += formula[position] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0) return formula;
        }

        return formula[1..^1];
    }
}
