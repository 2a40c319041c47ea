"""The growth as one picture: a panel each, both axes logarithmic."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

WIDTH, HEIGHT, ACROSS = 430, 265, 2
"""Of a panel, and how many stand in a row."""
LEFT, RIGHT, TOP, BOTTOM = 62, 20, 52, 46
"""What is free around the lines."""
GAP = 12
"""Between the figures at the ends of the lines."""
COLOURS = ("#0b6e99", "#b5541c", "#6b6b6b")
"""Of the lines; the floor is the last one that is drawn, and broken."""
DASHES = ("", "2 3", "7 4")
"""So that no line is told by its colour alone."""
STYLE = (
    "text{font:12px DejaVu Sans,Verdana,sans-serif;fill:#222}"
    ".t{font-weight:bold;font-size:13px}.s{fill:#555;font-size:11px}"
)


def drawn(panels: Sequence[Mapping[str, Any]]) -> str:
    """The picture as SVG."""
    rows = math.ceil(len(panels) / ACROSS)
    width, height = WIDTH * ACROSS, HEIGHT * rows
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">',
        f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, panel in enumerate(panels):
        x, y = number % ACROSS * WIDTH, number // ACROSS * HEIGHT
        parts += [f'<g transform="translate({x} {y})">', *_panel(panel), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Mapping[str, Any]) -> list[str]:
    """One panel: its title, its axes, its lines and what each of them is."""
    points, lines = panel["points"], panel["lines"]
    across = Scale(min(points), max(points), LEFT, WIDTH - RIGHT)
    least = min(min(line) for line in lines.values())
    most = max(max(line) for line in lines.values())
    low, high = 10 ** math.floor(math.log10(least)), 10 ** math.ceil(math.log10(most))
    up = Scale(low, max(high, low * 10), HEIGHT - BOTTOM, TOP)
    said = f"{panel['title']}: ms of CPU by {panel['along']}"
    parts = [f'<text class="t" x="{LEFT}" y="18">{escape(said)}</text>']
    for exponent in range(round(math.log10(low)), round(math.log10(max(high, low * 10))) + 1):
        y = up(10**exponent)
        parts.append(
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            f'<text class="s" x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">'
            f"{10.0**exponent:,.6g}</text>"
        )
    for point in points:
        x, y = across(point), HEIGHT - BOTTOM + 17
        label = f'<text class="s" x="{x:.1f}" y="{y}" text-anchor="middle">{point:,}</text>'
        parts.append(label)
    key = float(LEFT)
    for number, (name, line) in enumerate(lines.items()):
        floor = number == len(lines) - 1 and number > 0
        colour, dash = COLOURS[-1 if floor else number], DASHES[-1 if floor else number]
        way = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in zip(points, line, strict=True))
        stroke = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
        parts.append(f'<polyline points="{way}" {stroke}/>')
        parts.append(f'<path d="M{key:.0f} 35h22" {stroke}/>')
        parts.append(f'<text class="s" x="{key + 27:.0f}" y="39">{escape(name)}</text>')
        key += 46 + 6.3 * len(name)
    ends = sorted((up(line[-1]) - 5, line[-1]) for line in lines.values())
    before = -math.inf
    for y, value in ends:
        before = max(y, before + GAP)
        last = f'x="{across(points[-1]):.1f}" y="{before:.1f}" text-anchor="end"'
        parts.append(f'<text class="s" {last}>{value:,.0f}</text>')
    return parts


class Scale:
    """A logarithmic scale."""

    def __init__(self, least: float, most: float, begin: float, end: float) -> None:
        self._least, self._begin = math.log10(least), begin
        self._step = (end - begin) / (math.log10(most) - self._least)

    def __call__(self, value: float) -> float:
        return self._begin + (math.log10(value) - self._least) * self._step
