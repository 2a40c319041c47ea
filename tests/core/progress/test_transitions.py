"""Every event after every stage: accepted, and the stage is the one the chart gives."""

import pytest

from core.life import Life
from core.steps import REFUSED, event, walk, warnings_of_order

BACK = "petition_returned 2026-02-02"

STAGES = {
    "documents_due": "",
    "processing": "",
    "interviewed": "interview 2026-02-02",
    "passport_requested": "passport_requested 2026-02-02",
    "passport_sent": "passport_sent 2026-02-02",
    "issued": "visa_issued 2026-02-02",
    "refused": "visa_refused 2026-02-02",
    "returning": BACK,
    "centre_review": f"{BACK} centre_received 2026-03-02",
    "second_review": f"{BACK} uscis_received 2026-03-02",
    "response_due": f"{BACK} noir 2026-03-02",
    "response_review": f"{BACK} noir 2026-03-02 response_sent 2026-03-16",
    "back_to_post": f"{BACK} reaffirmed 2026-03-02",
    "revoked": f"{BACK} revoked 2026-03-02",
    "interview_scheduled": f"{BACK} reaffirmed 2026-03-02 interview_scheduled 2026-03-16",
    "terminated": "registration_terminated 2026-02-02",
    "withdrawn": "withdrawn 2026-02-02",
}

AFTER = {
    "interview": "interviewed",
    "passport_requested": "passport_requested",
    "passport_sent": "passport_sent",
    "visa_issued": "issued",
    "visa_refused": "refused",
    "petition_returned": "returning",
    "centre_received": "centre_review",
    "uscis_received": "second_review",
    "noir": "response_due",
    "noid": "response_due",
    "response_sent": "response_review",
    "reaffirmed": "back_to_post",
    "revoked": "revoked",
    "petition_denied": "revoked",
    "petition_expired": "revoked",
    "interview_scheduled": "interview_scheduled",
    "registration_terminated": "terminated",
    "withdrawn": "withdrawn",
}
KINDS = [
    *AFTER,
    *("refused_221g", "passport_returned", "response_received"),
    *("reinstated", "transferred", "note"),
]


BY_PAPERS = {"documents_due", "processing"}


def expected(stage: str, kind: str) -> set[str]:
    """The stages that the chart allows after that event; more than one where it leaves a doubt."""
    if kind in AFTER:
        return {AFTER[kind]}
    if kind == "refused_221g":
        return {"documents_due"}  # nobody said yet what it asks for
    if kind == "passport_returned" and stage in ("issued", "passport_requested", "passport_sent"):
        return {"issued"}
    if kind == "reinstated":
        if stage == "documents_due" or BACK in STAGES[stage] or stage == "interviewed":
            return BY_PAPERS
        return {"processing"}
    if kind == "response_received" and stage == "response_due":
        return {"response_review"}
    return {stage}


def open_at(life: Life, stage: str) -> None:
    """Open a case that stands at that stage."""
    papers = ("--document", "Letter") if stage == "documents_due" else ("--asked", "no")
    life.open(REFUSED, *papers, "--visa", "H-1B", "--petition", "yes")
    walk(life, STAGES[stage])


@pytest.mark.parametrize("stage", STAGES)
def test_a_note_is_in_order_everywhere(life: Life, stage: str) -> None:
    open_at(life, stage)
    said = event(life, "note", "2026-12-07", "--note", "a thought")
    assert warnings_of_order(said) == 0, said.err


def test_every_event_kind_is_known_to_the_command_line(life: Life) -> None:
    life.open(REFUSED)
    said = life("event", "add", "visa_stamped", code=2)
    assert [kind for kind in KINDS if kind not in said.err] == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_event_after_every_stage_is_accepted_and_leads_where_the_chart_says(
    life: Life, stage: str
) -> None:
    open_at(life, stage)
    assert life.status("2026-12-12")["stage"]["id"] == stage
    start = life.book
    for kind in KINDS:
        said = event(life, kind, "2026-12-07")
        assert warnings_of_order(said) <= 1, f"{kind}: {said.err}"
        after = life.status("2026-12-12")
        assert after["stage"]["id"] in expected(stage, kind), kind
        ended = after["stage"]["id"] in ("issued", "refused", "revoked", "terminated", "withdrawn")
        assert ended is (after["wait"]["anchor"] is None), kind
        life.book = start
