"""Formulas in two forms."""

from sympy import (
    Add, E, I, Integral, Limit, Mul, Pow, Product, Rational, Sum, apart, binomial, cos, exp, expand, expand_log, expand_trig, factorial,
    log, pi, radsimp, sin, sqrt, tan, together,
)

from symbolic_draws import draw, fraction, k, linear, number, x, y


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


FORMULAS = [
    numbers, surds, products, two_variables, squares, quotients, cancelled, powers, logarithms, angles, complexes, counting, bounded,
]
