"""Make a letter of a case on a day, or say why there is none."""

from collections.abc import Iterable, Iterator, Mapping

from g221_tui.core.fields.table import case_fields
from g221_tui.core.followup.access import access_of
from g221_tui.core.followup.channel_state import decide
from g221_tui.core.letters.letter_text import letter_text
from g221_tui.core.letters.template import LetterTemplate, Signer
from g221_tui.core.letters.values import WRITER, WRITER_ROLE, signer, values
from g221_tui.core.model import PostFacts, Purpose, YesNo
from g221_tui.core.post_view import PracticeView
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.core.views import ChannelState, ChannelView, View
from g221_tui.errors import Refused, RefusedWithWay

EARLY = (ChannelState.LOCKED, ChannelState.RESTING, ChannelState.NEEDS)
"""The states in which a letter can be prepared, and should not go out yet."""
NOT_KNOWN = ("", None, YesNo.UNKNOWN)
"""What stands in a fact that nobody recorded."""
TOLD = ("answers", "ask", "subject", "papers")
"""What of a post's page is told beside a letter, by the names of its labels."""
SHUT = (ChannelState.CLOSED, ChannelState.UNAVAILABLE)
"""The states in which there is nothing to write."""


class Missing(View, frozen=True, kw_only=True):
    """A fact that the letter wants and the record does not have: its line is left out."""

    fact: str
    """The name that `set` takes; empty where it is an event."""
    label: str
    """What it is called."""
    hint: str
    """What may be said of it."""
    way: str
    """The words on the command line that would record it."""


class Letter(View, frozen=True, kw_only=True):
    """Everything a letter is made of; only the sentences of its template are not in it."""

    channel: str
    name: str
    """The name of the channel."""
    purpose: Purpose
    template: LetterTemplate
    subject: tuple[str, ...]
    """The parts of its subject line, each a template: the post's own, or those of the template."""
    values: Mapping[str, object]
    """Each from a record or a fact; none where it is not known."""
    missing: tuple[Missing, ...]
    early: str
    """That it is too early to send it, until when and why; empty when it is not."""
    nth: str
    """`second` where the office was asked once before; empty for the first."""
    notes: tuple[str, ...]
    """What to know before it is sent."""
    address: str
    """Where it goes, where that is recorded."""


def letter(day: CaseDay, channel: Channel, purpose: Purpose, template: LetterTemplate) -> Letter:
    """The letter.

    Args:
        day: The case on a day.
        channel: Where it goes.
        purpose: What it is for; only a question about status waits for its day.
        template: Its template.

    Raises:
        Refused: There is nothing to write; the message says why.
    """
    view, practices = decide(channel, day), post_practice(day).practices
    asking = purpose is Purpose.STATUS
    if asking and view.state in SHUT:
        raise Refused(f"There is no letter for {channel.name}. {' '.join(view.because)}")
    of_status = access_of(channel, day).of_status
    if asking and of_status and template.to_post and (said := _silent(practices, day)):
        raise said
    known = values(day, channel, purpose, template)
    if any(not known.get(name) for name in template.needs):
        because, here = template.needs_because, template.needs_in_dashboard
        raise RefusedWithWay(because, typed=template.needs_typed, in_dashboard=here)
    lacking = (*(view.missing if asking else ()), *_asked_for(day, template, known))
    early = view.state in EARLY and not (view.state is ChannelState.NEEDS and view.missing)
    posts = _post_says(day, practices) if template.to_post else ()
    others = template.note_for_others if known["for_another"] else ""
    return Letter(
        channel=channel.id,
        name=channel.name,
        purpose=purpose,
        template=template,
        subject=_subject(template, practices),
        values=known,
        missing=tuple(_missing(day, template, lacking, known)),
        early=f"This is early. {' '.join(view.because)}" if asking and early else "",
        nth=str(known["nth"] or "") if asking else "",
        notes=tuple(
            filter(None, (*template.notes, others, *posts, *_cautions(view, asking=asking)))
        ),
        address=_address(day, channel),
    )


def _silent(practices: tuple[PracticeView, ...], day: CaseDay) -> RefusedWithWay | None:
    """That the post says it answers no such question.

    An own wait, another policy that was chosen, or an emergency lifts that.
    """
    default = PostFacts().policy
    chosen = day.facts.policy != default and not day.policy.of_post
    lifted = chosen or day.emergency or day.facts.wait is not None
    if lifted or not practices or not all(practice.silent for practice in practices):
        return None
    said = practices[0]
    why = (
        f"There is no letter: {said.place} says that it answers no question about the status"
        f" ({said.source}, {said.as_of}). Where your own letter says otherwise,"
    )
    return RefusedWithWay(
        why,
        typed="'set wait=DAYS' keeps its word. Papers go in all the same: the e-mail with"
        " --purpose documents.",
        in_dashboard="its days among the facts of the case ({facts} on the dashboard) keep its"
        " word. Papers go in all the same: {letter} shows the e-mail for them.",
    )


def _post_says(day: CaseDay, practices: tuple[PracticeView, ...]) -> tuple[str, ...]:
    """What the post's own page says of messages, where it is plain which page holds."""
    if len(practices) != 1:
        return ()
    labels = {day.rules.posts.labels[name] for name in TOLD}
    said = [f"{label}: {words}" for label, words in practices[0].facts if label in labels]
    cited = f"({practices[0].source}, {practices[0].as_of})"
    return (f"The page of {practices[0].place} says: {' '.join(said)} {cited}",) if said else ()


def _asked_for(
    day: CaseDay, template: LetterTemplate, known: Mapping[str, object]
) -> tuple[str, ...]:
    """The facts and days that it wants of this case, who signs included."""
    of_petition = () if day.petition is YesNo.NO else template.asks_petition
    signs = signer(day.facts, template)
    own = template.asks_if_applicant if signs == Signer.APPLICANT.value else ()
    # A link to a US state says already what its writer is.
    role = (WRITER_ROLE,) if known["signs_as"] == WRITER else ()
    return (signs, *role, *template.asks, *own, *of_petition)


def _missing(
    day: CaseDay, template: LetterTemplate, wanted: Iterable[str], known: Mapping[str, object]
) -> Iterator[Missing]:
    """Those of them that are not known."""
    fields = {field.name: field for field in case_fields()}
    for name in dict.fromkeys(wanted):
        if name in template.events and not known[name]:
            kind = day.rules.kind(template.events[name])
            label = kind.title if kind is not None else name
            way = f"g221 event add {template.events[name]} --on DATE"
            yield Missing(fact="", label=label, hint="its day", way=way)
        elif name in fields and (
            getattr(day.facts, name) in NOT_KNOWN or not known.get(name, name)
        ):
            field = fields[name]
            way = f"g221 set {name}=VALUE"
            yield Missing(fact=name, label=field.label, hint=field.hint, way=way)


def _subject(template: LetterTemplate, practices: tuple[PracticeView, ...]) -> tuple[str, ...]:
    """The parts of the subject line: the post's own where one page holds and names them."""
    own = {practice.subject_line for practice in practices}
    if template.to_post and len(own) == 1 and (parts := own.pop()):
        return parts
    return template.subject


def _cautions(view: ChannelView, *, asking: bool) -> tuple[str, ...]:
    """What the channel's own sheet says to keep in mind."""
    return view.cautions if asking else ()


def _address(day: CaseDay, channel: Channel) -> str:
    recorded = getattr(day.facts, channel.contact_fact) if channel.contact_fact else ""
    return letter_text(str(recorded))
