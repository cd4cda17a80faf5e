"""Writes pairs of answers in LaTeX with SymPy's verdict on whether they are equal.

Half of the pairs are one answer in two forms, half are a small change apart, and SymPy's verdict on
each is that. The same seed gives the same pairs.

    apt-get install python3-sympy
    python3 symbolic_pairs.py 10000 20261128 | gzip -n -9 > symbolic-pairs.tsv.gz
"""

import random
import re
import sys

from sympy import (
    Abs, Add, E, FiniteSet, I, Integral, Interval, Limit, Matrix, Mul, Pow, Product, Rational, Sum, Union, acos, apart, asin, atan, binomial,
    cancel, ceiling, conjugate, cos, exp, expand, expand_log, expand_trig, factor, factorial, floor, latex, log, nan, oo, pi, radsimp, simplify,
    sin, sqrt, symbols, tan, together, zoo,
)
from sympy.physics import units

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
MAX_LENGTH = 110

x, y, k = symbols("x y k", real=True)
draw = random.Random(SEED)


class Answer:
    """Several values under one form; two are equal where their forms are, and their values one by one."""

    def __init__(self, form, parts, ways):
        self.form, self.parts, self.ways = form, tuple(parts), ways

    def with_parts(self, parts):
        return Answer(self.form, parts, self.ways)


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


def decimal(value):
    """As a decimal where it ends within four places, else as a fraction."""
    scaled = value * 10000
    if not scaled.is_Integer:
        return latex(value)
    digits = f"{abs(int(scaled)):05d}"
    text = f"{digits[:-4]}.{digits[-4:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 else text


def mixed(value):
    whole, rest = divmod(abs(value.p), value.q)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}\\frac{{{rest}}}{{{value.q}}}" if whole and rest else latex(value)


def slashed(value):
    return f"{value.p}/{value.q}" if value.q != 1 else str(value.p)


def grouped(value):
    text = decimal(value)
    if "frac" in text:
        return text
    whole, point, rest = text.partition(".")
    return draw.choice([f"{int(whole):,}", f"{int(whole):,}".replace(",", "{,}")]) + point + rest if whole.lstrip("-") != "0" else text


def scientific(value):
    text = decimal(value).lstrip("-")
    if "frac" in text or value == 0:
        return latex(value)
    digits = text.replace(".", "").lstrip("0")
    exponent = len(text.partition(".")[0]) - 1 if abs(value) >= 1 else -(len(text) - 1 - len(digits))
    digits = digits.rstrip("0")
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{'-' if value < 0 else ''}{mantissa} \\times 10^{{{exponent}}}"


def percent(value):
    return f"{decimal(100 * value)}\\%"


def written_number(value):
    return draw.choice([latex, decimal, slashed, mixed])(value) if value.is_Rational else latex(value)


def one(value, ways):
    return Answer("value", [value], [lambda parts, way=way: way(parts[0]) for way in ways])


def numerals():
    value = draw.choice([fraction() + number(), Rational(draw.randint(1, 4000), draw.choice([1, 8, 10, 100, 1000])), draw.randint(1000, 9999999)])
    value = Rational(value)
    return one(value, [latex, decimal, slashed, mixed, grouped, scientific]), None


def percents():
    return one(Rational(draw.randint(1, 400), draw.choice([100, 200, 1000, 8, 4])), [percent, percent, decimal, latex, slashed]), None


def measured():
    """One quantity in two units of a dimension; the factors are SymPy's."""
    base, names = draw.choice([
        (units.meter, ["kilometer km", "meter m", "centimeter cm", "millimeter mm", "inch inches", "foot feet", "yard yards", "mile miles"]),
        (units.second, ["hour hours", "minute minutes", "second s", "day days", "millisecond ms"]),
        (units.kilogram, ["kilogram kg", "gram g", "milligram mg", "tonne tonnes"]),
        (units.meter**3, ["liter L", "milliliter mL"]),
        (units.bit, ["byte bytes", "bit bits", "kibibyte KiB", "mebibyte MiB"]),
        (units.joule, ["joule J"]),
        (units.pascal, ["pascal Pa", "atmosphere atm"]),
    ])
    rows = [(units.convert_to(getattr(units, name.split()[0]), base) / base, name.split()[1]) for name in names]
    value = Rational(draw.randint(1, 400), draw.choice([1, 2, 4, 5])) * Rational(draw.choice(rows)[0])

    def way(size, name):
        return lambda parts: f"{written_number(Rational(parts[0] / size))}{draw.choice([' ', '~', chr(92) + ',', chr(92) + ' '])}\\text{{{draw.choice(['', ' '])}{name}}}"

    return Answer(f"quantity {base}", [value], [way(Rational(size), name) for size, name in rows]), None


def speeds():
    value = Rational(draw.randint(1, 300), draw.choice([1, 2, 5]))
    rows = [(1, "m/s"), (Rational(5, 18), "km/h"), (Rational(1, 60), "m/min"), (1000, "km/s")]

    def way(size, name):
        return lambda parts: f"{written_number(parts[0] / size)} " + draw.choice([
            f"\\text{{ {name}}}", f"\\mathrm{{{name}}}", "\\frac{\\text{%s}}{\\text{%s}}" % tuple(name.split("/"))])

    return Answer("speed", [value], [way(size, name) for size, name in rows]), None


def ends():
    first = draw.choice([Rational(number(zero=True)), fraction(), sqrt(draw.choice([2, 3, 5])) * number()])
    second = first + draw.choice([Rational(draw.randint(1, 9)), abs(fraction())])
    return first, second


def intervals():
    first, second = ends()
    low, high = draw.choice("[("), draw.choice("])")
    signs = {"[": "\\le", "(": "<", "]": "\\leq", ")": "<"}
    return Answer(f"interval {low}{high}", [first, second], [
        lambda parts: f"{low}{latex(parts[0])}, {latex(parts[1])}{high}",
        lambda parts: f"\\left{low}{latex(parts[0])},{latex(parts[1])}\\right{high}",
        lambda parts: f"{latex(parts[0])} {signs[low]} x {signs[high]} {latex(parts[1])}",
        lambda parts: f"x \\in {low}{latex(parts[0])}, {latex(parts[1])}{high}",
    ]), None


def rays():
    low, is_closed = draw.choice([True, False]), draw.choice([True, False])
    opening, closing = ("[" if is_closed else "("), ("]" if is_closed else ")")
    sign = {(True, True): "\\ge", (True, False): ">", (False, True): "\\le", (False, False): "<"}[low, is_closed]
    mirrored = {"\\ge": "\\leq", ">": "<", "\\le": "\\geq", "<": ">"}[sign]
    times = draw.randint(2, 5)
    return Answer(f"ray {sign}", [ends()[0]], [
        lambda parts: f"{opening}{latex(parts[0])}, \\infty)" if low else f"(-\\infty, {latex(parts[0])}{closing}",
        lambda parts: f"x {sign} {latex(parts[0])}",
        lambda parts: f"{latex(parts[0])} {mirrored} x",
        lambda parts: f"{times}x {sign} {latex(times * parts[0])}",
        lambda parts: f"-x {mirrored} {latex(-parts[0])}",
    ]), None


def outsides():
    first, second = ends()
    is_closed = draw.choice([True, False])
    lower, upper = ("]", "[") if is_closed else (")", "(")
    less, more = ("\\le", "\\ge") if is_closed else ("<", ">")
    return Answer(f"outside {lower}", [first, second], [
        lambda parts: f"(-\\infty, {latex(parts[0])}{lower} \\cup {upper}{latex(parts[1])}, \\infty)",
        lambda parts: f"x {less} {latex(parts[0])} \\text{{ or }} x {more} {latex(parts[1])}",
        lambda parts: f"x {more} {latex(parts[1])} \\text{{ or }} x {less} {latex(parts[0])}",
        lambda parts: f"x \\in (-\\infty, {latex(parts[0])}{lower} \\cup {upper}{latex(parts[1])}, +\\infty)",
    ]), None


def entries(count):
    return [draw.choice([Rational(number(zero=True)), fraction(), number() * sqrt(draw.choice([2, 3])), number() * pi]) for _ in range(count)]


def commas(parts):
    return ", ".join(map(latex, parts))


def tuples():
    size = draw.choice([2, 3, 3, 4])
    return Answer("tuple", entries(size), [
        lambda parts: f"({commas(parts)})",
        lambda parts: f"\\left( {', '.join(written_number(part) for part in parts)} \\right)",
    ] + ([lambda parts: f"(x, y) = ({commas(parts)})", lambda parts: f"x = {latex(parts[0])}, y = {latex(parts[1])}"]
         if size == 2 else [])), None


def solutions():
    parts = sorted(set(entries(draw.choice([2, 3]))), key=str)

    def shuffled(parts):
        return draw.sample(list(parts), len(parts))

    return Answer("set", parts, [
        lambda parts: f"\\{{{commas(shuffled(parts))}\\}}",
        lambda parts: commas(shuffled(parts)),
        lambda parts: f"x = {commas(shuffled(parts))}",
        lambda parts: " \\text{ or } ".join(f"x = {latex(part)}" for part in shuffled(parts)),
        lambda parts: " \\text{ and } ".join(map(latex, shuffled(parts))),
    ]), None


def enclosed(value):
    return f"({latex(value)})" if value.is_Add or value.could_extract_minus_sign() else latex(value)


def conjugates():
    whole, root = Rational(number(zero=True)), draw.choice([2, 3, 5, 6, 7])
    times = draw.choice([1, 1, 2, 3])
    return Answer("set", [whole - times * sqrt(root), whole + times * sqrt(root)], [
        lambda parts: f"{latex((parts[0] + parts[1]) / 2)} \\pm {enclosed((parts[1] - parts[0]) / 2)}",
        lambda parts: f"{latex(parts[1])}, {latex(parts[0])}",
        lambda parts: f"x = {latex(parts[0])} \\text{{ or }} x = {latex(parts[1])}",
    ]), None


def matrices():
    rows, columns = draw.choice([(2, 2), (2, 2), (2, 3), (3, 1), (3, 3)])

    def as_rows(parts):
        return [parts[start:start + columns] for start in range(0, len(parts), columns)]

    def environment(name):
        return lambda parts: f"\\begin{{{name}}}" + r" \\ ".join(" & ".join(map(latex, row)) for row in as_rows(parts)) + f"\\end{{{name}}}"

    ways = [environment("pmatrix"), environment("bmatrix")]
    if columns > 1:
        ways.append(lambda parts: "[" + ", ".join(f"[{commas(row)}]" for row in as_rows(parts)) + "]")
    else:
        ways.append(lambda parts: f"({commas(parts)})")
    parts = [Rational(number(zero=True)) if draw.random() < 0.8 else fraction() for _ in range(rows * columns)]
    return Answer(f"matrix {columns}", parts, ways), None


def equations():
    """The left side less the right, up to a factor."""
    value = draw.choice([
        number() * x + number() * y + number(),
        number(1, 4) * x**2 + number(1, 4) * y**2 + number(),
        y - number() * x**2 - number() * x - number(),
        (x - number()) ** 2 + (y - number()) ** 2 - number(1, 9) ** 2,
    ])
    factor_, moved = draw.choice([-1, 2, 3, Rational(1, 2)]), draw.choice([x, y, 1]) * number()
    return Answer("equation", [value], [
        lambda parts: f"{latex(expand(parts[0]))} = 0",
        lambda parts: f"{latex(expand(parts[0] + moved))} = {latex(moved)}",
        lambda parts: f"{latex(expand(factor_ * parts[0]))} = 0",
        lambda parts: f"{latex(expand(factor_ * parts[0] - moved))} = {latex(-moved)}",
    ]), None


def logarithms_to_bases():
    base, power, shift = draw.choice([2, 3, 5, 10]), number(1, 5), number()
    inside = draw.choice([base**power, base**-power, draw.randint(2, 20)])
    return Answer("value", [log(inside, base) + shift], [
        lambda parts: f"\\log_{{{base}}} {latex(Rational(base ** (parts[0] - shift)))} {shift:+d}" if isinstance(parts[0], Rational) else latex(parts[0]),
        lambda parts: latex(parts[0]),
        lambda parts: latex(expand_log(parts[0], force=True)),
    ]), None


def trigonometric_values():
    name, function = draw.choice([("sin", sin), ("cos", cos), ("tan", tan)])
    degrees = draw.choice([0, 15, 30, 45, 60, 75, 120, 135, 150, 180, 210, 225, 240, 300, 315, 330])
    value = function(pi * degrees / 180)
    shift = number(zero=True)
    tail = f"{shift:+d}" if shift else ""
    return Answer("value", [value + shift], [
        lambda parts: f"\\{name} {degrees}^\\circ {tail}" if parts[0] == value + shift else latex(parts[0]),
        lambda parts: f"\\{name}\\left({latex(pi * degrees / 180)}\\right) {tail}" if parts[0] == value + shift else latex(parts[0]),
        lambda parts: latex(parts[0]),
        lambda parts: latex(radsimp(parts[0])),
    ]), None


def inverse_values():
    value = draw.choice([Rational(1, 2), sqrt(2) / 2, sqrt(3) / 2, Rational(1), Rational(0), -Rational(1, 2)])
    function, name = draw.choice([(asin, "arcsin"), (acos, "arccos")])
    return Answer("value", [function(value)], [
        lambda parts: f"\\{name} {enclosed(value)}" if parts[0] == function(value) else latex(parts[0]),
        lambda parts: f"\\{name[3:]}^{{-1}}\\left({latex(value)}\\right)" if parts[0] == function(value) else latex(parts[0]),
        lambda parts: latex(parts[0]),
    ]), None


def whole_parts():
    value = fraction() * number(1, 9)
    name, function = draw.choice([("floor", floor), ("ceil", ceiling)])
    return Answer("value", [Rational(function(value))], [
        lambda parts: f"\\l{name} {latex(value)} \\r{name}" if parts[0] == function(value) else latex(parts[0]), latex_first]), None


def moduli():
    value = number() + number() * I
    return Answer("value", [Abs(value)], [
        lambda parts: f"|{latex(value)}|" if parts[0] == Abs(value) else latex(parts[0]), latex_first]), None


def latex_first(parts):
    return latex(parts[0])


def polar_numbers():
    size, angle = number(1, 6), pi * Rational(draw.randint(1, 11), 6)
    value = expand(size * exp(I * angle), complex=True)
    head = "" if size == 1 else str(size)
    return Answer("value", [value], [
        lambda parts: f"{head}e^{{{latex(I * angle)}}}" if parts[0] == value else latex(parts[0]),
        lambda parts: f"{head}e^{{i \\cdot {latex(angle)}}}" if parts[0] == value else latex(parts[0]),
        latex_first,
    ]), None


def ratios():
    first, second, times = draw.randint(1, 12), draw.randint(1, 12), draw.randint(2, 6)

    def ratio(first, second, joint=":"):
        # Two digits up to 59 behind a colon are minutes.
        times = 100 if 10 <= second < 60 else 1
        return f"{times * first}{joint}{times * second}"

    return Answer("ratio", [Rational(first, second)], [
        lambda parts: ratio(parts[0].p, parts[0].q),
        lambda parts: ratio(parts[0].p * times, parts[0].q * times, " : "),
        lambda parts: ratio(parts[0].p, parts[0].q, " \\text{ to } "),
        lambda parts: f"{latex(parts[0])} : 1" if parts[0].q > 1 else f"{parts[0]}:1",
    ]), None


FORMULAS = [numbers, surds, products, two_variables, squares, quotients, cancelled, powers, logarithms, angles, complexes, counting, bounded]
ANSWERS = [
    numerals, percents, measured, speeds, intervals, rays, outsides, tuples, solutions, conjugates, matrices, equations, logarithms_to_bases,
    trigonometric_values, inverse_values, whole_parts, moduli, polar_numbers, ratios,
]
KINDS = FORMULAS + ANSWERS


def changed(value):
    """The formula a small step away: another coefficient, sign or exponent; of several values, one or their order."""
    if isinstance(value, Answer):
        parts = list(value.parts)
        place = draw.randrange(len(parts))
        if len(parts) > 1 and draw.random() < 0.2:
            other = draw.randrange(len(parts))
            parts[place], parts[other] = parts[other], parts[place]
        else:
            parts[place] = changed(parts[place])
            if parts[place].has(x, y) and not value.parts[place].has(x, y):
                raise ValueError("no longer a number")
        return value.with_parts(parts)
    numerals = [part for part in value.atoms() if part.is_Rational and part not in (0,)]
    if numerals and draw.random() < 0.7:
        old = draw.choice(sorted(numerals, key=str))
        new = draw.choice([old + 1, old - 1, -old])
        return value.subs(old, new)
    return draw.choice([-value, value + 1, value - 1, value * 2, value + x, value.subs(x, -x)])


def same_answer(left, right):
    """By SymPy's sets, matrices and quotients, where values side by side are more than each alone."""
    first, second = left.parts, right.parts
    if left.form == "set":
        return FiniteSet(*map(simplify, first)) == FiniteSet(*map(simplify, second))
    if left.form.startswith("interval"):
        return Interval(*first, "(" in left.form, ")" in left.form) == Interval(*second, "(" in right.form, ")" in right.form)
    if left.form.startswith("outside"):
        is_open = ")" in left.form
        return Union(Interval(-oo, first[0], True, is_open), Interval(first[1], oo, is_open)) == Union(
            Interval(-oo, second[0], True, is_open), Interval(second[1], oo, is_open))
    if left.form.startswith("matrix"):
        return Matrix(first) == Matrix(second)
    if left.form == "equation":
        return not cancel(first[0] / second[0]).has(x, y)
    verdicts = [verdict(*pair) for pair in zip(first, second)]
    return False if False in verdicts else None if None in verdicts else True


def is_sound(value):
    """Whether the values make an answer of its form: ends in order, positive quantities and ratios."""
    parts = value.parts
    if any(part in (nan, zoo, oo, -oo) for part in parts):
        return False
    if value.form.startswith(("interval", "outside")):
        return bool(parts[0] < parts[1])
    if value.form in ("ratio", "speed") or value.form.startswith("quantity"):
        return bool(parts[0].is_Rational and parts[0] > 0)
    return value.form != "equation" or parts[0].has(x, y)


def verdict(left, right):
    """True or False, or None where SymPy cannot tell."""
    if isinstance(left, Answer):
        return same_answer(left, right) if is_sound(left) and is_sound(right) else None
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
    if isinstance(value, Answer):
        return draw.choice(value.ways)(value.parts).replace("\\log{\\left(", "\\ln{\\left(")
    return latex(value, ln_notation=True, inv_trig_style="full")


def styled(text):
    """The same in the hand of another author."""
    if draw.random() < 0.3:
        text = text.replace("\\frac", draw.choice(["\\dfrac", "\\tfrac"]))
    if draw.random() < 0.3:
        text = re.sub(r"\\left\(|\\left\{\(", "(", text) if "\\right)}" not in text and "\\left{" not in text else text
        text = text.replace("\\right)", ")") if "\\left(" not in text else text
    if draw.random() < 0.3:
        text = text.replace(" \\cdot ", draw.choice([" \\times ", "\\cdot "]))
    if draw.random() < 0.3:
        text = re.sub(r"frac\{(\d)\}\{(\d)\}", r"frac\1\2", text)
    if draw.random() < 0.3:
        text = re.sub(r"\^\{(\d)\}", r"^\1", text)
    if draw.random() < 0.3:
        text = re.sub(r" ([-+=]) ", r"\1", text)
    return text


def pairs(count):
    seen = set()
    made = 0
    while made < count:
        wanted = made % 2 == 0
        try:
            left, right = draw.choice(KINDS)()
            is_formula = not isinstance(left, Answer)
            right = (left.doit() if is_formula else left) if right is None else right
            if not wanted:
                right = changed(right)
            if is_formula and draw.random() < 0.5:
                right = draw.choice([expand, factor, together, lambda value: value])(right)
            if draw.random() < 0.5:
                left, right = right, left
            texts = (styled(written(left)), styled(written(right)))
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
    for left, right, equal in pairs(COUNT):
        print(left, right, "=" if equal else "!", sep="\t", flush=True)


if __name__ == "__main__":
    main()
