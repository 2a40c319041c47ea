"""What a letter wants and is not recorded yet: a field each, and nothing else."""

from collections.abc import Callable, Sequence

from g221_tui.core.letters.letter import Missing
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.correct import CorrectDialog
from g221_tui.ui.session import Session

LEFT = "Kept with the case. A field that stays empty leaves its line out of the letter."


class MissingFacts(CorrectDialog):
    """Facts of the case, kept as `set` keeps them; each may be left empty."""

    HEADING = "The letter wants more than is recorded"
    SAVE = "Keep them"

    def __init__(self, session: Session, wanted: Sequence[Missing]) -> None:
        super().__init__(session, None)
        by_name = {value.name: value for value in self._values}
        self._values = tuple(by_name[each.fact] for each in wanted if each.fact in by_name)

    def heading(self) -> str:
        """What is asked, and why."""
        return self.HEADING

    def begin(self) -> None:
        """Say what an empty field does."""
        super().begin()
        self.remark(LEFT)

    async def prepare(self) -> Callable[[], Done] | None:
        """What was filled in; where nothing was, it is left so."""
        if all(self.value(field.name) == field.value for field in self._values):
            self.dismiss(None)
            return None
        return await super().prepare()
