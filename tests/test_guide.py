"""The pages of the guide: each topic has one, each names its source, none says what it may not."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from g221_tui.errors import NotUnderstood
from g221_tui.guide import FENCE, PAGES, Page, PageKind, age_note, find_page, load_pages, page_about
from g221_tui.rules import load_rules

TOPICS = {
    "stage": [
        "interviewed",
        "documents_due",
        "processing",
        "passport_requested",
        "passport_sent",
        "issued",
        "refused",
        "returning",
        "centre_review",
        "second_review",
        "response_due",
        "response_review",
        "back_to_post",
        "interview_scheduled",
        "revoked",
        "terminated",
        "withdrawn",
        "programme_over",
    ],
    "reason": [
        "documents",
        "background",
        "ds5535",
        "employment",
        "pims",
        "petition_return",
        "medical",
        "police",
        "i864",
        "fee",
        "photo_prints",
        "online_presence",
        "iv_pause",
        "other",
    ],
    "channel": [
        "vfs_tracker",
        "consulate_call",
        "consulate_email",
        "dos",
        "senator",
        "ceac",
        "representative",
        "nvc_inquiry",
        "uscis_status",
        "attorney",
        "legalnet",
        "ombudsman",
    ],
    "page": [
        "221g",
        "long_wait",
        "asking_too_often",
        "status_words",
        "slip_colours",
        "one_year",
        "notices",
        "alternatives",
        "mistakes",
        "scams",
        "originals",
        "numbers",
        "emergency",
        "sixty_or_180",
        "glossary",
        "not_legal_advice",
        "passport",
        "passport_back",
        "passport_kept",
        "travel",
        "lawsuit",
        "expedite",
        "proclamation",
        "no_letter",
        "ceac_refused",
        "ceac_message",
        "changes",
        "petitioner_abroad",
        "family",
        "medical_again",
        "apply_again",
        "how_long",
        "staying_calm",
    ],
}
"""The topics that must be there, by kind."""

CONTRADICTIONS = {
    1: "at least 60 days, or more than 60",
    2: "no inquiry before 60 days, though looking at a page is one of the ways",
    3: "60 days at most, and longer, and years",
    4: "60 days from which day",
    5: "NOID named twice, where one is a NOIR",
    6: "no evidence, or new evidence",
    7: "30 to 60 days to answer, where 30 is the most",
    8: "the lengths of the legs and of the whole road",
    9: "who reviews, who notes, who is interviewed, what is refused",
    10: "neither yes nor no, though it is a refusal",
    11: "not ineligible, though eligibility is not established",
    12: "the consulate and its contractor as one",
    13: "Senators, or representatives in general",
    14: "religion as a reason",
    15: "PIMS as a form to fill out",
    16: "another category without the whole process",
    17: "a case number on the stamping",
    18: "asking often may hurt, as a possibility",
}
"""Where the old guide contradicts itself or errs; a page settles each where a user meets it."""

FORBIDDEN = {
    "a 221(g) is refused for now": r"reject",
    "legal advice": r"\byou (must|should|ought to|need to) (sue|litigate|appeal|waive|claim|plead)",
    "an order": r"\byou must\b",
    "opening times": r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(a\.?m\.?|p\.?m\.?|o'clock)\b|\b24/7\b",
    "a telephone number": r"(?<!\d)\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\d)",
    "a prediction": r"\b(you|it|visa|case) (will|should) (be (issued|approved)|get|receive)",
    "the guide's exaggerations": r"\b(hundred|thousand) (times|e-?mails|calls)",
    "marks that plain text would show": r"[*`#<>|]|\]\(|(?<!\w)_|^\s*\d+\. |^\s*[+] ",
}

NUMBERS = {
    0: "day 0 of the count",
    1: "the guide: NVC up to 1 month; days of a month",
    2: "the guide: second review from 2 months; PIMS: 2 working days (cable, 2007)",
    3: "the guide: 3 months; 3 days for mail (8 CFR 103.8); 3 MB (posts); 3 March 2020",
    4: "days of a month",
    5: "form DS-5535 and the visa form: 5 years; CEAC: 5 letters; 5 June 2026",
    6: "6 months: medical (London), Vermont centre (2013), Guadalajara; 6 September 2025",
    7: "US Embassy Dublin: from 7 working days",
    8: "an application ID: AA and 8 characters",
    9: "9 June 2025, the first of the present proclamations",
    10: "US Embassy Dublin: to 10 working days; 10 digits of a receipt number",
    12: "law firms on lawsuits: 12 to 24 months; 12 June 2026",
    14: "the rule of passport_sent: 14 days; 14 digits of a case number",
    15: "form DS-5535: 15 years; Sawahreh: 15 months; 15 December 2025",
    18: "18 June 2025, online presence of F, M and J",
    19: "proclamations of 2025 and 2026: 19 countries in full, 19 in part",
    21: "CSPA: the 21st birthday; 21 January 2026, 21 March 2025, 21 September 2025",
    23: "23 May 2025 and 23 November 2015, the Ombudsman",
    24: "law firms on lawsuits: 12 to 24 months",
    30: "USCIS: 30 days to answer; rest of 30 days; LegalNet; New Delhi; 30 September, 30 March",
    39: "USCIS: the hold on 39 nationalities",
    60: "the guide: 60 days; the Ombudsman: 60 days for USCIS to answer",
    61: "the guide: more than 60 days",
    75: "State Department, 14 January 2026: 75 nationalities",
    84: "USCIS: 84 days for a request for evidence",
    90: "dhs.gov: USCIS asked within the last 90 days",
    120: "US Embassy Bogota: 120 days; Ho Chi Minh City, Kuala Lumpur",
    180: "State Department guidance since about 2019: 180 days",
    250: "the integrity fee enacted in 2025, in dollars",
    365: "posts in India, immigrant visas: 365 days",
    34700: "State Department records of June 2017: open security opinions",
    100000: "the fee on new H-1B petitions after 21 September 2025, in dollars",
    850000: "State Department records of June 2017: security opinions 2012 to 2017",
}
"""Every number a page may name, with whose it is."""

NAMES = r"""(?x)
    \b[A-Z]{1,3}-?\d+[A-Z]?\b           # forms: I-797, DS-160, G-28, DHS-7001
    | \b2[012][1-4]\([a-z]\)             # sections: 221(g), 214(b), 212(a), 203(g)
    | \b(19|20)\d\d\b | \bg221\b        # years; the program
    | \b2021162\ 635\ 0001\b            # the example of a case number
"""
"""Digits that are no quantities."""


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """All pages."""
    return load_pages()


def each(pages: tuple[Page, ...]) -> Iterator[tuple[str, str]]:
    """The id and the words of every page."""
    return ((page.id, f"{page.title}\n{page.text}") for page in pages)


def test_the_topics_are_there(pages: tuple[Page, ...]) -> None:
    for kind, ids in TOPICS.items():
        assert set(ids) - {page.id for page in pages if page.kind == kind} == set()


def test_every_stage_reason_and_channel_of_the_rules_has_a_page(pages: tuple[Page, ...]) -> None:
    rules = load_rules(None)
    wanted = [
        *[("stage", id) for id in rules.stages if id != "before"],  # nothing to explain yet
        *[("reason", id) for id in rules.reasons],
        *[("channel", channel.id) for channel in rules.channels],
    ]
    assert [pair for pair in wanted if page_about(*pair, pages) is None] == []


def test_a_thing_is_explained_by_one_page_of_its_kind(pages: tuple[Page, ...]) -> None:
    counts = Counter((page.kind, id) for page in pages for id in page.about)
    assert [pair for pair, n in counts.items() if n > 1] == []
    assert page_about("stage", "documents", pages) is None
    assert page_about("page", "noir_response", pages) == find_page("notices", pages)


def test_the_front_matter_of_every_page_is_complete() -> None:
    fields = {"title", "kind", "about", "source", "as_of", "order"}
    for path in PAGES.glob("*.md"):
        before, head, body = path.read_text(encoding="utf-8").split(FENCE)
        front = tomllib.loads(head)
        assert (before, fields - set(front)) == ("", set()), path.name
        assert set(front) - fields <= {"resolves", "aliases"}, path.name
        assert all(front[name].strip() for name in ("title", "source", "as_of")), path.name
        assert re.search(r"\b(19|20)\d\d\b", front["as_of"]), path.name
        assert body.startswith("\n"), path.name
        assert body.endswith(".\n"), path.name


def test_titles_and_places_are_unique(pages: tuple[Page, ...]) -> None:
    assert len({page.title.casefold() for page in pages}) == len(pages)
    assert len({(page.kind, page.order) for page in pages}) == len(pages)
    kinds = [page.kind for page in pages]
    assert kinds == sorted(kinds, key=list(PageKind).index)


def test_a_page_is_short(pages: tuple[Page, ...]) -> None:
    long = {"glossary": 600}
    lengths = {page.id: len(page.text.replace("\n- ", "\n").split()) for page in pages}
    assert {id: n for id, n in lengths.items() if not 60 <= n <= long.get(id, 160)} == {}


def test_a_line_of_the_text_is_a_paragraph_or_an_item(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert "\n\n\n" not in page.text
        assert [li for li in page.text.split("\n") if li != li.strip() or "  " in li] == []
    documents = find_page("documents", pages).text.split("\n")
    assert sum(line.startswith("- ") for line in documents) == 4


@pytest.mark.parametrize("n", CONTRADICTIONS)
def test_each_contradiction_of_the_guide_is_settled_on_a_page(
    pages: tuple[Page, ...], n: int
) -> None:
    assert [page.id for page in pages if n in page.resolves], CONTRADICTIONS[n]


def test_no_page_settles_what_is_no_contradiction(pages: tuple[Page, ...]) -> None:
    assert {n for page in pages for n in page.resolves} <= set(CONTRADICTIONS)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_page_holds(pages: tuple[Page, ...], what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE | re.MULTILINE)
    assert [(id, pattern.findall(text)) for id, text in each(pages) if pattern.search(text)] == []


def test_not_legal_advice_is_said_once_and_can_be_found(pages: tuple[Page, ...]) -> None:
    assert [p.id for p in pages if "legal advice" in p.text.casefold()] == ["not_legal_advice"]
    assert find_page("not legal", pages).id == "not_legal_advice"


def test_every_number_on_a_page_is_one_that_somebody_vouches_for(pages: tuple[Page, ...]) -> None:
    for id, text in each(pages):
        if id == "sixty_or_180":
            assert {"60", "61", "180"} <= set(re.findall(r"\d+", text))
        rest = re.sub(NAMES, " ", text)
        rest = re.sub(r"(?<=\d),(?=\d{3}\b)", "", rest)
        assert {int(n) for n in re.findall(r"\d+", rest)} - set(NUMBERS) == set(), id


def test_the_pages_name_the_same_waits_as_the_rules(pages: tuple[Page, ...]) -> None:
    rules = load_rules(None)
    waits = find_page("sixty_or_180", pages).text
    guide, state = rules.policies["guide"], rules.policies["state"]
    for days in (guide.waits["dos"].days, guide.waits["senator"].opens_after):
        assert re.search(rf"\bday {days}\b", waits)
    assert re.search(rf"\b{state.waits['dos'].days}\b", waits)
    assert f"{guide.rest_days} days" in find_page("asking_too_often", pages).text
    arrival = rules.stages["passport_sent"].access["post"].days
    assert f"{arrival} days" in find_page("passport_sent", pages).text


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("long_wait", "long_wait"),
        ("Long_Wait", "long_wait"),
        ("long wait", "long_wait"),
        ("asking-too-often", "asking_too_often"),
        ("long", "long_wait"),
        ("221g", "221g"),
        ("documents", "documents"),
        ("when the wait", "long_wait"),
        ("NOIR", "notices"),
        ("passport", "passport"),
        ("passport back", "passport_back"),
        ("returned passport", "passport_back"),
        ("passport kept", "passport_kept"),
        ("travel", "travel"),
        ("old visa", "travel"),
        ("lawsuit", "lawsuit"),
        ("mandamus", "lawsuit"),
        ("sue", "lawsuit"),
        ("expedite", "expedite"),
        ("urgent", "expedite"),
        ("proclamation", "proclamation"),
        ("travel ban", "proclamation"),
        ("212(f)", "proclamation"),
        ("no letter", "no_letter"),
        ("no slip", "no_letter"),
        ("ceac refused", "ceac_refused"),
        ("message", "ceac_message"),
        ("new passport", "changes"),
        ("I-20", "changes"),
        ("abroad", "petitioner_abroad"),
        ("child", "family"),
        ("CSPA", "family"),
        ("medical again", "medical_again"),
        ("transfer", "apply_again"),
        ("reapply", "apply_again"),
        ("how long", "how_long"),
        ("calm", "staying_calm"),
        ("social media", "online_presence"),
        ("pause", "proclamation"),
        ("visa pause", "iv_pause"),
    ],
)
def test_a_word_finds_its_page(pages: tuple[Page, ...], word: str, id: str) -> None:
    assert find_page(word, pages).id == id


def test_another_word_for_a_page_means_no_second_one(pages: tuple[Page, ...]) -> None:
    taken = Counter(word for page in pages for word in {page.id, page.title, *page.aliases})
    assert [word for word, n in taken.items() if n > 1] == []
    for page in pages:
        for alias in page.aliases:
            assert find_page(alias, pages) is page, alias


def page_of(as_of: str) -> Page:
    """A page whose sources are of those days."""
    kind = PageKind.PAGE
    return Page(id="a", title="A", kind=kind, about=(), source="b", as_of=as_of, order=1, text="c")


@pytest.mark.parametrize(
    ("as_of", "last"),
    [
        ("25 February 2022", date(2024, 2, 25)),
        ("29 February 2024", date(2026, 2, 28)),
        ("July 2025", date(2027, 7, 31)),
        ("2024", date(2026, 12, 31)),
        ("about 2019", date(2021, 12, 31)),
        ("before 2016; August 2025", date(2027, 8, 31)),
        ("2019 to July 2025 (posts: undated)", date(2027, 7, 31)),
    ],
)
def test_a_page_is_old_from_the_day_after_two_years_on(as_of: str, last: date) -> None:
    assert age_note(page_of(as_of), last) == ""
    assert age_note(page_of(as_of), last - timedelta(days=900)) == ""
    assert "more than 2 years ago" in age_note(page_of(as_of), last + timedelta(days=1))


def test_a_page_without_a_date_is_old() -> None:
    assert age_note(page_of("undated"), date(2026, 12, 12))


def test_months_of_the_front_matter_are_written_in_full(pages: tuple[Page, ...]) -> None:
    short = r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b"
    assert [page.id for page in pages if re.search(short, page.as_of)] == []


@pytest.mark.parametrize("id", ["proclamation", "iv_pause", "online_presence", "long_wait"])
def test_what_changes_by_order_says_from_when_it_is_and_to_check(
    pages: tuple[Page, ...], id: str
) -> None:
    page = find_page(id, pages)
    assert "check" in page.as_of
    assert re.search(r"\b202[56]\b", page.text)


def test_every_id_and_title_finds_its_own_page(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert find_page(page.id, pages) is page
        assert find_page(page.title.upper(), pages) is page


@pytest.mark.parametrize("word", ["", " ", "nonsense", "passport_", "s"])
def test_a_word_that_names_none_or_several_lists_the_topics(
    pages: tuple[Page, ...], word: str
) -> None:
    with pytest.raises(
        NotUnderstood, match=r"(is not a known topic;|may be .*;) known: .*long_wait"
    ) as said:
        find_page(word, pages)
    assert str(said.value).startswith(f"'{word}'")
