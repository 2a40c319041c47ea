"""The pages of the guide: each topic has one, each names its source, none says what it may not."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

import pytest

from g221_tui.errors import NotUnderstood
from g221_tui.guide import FENCE, PAGES, Page, PageKind, find_page, load_pages, page_about
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
    1: "the guide: NVC up to 1 month",
    2: "the guide: second review from 2 months; PIMS: 2 working days (cable, 2007)",
    3: "the guide: 3 months; 3 days for mail (8 CFR 103.8); 3 MB (posts); 3 March 2020",
    5: "form DS-5535: 5 years; CEAC: 5 letters",
    6: "6 months: medical (US Embassy London), Vermont centre (2013)",
    7: "US Embassy Dublin: from 7 working days",
    8: "an application ID: AA and 8 characters",
    10: "US Embassy Dublin: to 10 working days; 10 digits of a receipt number",
    14: "the rule of passport_sent: 14 days; 14 digits of a case number",
    15: "form DS-5535: 15 years",
    21: "CSPA: the 21st birthday",
    30: "USCIS: 30 days to answer; rest of 30 days; LegalNet; New Delhi; 30 September",
    60: "the guide: 60 days",
    61: "the guide: more than 60 days",
    84: "USCIS: 84 days for a request for evidence",
    120: "US Embassy Bogota: 120 days",
    180: "State Department guidance since about 2019: 180 days",
    365: "posts in India, immigrant visas: 365 days",
}
"""Every number a page may name, with whose it is."""

NAMES = r"""(?x)
    \b[A-Z]{1,2}-?\d+[A-Z]?\b           # forms: I-797, DS-160, G-28
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
        assert set(front) - fields <= {"resolves"}, path.name
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
    ],
)
def test_a_word_finds_its_page(pages: tuple[Page, ...], word: str, id: str) -> None:
    assert find_page(word, pages).id == id


def test_every_id_and_title_finds_its_own_page(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert find_page(page.id, pages) is page
        assert find_page(page.title.upper(), pages) is page


@pytest.mark.parametrize("word", ["", " ", "nonsense", "passport", "s"])
def test_a_word_that_names_none_or_several_lists_the_topics(
    pages: tuple[Page, ...], word: str
) -> None:
    with pytest.raises(NotUnderstood, match=r"is not a known topic; known: .*long_wait") as said:
        find_page(word, pages)
    assert str(said.value).startswith(f"'{word}'")
