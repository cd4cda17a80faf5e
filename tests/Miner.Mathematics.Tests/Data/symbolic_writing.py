"""Numbers as people write them."""

from sympy import latex

from symbolic_draws import draw


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
