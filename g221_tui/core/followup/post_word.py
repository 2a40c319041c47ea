"""What the page of the case's post says of questions: shown beside the waits, never set unasked."""

from typing import NamedTuple

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.wait import anchor
from g221_tui.core.rulebook.post import Post, VisaKind
from g221_tui.core.rulebook.post_names import NamedPosts, named_posts, words_of
from g221_tui.core.text.phrases import one_line


class Fitting(NamedTuple):
    """The posts that the case may be at."""

    meant: NamedPosts
    """What its name may mean."""
    posts: tuple[Post, ...]
    """Those of them whose page speaks of its kind of visa."""


def fitting(day: CaseDay) -> Fitting:
    """The posts that the case names whose page speaks of its kind of visa."""
    meant, kind = named_posts(one_line(day.facts.post), day.rules.posts), kind_of_visa(day)
    posts = (post for post in meant.posts if kind is None or set(kind.pages) & set(post.visas))
    return Fitting(meant, tuple(posts))


def kind_of_visa(day: CaseDay) -> VisaKind | None:
    """The kind of visa, by its class, else by the case number, else by a word beside the post."""
    kinds, form = day.rules.posts.kinds, day.rules.case_numbers.form_of(day.facts.case_number)
    if day.visa_class is not None:
        return next((kind for kind in kinds if day.visa_class.id in kind.classes), None)
    if form is not None and any(form.id in kind.forms for kind in kinds):
        return next(kind for kind in kinds if form.id in kind.forms)
    words = words_of(day.facts.post)
    told = [kind for kind in kinds if words_of(kind.id)[0] in words]
    return told[0] if len(told) == 1 else None


def is_followed(post: Post, day: CaseDay) -> bool:
    """Whether the case follows the policy that this post's word gives."""
    return post.has_policy and day.policy.of_post and day.facts.policy == post.id


def word_of(post: Post, place: str, day: CaseDay) -> str:
    """What following its word means, or that it is followed, or that its word changes no wait."""
    if is_followed(post, day):
        key = "followed"
    elif post.has_policy:
        key = f"offer_{post.word}"
    elif post.silent:
        key = "silent"
    else:
        key = "usual" if post.wait is not None else "shown"
    return _told(post, place, day, key)


def _told(post: Post, place: str, day: CaseDay, key: str) -> str:
    """A sentence of the data about a post, with what its page covers where that is narrower."""
    posts = day.rules.posts
    said = posts.texts[key].format(
        post=place,
        visas=posts.visas_of(post),
        n=post.wait.days if post.wait else None,
        source=post.cited,
        policy=post.id,
    )
    if not post.covers or key == "shown":  # what is shown names its visas already
        return said
    return posts.texts["covers"].format(said=said, covers=post.covers)


def against_asking(day: CaseDay) -> str:
    """What the page of the post says against a question to it on that day, in a sentence.

    Empty where it says nothing against it, where its word is followed, where the case has a wait
    of its own, which the letter gave, or where it is not clear which page is meant.
    """
    if day.policy.of_post or day.facts.wait is not None:
        return ""
    found = fitting(day)
    place = found.meant.place
    words = [
        _told(post, place, day, "silent" if post.silent else "waits")
        for post in found.posts
        if _objects(post, day)
    ]
    clear = kind_of_visa(day) is not None or len(words) == len(found.posts)
    return words[0] if words and clear else ""


def _objects(post: Post, day: CaseDay) -> bool:
    """Whether its page answers no question, or asks for more days than have gone by."""
    if post.silent:
        return True
    start, least = anchor(day).on, post.least_days
    return least is not None and start is not None and (day.today - start).days < least
