"""Sets, intervals, tuples, matrices and equations, each with several ways to write it."""

from sympy import Rational, expand, latex, pi, sqrt

from symbolic_draws import Answer, draw, fraction, number, x, y
from symbolic_writing import written_number


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
    return [
        draw.choice([Rational(number(zero=True)), fraction(), number() * sqrt(draw.choice([2, 3])), number() * pi]) for _ in range(count)]


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
