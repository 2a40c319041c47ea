"""The words for what is owed: papers are sent, tasks are done."""

from collections.abc import Sequence

from g221_tui.core.model import Document
from g221_tui.core.text.phrases import few

PAPERS, TASKS, BOTH = "papers", "tasks", "items"
"""What may be owed: the beginnings of the names of the texts."""


def kind_of(owed: Sequence[Document]) -> str:
    """Whether they are papers, tasks, or both."""
    tasks = [document.task for document in owed]
    return BOTH if any(tasks) and not all(tasks) else TASKS if any(tasks) else PAPERS


def places(owed: Sequence[Document]) -> dict[str, str]:
    """What a text about them is filled with: all names, those of the papers, of the tasks."""
    return {
        "names": few([document.name for document in owed]),
        "papers": few([document.name for document in owed if not document.task]),
        "tasks": few([document.name for document in owed if document.task]),
    }
