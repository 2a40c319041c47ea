"""Makes the pictures of README: `python tests/ui/pictures.py [FOLDER]`.

Each is the demo on a fixed day, so that they are the same on every machine. A PNG is made beside
each SVG where Chromium is found. The tests compare with these pictures (test_pictures.py).
"""

import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

os.environ["TEXTUAL_ANIMATIONS"] = "none"

DAY = date(2026, 12, 12)
FOLDER = Path(__file__).parents[2] / "screenshots"
CELL = 12.2
"""The width of a character in Textual's SVG, in its own units."""


class Picture(NamedTuple):
    """One screen."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "g221-dark"
    case: str | None = None
    """The case in hand; none is the first."""


PICTURES = (
    Picture("dashboard-120x40", (120, 40)),
    Picture("dashboard-80x24", (80, 24)),
    Picture("dashboard-light", (120, 40), theme="g221-light"),
    Picture("channel-sheet", (120, 40), ("tab", "down", "down", "enter")),
    Picture("log-dialog", (80, 24), ("tab", "down", "down", "l")),
    Picture("monochrome", (80, 24)),
    Picture("dashboard-200x60", (200, 60)),
    Picture("calendar", (120, 40), ("w",)),
    Picture("new-case", (80, 24), ("n",)),
    Picture("ascii-80x24", (80, 24)),
    Picture("road", (120, 40), ("r",)),
    Picture("board", (120, 40), ("s",)),
    Picture("notice-80x24", (80, 24), case="4"),
)
MONOCHROME = "monochrome"
"""The one that is drawn as under NO_COLOR."""
ASCII = "ascii-80x24"
"""The one that is drawn with signs in ASCII."""


async def draw(picture: Picture) -> str:
    """The SVG of a picture, without the font that it would fetch from elsewhere."""
    from g221_tui.clock import FixedClock
    from g221_tui.demo import demo_tracker
    from g221_tui.ui.app import G221App
    from g221_tui.ui.preferences import PreferenceFiles

    if picture.name == MONOCHROME:
        os.environ["NO_COLOR"] = "1"
    try:
        with demo_tracker(FixedClock(DAY)) as tracker, tempfile.TemporaryDirectory() as kept:
            liked = PreferenceFiles(Path(kept), Path(kept))
            if picture.name == ASCII:
                liked.settings.write_text("signs = 'ascii'", encoding="utf-8")
            app = G221App(tracker, case=picture.case, demo=True, preferences=liked)
            app.theme = picture.theme
            async with app.run_test(size=picture.size) as pilot:
                await pilot.press(*picture.keys)
                await pilot.pause(0.2)
                return without_font(app.export_screenshot(title="g221"))
    finally:
        os.environ.pop("NO_COLOR", None)


def without_font(svg: str) -> str:
    """Cut what names a server (fonts, a comment), and the random part of the class names."""
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.S)
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"terminal-[0-9]+-", "terminal-", svg)


def text_of(svg: str) -> str:
    """What stands on the screen, in lines."""
    lines: dict[int, dict[int, str]] = {}
    pattern = (
        r'<text [^>]*?x="([\d.]+)"[^>]*?clip-path="url\(#[^"]*?line-(\d+)\)"[^>]*>(.*?)</text>'
    )
    for x, line, text in re.findall(pattern, svg):
        lines.setdefault(int(line), {})[round(float(x) / CELL)] = html.unescape(text)
    drawn = []
    for number in range(max(lines, default=-1) + 1):
        row = ""
        for column, text in sorted(lines.get(number, {}).items()):
            row = row.ljust(column) + text
        drawn.append(row.replace("\u00a0", " ").rstrip())
    return "\n".join(drawn)


def make(folder: Path, names: Sequence[str] = ()) -> None:
    """Draw all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if names and picture.name not in names:
            continue
        path = folder / f"{picture.name}.svg"
        path.write_text(asyncio.run(draw(picture)), encoding="utf-8")
        print(path)
        to_png(path)


def to_png(svg: Path) -> None:
    """Make a PNG beside the SVG, where Chromium is present."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if browser is None:
        return
    text = svg.read_text(encoding="utf-8").replace("Fira Code", "DejaVu Sans Mono")
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
    assert box is not None
    width, height = (int(float(side)) + 1 for side in box.groups())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(
            f'<meta charset="utf-8"><body style="margin:0;background:#111">{text}</body>',
            encoding="utf-8",
        )
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                f"--user-data-dir={folder}/profile",
                f"--window-size={width},{height}",
                f"--screenshot={svg.with_suffix('.png')}",
                page.as_uri(),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
