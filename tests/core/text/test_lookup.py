"""The one matcher: exact, then in any case, then the start; clear or refused with all names."""

from typing import NamedTuple

import pytest

from core.refusals import refusal
from g221_tui.core.text.lookup import comparable, did_you_mean, known, meant
from g221_tui.errors import NotUnderstood


class Thing(NamedTuple):
    """Something with an id and a name."""

    id: str
    name: str


THINGS = (
    Thing("d-1", "Letter"),
    Thing("d-2", "letter of the employer"),
    Thing("d-12", "Diploma"),
    Thing("e-1", "d-2"),
    Thing("e-2", "Diploma"),
)


def found(word: str) -> list[str]:
    """The ids of the things that a word may mean, by name or id."""
    every = meant(word, THINGS, name=lambda t: t.name, identity=lambda t: t.id)
    return [thing.id for thing in every]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("yes", ["yes"]),
        ("Yes", ["Yes"]),
        ("YES", ["yes", "Yes"]),
        ("yess", ["yesses"]),
        ("n", ["no", "none", "NO"]),
        ("No", ["no", "NO"]),
        ("NO", ["NO"]),
        ("non", ["none"]),
        ("", []),
        ("maybe", []),
        ("es", []),
    ],
)
def test_an_exact_name_goes_before_another_case_and_that_before_a_start(
    word: str, names: list[str]
) -> None:
    assert meant(word, ["yes", "Yes", "yesses", "no", "none", "NO"]) == names


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("d-1", ["d-1"]),
        ("D-1", ["d-1"]),
        ("d-12", ["d-12"]),
        ("d-2", ["d-2"]),
        ("Letter", ["d-1"]),
        ("LETTER", ["d-1"]),
        ("lett", ["d-1", "d-2"]),
        ("letter o", ["d-2"]),
        ("Diploma", ["d-12", "e-2"]),
        ("dip", ["d-12", "e-2"]),
        ("d", ["d-12", "e-1", "e-2"]),
        ("d-", ["e-1"]),
        ("e-", ["e-1", "e-2"]),
        ("x", []),
    ],
)
def test_an_id_goes_before_a_name_but_the_start_of_a_name_before_that_of_an_id(
    word: str, ids: list[str]
) -> None:
    assert found(word) == ids


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("STRASSE", "Straße"),
        ("straße", "STRASSE"),
        ("ΟΔΟΣ", "οδος"),
        ("ПИСЬМО", "письмо"),
        ("履歴", "履歴書"),
        ("JOS\u00c9", "Jos\u00e9"),
        ("[b", "[b]"),
    ],
)
def test_names_of_every_script_are_compared_without_their_case(word: str, name: str) -> None:
    assert meant(word, [name, "another"]) == [name]


def test_things_of_one_name_are_all_meant_and_nothing_is_of_an_empty_list() -> None:
    assert meant("a", ["a", "a", "ab"]) == ["a", "a"]
    assert meant("a", []) == []
    assert meant("a", (word for word in ("ab", "b"))) == ["ab"]


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("slip", "slip"),
        ("S", "slip"),
        ("POST", "post"),
        ("postal", "postal code"),
        ("u", "uscis"),
    ],
)
def test_a_known_word_is_found_by_its_only_start(word: str, choice: str) -> None:
    assert known(word, ["slip", "post", "postal code", "uscis"], "asker") == choice


@pytest.mark.parametrize("word", ["", " ", "x", "poste restante"])
def test_an_unknown_word_is_refused_with_all_choices(word: str) -> None:
    said = refusal(NotUnderstood, lambda: known(word, ["slip", "post", "petitioner"], "asker"))
    assert said == f"'{word}' is not a known asker; known: slip, post, petitioner."


def test_a_choice_that_is_there_twice_is_one_and_without_choices_none_is_known() -> None:
    assert known("a", ["ab", "ab"], "word") == "ab"
    said = refusal(NotUnderstood, lambda: known("a", [], "word"))
    assert said == "'a' is not a known word; known: none."
    assert known("a", iter(["ab", "b"]), "word") == "ab"


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ("DS-5535", "DS\u20115535"),
        (
            "I-129F, Petition for Alien Fianc\u00e9(e)",
            "I\u2013129F, Petition for Alien Fiance\u0301(e)",
        ),
        ("Client's letter", "Client\u2019s letter"),
        ("Form I-864 - Affidavit of Support", "Form\u00a0I-864\u00a0\u2013 Affidavit of Support"),
        ("R\u00e9sum\u00e9", "RE\u0301SUME\u0301"),
        ("W-2", "\uff37\uff0d\uff12"),
        ('"No objection" letter', "\u201cNo objection\u201d letter"),
        ("Certificat de police", "Certificat\u202fde\u2009police"),
        ("Geburtsurkunde (gro\u00dfe)", "GEBURTSURKUNDE (GROSSE)"),
        ("Pay stubs", "Pay \u00adstubs"),
        (
            "\u091c\u0928\u094d\u092e \u092a\u0924\u094d\u0930",
            "\ufeff\u091c\u0928\u094d\u092e \n\u092a\u0924\u094d\u0930",
        ),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00"),
    ],
)
def test_a_name_copied_from_a_letter_is_the_name_that_is_typed(typed: str, pasted: str) -> None:
    assert comparable(typed) == comparable(pasted)
    assert meant(typed, [pasted, "Another"]) == [pasted]
    assert meant(pasted, [typed, "Another"]) == [typed]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Resume", "R\u00e9sum\u00e9"), ("W-2", "W2"), ("I-797A", "I-797B"), ("Photo 1", "Photo 11")],
)
def test_names_that_a_reader_tells_apart_stay_apart(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize("word", ["\u200b", "\ufeff ", "\u00a0"])
def test_a_word_with_nothing_to_see_means_nothing(word: str) -> None:
    assert meant(word, ["Client letter", "Photo"]) == []


NAMES = {"consulate_email": "E-mail", "consulate_call": "Call post", "dos": "State Dept"}
"""Ids and what they are called on the screen."""


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("consulate_email", "consulate_email"),
        ("Consulate-Email", "consulate_email"),
        ("E-mail", "consulate_email"),
        ("email", "consulate_email"),
        ("E\u2011MAIL", "consulate_email"),
        ("e", "consulate_email"),
        ("Call post", "consulate_call"),
        ("call", "consulate_call"),
        ("callpost", "consulate_call"),
        ("state", "dos"),
        ("d", "dos"),
    ],
)
def test_a_choice_is_named_by_its_id_or_by_its_name_on_the_screen(word: str, choice: str) -> None:
    assert known(word, NAMES, "channel", NAMES) == choice


def test_the_start_of_an_id_goes_before_that_of_a_name() -> None:
    names = {"rest": "Own rest", "petition": "Rests on a petition"}
    assert known("res", names, "field", names) == "rest"
    assert known("rests", names, "field", names) == "petition"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("emial", "did you mean consulate_email (E-mail)? Known: consulate_email"),
        ("consulate_emial", "did you mean consulate_email (E-mail)? Known:"),
        ("stat dept", "did you mean dos (State Dept)? Known:"),
        ("fax", "'fax' is not a known channel; known: consulate_email, consulate_call, dos."),
        ("xy", "'xy' is not a known channel; known:"),
    ],
)
def test_a_near_miss_is_answered_with_what_may_be_meant(word: str, told: str) -> None:
    assert told in refusal(NotUnderstood, lambda: known(word, NAMES, "channel", NAMES))


def test_of_several_that_are_as_near_each_is_offered() -> None:
    said = refusal(NotUnderstood, lambda: known("photo 3", ["photo 1", "photo 2"], "paper"))
    assert "did you mean photo 2 or photo 1? Known: photo 1, photo 2." in said
    said = refusal(NotUnderstood, lambda: known("p", ["pa", "pb", "pc", "pd", "q"], "word"))
    assert said == "'p' may be pa, pb, pc and 1 more; known: pa, pb, pc, pd, q."


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("W2", ["W-2"]),
        ("w 2", ["W-2"]),
        ("resume", ["R\u00e9sum\u00e9"]),
        ("i797", ["I-797A", "I-797B"]),
        ("I-797", ["I-797A", "I-797B"]),
        ("-", []),
    ],
)
def test_a_name_is_looked_for_without_dashes_blanks_and_accents(word: str, ids: list[str]) -> None:
    assert meant(word, ["W-2", "R\u00e9sum\u00e9", "I-797A", "I-797B"]) == ids


def test_what_is_written_strictly_so_goes_before_what_is_loosely_the_same() -> None:
    assert meant("W2", ["W-2", "W2"]) == ["W2"]
    assert meant("mother-", ["Mother", "mother-in-law"]) == ["mother-in-law"]


def test_a_name_typed_without_its_accents_goes_before_one_that_only_begins_so() -> None:
    names = ["Resume/CV", "Résumé"]
    assert meant("resume", names) == ["Résumé"]
    assert meant("resume/", names) == ["Resume/CV"]
    assert meant("Resume", [*names, "Resume"]) == ["Resume"]


@pytest.mark.parametrize("word", ["d", "d-", "L", "Le"])
def test_a_start_of_fewer_signs_than_needed_means_nothing(word: str) -> None:
    assert meant(word, ["d-1"], name=lambda _: "Letter", identity=str, least=3) == []
    assert meant("Let", ["d-1"], name=lambda _: "Letter", identity=str, least=3) == ["d-1"]
    assert meant("TB", ["TB", "TB test"], least=3) == ["TB"]


def test_a_short_word_that_stands_in_no_name_is_no_slip_of_it() -> None:
    names = {"revoked": "Petition revoked", "visa_issued": "Visa issued"}
    assert did_you_mean("visa revoked", names, names) == ""
    assert "visa_issued" in did_you_mean("visa isued", names, names)
