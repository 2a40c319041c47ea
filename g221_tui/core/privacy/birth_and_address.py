"""Where a birth date or a postal address stands in a text, in the forms people write."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from g221_tui.core.privacy.folding import Signs, plain
from g221_tui.core.privacy.ordinary_words import words
from g221_tui.core.text.dates import LONG_MONTHS

OTHER_MONTHS = (
    "jan janv janvier enero ene januar gennaio gen janeiro stycznia yanvarya января янв "
    "يناير ocak січня जनवरी januari",
    "feb fev fevrier febrero februar febbraio fevereiro lutego февраля фев فبراير subat "
    "лютого फरवरी februari",
    "mar mars marzo marz maerz มีนาคม mrz marco marca марта мар مارس березня मार्च maart maret",
    "apr avr avril abril abr april aprile kwietnia апреля апр أبريل nisan квітня अप्रैल",
    "may mai mayo maggio mag maio maja мая май مايو mayis травня मई mei",
    "jun juin junio juni giugno giu junho czerwca июня июн يونيو haziran червня जून",
    "jul juil juillet julio juli luglio lug julho lipca июля июл يوليو temmuz липня जुलाई",
    "aug aout agosto ago august sierpnia августа авг أغسطس agustos серпня अगस्त augustus agustus",
    "sep sept septembre septiembre settembre set setembro wrzesnia сентября сен سبتمبر "
    "eylul вересня सितंबर सितम्बर",
    "oct octobre octubre oktober okt ottobre ott outubro out pazdziernika октября окт "
    "أكتوبر ekim жовтня अक्टूबर",
    "nov novembre noviembre novembro listopada ноября ноя نوفمبر kasim листопада नवंबर नवम्बर",
    "dec decembre diciembre dic dezember dez dicembre dezembro grudnia декабря дек ديسمبر "
    "aralik грудня दिसंबर दिसम्बर desember",
)
"""The months as other languages write them, without accents."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ERAS = (
    ("", "1957", "2500"),
    ("民國", "1912", "1"),
    ("昭和", "1926", "1"),
    ("平成", "1989", "1"),
)
"""Other counts of years: what stands before the year, a common year, and that year there."""
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
"""The days of a month as words, to the twentieth; the others end as the first nine do."""
APART = r"[^a-z0-9]{0,3}"
OF = r"(?:of|de|del|the)?"
GENERIC = words("""
    street str st strasse avenue ave av avenida road rd lane ln drive boulevard blvd calle
    calzada jiron jr jalan rue via viale platz plaza place way no nr nro num number house flat
    apt apartment dpto dept floor fl block unit suite building bldg sector phase near opp
    ulitsa ul dom kv the of de la el los las sokak sk cad cadde mahallesi
""")
"""Words of addresses that tell of no address which it is."""
LEAST = 5
"""From how many signs on a part of an address is looked for alone."""
NUMBER = re.compile(r"\w*\d\w*(?:[/-]\w*\d\w*)*")
PARTS = re.compile(r"[,;\n]")
WORD = re.compile(r"[^\W\d_]{3,}")
BEGINS, ENDS = r"(?<![^\W\d_])", r"(?![^\W\d_])"
STREET = re.compile(r"(?:strasse|str)$")
KEY = 3
"""How many letters of a street a text must hold before it is worth to look closer."""
AROUND = r"(?:(?:[^\w\n]{1,3}\w{1,12}){0,4}[^\w\n]{0,3}|\W{0,3})"
"""What may stand between the name of a street and the number of a house: words of the same line,
or the end of the line and no word."""
POSTAL_CODE = re.compile(
    r"[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d"
)


Found = tuple[str, re.Pattern[str]]
"""What must stand in a text before it is worth to look closer, and the look."""


class Dated:
    """Finds some birth dates and postal addresses."""

    def __init__(self, births: Iterable[str], addresses: Iterable[str], table: Signs) -> None:
        self._table = table
        self._patterns = [found for text in sorted(births) for found in _birth(text, table)]
        for one in sorted(addresses):
            self._patterns += _streets(one, table)

    def may_hold(self, compact: str) -> list[re.Pattern[str]]:
        """What of them may stand in a text, by its signs."""
        return [pattern for key, pattern in self._patterns if key in compact]

    def spans(self, text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
        """The places of what may stand there and does."""
        spelt, places = plain(text, self._table)
        for pattern in patterns:
            for match in pattern.finditer(spelt):
                yield places[match.start()], places[match.end() - 1] + 1


def in_digits(birth: str) -> Iterator[str]:
    """A birth date in eight digits, in each order."""
    try:
        day = date.fromisoformat(birth[:10])
    except ValueError:
        return
    yield from (f"{day:%Y%m%d}", f"{day:%d%m%Y}", f"{day:%m%d%Y}")


def codes(address: str) -> Iterator[str]:
    """The codes in an address that tell of a place by themselves: `SW1A 1AA`, `15046`."""
    for part in PARTS.split(address):
        yield from POSTAL_CODE.findall(part)
        for number in NUMBER.findall(part):
            if len(number) >= LEAST:
                yield number


def _birth(text: str, table: Signs) -> Iterator[Found]:
    """A date in the orders, months and numbers it is written in."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return
    year = rf"(?:{'|'.join(_years(day))}|(?<![0-9]){day:%y})"
    number = rf"(?:0?{day.day}(?:st|nd|rd|th|er|o|日|일)?|{_ordinal(day.day)})"
    named_so = {table.compact(w) for w in OTHER_MONTHS[day.month - 1].split()}
    named_so |= {LONG_MONTHS[day.month - 1], LONG_MONTHS[day.month - 1][:3]}
    named = "|".join(sorted(named_so, key=len, reverse=True))
    of = rf"{APART}{OF}{APART}"
    forms = (
        rf"{number}{of}(?:0?{day.month}|{named}|{ROMAN[day.month - 1]}){of}{year}",
        rf"(?:{named}|0?{day.month}){of}{number}{APART}{year}",
        rf"{year}[年\u1102]?{APART}(?:0?{day.month}|{named})[月\u110b]?{APART}{number}",
        f"{day:%d%m%Y}|{day:%m%d%Y}|{day:%Y%m%d}|{day:%y%m%d}|{day:%d%m%y}",
    )
    pattern = re.compile(rf"(?<![0-9])(?:{'|'.join(forms)})(?![0-9])")
    for year in (f"{day:%y}", *_years(day)[1:]):
        yield year, pattern


def _ordinal(day: int) -> str:
    """A day of the month as a word, `twenty-first`."""
    words = ORDINALS.split()
    if day <= len(words):
        return words[day - 1]
    tens, ones = divmod(day, 10)
    if not ones:
        return "thirtieth"
    return f"{('twenty', 'thirty')[tens - 2]}{APART}{words[ones - 1]}"


def _years(day: date) -> list[str]:
    """The year as it is counted in several countries; the common one first."""
    found = [str(day.year)]
    for era, common, there in ERAS:
        year = day.year - int(common) + int(there)
        if year > 0:
            found.append(f"{era}{year}")
    return found


def _streets(address: str, table: Signs) -> Iterator[Found]:
    """The pattern of each street of an address with its number, whichever comes first."""
    houses: list[str] = []
    for part in PARTS.split(address):
        spelt, _ = plain(part, table)
        names = [word for word in WORD.findall(spelt) if word not in GENERIC]
        houses += NUMBER.findall(spelt)
        if not names:
            continue  # `House 7B, Road 113, Gulshan`: the name comes in a later part
        numbered, houses = houses, []
        for house in numbered:
            for name in names:
                street = _street(name)
                number = rf"(?<!\d){re.escape(house)}(?![^\W_])"
                if house[-1].isdigit():
                    number = rf"(?<!\d){re.escape(house)}(?!\d)"
                either = rf"{street}{AROUND}{number}|{number}{AROUND}{street}"
                yield name[:KEY], re.compile(either)


def _street(name: str) -> str:
    """The pattern of the name of a street, its word for a street written out or not."""
    bare = STREET.sub("", name)
    if bare != name and len(bare) >= KEY:
        return rf"{BEGINS}{bare}[^\w\n]{{0,2}}(?:strasse|str){ENDS}"
    return rf"{BEGINS}{name}{ENDS}"
