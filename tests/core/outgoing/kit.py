"""Contacts and documents of any words, for examples that nobody thought of."""

from datetime import date, timedelta

from hypothesis import strategies as st

from core.life import rules
from g221_tui.core.model import Contact, Direction, Document, Purpose, Requester
from g221_tui.core.steps import DocumentState, Step
from g221_tui.core.text.lookup import comparable

START = date(2026, 10, 26)
TODAY = "2027-06-01"
TEXT = st.text(max_size=30) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "''@x",
        "a\nb",
        "a\r\nb",
        '"',
        ",;\t",
        "••••",
        "\ufeffx",
        "-",
        "\x00\x1b[31m",
        ";=1",
        "a; '=1",
        "x\n=1",
        " \n''@1",
        "a;\n-1",
    ]
)
DAYS = st.integers(0, 200).map(lambda n: START + timedelta(days=n))
CHANNELS = st.sampled_from([c.id for c in rules().every_channel])

CONTACTS = st.lists(
    st.builds(
        Contact,
        id=st.just("c-1"),
        case=st.just("1"),
        channel=CHANNELS,
        on=DAYS,
        purpose=st.sampled_from(list(Purpose)),
        direction=st.sampled_from(list(Direction)),
        note=TEXT,
        answer=TEXT,
        status=TEXT,
        ref=TEXT,
        with_whom=TEXT,
    ),
    max_size=5,
)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    names = draw(
        st.lists(
            TEXT.filter(lambda name: bool(comparable(name))),
            max_size=5,
            unique_by=lambda name: comparable(name.replace("\ufeff", "x")),
        )
    )
    found = []
    for number, name in enumerate(names):
        by = draw(st.sampled_from([*Requester, None]))
        steps = []
        if by is not None:
            days = sorted(draw(st.lists(DAYS, min_size=1, max_size=4)))
            states = [
                DocumentState.REQUESTED,
                DocumentState.READY,
                DocumentState.SUBMITTED,
                DocumentState.RECEIVED,
            ]
            steps = [Step(state=s, on=on) for s, on in zip(states, days, strict=False)]
        found.append(
            Document(
                id=f"d-of{number}",
                case="1",
                name=name,
                task=draw(st.booleans()),
                requested_by=by,
                steps=tuple(steps),
                route=draw(TEXT),
                receipt=draw(TEXT),
                note=draw(TEXT),
                original=draw(st.sampled_from([True, False, None])),
                expires_on=draw(st.none() | DAYS),
            )
        )
    return found
