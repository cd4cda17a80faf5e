"""Answers of other kinds than one formula, each with several ways to write it."""

from sympy import (
    Abs, I, Rational, acos, asin, ceiling, cos, exp, expand, expand_log, floor, latex, log, pi, radsimp, sin, sqrt, tan,
)
from sympy.physics import units

from symbolic_collections import conjugates, enclosed, equations, intervals, matrices, outsides, rays, solutions, tuples
from symbolic_draws import Answer, draw, fraction, number
from symbolic_writing import decimal, grouped, mixed, percent, scientific, slashed, written_number


def one(value, ways):
    return Answer("value", [value], [lambda parts, way=way: way(parts[0]) for way in ways])


def numerals():
    value = draw.choice([
        fraction() + number(), Rational(draw.randint(1, 4000), draw.choice([1, 8, 10, 100, 1000])), Rational(draw.randint(1000, 9999999))])
    return one(value, [latex, decimal, slashed, mixed, grouped, scientific]), None


def percents():
    return one(Rational(draw.randint(1, 400), draw.choice([100, 200, 1000, 8, 4])), [percent, percent, decimal, latex, slashed]), None


def measured():
    """One quantity in two units of a dimension; the factors are SymPy's."""
    base, names = draw.choice([
        (units.meter, [
            "kilometer km", "meter m", "centimeter cm", "millimeter mm", "inch inches", "foot feet", "yard yards", "mile miles"]),
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
        return lambda parts: (
            written_number(Rational(parts[0] / size)) + draw.choice([" ", "~", "\\,", "\\ "])
            + "\\text{" + draw.choice(["", " "]) + name + "}")

    return Answer(f"quantity {base}", [value], [way(Rational(size), name) for size, name in rows]), None


def speeds():
    value = Rational(draw.randint(1, 300), draw.choice([1, 2, 5]))
    rows = [(1, "m/s"), (Rational(5, 18), "km/h"), (Rational(1, 60), "m/min"), (1000, "km/s")]

    def way(size, name):
        return lambda parts: f"{written_number(parts[0] / size)} " + draw.choice([
            f"\\text{{ {name}}}", f"\\mathrm{{{name}}}", "\\frac{\\text{%s}}{\\text{%s}}" % tuple(name.split("/"))])

    return Answer("speed", [value], [way(size, name) for size, name in rows]), None


def logarithms_to_bases():
    base, power, shift = draw.choice([2, 3, 5, 10]), number(1, 5), number()
    inside = draw.choice([base**power, base**-power, draw.randint(2, 20)])
    def to_base(parts):
        if not isinstance(parts[0], Rational):
            return latex(parts[0])
        return f"\\log_{{{base}}} {latex(Rational(base ** (parts[0] - shift)))} {shift:+d}"

    return Answer("value", [log(inside, base) + shift], [
        to_base,
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


ANSWERS = [
    numerals, percents, measured, speeds, intervals, rays, outsides, tuples, solutions, conjugates, matrices, equations,
    logarithms_to_bases, trigonometric_values, inverse_values, whole_parts, moduli, polar_numbers, ratios,
]
