"""The first paint pays only for what it draws."""

import json
import subprocess
import sys

LATER = (
    "g221_tui.core.privacy.masking",
    "g221_tui.core.snapshot.board",
    "g221_tui.guide",
    "g221_tui.output.letter_templates",
    "g221_tui.output.letters",
    "g221_tui.service.archive",
    "g221_tui.service.changes",
    "g221_tui.service.drafts",
    "g221_tui.service.exports",
    "g221_tui.service.tables",
    "g221_tui.output.receivers",
    "g221_tui.store.backups",
    "g221_tui.store.merging.merge",
    "g221_tui.store.transaction",
    "g221_tui.ui.screens.dialogs.export_file",
    "g221_tui.ui.screens.dialogs.import_file",
    "g221_tui.ui.editing",
    "g221_tui.ui.screens.board",
    "g221_tui.ui.screens.letters.in_hand",
    "g221_tui.ui.screens.sheets.guide_page",
    "g221_tui.ui.screens.dialogs.log_contact",
    "g221_tui.ui.screens.dialogs.new_case",
    "g221_tui.ui.screens.sheets.road",
    "g221_tui.ui.screens.sheets.sheet",
    "g221_tui.ui.widgets.fields.offers",
    "g221_tui.ui.widgets.road_chart",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "arrow",
    "filelock",
    "jinja2",
    "tinydb",
    "tomllib",
)
"""What is loaded by the action that needs it."""


def test_dialogs_and_heavy_libraries_are_loaded_when_they_are_needed() -> None:
    code = "import sys, json, g221_tui.ui.app; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = json.loads(done.stdout)
    assert [name for name in LATER if name in loaded] == []
