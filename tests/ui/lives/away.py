"""The chapters of a life away from the post: pouch, visa centre, USCIS and its notice."""

from ui.lives import roads
from ui.lives.person import Person

NOTICE = "Answer to the notice of intent to revoke"


async def follows_the_petition_back(she: Person) -> None:
    """Post, pouch, KCC, USCIS: at each the one who holds the file is the one to ask."""
    async with she.comes("2026-04-01") as it:
        await it.records("Petition sent back", note="the post wrote so")
        await it.sees(
            day="Day 79 · asking open since day 60",
            now="Petition going back · with the post or pouch since Wed 1 Apr 2026",
            next_="Write to the consulate",
            post="open",
            state="open",
            senator="open",
            ahead="~ Wed 1 Jul 26 usual end (estimate)",
        )
        await it.reads_the_road(
            "Petition going back", roads.RETURNING, behind="Mon 5 Jan 2026 Refused for now, 221(g)"
        )
        await it.sees(
            "2026-03-31", now="Administrative processing · with the post since Mon 12 Jan 2026"
        )

    async with she.comes("2026-04-10") as it:
        await it.logs("E-mail", note="was it sent, and when?")
        await it.sees(
            "2026-04-11", next_="Nothing to do until", post="resting 29d Sun 10 May", state="open"
        )
        await it.sees(
            "2026-04-20", next_="Ask the Department of State", post="resting 20d Sun 10 May"
        )

    async with she.comes("2026-05-10") as it:
        await it.sees(next_="Write to the consulate", post="open new", state="open", senator="open")

    async with she.comes("2026-06-10") as it:
        await it.records("Visa centre has the petition")
        await it.sees(
            day="Day 149 · asking open since day 60",
            now="At the visa centre · with KCC since Wed 10 Jun 2026",
            next_="Ask the Department of State",
            post="closed",
            state="open",
            senator="open",
            ahead="~ Fri 10 Jul 26 usual end (estimate)",
        )
        await it.reads_the_road("At the visa centre", roads.CENTRE_REVIEW)

    async with she.comes("2026-06-15") as it:
        await it.logs("State Dept", note="by telephone", answer="At KCC")
        await it.sees(
            "2026-06-16",
            next_="Nothing to do until",
            post="closed",
            state="resting 29d Wed 15 Jul",
            senator="open",
        )
        await it.sees(
            "2026-06-30", next_="Ask the Senator's office", state="resting 15d Wed 15 Jul"
        )

    async with she.comes("2026-07-01") as it:
        await it.records("USCIS receipt notice")
        await it.sees(
            day="Day 170 · asking open since day 60",
            now="Second review at USCIS · with USCIS since Wed 1 Jul 2026",
            next_="Ask the Senator's office",
            post="closed",
            state="resting 14d Wed 15 Jul",
            senator="open",
            ahead="""
                ◇ Wed 15 Jul 26 State Dept opens
                ~ Thu 1 Oct 26 usual end (estimate)""",
        )
        await it.reads_the_road(
            "Second review at USCIS",
            roads.SECOND_REVIEW,
            behind="""
                Mon 5 Jan 2026 Refused for now, 221(g)
                Wed 1 Apr 2026 Petition going back
                Wed 10 Jun 2026 At the visa centre""",
        )
        await it.sees(
            "2026-07-15", next_="Ask the Department of State", state="open new", post="closed"
        )


async def answers_the_notice(she: Person) -> None:
    """First only heard of, then its printed date, then its last day; the petitioner answers."""
    async with she.comes("2026-09-21") as it:
        await it.records("Notice of intent to revoke", learned="today")
        await it.sees(
            now="Notice to answer · with USCIS since Mon 21 Sep 2026",
            next_="The deadline of the notice of intent to revoke may already be running: ask "
            "your petitioner today for the printed date.",
            post="closed",
            state="open",
            senator="open",
            ahead="",
        )
        await it.corrects("timeline", "Notice of intent to revoke", on="15 Sep 2026")
        await it.sees(
            now="Notice to answer · with USCIS since Tue 15 Sep 2026",
            next_="Your petitioner answers the notice of intent to revoke by Thu 15 Oct 2026",
            due=f"{NOTICE} Thu 15 Oct, in 24 days (an estimate)",
            ahead=f"! Thu 15 Oct 26 {NOTICE}",
        )
        await it.corrects("timeline", "● Tue 15 Sep Notice of intent to revoke", due="16 Oct 2026")
        await it.sees(
            next_="Your petitioner answers the notice of intent to revoke by Fri 16 Oct 2026",
            due=f"{NOTICE} Fri 16 Oct, in 25 days",
            ahead=f"! Fri 16 Oct 26 {NOTICE}",
        )
        await it.reads_the_road("Notice to answer", roads.RESPONSE_DUE)

    async with she.comes("2026-10-09") as it:
        await it.sees(
            next_=f"{NOTICE}: Fri 16 Oct 2026, in 7 days",
            due=f"{NOTICE} Fri 16 Oct, in 7 days",
            ahead=f"! Fri 16 Oct 26 {NOTICE}",
        )
        await it.sees(
            "2026-10-08",
            next_="Your petitioner answers",
            due=f"{NOTICE} Fri 16 Oct, in 8 days",
        )

    async with she.comes("2026-10-10") as it:
        await it.records("Answer sent")
        await it.sees(
            now="Answer under review · with USCIS since Sat 10 Oct 2026",
            next_="Ask the Department of State",
            post="closed",
            state="open",
            ahead=f"! Fri 16 Oct 26 {NOTICE} (sent)",
        )
        await it.reads_the_road("Answer under review", roads.RESPONSE_REVIEW)

    async with she.comes("2026-10-14") as it:
        await it.records("Answer received")
        await it.sees(
            now="Answer under review · with USCIS since Sat 10 Oct 2026",
            next_="Ask the Department of State",
            ahead="",
        )
        await it.sees("2026-10-13", ahead=f"! Fri 16 Oct 26 {NOTICE} (sent)")
