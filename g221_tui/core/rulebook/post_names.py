"""Which posts a typed name means: `US Embassy Bern`, `INDIA, MUMBAI`, `HCMC`."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import msgspec

from g221_tui.core.rulebook.post import Post, Posts

VARIANT = re.compile("LATIN SMALL LETTER (?:DOTLESS )?([A-Z])(?: WITH .*)?")
"""The Unicode name of a letter with a stroke, or without a dot: Unicode takes none of it away."""
SIGNS = re.compile(r"[\W_]+")
"""What stands between two words."""
LEAST = 5
"""From how many letters on a name may be one of ours with a slip of the keyboard."""

Words = tuple[str, ...]


class NamedPosts(msgspec.Struct, frozen=True, kw_only=True):
    """What a typed name means."""

    posts: tuple[Post, ...] = ()
    """What is known of that post, for every kind of visa; none where it is not clear."""
    place: str = ""
    """The name of the city, as we write it."""
    perhaps: tuple[str, ...] = ()
    """The cities that may be meant, where it is not clear."""
    by_country: bool = False
    """Whether only the country was named, of which that post takes all."""


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """A city that stands in the text."""

    start: int
    end: int
    name: str
    post: Post


@cache
def words_of(text: str) -> Words:
    """The words of a name without accents, capitals and signs."""
    plain = text if text.isascii() else _plain_letters(text)
    return tuple(word for word in SIGNS.split(plain.casefold()) if word)


def _plain_letters(text: str) -> str:
    """The text without accents and what is not seen."""
    shown = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    signs = unicodedata.normalize("NFKD", shown.casefold())
    return "".join(_letter(sign) for sign in signs if unicodedata.category(sign) != "Mn")


def _letter(sign: str) -> str:
    """The plain letter for a variant of it."""
    variant = None if sign.isascii() else VARIANT.fullmatch(unicodedata.name(sign, ""))
    return variant[1].lower() if variant else sign


@cache
def named_posts(text: str, posts: Posts) -> NamedPosts:
    """The posts a text names: one city, beside it nothing but its country and plain words."""
    words = words_of(text)
    if not words:
        return NamedPosts()
    found = _places(words, posts.posts)
    if not found:
        return _by_country(words, posts) or NamedPosts(perhaps=_alike(words, posts))
    spans: dict[tuple[int, int], list[_Place]] = {}
    for place in found:
        spans.setdefault((place.start, place.end), []).append(place)
    names = tuple(dict.fromkeys(place.name for place in found))
    known = [{place.post.id for place in places} for places in spans.values()]
    if any(ids != known[0] for ids in known):
        return NamedPosts(perhaps=names)
    first = next(iter(spans.values()))
    meant = tuple(dict.fromkeys(place.post.id for place in first))
    rows = tuple(post for post in posts.posts if post.id in meant)
    inside = {n for start, end in spans for n in range(start, end)}
    beside = [word for n, word in enumerate(words) if n not in inside]
    if _foreign(beside, rows, posts):
        return NamedPosts(perhaps=names)
    return NamedPosts(posts=rows, place=first[0].name)


def _places(words: Words, posts: Iterable[Post]) -> list[_Place]:
    """Every city that stands in the words, without those that lie within a longer name."""
    found = [
        _Place(start=start, end=start + len(name), name=city, post=post)
        for post in posts
        for city, others in post.places.items()
        for name in dict.fromkeys(words_of(each) for each in (city, *others))
        for start in range(len(words) - len(name) + 1)
        if name and words[start : start + len(name)] == name
    ]

    def within(place: _Place, other: _Place) -> bool:
        longer = other.end - other.start > place.end - place.start
        return longer and other.start <= place.start and place.end <= other.end

    return [place for place in found if not any(within(place, other) for other in found)]


def _foreign(words: Iterable[str], rows: Iterable[Post], posts: Posts) -> list[str]:
    """The words that are neither plain nor the country's: they may name another place."""
    own = {word for row in rows for name in _countries(row) for word in words_of(name)}
    return [word for word in words if word not in own | _plain(posts)]


def _countries(post: Post) -> tuple[str, ...]:
    return (post.country, *post.country_names)


def _plain(posts: Posts) -> set[str]:
    """The plain words, and the kinds of visa as posts call them."""
    kinds = [kind.id for kind in posts.kinds]
    return {word for each in (*posts.plain_words, *kinds) for word in words_of(each)}


def _by_country(words: Words, posts: Posts) -> NamedPosts | None:
    """The posts of a country that is named alone."""
    plain = _plain(posts)
    bare = tuple(word for word in words if word not in plain)

    def meant(post: Post) -> bool:
        names = [words_of(name) for name in _countries(post)]
        # "in" and "de" are codes of countries, and plain words as well.
        return any(name and bare == tuple(w for w in name if w not in plain) for name in names)

    rows = [post for post in posts.posts if bare and meant(post)]
    if not rows:
        return None
    cities = tuple(dict.fromkeys(city for post in rows for city in post.places))
    whole = tuple(post for post in rows if post.whole_country)
    if not whole:
        return NamedPosts(perhaps=cities)
    place = whole[0].name if len(whole) == 1 else whole[0].country
    return NamedPosts(posts=whole, place=place, by_country=True)


def _alike(words: Words, posts: Posts) -> tuple[str, ...]:
    """The city whose name is nearly that."""
    plain = _plain(posts)
    typed = " ".join(word for word in words if word not in plain)
    known = {
        " ".join(words_of(name)): city
        for post in posts.posts
        for city, others in post.places.items()
        for name in (city, *others)
    }
    close = [city for name, city in known.items() if len(typed) >= LEAST and _slip(typed, name)]
    return tuple(dict.fromkeys(close))


def _slip(typed: str, name: str) -> bool:
    """Whether one letter is missing, too many or another, or two have changed places."""
    pairs = enumerate(zip(typed, name, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(typed), len(name)))
    one, other = typed[same:], name[same:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]
