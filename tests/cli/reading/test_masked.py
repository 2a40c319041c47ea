"""Every fact that names a person or a file is masked in every masked output, wherever it stands."""

import json

import pytest

from cli.conftest import Cli
from core.privacy.oracle import seen

pytestmark = pytest.mark.promise(18)

REFUSED = "2026-10-26"
FACTS = {
    "applicant": "Rosa María Quispe Huamán",
    "petitioner": "Ezekiel Wombatson",
    "writer": "Philippa Quokkaman",
    "case_number": "MUM2026584716",
    "receipt_number": "WAC2612345678",
    "application_id": "AA00C7XK2M",
    "passport_number": "Z4827193",
    "phone": "+51 987 654 321",
    "email": "rosa.quispe@letterbox.example",
    "birth_date": "1987-03-14",
    "address": "Av. Arequipa 1234, Miraflores 15046",
    "nationality": "Utopian",
    "writer_role": "stepmother-in-law",
}
"""Every fact that is masked, as it is typed."""
WRITTEN = {
    "applicant": ("rosa_quispe", "QUISPE, Rosa", "Huaman"),
    "petitioner": ("wombatson", "E. Wombatson", "EzekielWombatson"),
    "writer": ("Mrs Quokkaman", "philippa"),
    "case_number": ("MUM-2026-584-716", "2026584716"),
    "receipt_number": ("WAC*26*123*45678", "26-123-45678"),
    "application_id": ("aa00 c7xk 2m", "C7XK2M"),
    "passport_number": ("Z 482 7193", "4827193"),
    "phone": ("0051-987.654.321", "987654321"),
    "email": ("rosa.quispe (at) letterbox (dot) example", "rosa.quispe+us@letterbox.example"),
    "birth_date": ("14/03/1987", "March 14th, 1987"),
    "address": ("1234 Arequipa", "15046"),
}
"""How each is written in a note."""
LEFT = {
    "applicant": ("rosa", "quispe", "huaman", "huamán"),
    "petitioner": ("wombatson", "ezekiel"),
    "writer": ("quokkaman", "philippa"),
    "case_number": ("584716",),
    "receipt_number": ("12345678", "12345"),
    "application_id": ("c7xk",),
    "passport_number": ("4827193",),
    "phone": ("654321",),
    "email": ("rosaquispe", "letterbox"),
    "birth_date": ("14031987", "1987"),
    "address": ("arequipa1234", "1234arequipa", "15046"),
    "nationality": ("utopian",),
    "writer_role": ("stepmotherinlaw",),
}
"""What a reader would see of it, letters and digits only."""
OUTPUTS = (
    ("status", "--masked"),
    ("status", "--plain", "--masked"),
    ("status", "--json", "--masked"),
    ("why", "next", "--masked"),
    ("export", "json"),
)
"""Every masked output of the command line."""
TABLES = tuple(("export", "csv", what) for what in ("contacts", "documents", "timeline"))
"""Every masked table."""


def read(g221: Cli, output: tuple[str, ...]) -> str:
    """What a reader sees of an output: letters and digits."""
    text = g221(*output).out
    if "json" in output or "--json" in output:
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return seen(text).casefold()


def written(g221: Cli, fact: str) -> None:
    """Its value in the facts, and its forms in every free text of the case."""
    g221("set", f"{fact}={FACTS[fact]}")
    forms = WRITTEN[fact]
    for form in forms:
        g221("docs", "add", f"Copy for {form}", "--note", f"as {form} said")
        g221("log", "ceac", "--status", f"Refused {form}", "--note", f"told {form}")
        g221("event", "add", "note", "--note", f"about {form}, again")
        g221("deadline", "add", f"Day of {form}", "2027-01-05")
    g221("set", f"title=case of {forms[0]}", f"submit_how=by {forms[0]}")


@pytest.mark.parametrize("fact", WRITTEN)
def test_a_fact_is_masked_in_every_masked_output_in_the_forms_it_is_written_in(
    g221: Cli, fact: str
) -> None:
    g221.open(REFUSED)
    written(g221, fact)
    whole = read(g221, ("status", "--json"))
    assert any(part in whole for part in LEFT[fact]), "so the look at the output can fail"
    for output in OUTPUTS:
        text = read(g221, output)
        assert [part for part in LEFT[fact] if part in text] == [], output


def test_the_petitioner_is_masked_without_any_other_fact(g221: Cli) -> None:
    g221.open(REFUSED)
    g221("set", "petitioner=Ezekiel Wombatson")
    g221("docs", "add", "Letter of Mr Wombatson", "--note", "ezekiel sends it")
    for output in OUTPUTS:
        text = read(g221, output)
        assert not {part for part in LEFT["petitioner"] if part in text}, output
    assert "wombatson" in read(g221, ("status", "--json"))


@pytest.mark.parametrize("fact", ["nationality", "writer_role", "birth_date", "address"])
def test_a_fact_for_letters_is_masked_whole_also_where_a_change_is_told(
    g221: Cli, fact: str
) -> None:
    g221.open(REFUSED)
    g221("set", f"{fact}={FACTS[fact]}")
    g221("set", f"{fact}=")
    g221("set", f"{fact}={FACTS[fact]}")
    exported = json.loads(g221("export", "json").out)
    assert exported["cases"]["1"][fact] == "\u2022\u2022\u2022\u2022"
    text = seen(json.dumps(exported, ensure_ascii=False)).casefold()
    assert [part for part in LEFT[fact] if part in text] == []
    full = json.loads(g221("export", "json", "--full").out)
    assert full["cases"]["1"][fact] == FACTS[fact]


def test_a_former_value_is_masked_too(g221: Cli) -> None:
    g221.open(REFUSED)
    for fact, value in FACTS.items():
        g221("set", f"{fact}={value}")
        g221("set", f"{fact}=")
    text = read(g221, ("export", "json"))
    assert [part for parts in LEFT.values() for part in parts if part in text] == []


def test_what_an_editor_wrote_and_a_command_corrected_is_masked_too(g221: Cli) -> None:
    g221.open(REFUSED)
    tables = json.loads(g221.file.read_bytes())
    tables["cases"]["1"].update(applicant="Rosa Quispe", passport_number="Z4827193")
    g221.file.write_text(json.dumps(tables, indent=2))
    g221("set", "applicant=Ada Wombatson", "passport_number=K1112223")
    g221("log", "ceac", "--note", "they asked for Z 482 7193 of Quispe")
    text = read(g221, ("export", "json"))
    assert "theyaskedfor" in text
    assert [part for part in ("quispe", "4827193") if part in text] == []


SPOILT = {
    ("contacts", "on"): "asked Rosa Quispe",
    ("contacts", "page_created"): "Z4827193",
    ("contacts", "channel"): "Mrs Quispe",
    ("contacts", "purpose"): "for Z4827193",
    ("contacts", "entered_at"): "by Rosa Quispe",
    ("contacts", "petition"): "Quispe",
    ("events", "kind"): "Rosa Quispe rang",
    ("events", "due"): 4827193,
    ("documents", "expires_on"): "when Z 482 7193 does",
    ("documents", "requested_by"): "Quispe",
    ("deadlines", "on"): "20261212 Quispe",
    ("cases", "passport_expires"): "Z4827193 in May",
    ("cases", "petition"): "z4827193",
    ("cases", "policy"): "as Rosa said",
    ("history", "on"): "Z4827193",
    ("history", "at"): "told by Quispe",
}
"""What stands in a field for a date or a choice, where an editor wrote it."""


@pytest.mark.parametrize(("table", "field"), SPOILT)
def test_what_an_editor_wrote_in_the_place_of_a_date_or_a_choice_is_masked(
    g221: Cli, table: str, field: str
) -> None:
    g221.open(REFUSED)
    g221("set", "applicant=Rosa Quispe", "passport_number=Z4827193")
    g221("docs", "add", "Diploma", "--expires", "2031-05-01")
    g221("log", "ceac")
    g221("event", "add", "note", "--note", "well")
    g221("deadline", "add", "Lease", "2027-01-05")
    before = json.loads(g221("export", "json").out)
    tables = json.loads(g221.file.read_bytes())
    number = max(tables[table], key=int)
    tables[table][number][field] = SPOILT[table, field]
    g221.file.write_text(json.dumps(tables, indent=2))
    for output in (*OUTPUTS, *TABLES):
        text = read(g221, output)
        assert [part for part in ("rosa", "quispe", "4827193") if part in text] == [], output
    after = json.loads(g221("export", "json").out)
    assert "\u2022" in after[table][number].pop(field)
    before[table][number].pop(field, None)
    assert after == before, "dates, choices and ids are as they were"


def test_the_post_and_the_words_of_the_program_stay_readable(g221: Cli) -> None:
    g221.open(REFUSED, "--post", "US Embassy Lima")
    g221("set", "applicant=Lima May Page", "petitioner=Grant Case", "phone=12")
    g221("docs", "add", "Page of the marriage certificate", "--note", "may come in May")
    plain, masked = g221("status", "--plain").out, g221("status", "--plain", "--masked").out
    assert masked == plain


def test_the_name_of_a_known_post_is_told_from_a_person_of_that_name(g221: Cli) -> None:
    g221.open(REFUSED, "--post", "Chennai")
    g221("set", "applicant=Dublin Wombatson")
    g221("docs", "add", "File moved to Dublin", "--note", "Dublin called, Mr Dublin")
    shown = json.loads(g221("status", "--json", "--masked").out)
    paper = shown["documents"]["items"][-1]
    assert paper["name"] == "File moved to Dublin"
    assert "Dublin" not in paper["note"]
