"""Lists of papers as slips give them: each paper by its name, whatever stands around it."""

import pytest

from g221_tui.core.text.paper_list import is_list, paper_names

FOUR = ("Client letter", "Org chart", "Pay stubs", "W-2")


@pytest.mark.parametrize(
    "text",
    [
        "Client letter\nOrg chart\nPay stubs\nW-2",
        "Client letter\r\nOrg chart\r\n\r\nPay stubs\r\nW-2\r\n",
        "Client letter, Org chart, Pay stubs, W-2",
        "Client letter; Org chart; Pay stubs; W-2.",
        "Client letter, Org chart, Pay stubs and W-2",
        "Client letter, Org chart, Pay stubs, and W-2.",
        "• Client letter\n• Org chart\n• Pay stubs\n• W-2",
        "- Client letter\n- Org chart\n- Pay stubs\n- W-2",
        "1) Client letter\n2) Org chart\n3) Pay stubs\n4) W-2",
        "1. Client letter\n2. Org chart\n3. Pay stubs\n4. W-2",
        "1.Client letter\n2.Org chart\n3.Pay stubs\n4.W-2",
        "(a) Client letter\n(b) Org chart\n(c) Pay stubs\n(d) W-2",
        "a. Client letter\nb. Org chart\nc. Pay stubs\nd. W-2",
        "i) Client letter\nii) Org chart\niii) Pay stubs\niv) W-2",
        "[ ] Client letter\n[ ] Org chart\n[] Pay stubs\n[ ] W-2",
        "☒ Client letter\n☒ Org chart\n☑ Pay stubs\n✓ W-2",
        "[x] Client letter\n[x] Org chart\n[ ] Birth certificate\n[x] Pay stubs\n[X] W-2",
        "☐ Photos\n☒ Client letter\n☑ Org chart\n☐ Birth\n  certificate\n☒ Pay stubs\n☒ W-2",
        "1. Client letter\n2. Org chart\n3. Pay stubs\n4. W-2\n"
        "Please submit the above documents via courier to the visa application centre in Mumbai.",
        "( ) DS-160\n(x) Client letter\n(X) Org chart\n(✓) Pay stubs\n(x) W-2",
        "1. [x] Client letter\n2. [ ] LCA\n3. [x] Org chart\n4. [x] Pay stubs\n5. [x] W-2",
        "☑ Client letter ☐ LCA ☑ Org chart ☑ Pay stubs ☑ W-2",
        "1) Client letter 2) Org chart 3) Pay stubs 4) W-2",
        "(1) Client letter (2) Org chart (3) Pay stubs (4) W-2",
        "• Client letter • Org chart • Pay stubs • W-2",
        "Client letter\tOrg chart\tPay stubs\tW-2",
        "\tClient letter\n\tOrg chart\n\t Pay stubs\n\tW-2",
        "Please submit the following documents: Client letter, Org chart, Pay stubs, W-2",
        "Please bring:\n1. Client letter\n2. Org chart\n3. Pay stubs\n4. W-2",
        "1. [ ] Client letter;\n2. [ ] Org chart;\n3. [ ] Pay stubs; and\n4. [ ] W-2.",
        "Client letter\nOrg chart\nclient letter\nPay stubs\nW-2\nW-2",
        "1.\nClient letter\n2.\nOrg chart\n3.\nPay stubs\n4.\nW-2",
        "Client letter, Org chart\nPay stubs, W-2",
        "&\n, ,\n--\nClient letter,, Org chart,\nPay stubs\n...\nW-2",
    ],
)
def test_every_form_of_the_list_names_the_same_four_papers(text: str) -> None:
    assert paper_names(text) == FOUR


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("Client letter", ("Client letter",)),
        ("client letter, org chart, pay stubs", ("client letter", "org chart", "pay stubs")),
        (
            "Pay stubs (last three months, all pages), W-2",
            ("Pay stubs (last three months, all pages)", "W-2"),
        ),
        (
            "1. Letter from your employer (on letterhead,\n   with the salary)\n2. Tax returns",
            ("Letter from your employer (on letterhead, with the salary)", "Tax returns"),
        ),
        (
            "1. Detailed description of the project you\n   will work on in the\n"
            "   United States.\n2. Org chart.",
            (
                "Detailed description of the project you will work on in the United States",
                "Org chart",
            ),
        ),
        (
            "- Degrees, certificates and transcripts\n- Résumé",
            ("Degrees, certificates and transcripts", "Résumé"),
        ),
        ("Birth certificate, original, W-2", ("Birth certificate, original", "W-2")),
        (
            "Police certificate, if you lived abroad; DS-5535",
            ("Police certificate, if you lived abroad", "DS-5535"),
        ),
        (
            "client letter, org chart, employee list,\npay stubs and W-2.",
            ("client letter", "org chart", "employee list", "pay stubs", "W-2"),
        ),
        ("I-797, I-129 copy", ("I-797", "I-129 copy")),
        ("U.S. passport, 2.5 x 2.5 photo", ("U.S. passport", "2.5 x 2.5 photo")),
        ("Contract over $10,000, LCA", ("Contract over $10,000", "LCA")),
        ("Letter from Acme Inc.", ("Letter from Acme Inc.",)),
        ("Two photos (2) of the applicant", ("Two photos (2) of the applicant",)),
        ("-3 photos\n-2 letters", ("3 photos", "2 letters")),
        ("[red]Client letter\n[/]Org chart", ("[red]Client letter", "[/]Org chart")),
        ("Évaluation; Übersetzung; 推荐信", ("Évaluation", "Übersetzung", "推荐信")),
        ("Form I-864 and tax papers", ("Form I-864 and tax papers",)),
        ("Letter from A\nand B", ("Letter from A", "B")),
    ],
)
def test_what_belongs_to_a_name_stays_with_it(text: str, names: tuple[str, ...]) -> None:
    assert paper_names(text) == names


def test_a_list_that_was_split_is_split_no_further() -> None:
    once = paper_names("1. Pay stubs, all pages\n2. Degrees, diplomas and transcripts\n3. W-2")
    assert len(once) == 3


@pytest.mark.parametrize(
    "text",
    ["A\nB", "1. Contracts 2. Press articles", "\u2022 Letter \u2022 W-2", "a\r\nb"],
)
def test_what_is_plainly_a_list_is_one(text: str) -> None:
    assert is_list(text)
    assert len(paper_names(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Letter",
        "Letter, signed",
        "Bank statements; last 6 months",
        "\nLetter\n",
        "2 photos",
        "1. Letter",
        "Form 1.5",
    ],
)
def test_one_name_is_no_list(text: str) -> None:
    assert not is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "- Police certificate from the\n  Consular Section of your embassy\n- Pay stubs",
        "- A letter with\n  regards to your employment\n- Pay stubs",
        "- A letter of\n  thanks to the sponsor\n- Pay stubs",
        "- A form of the\n  Consular Section\n- Pay stubs",
    ],
)
def test_a_name_that_goes_on_like_the_end_of_a_letter_is_kept_whole(text: str) -> None:
    whole = " ".join(text.removeprefix("- ").partition("\n- ")[0].split())
    assert paper_names(text) == (whole, "Pay stubs")


def test_a_list_without_bullets_has_a_greeting_and_an_end_too() -> None:
    text = "Dear applicant,\n\nOrg chart\nPay stubs\n\nThank you for your help\nConsular Section"
    assert paper_names(text) == ("Org chart", "Pay stubs")


def test_how_a_letter_begins_and_ends_is_no_paper() -> None:
    text = """Dear applicant,

Please submit the following documents:
- Letter from your US advisor
- Travel history of the last
  fifteen years

Thank you,
Consular Section
U.S. Embassy"""
    assert paper_names(text) == (
        "Letter from your US advisor",
        "Travel history of the last fifteen years",
    )


def test_what_stands_under_a_box_goes_with_it() -> None:
    text = """You were refused under 221(g).
[x] Papers of your employer, on
    letterhead and signed
    - Org chart
    - Pay stubs
[ ] Papers of your family:
    - Birth certificate

[x] W-2

Visa unit
"""
    assert paper_names(text) == (
        "Papers of your employer, on letterhead and signed",
        "Org chart",
        "Pay stubs",
        "W-2",
    )


@pytest.mark.parametrize(
    "end",
    [
        "Please submit the above documents via courier to VFS Global,\nMumbai, within one year.",
        "Kindly e-mail all documents as one PDF to the address below: visas@example.org",
        "All documents must be translated.",
        "Once you have these papers, make an appointment.",
        "Your case will be processed when they are here.",
        "You must return this letter with them, your passport and a photo.",
        "Do not send originals.",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", ". "])
@pytest.mark.parametrize("mark", ["- ", "[x] ", ""])
def test_a_sentence_that_says_what_to_do_with_them_is_no_paper(
    end: str, between: str, mark: str
) -> None:
    papers = ("Client letter", "Org chart", "W-2")
    text = "\n".join(mark + name for name in papers)
    assert paper_names(f"{text}{between}{end}") == papers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Letter of\n  Your case worker\n- W-2", ("Letter of Your case worker", "W-2")),
        ("- Ticket, if\n  you must travel\n- W-2", ("Ticket, if you must travel", "W-2")),
        ("Please bring your passport", ("Please bring your passport",)),
        ("All documents of the sale\nW-2", ("All documents of the sale", "W-2")),
        ("W-2\nPlease submit these documents:\nLCA", ("W-2", "LCA")),
    ],
)
def test_a_paper_that_begins_like_such_a_sentence_is_one(text: str, names: tuple[str, ...]) -> None:
    assert paper_names(text) == names


def test_such_a_sentence_that_is_wrapped_after_its_first_word_goes_too() -> None:
    text = "1. Client letter\n2. Pay stubs. Please\n   send these by courier to the embassy."
    assert paper_names(text) == ("Client letter", "Pay stubs")
