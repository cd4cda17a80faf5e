"""Writes pairs of formulas in LaTeX with SymPy's verdict on whether they are equal.

Half of the pairs are one formula in two forms, half are a small change apart, and SymPy's verdict on
each is that. The same seed gives the same pairs.

    apt-get install python3-sympy
    python3 symbolic_pairs.py 10000 | gzip -n -9 > symbolic-pairs.tsv.gz
"""

import random
import sys

from sympy import (
    Add, E, I, Integral, Limit, Mul, Pow, Product, Rational, Sum, apart, binomial, cancel, cos, exp, expand, expand_log, expand_trig, factor,
    factorial, latex, log, pi, radsimp, simplify, sin, sqrt, symbols, tan, together,
)

SEED = 20260511
MAX_LENGTH = 110

x, y, k = symbols("x y k", real=True)
draw = random.Random(SEED)


def number(low=-9, high=9, zero=False):
    while True:
        value = draw.randint(low, high)
        if value or zero:
            return value


def fraction():
    return Rational(number(), draw.randint(2, 12))


def linear(name=x):
    return number(1, 6) * name + number()


def numbers():
    first, second, third = fraction(), fraction(), fraction()
    return draw.choice([
        (Mul(first, second, evaluate=False), first * second),
        (Add(first, second, evaluate=False), first + second),
        (Add(first, Mul(second, third, evaluate=False), evaluate=False), first + second * third),
        (Pow(first, 2, evaluate=False), first**2),
        (Mul(first, Pow(second, -1, evaluate=False), evaluate=False), first / second),
    ])


def surds():
    root, factor_, whole = draw.choice([2, 3, 5, 6, 7, 10]), number(1, 9), number()
    value = whole + factor_ * sqrt(root)
    return draw.choice([
        (1 / value, radsimp(1 / value)),
        (value**2, expand(value**2)),
        (sqrt(root * factor_**2), factor_ * sqrt(root)),
        (value * (whole - sqrt(root)), expand(value * (whole - sqrt(root)))),
        (sqrt(Rational(root, factor_)), sqrt(root * factor_) / factor_),
    ])


def products():
    value = linear() * linear() * draw.choice([1, linear(), number()])
    return value, expand(value)


def two_variables():
    value = (number() * x + number() * y) * (number() * x - number() * y + number(zero=True))
    return value, expand(value)


def squares():
    value = (number(1, 4) * x + number() * y) ** draw.choice([2, 3])
    return value, expand(value)


def quotients():
    value = linear() / linear() + draw.choice([number(), 1 / linear(), x])
    return draw.choice([(value, together(value)), (apart(together(value)), together(value)), (value, expand(value))])


def cancelled():
    shared, top, bottom = linear(), linear(), linear()
    return expand(shared * top) / expand(shared * bottom), top / bottom


def powers():
    base, first, second = draw.choice([2, 3, 5, x, E]), number(1, 6), number()
    value = base**first * base**second
    return draw.choice([
        (value * x, base ** (first + second) * x),
        (exp(first * x) * exp(second), exp(first * x + second)),
        (2 ** (first * x), 4 ** (Rational(first, 2) * x)),
        (2 ** (x + first), 2**first * 2**x),
    ])


def logarithms():
    first, second = number(2, 9), number(2, 9)
    return draw.choice([
        (log(first) + log(second), expand_log(log(first * second), force=True)),
        (log(first**second), second * log(first)),
        (log(Rational(first, second)), log(first) - log(second)),
        (exp(second * log(first)) + x, first**second + x),
    ])


def angles():
    times, shift = number(1, 4), number()
    return draw.choice([
        (sin(x) ** 2 + shift, shift + 1 - cos(x) ** 2),
        (sin(2 * x) * times, 2 * times * sin(x) * cos(x)),
        (cos(2 * x) + shift, 2 * cos(x) ** 2 - 1 + shift),
        (tan(x) * times, times * sin(x) / cos(x)),
        (sin(x + y) * times, expand(times * expand_trig(sin(x + y)))),
        (sin(pi / draw.choice([3, 4, 6])) + shift, sin(pi / draw.choice([3, 4, 6])) + shift),
    ])


def complexes():
    first, second = number() + number() * I, number() + number() * I
    return draw.choice([(first * second, expand(first * second)), (first / second, radsimp(expand(first / second, complex=True)))])


def counting():
    total, part = draw.randint(3, 9), draw.randint(1, 3)
    return draw.choice([
        (binomial(total, part, evaluate=False), binomial(total, total - part, evaluate=False)),
        (binomial(total, part, evaluate=False), binomial(total, part)),
        (Mul(factorial(total, evaluate=False), 1 / factorial(total - part)), factorial(total) / factorial(total - part)),
    ])


def bounded():
    low, high, body = draw.randint(0, 3), draw.randint(4, 9), number() * k**2 + number(zero=True) * k + number(zero=True)
    inner = number() * x**2 + number(zero=True) * x + number()
    top, bottom = linear(), linear()
    return draw.choice([
        (Sum(body, (k, low, high)), Sum(body, (k, low, high)).doit()),
        (Product(k + low, (k, 1, high)), Product(k + low, (k, 1, high)).doit()),
        (Integral(inner, (x, low, high)), Integral(inner, (x, low, high)).doit()),
        (Integral(sin(x) * number(), (x, 0, pi)), None),
        (Integral(exp(low * x + x), (x, 0, 1)), None),
        (Limit(sin(low * x + x) / x, x, 0, "+-"), None),
        (Limit(together(top / bottom), x, draw.choice([number()]), "+-"), None),
    ])


KINDS = [numbers, surds, products, two_variables, squares, quotients, cancelled, powers, logarithms, angles, complexes, counting, bounded]


def changed(value):
    """The formula a small step away: another coefficient, sign or exponent."""
    numerals = [part for part in value.atoms() if part.is_Rational and part not in (0,)]
    if numerals and draw.random() < 0.7:
        old = draw.choice(sorted(numerals, key=str))
        new = draw.choice([old + 1, old - 1, -old])
        return value.subs(old, new)
    return draw.choice([-value, value + 1, value - 1, value * 2, value + x, value.subs(x, -x)])


def verdict(left, right):
    """True or False, or None where SymPy cannot tell."""
    left, right = left.doit(), right.doit()
    difference = expand(left - right)
    if difference == 0:
        return True
    sample = difference.subs({x: Rational(37, 29), y: Rational(-53, 31)}).evalf()
    if sample.is_number and sample.is_finite and abs(sample) > 1e-6:
        return False
    if cancel(difference) == 0 or simplify(difference) == 0:
        return True
    return {False: False}.get(left.equals(right))


def written(value):
    return latex(value, ln_notation=True, inv_trig_style="full")


def pairs(count):
    seen = set()
    made = 0
    while made < count:
        wanted = made % 2 == 0
        left, right = draw.choice(KINDS)()
        right = left.doit() if right is None else right
        try:
            if not wanted:
                right = changed(right)
            if draw.random() < 0.5:
                right = draw.choice([expand, factor, together, lambda value: value])(right)
            if draw.random() < 0.5:
                left, right = right, left
            texts = (written(left), written(right))
            is_odd = any(mark in "".join(texts) for mark in ("infty", "nan", "tilde", "re{", "im{"))
            if texts in seen or texts[0] == texts[1] or is_odd or max(map(len, texts)) > MAX_LENGTH:
                continue
            if verdict(left, right) is not wanted:
                continue
        except (TypeError, ValueError, ZeroDivisionError, NotImplementedError, AttributeError):
            continue
        seen.add(texts)
        made += 1
        yield texts[0], texts[1], wanted


def main():
    for left, right, equal in pairs(int(sys.argv[1])):
        print(left, right, "=" if equal else "!", sep="\t", flush=True)


if __name__ == "__main__":
    main()
