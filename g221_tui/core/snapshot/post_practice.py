"""The practice of the case's post on a day: what it says itself, and what following it means."""

from collections.abc import Sequence
from datetime import date

from g221_tui.core.deadlines.papers import papers_limit
from g221_tui.core.followup.post_word import fitting, is_followed, kind_of_visa, word_of
from g221_tui.core.post_view import PostFound, PostView, PracticeView
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.post import Post
from g221_tui.core.rulebook.post_names import NamedPosts
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.phrases import one_line, sentence, several
from g221_tui.core.views import DeadlineView


def post_practice(day: CaseDay, due: tuple[DeadlineView, ...] = ()) -> PostView:
    """What is known of the post that the case names, and what is to be said of it.

    Args:
        day: The case on a day.
        due: Its deadlines: an earlier end of the year for papers is told beside that deadline.
    """
    name, texts = one_line(day.facts.post), day.rules.posts.texts
    if not name:
        return PostView(name="", found=PostFound.UNNAMED, practices=(), says=())
    meant, posts = fitting(day)
    practices = tuple(_practice(post, meant.place, day) for post in posts)
    found = _found(meant, posts)
    says = _known(practices, day) if practices else (_unknown(name, meant, found, day),)
    if day.policy.of_post and not any(practice.followed for practice in practices):
        says = (*says, texts["other_post"].format(policy=day.policy.id))
    until = _earlier_year(posts, day, due)
    return PostView(
        name=name,
        found=found,
        practices=practices,
        says=says,
        year_until=until[0] if until else None,
        year_warning=_year_warning(*until, meant.place, day) if until else "",
    )


def _found(meant: NamedPosts, fitting: Sequence[Post]) -> PostFound:
    if fitting:
        return PostFound.KNOWN
    if meant.posts and not meant.by_country:  # `Mexico City` is not where immigrants are seen
        return PostFound.OTHER_VISA
    return PostFound.UNCLEAR if len(meant.perhaps) > 1 else PostFound.UNKNOWN


def _known(practices: Sequence[PracticeView], day: CaseDay) -> tuple[str, ...]:
    """What each page means for the case; which of several holds, the visa tells."""
    unclear = len(practices) > 1 and not kind_of_visa(day)
    first = [day.rules.posts.texts["which_visa"]] if unclear else []
    return (*first, *dict.fromkeys(practice.says for practice in practices))


def _unknown(name: str, meant: NamedPosts, found: PostFound, day: CaseDay) -> str:
    """Why nothing is known of the post, or which name would tell it."""
    posts = day.rules.posts
    if found is PostFound.OTHER_VISA:
        visas = several(tuple(dict.fromkeys(posts.visas_of(post) for post in meant.posts)))
        return posts.texts["other_visa"].format(post=meant.place, visas=visas)
    unclear = found is PostFound.UNCLEAR
    key = "several" if unclear else "perhaps" if meant.perhaps else "unknown"
    first = next(iter(meant.perhaps), "")
    way = f'set post="{first}"' if " " in first else f"set post={first}"
    return posts.texts[key].format(post=name, places=several(meant.perhaps), way=way)


def _practice(post: Post, place: str, day: CaseDay) -> PracticeView:
    posts = day.rules.posts
    visas = posts.visas_of(post)
    return PracticeView(
        id=post.id,
        title=posts.texts["title"].format(post=place, visas=visas),
        place=place,
        visas=post.visas,
        policy=post.id if post.has_policy else "",
        followed=is_followed(post, day),
        says=word_of(post, place, day),
        wait_days=post.wait.days if post.wait else None,
        wait_kind=post.wait.kind if post.wait else None,
        silent=post.silent,
        subject=post.subject,
        subject_line=post.subject_line,
        facts=_facts(post, day),
        source=post.source,
        as_of=post.as_of,
        confidence=post.confidence,
    )


def _facts(post: Post, day: CaseDay) -> tuple[tuple[str, str], ...]:
    """All that is known, each with its label; the source is the last."""
    posts = day.rules.posts
    confidence = posts.texts[f"confidence_{post.confidence}"]
    found = [
        ("wait", f"{post.wait.words}." if post.wait else ""),
        ("answers", post.answers),
        ("ask", f"{post.ask}." if post.ask else ""),
        ("subject", f"{post.subject}." if post.subject else ""),
        ("papers", f"{post.papers}." if post.papers else ""),
        ("year", _year_words(post, day)),
        ("tracker", f"{post.tracker}." if post.tracker else ""),
        *(("also", note) for note in post.notes),
        ("source", posts.texts["cited"].format(source=post.cited, confidence=confidence)),
    ]
    return tuple(
        # A source begins with an address, which has no capital.
        (posts.labels[label], words if label == "source" else sentence(words))
        for label, words in found
        if words
    )


def _year_words(post: Post, day: CaseDay) -> str:
    """From which day its page counts the year for papers, and what that does to our date."""
    posts, year = day.rules.posts, post.year
    if year is None:
        return ""
    counted, held = posts.counted_from[year.counts_from], _interview(day)
    effect = posts.texts[f"year_{counted.lies}"]
    if counted.lies == "earlier" and held is not None:
        until = long_date(papers_limit(held, day.rules))
        effect = posts.texts["year_date"].format(
            interview=long_date(held), date=until, latest=counted.latest
        )
    said = posts.texts["year"].format(day=counted.words)
    return " ".join(filter(None, [said, year.words, effect]))


def _interview(day: CaseDay) -> date | None:
    """The last interview on or before the refusal of this round."""
    refusal, first = day.standing.round.refusal, day.standing.first_refusal
    if refusal is None:
        return None
    after = first.day if first is not None and day.standing.round.n > 1 else date.min
    kind = day.rules.posts.held
    held = [e.day for e in day.standing.events if e.kind == kind and after < e.day <= refusal.day]
    return max(held, default=None)


def _earlier_year(
    fitting: Sequence[Post], day: CaseDay, due: tuple[DeadlineView, ...]
) -> tuple[date, Post] | None:
    """The last safe day by a page that counts from before the refusal, and whose page that is.

    None where the papers have no such limit now, or where a date on the letter sets it.
    """
    limit = next((d for d in due if d.id == day.rules.deadlines.papers.id and not d.quiet), None)
    held = _interview(day)
    if limit is None or held is None:
        return None
    counting = [post for post in fitting if day.rules.posts.earlier(post) is not None]
    until = papers_limit(held, day.rules)
    return (until, counting[0]) if counting and until < limit.date else None


def _year_warning(until: date, post: Post, place: str, day: CaseDay) -> str:
    """That date as a warning."""
    counted = day.rules.posts.earlier(post)
    return day.rules.posts.texts["year_warning"].format(
        post=place,
        day=counted.words if counted else "",
        source=post.cited,
        date=long_date(until),
        latest=counted.latest if counted else "",
        distance=distance(until, day.today),
    )
