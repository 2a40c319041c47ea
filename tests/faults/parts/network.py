"""Row 17: no socket is opened, whatever runs; Python itself tells of each one."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from faults.commands import in_turn, words
from faults.parts.part import Kind, Tally, scaled
from faults.runner import Template, at_home
from store.kit import python

ROUNDS = 20
"""How often every command is run."""
WINDOWS = 40
"""How many dashboards are used."""
PRESSES = 40
"""How many keys are pressed in each."""

GUARD = """
import sys

FORBIDDEN = sys.argv[1].split()

def forbid(event, details):
    if event.startswith(tuple(FORBIDDEN)):
        sys.stderr.write(f"FORBIDDEN {event} {details}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)

sys.addaudithook(forbid)
"""
"""Ends the process at an event of these names."""
ANY = "socket. webbrowser. urllib. http. ftplib. smtplib."
"""Everything of a network: no command may do it."""
OUTSIDE = (
    "socket.connect socket.bind socket.getaddrinfo socket.gethostby socket.sendto urllib. http."
)
"""What leaves the process: the event loop of a dashboard wakes itself through a pair of sockets."""

COMMANDS = """
import json
from g221_tui.cli.main import main
for words in json.loads(sys.argv[2]):
    code = main(words)
    print()
    print("DONE", json.dumps([code, words]), flush=True)
"""

DASHBOARD = """
import asyncio, random
from pathlib import Path
from faults.machine import tracker
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.ui.app import G221App
from store.kit import TODAY, repository

KEYS = ("down", "up", "tab", "enter", "escape", "space", "l", "e", "a", "c", "r", "s", "h", "y",
        "slash", "m", "u", "n", "question_mark", "left_square_bracket", "0", "x", "ctrl+p")

async def use(path, seed, presses):
    chance = random.Random(seed)
    app = G221App(tracker(path))
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(presses):
            await pilot.press(chance.choice(KEYS))

path, presses = Path(sys.argv[2]), int(sys.argv[4])
for seed in sys.argv[3].split():
    path.unlink(missing_ok=True)
    write_demo(repository(path), load_rules(None), TODAY)
    asyncio.run(use(path, seed, presses))
    print("DONE", seed, flush=True)
"""


def no_network(folder: Path, share: float) -> Iterator[Tally]:
    """Every command and many dashboards under the guard."""
    tally = Tally("a command run with every socket forbidden", 17, kind=Kind.ORDINARY)
    yield tally
    rounds = scaled(ROUNDS, share)
    with at_home(folder):
        template = Template(folder)
        for n in range(rounds):
            g221 = template.fresh()
            first = ["--file", str(g221.file), "--today", "2026-12-12", "--case", "2"]
            lines = [[*first, *words(g221, command)] for command in in_turn()]
            tally.chance.shuffle(lines)
            lines += [first, [*first, "status", "--json"], [*first, "export", "json", "--full"]]
            said, wrong, ended = _run(GUARD + COMMANDS, ANY, json.dumps(lines))
            done = [line for line in said.splitlines() if line.startswith("DONE ")]
            if n == 0:
                tally.plan(rounds * len(lines))
            broke = bool(ended) or len(done) != len(lines)
            tally.tries += len(done) + broke  # the first that breaks is the last of its round
            if broke:
                tally.fail(wrong)
    name = f"a dashboard used with {PRESSES} random keys and no way out of the process"
    tally = Tally(name, 17, kind=Kind.ORDINARY, planned=scaled(WINDOWS, share))
    yield tally
    seeds = [tally.chance.randrange(10**9) for _ in range(scaled(WINDOWS, share))]
    path = str(folder / "window.json")
    said, wrong, ended = _run(
        GUARD + DASHBOARD, OUTSIDE, path, " ".join(map(str, seeds)), str(PRESSES)
    )
    tally.tries = said.count("DONE ") + (ended != 0)
    if ended:
        tally.fail(wrong[-2000:])


def _run(code: str, *args: str) -> tuple[str, str, int]:
    process = python(code, *args)
    said, wrong = process.communicate()
    print(wrong, file=sys.stderr)
    return said, wrong, process.returncode
