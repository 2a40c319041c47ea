"""The brief and the packets as one HTML file each: no script, no address, nothing to load.

Jinja2 escapes every value; this module is imported only where a page is wanted.
"""

from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from g221_tui.core.brief.packet import Packet
from g221_tui.core.brief.picture import NAMES, picture
from g221_tui.core.brief.records import Brief
from g221_tui.core.brief.talks import folded
from g221_tui.output.paper import words

TEMPLATES = Path(__file__).parents[2] / "data" / "paper"
STYLE = "style.css"


def brief_page(brief: Brief) -> str:
    """The brief as a page."""
    return _rendered("brief_page.html", brief=brief)


def packet_page(packet: Packet) -> str:
    """A packet as a page."""
    return _rendered("packet_page.html", packet=packet)


def _rendered(name: str, **values: object) -> str:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_text),
    )
    environment.globals |= {
        "w": words,
        "draw": picture,
        "shape_names": NAMES,
        "folded": folded,
        "style": Markup(_text(STYLE).strip()),
        "x": _across,
    }
    return environment.get_template(name).render(values) + "\n"


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _across(share: float, left: int, wide: int) -> float:
    """Where a share of the width stands, in the units of the drawing."""
    return round(left + share * wide, 1)
