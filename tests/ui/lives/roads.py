"""The ways ahead of each stage, as the road shows them."""

BACK = (
    "If the petition goes back: Petition going back, At the visa centre, Second review at USCIS, "
    "Notice to answer, Answer under review, On its way back to the post"
)
REFUSED = "If it is refused: Refused"

DOCUMENTS_DUE = f"""
    If it is granted: Administrative processing, Passport requested, Passport sent, Visa issued
    {BACK}
    {REFUSED}
"""
PROCESSING = f"""
    If it is granted: Passport requested, Passport sent, Visa issued
    {BACK}
    {REFUSED}
"""
PASSPORT_REQUESTED = "From here: Passport sent, Visa issued"
PASSPORT_SENT = "From here: Visa issued"
END = "The road ends here."
NOTICE = "If USCIS sends a notice: Notice to answer, Answer under review"
REAFFIRMED = "If it is reaffirmed: On its way back to the post, Interview scheduled, Interviewed"
REVOKED = "If it is revoked: Petition ended"

RETURNING = f"""
    First: At the visa centre, Second review at USCIS
    {NOTICE}
    {REAFFIRMED}
    {REVOKED}
"""
CENTRE_REVIEW = f"""
    First: Second review at USCIS
    {NOTICE}
    {REAFFIRMED}
    {REVOKED}
"""
SECOND_REVIEW = f"""
    {REAFFIRMED}
    {NOTICE}
    {REVOKED}
"""
RESPONSE_DUE = f"""
    First: Answer under review
    {REAFFIRMED}
    {REVOKED}
"""
RESPONSE_REVIEW = f"""
    {REAFFIRMED}
    {REVOKED}
"""

GRANTED = "If it is granted: Passport requested, Passport sent, Visa issued"
BACK_TO_POST = f"""
    From here: Interview scheduled, Interviewed
    {GRANTED}
    {BACK}
    {REFUSED}
"""
INTERVIEW_SCHEDULED = f"""
    From here: Interviewed
    {GRANTED}
    {BACK}
    {REFUSED}
"""
INTERVIEWED = f"""
    {GRANTED}
    If a 221(g) slip comes: Documents due, Administrative processing
    {BACK}
    {REFUSED}
"""
