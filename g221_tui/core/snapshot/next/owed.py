"""The words for what is owed: papers are sent, tasks are done."""

from collections.abc import Sequence

from g221_tui.core.model import Document

FEW = 3
"""How many of them a sentence names."""
PAPERS, TASKS, BOTH = "papers", "tasks", "items"
"""What may be owed: the beginnings of the names of the texts."""


def kind_of(owed: Sequence[Document]) -> str:
    """Whether they are papers, tasks, or both."""
    tasks = [document.task for document in owed]
    return BOTH if any(tasks) and not all(tasks) else TASKS if any(tasks) else PAPERS


def places(owed: Sequence[Document]) -> dict[str, str]:
    """What a text about them is filled with: all names, those of the papers, of the tasks."""
    return {
        "names": few(owed),
        "papers": few([document for document in owed if not document.task]),
        "tasks": few([document for document in owed if document.task]),
    }


def few(owed: Sequence[Document]) -> str:
    """The names of some, of many the first ones and how many more."""
    names = [document.name for document in owed]
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more
