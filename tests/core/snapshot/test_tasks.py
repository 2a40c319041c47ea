"""Tasks beside papers: what is to be done, done, and never sent."""

import pytest

from core.life import Life
from core.snapshot.kit import case, paper, refused, snapshot, so
from g221_tui.core.model import Document
from g221_tui.core.snapshot.folding import folded, recorded

REFUSED = "2026-01-12"
TASK = "Book and attend interview"


@pytest.fixture
def booked(life: Life) -> Life:
    """A case whose letter asks for one act."""
    life("new", "--refused", REFUSED, "--asked", "no", today=REFUSED)
    life("docs", "add", TASK, "--task", today="2026-01-14")
    return life


@pytest.mark.parametrize(
    ("papers", "tasks", "text"),
    [
        (0, 1, "To do: task 1, the one thing that was asked for."),
        (0, 2, "To do: task 1, task 2 (2 things that were asked for)."),
        (1, 1, "Send paper 1; to do: task 1 (2 things that were asked for)."),
        (2, 1, "Send paper 1, paper 2; to do: task 1 (3 things that were asked for)."),
        (1, 0, "Send paper 1, the one requested document."),
        (2, 0, "Send paper 1, paper 2: 2 requested documents, best as one complete set."),
    ],
)
def test_papers_are_sent_and_tasks_are_done(life: Life, papers: int, tasks: int, text: str) -> None:
    life("new", "--refused", REFUSED, today=REFUSED)
    if papers:
        life("docs", "add", *(f"paper {n + 1}" for n in range(papers)), today=REFUSED)
    if tasks:
        life("docs", "add", *(f"task {n + 1}" for n in range(tasks)), "--task", today=REFUSED)
    step = life.next_step("2026-01-20")
    assert (step["kind"], step["text"]) == ("documents", text)


@pytest.mark.parametrize("today", ["2026-01-20", "2027-01-05", "2027-01-11", "2027-01-20"])
def test_nobody_is_told_to_send_a_task(booked: Life, today: str) -> None:
    said = booked.next_step(today)["text"]
    assert TASK in said
    assert "end " + TASK not in said
    cautions = [text for row in booked.status(today)["channels"] for text in row["cautions"]]
    assert "1 requested task is still with you: do it first." in cautions


def test_a_task_is_booked_and_done(booked: Life) -> None:
    assert "booked on" in booked("docs", "set", TASK, "ready", today="2026-01-16").err
    assert "done on" in booked("docs", "set", TASK, "submitted", today="2026-01-20").err
    row = booked.documents("2026-01-20")[TASK]
    assert (row["task"], row["state"], row["submitted_on"]) == (True, "submitted", "2026-01-20")
    rows = [r for r in booked.status("2026-01-20")["timeline"] if r["kind"] == "document"]
    assert [r["title"] for r in rows] == [
        f"{TASK}: asked for",
        f"{TASK}: booked",
        f"{TASK}: done",
    ]


def test_a_task_that_is_unticked_is_said_in_its_own_words(booked: Life) -> None:
    record = booked.documents("2026-01-20")[TASK]["id"]
    booked("tick", record, today="2026-01-20")
    assert "no longer done" in booked("tick", record, today="2026-01-20").err


def test_a_paper_can_be_corrected_into_a_task_and_back(life: Life) -> None:
    life("new", "--refused", REFUSED, "--document", TASK, today=REFUSED)
    record = life.documents(REFUSED)[TASK]["id"]
    life("correct", record, "task=yes", today=REFUSED)
    assert life.documents(REFUSED)[TASK]["task"]
    life("correct", record, "task=", today=REFUSED)
    assert not life.documents(REFUSED)[TASK]["task"]


def test_papers_and_tasks_of_one_day_are_told_apart() -> None:
    def task(name: str) -> Document:
        return so(paper(name), task=True)

    found = case(refused(), papers=[paper("Letter"), paper("Chart"), task("Prints"), task("Exam")])
    shown = snapshot(found)
    texts = [entry.text for entry in folded(recorded(shown), shown)]
    assert "asked for 2 papers" in texts
    assert "asked for 2 tasks" in texts
