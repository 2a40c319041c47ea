"""How often the person did something: what moves by itself is no reason to take a message away."""


class Acts:
    """Counts what was done at the keyboard and with the mouse."""

    def __init__(self) -> None:
        self.count = 0
        """How many keys, pasted texts, clicks and turns of the wheel were handled so far."""
