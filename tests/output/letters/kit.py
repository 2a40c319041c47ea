"""Invented cases for letters, each a way that a letter can go out."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import MappingProxyType

from core.life import LATER, Life
from g221_tui.core.privacy.masking import Masker, identifiers
from g221_tui.errors import Refused
from g221_tui.service.drafts import Draft, Drafts
from g221_tui.service.packets import Made, Packets

REFUSED = "2026-10-26"
NOW = "2027-05-20"
"""A day after every wait."""
SOON = "2026-12-12"
"""A day within every wait."""
FACTS = (
    "applicant=Ada Example",
    "birth_date=1990-03-05",
    "nationality=Ruritania",
    "passport_number=X1234567",
    "passport_expires=2031-02-28",
    "application_id=AA00EXAMP1",
    "receipt_number=WAC2190012345",
    "petitioner=Example Works Inc",
    "email=ada@example.org",
    "phone=+41 55 555 01 23",
    "address=1 Lake Road\n8000 Exampleton",
    "post_email=visas@example.gov",
)
"""Every fact that a letter wants."""


@cache
def drafts() -> Drafts:
    """The templates that come with the package."""
    return Drafts(Life().rules, None)


def told(life: Life, *words: str) -> None:
    """Record something, on a day after all of it."""
    life(*words, today=LATER)


def opened(*more: str, post: str = "Bern", visa: str = "H-1B") -> Life:
    """A case with two papers that went in, and a number of the post's."""
    life = Life()
    words = ["--post", post, "--visa", visa, "--case-number", "2026299 345 0001", *more]
    papers = ["--document", "Client letter", "Org chart"]
    life.open(REFUSED, "--interview", REFUSED, *words, *papers, today=REFUSED)
    told(
        life, "docs", "set", "Client letter", "submitted", "--on", "2026-10-28", "--route", "e-mail"
    )
    told(life, "docs", "set", "Org chart", "submitted", "--on", "2026-10-30")
    return life


def complete() -> Life:
    """Every fact is known."""
    life = opened()
    told(life, "set", *FACTS)
    return life


def bare() -> Life:
    """Nothing is known but the day of the refusal and who could ask."""
    life = Life()
    life.open(REFUSED, "--asked", "no", today=REFUSED)
    return life


def asked_once() -> Life:
    """Every office was asked once, and one answered."""
    life = complete()
    for channel in ("consulate_email", "dos", "senator"):
        told(life, "log", channel, "--on", "2027-01-05", "--anyway", "--note", "Is more needed?")
    told(
        life,
        "log",
        "consulate_email",
        "--on",
        "2027-01-12",
        "--reply",
        "--note",
        "We have the papers.",
    )
    return life


def unanswered_twice() -> Life:
    """Two messages to the post without an answer."""
    life = complete()
    for day in ("2027-01-05", "2027-03-01"):
        note = "Subject of the message\n\nDid the papers reach you?"
        told(
            life, "log", "consulate_email", "--on", day, "--anyway", "--note", note, "--ref", "T-77"
        )
    return life


def sent_back() -> Life:
    """The petition went back, and USCIS has it."""
    life = complete()
    told(life, "event", "add", "petition_returned", "--on", "2027-01-10")
    told(life, "event", "add", "uscis_received", "--on", "2027-03-15")
    return life


def immigrant_sent_back() -> Life:
    """An immigrant petition on its way back, at NVC."""
    life = opened(visa="IR1")
    told(life, "set", *FACTS, "case_number=BRN2026123001")
    told(life, "event", "add", "petition_returned", "--on", "2027-01-10")
    return life


def bare_sent_back(*more: str) -> Life:
    """The petition went back, and nothing else is known."""
    life = Life()
    life.open(REFUSED, "--asked", "no", *more, today=REFUSED)
    told(life, "event", "add", "petition_returned", "--on", "2027-01-10")
    return life


def bare_at_uscis() -> Life:
    """USCIS has the petition, and nothing else is known."""
    life = bare_sent_back()
    told(life, "event", "add", "uscis_received", "--on", "2027-03-15")
    return life


def asked_again(
    made: Callable[[], Life], *channels: str, days: tuple[str, ...] = ("2027-03-20", "2027-04-20")
) -> Life:
    """Each of these offices was asked on these days, without an answer."""
    life = made()
    for channel in channels:
        for day in days:
            words = ["--on", day, "--anyway", "--note", "Where is it?"]
            told(life, "log", channel, *words)
    return life


def by_the_employer() -> Life:
    """Somebody of the employer writes."""
    life = complete()
    told(life, "set", "writer=Bo Sample", "writer_role=human resources manager")
    return life


def papers_ready() -> Life:
    """One paper lies ready, another is asked for anew."""
    life = complete()
    for name in ("Tax return", "Pay slips"):
        told(life, "docs", "add", name, "--by", "post", "--asked", "2027-05-01")
    told(life, "docs", "set", "Tax return", "ready", "--on", "2027-05-10")
    return life


def in_tokyo() -> Life:
    """A post that asks for a subject line of its own."""
    life = opened(post="Tokyo")
    told(life, "set", *FACTS)
    return life


def emergency() -> Life:
    """An emergency is recorded."""
    life = complete()
    told(life, "set", "emergency=2027-05-18")
    return life


def passport_sent() -> Life:
    """The passport is with the post."""
    life = complete()
    told(life, "event", "add", "passport_sent", "--on", "2027-04-20")
    return life


ONCE = ("2027-03-20",)
"""The day of the one question before a second request."""
JUST = ("2027-05-16",)
"""A day so near that another question is early."""


def after(made: Callable[[], Life], days: tuple[str, ...], *channels: str) -> Callable[[], Life]:
    """A case in which each of these offices was asked on these days."""
    return partial(asked_again, made, *channels, days=days)


Golden = tuple[Callable[[], Life], str, str, str]
"""The case, the channel, the purpose, the day."""
GOLDEN: Mapping[str, Golden] = MappingProxyType(
    {
        "email_complete": (complete, "consulate_email", "", NOW),
        "email_missing": (bare, "consulate_email", "", NOW),
        "email_second": (asked_once, "consulate_email", "", NOW),
        "email_early": (complete, "consulate_email", "", SOON),
        "email_employer": (by_the_employer, "consulate_email", "", NOW),
        "email_tokyo": (in_tokyo, "consulate_email", "", NOW),
        "email_passport": (passport_sent, "consulate_email", "", NOW),
        "email_papers": (papers_ready, "consulate_email", "documents", NOW),
        "email_details": (complete, "consulate_email", "details", NOW),
        "email_emergency": (emergency, "consulate_email", "emergency", NOW),
        "call_complete": (complete, "consulate_call", "", NOW),
        "call_missing": (bare, "consulate_call", "", NOW),
        "call_second": (asked_once, "consulate_call", "", NOW),
        "call_early": (complete, "consulate_call", "", SOON),
        "dos_complete": (complete, "dos", "", NOW),
        "dos_missing": (bare, "dos", "", NOW),
        "dos_second": (asked_once, "dos", "", NOW),
        "dos_early": (complete, "dos", "", SOON),
        "senator_complete": (by_the_employer, "senator", "", NOW),
        "senator_missing": (bare, "senator", "", NOW),
        "senator_second": (asked_once, "senator", "", NOW),
        "senator_early": (complete, "senator", "", SOON),
        "representative_complete": (by_the_employer, "representative", "", NOW),
        "representative_missing": (bare, "representative", "", NOW),
        "representative_second": (asked_once, "representative", "", NOW),
        "representative_early": (complete, "representative", "", SOON),
        "nvc_missing": (bare_sent_back, "nvc_inquiry", "", NOW),
        "nvc_third": (
            lambda: asked_again(immigrant_sent_back, "nvc_inquiry"),
            "nvc_inquiry",
            "",
            NOW,
        ),
        "uscis_missing": (bare_sent_back, "uscis_status", "", NOW),
        "uscis_third": (lambda: asked_again(sent_back, "uscis_status"), "uscis_status", "", NOW),
        "legalnet_missing": (bare, "legalnet", "", NOW),
        "legalnet_third": (lambda: asked_again(unanswered_twice, "legalnet"), "legalnet", "", NOW),
        "ombudsman_missing": (bare_at_uscis, "ombudsman", "", NOW),
        "ombudsman_third": (
            lambda: asked_again(sent_back, "uscis_status", "ombudsman"),
            "ombudsman",
            "",
            NOW,
        ),
        "nvc_complete": (immigrant_sent_back, "nvc_inquiry", "", NOW),
        "uscis_complete": (sent_back, "uscis_status", "", NOW),
        "legalnet_complete": (unanswered_twice, "legalnet", "", NOW),
        "legalnet_early": (complete, "legalnet", "", NOW),
        "ombudsman_complete": (sent_back, "ombudsman", "", NOW),
        "nvc_second": (
            after(immigrant_sent_back, ONCE, "nvc_inquiry"),
            "nvc_inquiry",
            "",
            NOW,
        ),
        "nvc_early": (after(immigrant_sent_back, JUST, "nvc_inquiry"), "nvc_inquiry", "", NOW),
        "uscis_second": (after(sent_back, ONCE, "uscis_status"), "uscis_status", "", NOW),
        "uscis_early": (after(sent_back, JUST, "uscis_status"), "uscis_status", "", NOW),
        "legalnet_second": (after(unanswered_twice, ONCE, "legalnet"), "legalnet", "", NOW),
        "ombudsman_second": (
            after(sent_back, ONCE, "uscis_status", "ombudsman"),
            "ombudsman",
            "",
            NOW,
        ),
        "ombudsman_early": (
            after(sent_back, JUST, "uscis_status", "ombudsman"),
            "ombudsman",
            "",
            NOW,
        ),
    }
)
"""Each letter that is kept as a file: `golden/NAME.txt`."""


def golden(name: str, *, masked: bool = False) -> Draft:
    """One of these letters."""
    made, channel, purpose, day = GOLDEN[name]
    life = made()
    masker = Masker(*identifiers(life.case)) if masked else None
    return drafts().draft(life.day(day), channel, purpose, masker)


SILENT: Mapping[str, tuple[str, str, str, tuple[str, ...]]] = MappingProxyType(
    {
        "silent_email": ("Dublin", "F-1", "consulate_email", ()),
        "silent_email_followed": ("Dublin", "F-1", "consulate_email", ("policy=dublin-niv",)),
        "silent_call": ("Ankara", "IR1", "consulate_call", ()),
        "silent_call_never": ("Bern", "H-1B", "consulate_call", ("policy=ask-never",)),
    }
)
"""Each post that answers nothing: its name, the visa, the channel and what is recorded."""


def reason(name: str) -> str:
    """Why there is no letter to one of these posts."""
    post, visa, channel, facts = SILENT[name]
    life = opened(post=post, visa=visa)
    told(life, "set", *FACTS, *facts)
    try:
        return drafts().draft(life.day(NOW), channel).whole
    except Refused as problem:
        return str(problem)


RECEIVERS = ("senator", "post", "attorney", "employer", "school")
"""Who takes a packet."""
PACKETS: Mapping[str, tuple[Callable[[], Life], str]] = MappingProxyType(
    {f"packet_{each}": (complete, each) for each in RECEIVERS}
    | {f"packet_{each}_missing": (bare, each) for each in RECEIVERS}
    | {f"packet_{each}_at_uscis": (sent_back, each) for each in ("attorney", "employer", "school")}
)
"""Each packet whose letter is kept: the case, and the receiver."""


def packet(name: str, *, masked: bool = False) -> Made:
    """One of these packets."""
    made, receiver = PACKETS[name]
    life = made()
    masker = Masker(*identifiers(life.case)) if masked else None
    return Packets(life.rules, None).make(life.day(NOW), receiver, masker)
