"""What a reader still sees of a secret: it shares nothing with the masker, and knows no spelling.

A form is written by hand with the secret between « and ». A secret leaks when four signs of it in
a row (all of a shorter one) are still seen, letters and digits only.
"""

import re

RUN = 4
"""How many signs of a secret in a row may not be seen."""


def plain_text(form: str) -> str:
    """The form as it is written."""
    return form.replace("«", "").replace("»", "")


def secrets(form: str) -> list[str]:
    """What must go."""
    return re.findall("«(.*?)»", form, re.DOTALL)


def seen(text: str) -> str:
    """What a reader takes in: letters and digits."""
    return "".join(sign for sign in text if sign.isalnum())


def leaks(form: str, left: str) -> bool:
    """Whether anything of the form's secrets is seen in what the masker left of it."""
    shown = seen(left)
    for secret in map(seen, secrets(form)):
        length = min(RUN, len(secret))
        runs = (secret[n : n + length] for n in range(len(secret) - length + 1))
        if any(run in shown for run in runs):
            return True
    return False


def kept_words(form: str, left: str) -> bool:
    """Whether the whole words around the secrets are still there."""
    around = re.sub("«.*?»", "\n", form, flags=re.DOTALL)
    words = re.findall(r"(?<![^\s])[a-zа-я]{4,}(?![^\s])", around)
    return all(word in left for word in words)
