"""What only POSIX has is not asked for when a module is loaded: not by g221, not by its tests.

By reading: Windows is played by taking away what it lacks, since no test runs there.
"""

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

LOAD = """
import importlib, importlib.util, os, pkgutil, signal, sys
sys.path[:0] = [sys.argv[1], os.path.dirname(sys.argv[1])]
import pytest, pexpect, hypothesis, filelock, tinydb, arrow, jinja2, msgspec, platformdirs
import textual.app, textual.widgets, textual.pilot, textual.drivers.linux_driver, asyncio
import multiprocessing.pool, concurrent.futures, importlib.metadata, tempfile, subprocess

for name in ("fcntl", "termios", "pty", "tty", "pwd", "grp", "resource", "readline"):
    sys.modules[name] = None
for name in ("getuid", "geteuid", "getgid", "fork", "mkfifo", "chown", "fchown", "lchown",
             "killpg", "getpgrp", "getsid", "setsid", "openpty", "WNOHANG", "O_NOFOLLOW",
             "O_NOCTTY", "O_NONBLOCK", "setuid", "setgid", "setgroups", "fchmod"):
    delattr(os, name)
for name in ("SIGHUP", "SIGKILL", "SIGTSTP", "SIGCONT", "SIGSTOP", "SIGQUIT", "SIGUSR1",
             "SIGWINCH", "SIGPIPE", "pthread_sigmask", "SIG_BLOCK", "SIG_SETMASK"):
    delattr(signal, name)
sys.platform = "win32"

for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except pytest.skip.Exception:
        pass  # the module says that it is not for here
    except BaseException as error:
        print(f"{name}: {type(error).__name__}: {error}")
os._exit(0 if not sys.stdout.flush() else 1)
"""


def names(folder: Path, top: Path) -> list[str]:
    """Every module below a folder, by its name."""
    paths = sorted(folder.rglob("*.py"))
    return [".".join(path.relative_to(top).with_suffix("").parts) for path in paths]


def complaints(modules: list[str]) -> list[str]:
    """What each module misses when it is loaded."""
    run = [sys.executable, "-c", LOAD, str(TESTS), *modules]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.promise(25)
def test_every_test_module_is_loaded_or_skipped() -> None:
    modules = [name for name in names(TESTS, TESTS) if not name.endswith("__main__")]
    assert complaints([m for m in modules if not m.endswith(("conftest", "__init__"))]) == []


@pytest.mark.promise(25)
def test_the_program_itself_is_loaded_but_for_what_listens_to_signals() -> None:
    package = TESTS.parent / "g221_tui"
    modules = [name.removesuffix(".__init__") for name in names(package, package.parent)]
    posix = {"g221_tui.ui.leaving"}  # the dashboard loads it where there are signals
    assert complaints([name for name in modules if name not in posix]) == []
