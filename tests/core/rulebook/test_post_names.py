"""A post is found as people and offices write it, and an unclear name is never guessed."""

import pytest

from core.snapshot.kit import RULES
from g221_tui.core.rulebook.post_names import NamedPosts, named_posts, words_of


def named(text: str) -> NamedPosts:
    """What that name means."""
    return named_posts(text, RULES.posts)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (
            "Bern",
            "Bern|BERN|bern |US Embassy Bern|U.S. Embassy, Bern|Berne|Berna|US-Botschaft in Bern|"
            "Ambassade des États-Unis à Berne|SWITZERLAND, BERN|Embassy of the United States, Bern|"
            "Bern, Schweiz|ＢＥＲＮ|Be\u200brn|Bern (Switzerland)",
        ),
        (
            "Chennai",
            "Chennai|U.S. Consulate General Chennai|INDIA, CHENNAI|Madras|Chennai, India|சென்னை|"
            "US Consulate General, Chennai (visa section)|consulate of the usa in chennai",
        ),
        (
            "Ho Chi Minh City",
            "Ho Chi Minh City|HCMC|HCM|TP.HCM|TPHCM|Hồ Chí Minh|Thành phố Hồ Chí Minh|Saigon|"
            "Sài Gòn|U.S. Consulate General Ho Chi Minh City|VIETNAM, HO CHI MINH CITY|"
            "Ho Chi Minh City, Việt Nam",
        ),
        (
            "New Delhi",
            "New Delhi|Delhi|Delhi, India|INDIA, NEW DELHI|U.S. Embassy, New Delhi|NWD|नई दिल्ली",
        ),
        ("Bangkok", "Bangkok|Bangkok, Thailand|U.S. Embassy Bangkok|THAILAND, BANGKOK|กรุงเทพฯ"),
        (
            "Dublin",
            "Dublin|Embassy of the United States, Dublin|Dublin, Ireland|U.S. Embassy in Ireland|"
            "Baile Átha Cliath",
        ),
        (
            "Bogota",
            "Bogota|Bogotá|Bogotá D.C.|Bogota\u0301|Embajada de Estados Unidos en Bogotá|"
            "COLOMBIA, BOGOTA|Embajada de los Estados Unidos, Bogotá, Colombia",
        ),
        (
            "Warsaw",
            "Warsaw|Warszawa|Ambasada USA w Warszawie|U.S. Embassy Warsaw, Poland|"
            "посольство США в Варшаве|WARSZAWA",
        ),
        ("Krakow", "Kraków|Cracow|Konsulat Generalny USA w Krakowie"),
        ("Ankara", "Ankara|ABD Ankara Büyükelçiliği|ANKARA, TÜRKİYE|Ankara, Turkey"),
        ("Frankfurt", "Frankfurt|Frankfurt am Main|U.S. Consulate General Frankfurt, Germany"),
        ("London", "London|ENGLAND, LONDON|US Embassy London|London, UK"),
        ("Seoul", "Seoul|Korea|SOUTH KOREA, SEOUL|U.S. Embassy Seoul|서울"),
        (
            "Ciudad Juarez",
            "Ciudad Juarez|Ciudad Juárez|Cd. Juárez|Juarez|CDJ|MEXICO, CIUDAD JUAREZ",
        ),
        ("Port-au-Prince", "Port-au-Prince|Port au Prince, Haiti|PORT AU PRINCE|Port–au–Prince"),
        ("Taipei", "Taipei|AIT|AIT Taipei|American Institute in Taiwan|台北|TAIWAN, TAIPEI"),
        ("Hong Kong", "Hong Kong|HONG KONG, HONG KONG|香港|Hongkong"),
        ("Kuwait City", "Kuwait|Kuwait City|U.S. Embassy Kuwait"),
        ("Montreal", "Montréal|Montreal (MTL)|CANADA, MONTREAL|U.S. Consulate General, Montreal"),
        ("Tbilisi", "Tbilisi, Georgia|GEORGIA, TBILISI|Тбилиси"),
    ],
)
def test_a_post_is_found_as_people_write_it(place: str, names: str) -> None:
    wrong = {
        name: found.place for name in names.split("|") if (found := named(name)).place != place
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Mumbai", ["india-iv", "india-niv-walkin"]),
        ("Chennai", ["chennai-niv", "india-niv-walkin"]),
        ("Kuala Lumpur", ["kualalumpur-iv", "kualalumpur-niv"]),
        ("Kingston, Jamaica", ["kingston-niv", "kingston-iv"]),
        ("Osaka", ["japan-niv"]),
        ("India", ["india-iv", "india-niv-walkin"]),
        ("the U.S. Embassy & Consulates in India", ["india-iv", "india-niv-walkin"]),
        ("Astana/Almaty", ["almaty-niv"]),
    ],
)
def test_every_row_of_a_post_is_found(text: str, rows: list[str]) -> None:
    assert [post.id for post in named(text).posts] == rows


def test_a_country_that_is_named_alone_names_no_city() -> None:
    assert named("Mexico City").by_country
    assert not named("Ciudad Juarez").by_country


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [
        ("Ankara or Yerevan", ("Ankara", "Yerevan")),
        ("Tokyo, Osaka", ("Tokyo", "Osaka")),
        ("Nassau (for Port-au-Prince)", ("Port-au-Prince",)),
        ("Bern, Ireland", ("Bern",)),
        ("Dublin, Ohio", ("Dublin",)),
        ("moved from Ankara", ("Ankara",)),
        ("Pakistan", ("Islamabad", "Karachi")),
        ("United Kingdom", ("London",)),
        ("Bankok", ("Bangkok",)),
        ("Bangkokk", ("Bangkok",)),
        ("Bnagkok", ("Bangkok",)),
        ("Vilnus", ("Vilnius",)),
        ("Mumbay", ("Mumbai",)),
        ("Tegucigalpha", ("Tegucigalpa",)),
    ],
)
def test_an_unclear_name_is_no_post_and_says_what_may_be_meant(
    text: str, perhaps: tuple[str, ...]
) -> None:
    assert named(text) == NamedPosts(perhaps=perhaps)


@pytest.mark.parametrize(
    "text",
    [
        "Paris",
        "Moscow",
        "Dakar",
        "Belfast",
        "US",
        "U.S. Embassy",
        "",
        " ",
        "...",
        "[]",
        "42",
    ],
)
def test_an_unknown_post_is_not_taken_for_another(text: str) -> None:
    assert named(text) == NamedPosts()


def test_no_name_of_a_post_stands_for_two_cities() -> None:
    cities: dict[tuple[str, ...], set[str]] = {}
    for post in RULES.posts.posts:
        for city, others in post.places.items():
            for name in (city, *others):
                assert words_of(name), name
                cities.setdefault(words_of(name), set()).add(city)
    assert {name: found for name, found in cities.items() if len(found) > 1} == {}


def test_every_name_in_the_data_finds_its_own_post() -> None:
    for post in RULES.posts.posts:
        for city, others in post.places.items():
            for name in (city, *others, f"{city}, {post.country}", f"US Embassy {city}"):
                found = named(name)
                assert found.place == city, name
                assert post.id in [each.id for each in found.posts], name
