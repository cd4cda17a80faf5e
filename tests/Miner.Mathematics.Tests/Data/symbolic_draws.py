"""What all pairs are drawn with: the same seed gives the same ones."""

import random
import sys

from sympy import Rational, symbols

SEED = int(sys.argv[2])

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


class Answer:
    """Several values under one form; two are equal where their forms are, and their values one by one."""

    def __init__(self, form, parts, ways):
        self.form, self.parts, self.ways = form, tuple(parts), ways

    def with_parts(self, parts):
        return Answer(self.form, parts, self.ways)
