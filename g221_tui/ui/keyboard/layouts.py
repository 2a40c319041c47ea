"""Letters of other scripts stand for the key in whose place they lie on the keyboard."""

import os
import unicodedata
from collections.abc import Container, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
from textual import events

DATA = Path(__file__).parents[2] / "data" / "layouts.toml"

HINT = "Which key this is depends on the keyboard: switch to Latin letters, or ctrl+p names all."
"""Said of a letter of which it is not known what it stands for."""
CTRL = "ctrl+"


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One layout of the keyboard."""

    name: str
    keys: tuple[str, ...]
    """Its signs, row by row, each in the place of one of the US keyboard."""
    locales: tuple[str, ...] = ()
    """The languages with which alone it is reckoned: its letters lie elsewhere in others."""


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All layouts, as the file of data holds them."""

    source: str
    as_of: str
    us: tuple[str, ...]
    """The signs of the US keyboard, row by row."""
    signs: Mapping[str, str]
    """How the keys are called that are no letters."""
    shifted: Mapping[str, str]
    """What such a key writes with shift."""
    layouts: tuple[Layout, ...]

    def found(self, sign: str, language: str) -> frozenset[str]:
        """The US keys in whose place a sign lies, on all layouts that are reckoned with."""
        own = [each for each in self.layouts if language in each.locales]
        common = [each for each in self.layouts if not each.locales]
        found = frozenset(filter(None, (self._place(each, sign) for each in own)))
        return found or frozenset(filter(None, (self._place(each, sign) for each in common)))

    def _place(self, layout: Layout, sign: str) -> str:
        places = self._tables[layout.name]
        upper = places.get(sign) is None
        place = places.get(sign.lower(), "")
        return self.shifted.get(place, place) if upper else place

    @cached_property
    def _tables(self) -> Mapping[str, Mapping[str, str]]:
        return {
            each.name: {
                sign: place
                for places, signs in zip(self.us, each.keys, strict=True)
                for place, sign in zip(places, signs, strict=True)
                if sign != " "
            }
            for each in self.layouts
        }


def load_places() -> Places:
    """The layouts that come with the package."""
    import tomllib  # most keyboards write the letters that the keys are named by

    return msgspec.convert(tomllib.loads(DATA.read_text(encoding="utf-8")), Places)


def language(environ: Mapping[str, str] | None = None) -> str:
    """The user's language, as the locale names it."""
    env = os.environ if environ is None else environ
    named = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    return named.split("_")[0].split(".")[0]


class Layouts:
    """Tells what a key stands for; the layouts are read when the first such letter comes."""

    def __init__(self, language: str) -> None:
        self._language = language

    @cached_property
    def _places(self) -> Places:
        return load_places()

    def meant(self, key: events.Key, heard: Container[str]) -> events.Key | None:
        """The key that was meant, or the same; none where that can't be known.

        Args:
            key: The key as it came.
            heard: The keys that do something now.
        """
        if key.key in heard:
            return key
        if key.key.startswith(CTRL) and len(sign := key.key.removeprefix(CTRL)) == 1:
            return self._with_ctrl(key, sign, heard)
        if key.character is None or not key.is_printable:
            return key
        plain = unicodedata.normalize("NFKC", key.character)
        if len(plain) != 1:
            return key
        if plain.isascii():
            name = self._name(plain.lower())
            if name in heard:
                return events.Key(name, plain.lower())
        return self._by_place(key, plain, heard)

    def _with_ctrl(self, key: events.Key, sign: str, heard: Container[str]) -> events.Key:
        """The terminals that tell letters with ctrl by their sign, tell those of other scripts."""
        if sign.isascii():
            return key
        places = [CTRL + place for place in self._places.found(sign, self._language)]
        found = [name for name in places if name in heard]
        return events.Key(found[0], None) if len(found) == 1 else key

    def _by_place(self, key: events.Key, sign: str, heard: Container[str]) -> events.Key | None:
        places = self._places.found(sign, self._language)
        names = {self._name(place) for place in places}
        if not any(name in heard for name in names):
            return None if sign.isalpha() and not places and not _is_latin(sign) else key
        if sign.isascii() or len(names) > 1:
            return None
        (place,) = places
        return events.Key(self._name(place), place)

    def _name(self, sign: str) -> str:
        return sign if sign.isalnum() else self._places.signs.get(sign, sign)


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
