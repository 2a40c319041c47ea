"""Invented cases on paper: four that are kept as files, and one full of hostile texts."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from types import MappingProxyType

from core.life import Life
from g221_tui.core.brief.records import Brief
from g221_tui.core.privacy.masking import Masker, identifiers
from g221_tui.errors import Refused
from g221_tui.output.paper.markdown import markdown
from g221_tui.output.paper.page import brief_page, packet_page
from g221_tui.service.briefs import case_brief
from g221_tui.service.packets import Packets
from output.letters.kit import NOW, SOON, asked_once, bare, complete, sent_back, told

CASES: Mapping[str, tuple[Callable[[], Life], str]] = MappingProxyType(
    {
        "waiting": (complete, SOON),
        "asked": (asked_once, NOW),
        "sent_back": (sent_back, NOW),
        "bare": (bare, SOON),
    }
)
"""Each case that is kept as files: what makes it, and the day."""
RECEIVERS = ("senator", "post", "attorney", "employer", "school")
HOSTILE = (
    "<b>bold</b><script>alert(1)</script>",
    "a | b | c",
    "first\nsecond\r\n# third\n- fourth",
    "[/] [bold]x[/bold] [link](x)",
    "&amp; &lt;b&gt; \\ `code` *star* _under_ ~~gone~~ $x$",
    "שלום עולם العربية",
    "left \u202eright\u202c \u200bzero \x1b[31mred \x00 end",
    "\ufdd0 \ufffe \udc80 none",
    "W" * 3000,
    "{{ 7 * 7 }} {% raw %} {# no #}",
    '" onload="x" \'',
    "</svg></style></textarea>-->]]>",
)
"""What the user may have typed; it stays text."""
SINGLE = ("applicant", "petitioner", "email", "phone", "passport_number", "post", "visa")
"""Facts that take any text."""


@cache
def packets() -> Packets:
    """The receivers and templates that come with the package."""
    return Packets(Life().rules, None)


def masker(life: Life) -> Masker:
    """What masks every identifier of its case."""
    return Masker(*identifiers(life.case))


def brief_of(life: Life, day: str, *, masked: bool = False) -> Brief:
    """The brief of its case."""
    return case_brief(life.day(day), masker(life) if masked else None)


def packet_of(life: Life, day: str, receiver: str, *, masked: bool = False) -> str:
    """The page of a packet."""
    made = packets().make(life.day(day), receiver, masker(life) if masked else None)
    return packet_page(made.packet)


def papers(life: Life, day: str, *, masked: bool = False) -> dict[str, str]:
    """All that can go on paper, by what it is; without the packets that have no letter."""
    brief = brief_of(life, day, masked=masked)
    found = {"markdown": markdown(brief), "page": brief_page(brief)}
    for who in RECEIVERS:
        with suppress(Refused):
            found[who] = packet_of(life, day, who, masked=masked)
    return found


def hostile(text: str) -> Life:
    """A case in which every free text is that text."""
    life = asked_once()
    told(life, "set", *(f"{name}={text}" for name in SINGLE))
    words = ["--note", text, "--answer", text, "--ref", text, "--with", text]
    told(life, "log", "consulate_email", "--on", "2027-02-20", "--anyway", *words)
    told(life, "log", "ceac", "--on", "2027-02-21", "--status", text)
    told(life, "event", "add", "note", "--on", "2027-02-22", "--note", text)
    told(life, "docs", "add", text, "--by", "post", "--asked", "2027-02-23", "--note", text)
    told(life, "deadline", "add", text, "2027-07-05")
    return life
