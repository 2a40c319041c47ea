"""What is known of each post, once more: a slip in `posts.toml` stands against this table."""

from typing import NamedTuple


class Fact(NamedTuple):
    """What a row says in numbers and choices."""

    days: int
    """The days of its wait; 0 where the page gives none."""
    kind: str
    """`minimum` or `usual`; empty where there is none."""
    silent: bool
    """It answers no status questions."""
    year_from: str
    """The day its year counts from; empty where the page gives no year."""
    visas: str
    use: str
    numbers: str
    """Every number in its texts, in their order."""


FACTS = {
    "dublin-niv": Fact(60, "usual", True, "", "NIV", "policy", "1 60 60 7 10 2019"),
    "london-niv": Fact(0, "", True, "", "NIV", "policy", "3 3"),
    "bern": Fact(180, "minimum", False, "receipt", "NIV IV", "policy", "180 180 3 221 2019"),
    "berlin": Fact(0, "", False, "receipt", "NIV", "notice", "3 221"),
    "vilnius": Fact(180, "minimum", False, "receipt", "NIV", "policy", "180 180 2019"),
    "bratislava": Fact(0, "", False, "receipt", "NIV IV", "notice", "3"),
    "warsaw-niv": Fact(0, "", False, "receipt", "NIV", "notice", "6 2025 221 2025"),
    "ankara-iv": Fact(180, "minimum", True, "", "IV", "policy", "180 180 20 5535 2020 2023"),
    "rome-iv": Fact(0, "", False, "", "IV", "notice", "221"),
    "tbilisi-niv": Fact(180, "minimum", False, "", "NIV", "policy", "180 180 221 2019"),
    "yerevan-iv": Fact(0, "", False, "", "IV", "notice", ""),
    "almaty-niv": Fact(
        180, "minimum", False, "application", "NIV", "policy", "180 180 6 2025 2019 2025"
    ),
    "muscat-niv": Fact(180, "minimum", False, "", "NIV", "policy", "180 180 221 2019"),
    "beirut-niv": Fact(0, "", False, "", "NIV", "notice", "3"),
    "kuwait-niv": Fact(0, "", True, "", "NIV", "notice", ""),
    "abudhabi-iv": Fact(0, "", False, "", "IV", "notice", "2021"),
    "dubai-niv": Fact(0, "", True, "", "NIV", "notice", "6 2025 2025"),
    "amman-iv": Fact(0, "", False, "", "IV", "notice", "6 2025 2025"),
    "algiers-niv": Fact(0, "", False, "", "NIV", "notice", ""),
    "cotonou": Fact(180, "minimum", False, "", "NIV", "policy", "180 180 1 2026 2019 2026"),
    "lagos-iv": Fact(0, "", False, "unsaid", "IV", "notice", "2026 2026"),
    "za": Fact(0, "", False, "unsaid", "NIV IV", "notice", "6 2025 2025"),
    "india-iv": Fact(365, "minimum", False, "", "IV", "policy", "365 365 2020"),
    "chennai-niv": Fact(0, "", True, "", "NIV", "policy", "15 2025 1 4 221 2 2015 2026"),
    "india-niv-walkin": Fact(0, "", False, "", "NIV", "notice", "2 2022"),
    "islamabad-niv": Fact(0, "", False, "", "NIV", "notice", "6 2025 2026"),
    "dhaka-niv": Fact(0, "", False, "receipt", "NIV", "notice", ""),
    "dhaka-iv": Fact(0, "", False, "", "IV", "notice", "21 2026 221 2026"),
    "kathmandu-iv": Fact(0, "", False, "", "IV DV", "notice", "2015"),
    "manila": Fact(
        180,
        "minimum",
        False,
        "application",
        "NIV IV",
        "policy",
        "180 180 2 221 19 2025 2025 2019 2025",
    ),
    "hcmc-iv": Fact(120, "usual", False, "refusal", "IV", "policy", "120 60 120 2022 221 2022"),
    "kualalumpur-iv": Fact(120, "usual", False, "letter", "IV", "policy", "120 60 120"),
    "kualalumpur-niv": Fact(0, "", False, "receipt", "NIV", "notice", ""),
    "bangkok-niv": Fact(0, "", False, "receipt", "NIV", "notice", ""),
    "phnompenh-iv": Fact(0, "", False, "letter", "IV", "notice", "221"),
    "taipei-niv": Fact(0, "", False, "application", "NIV", "notice", "60 221 221"),
    "hongkong-niv": Fact(0, "", False, "letter", "NIV", "notice", "3"),
    "guangzhou-iv": Fact(0, "", False, "", "IV", "notice", "221"),
    "japan-niv": Fact(0, "", False, "receipt", "NIV", "notice", "2"),
    "japan-iv": Fact(0, "", False, "receipt", "IV", "notice", ""),
    "seoul": Fact(180, "minimum", False, "application", "NIV", "policy", "180 180 58"),
    "australia-iv": Fact(0, "", False, "interview", "IV DV", "notice", "30 221"),
    "juarez-iv": Fact(0, "", False, "unsaid", "IV", "notice", "2022"),
    "guatemala-iv": Fact(0, "", False, "unsaid", "IV", "notice", "203 203 21 2026 221 2026"),
    "tegucigalpa-iv": Fact(0, "", False, "receipt", "IV", "notice", "221"),
    "kingston-niv": Fact(
        60, "usual", False, "application", "NIV", "notice", "60 60 2018 17 2018 2018"
    ),
    "kingston-iv": Fact(0, "", False, "unsaid", "IV", "notice", "21 2026 2026"),
    "portauprince": Fact(
        180, "minimum", False, "letter", "NIV IV", "policy", "180 180 6 2025 2019 2025"
    ),
    "santodomingo": Fact(0, "", False, "unsaid", "NIV IV", "notice", ""),
    "bogota": Fact(
        120, "minimum", False, "", "NIV IV", "policy", "120 120 6 2025 21 2026 2025 2026"
    ),
    "lapaz-iv-old": Fact(0, "", False, "unsaid", "IV", "notice", ""),
    "montreal-iv": Fact(0, "", False, "refusal", "IV K", "notice", ""),
}
