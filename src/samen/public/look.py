"""The colour of an initiative, made readable: every shade the stylesheet asks for, in light and in dark."""

import re
from collections.abc import Iterator

# WCAG 2.2, 1.4.3: text against what lies behind it.
READABLE = 4.5
WHITE, LIGHT_PAPER, DARK_PAPER = (255, 255, 255), (250, 248, 245), (35, 32, 29)

Rgb = tuple[int, int, int]


def stylesheet(colour: str) -> str:
    """Rules that put a colour such as #6b2a5b in place of the programme's own; "" for none."""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return ""
    chosen = _rgb(colour)
    light, dark = _darkened(chosen), _lightened(chosen)
    return (
        f":root{{{_rules(light, WHITE, LIGHT_PAPER)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_rules(dark, DARK_PAPER, DARK_PAPER)}}}}}\n"
    )


def contrast(one: Rgb, other: Rgb) -> float:
    """How much two colours differ, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _rules(accent: Rgb, on: Rgb, paper: Rgb) -> str:
    deep = _mixed(accent, (0, 0, 0) if on == WHITE else WHITE, 0.25)
    soft, line = _mixed(paper, accent, 0.1), _mixed(paper, accent, 0.35)
    values = {
        "accent": accent,
        "accent-deep": deep,
        "accent-soft": soft,
        "accent-line": line,
        "on-accent": on,
        "chart-1": accent,
    }
    return ";".join(f"--{name}:{_hex(value)}" for name, value in values.items())


def _darkened(colour: Rgb) -> Rgb:
    """The colour, darker until it reads on white and on its own soft shade."""
    return next(
        shade
        for shade in _steps(colour, (0, 0, 0))
        if contrast(shade, WHITE) >= READABLE and contrast(shade, _mixed(LIGHT_PAPER, shade, 0.1)) >= READABLE
    )


def _lightened(colour: Rgb) -> Rgb:
    return next(
        shade
        for shade in _steps(colour, WHITE)
        if contrast(shade, DARK_PAPER) >= READABLE
        and contrast(shade, _mixed(DARK_PAPER, shade, 0.1)) >= READABLE
    )


def _steps(colour: Rgb, towards: Rgb) -> Iterator[Rgb]:
    for step in range(41):
        yield _mixed(colour, towards, step / 40)


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
