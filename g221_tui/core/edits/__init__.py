"""Pure transitions: a case in, a new case and the sentence that says what changed out."""
