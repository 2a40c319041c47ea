"""One example for each command. A test runs them all on a case with a letter and an org chart."""

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "": 'g221 new --refused "26 Oct 2026" --visa H-1B --post Mumbai',
        "status": "g221 status --plain",
        "next": "g221 next",
        "why": "g221 why ceac",
        "channels": "g221 channels --further",
        "contacts": "g221 contacts",
        "contacts remove": "g221 contacts remove c-k7m2qx",
        "timeline": "g221 timeline",
        "history": "g221 history",
        "info": "g221 info",
        "guide": "g221 guide processing",
        "demo": "g221 demo",
        "docs": "g221 docs list",
        "docs list": "g221 docs list --json",
        "docs add": 'g221 docs add "Pay slips" "Tax return" --by slip --asked "26 Oct"',
        "docs set": 'g221 docs set "Client letter" submitted --on yesterday --route e-mail',
        "docs starter": "g221 docs starter employment",
        "docs remove": 'g221 docs remove "Org chart"',
        "event": "g221 event list",
        "event add": "g221 event add passport_requested --on yesterday --due +14d",
        "event list": "g221 event list",
        "event remove": "g221 event remove e-k7m2qx",
        "log": 'g221 log ceac --status Refused --page-updated "2 Nov"',
        "new": 'g221 new --refused "26 Oct 2026" --post Mumbai --document "Client letter"',
        "cases": "g221 cases",
        "cases use": "g221 cases use 2",
        "cases link": "g221 cases link 2 family",
        "set": 'g221 set us_link=employer us_state=TX passport_expires="14 Mar 2028"',
        "correct": 'g221 correct "Client letter" submitted=-3d note="by courier"',
        "deadline": "g221 deadline list",
        "deadline add": 'g221 deadline add Flight "11 Apr"',
        "deadline list": "g221 deadline list",
        "deadline remove": "g221 deadline remove Flight",
        "undo": "g221 undo --dry-run",
        "redo": "g221 redo --dry-run",
        "export": "g221 export brief --html --out brief.html",
        "draft": "g221 draft consulate_email --out letter.txt",
        "import": "g221 import other.json --dry-run",
        "merge-driver": "g221 merge-driver base.json ours.json theirs.json",
        "backup": "g221 backup list",
        "backup list": "g221 backup list",
        "backup restore": "g221 backup restore 1",
    }
)
"""By the words of the command after `g221`."""
