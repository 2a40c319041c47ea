"""A page of the guide, as the tests of the road read it."""

from cli.conftest import Cli


def page(g221: Cli, topic: str) -> str:
    """The words of a page of the guide, in small letters and on one line."""
    return " ".join(g221("guide", topic).out.casefold().split())
