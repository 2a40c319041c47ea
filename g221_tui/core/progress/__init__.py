"""How far a case has come on a day: stage, documents, wait, road."""
