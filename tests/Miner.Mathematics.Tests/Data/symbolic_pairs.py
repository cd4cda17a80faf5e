"""Writes pairs of answers in LaTeX with SymPy's verdict on whether they are equal.

Half of the pairs are one answer in two forms, half are a small change apart, and SymPy's verdict on
each is that. The same seed gives the same pairs.

    apt-get install python3-sympy
    python3 symbolic_pairs.py 10000 20261128 | gzip -n -9 > symbolic-pairs.tsv.gz
"""

import re
import sys

from sympy import (
    FiniteSet, Interval, Matrix, Rational, Union, cancel, expand, factor, latex, nan, oo, simplify, together, zoo,
)

from symbolic_answers import ANSWERS
from symbolic_draws import Answer, draw, x, y
from symbolic_formulas import FORMULAS

KINDS = FORMULAS + ANSWERS
COUNT = int(sys.argv[1])
MAX_LENGTH = 110


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
