"""What every shell is to offer, and every command of the parser."""

from g221_tui.cli.arguments import whole_parser
from g221_tui.cli.parser import Parser


def commands(parser: Parser) -> dict[str, Parser]:
    """Every command with those below it, by its words after `g221`."""
    found = {parser.prog.partition(" ")[2]: parser}
    for each in parser.commands.values():
        found.update(commands(each))
    return found


EVERY = commands(whole_parser())

OFFERS: tuple[tuple[tuple[str, ...], set[str]], ...] = (
    (("",), set(EVERY[""].commands)),
    (("ex",), {"export"}),
    (("--today", "today", "st"), {"status"}),
    (("docs", ""), {"list", "add", "set", "starter", "remove"}),
    (("log", "cons"), {"consulate_call", "consulate_email"}),
    (("log", "ceac", "--purpose", "d"), {"documents", "details"}),
    (("event", "add", "passport_"), {f"passport_{w}" for w in ("requested", "sent", "returned")}),
    (("docs", "set", "Letter", "sub"), {"submitted"}),
    (("docs", "add", "Letter", "--by", ""), {"slip", "post", "uscis"}),
    (("cases", "link", "2", ""), {"family", "parallel"}),
    (("why", "ne"), {"next"}),
    (("set", "passport_e"), {"passport_expires="}),
    (("export", ""), {"json", "csv", "ics", "brief", "packet"}),
    (("export", "csv", ""), {"contacts", "documents", "timeline"}),
    (("export", "packet", ""), {"senator", "post", "attorney", "employer", "school"}),
    (("export", "packet", "se"), {"senator"}),
    (("export", "json", ""), set()),
    (("remind", "--schedule", ""), {"cron", "systemd", "launchd"}),
    (("completion", ""), {"bash", "zsh", "fish"}),
    (("new", "--policy", "ask"), {"ask-never"}),
    (("draft", "sen"), {"senator"}),
)
"""Words after `g221`, and what is offered for the last of them."""
