"""A life that goes back and is revoked, and the case with a new employer beside it."""

from ui.conftest import Opener
from ui.lives import roads
from ui.lives.person import Person

NOTICE = "Answer to the notice of intent to revoke"
OVERDUE = f"{NOTICE}: Wed 2 Sep 2026"


async def test_a_life_that_is_revoked_and_begins_anew_with_another_employer(
    window: Opener,
) -> None:
    she = Person(window)
    await waits_with_nothing_owed(she)
    await misses_the_notice(she)
    await begins_anew_beside_it(she)


async def waits_with_nothing_owed(she: Person) -> None:
    """Nothing was asked; the petition goes back while the wait still runs."""
    async with she.comes("2026-02-10") as it:
        await it.opens_a_case(asked="no")
        await it.corrects_the_facts(title="Old employer")
        await it.sees(
            day="Day 0 of 60",
            now="Administrative processing · with the post since Tue 10 Feb 2026",
            next_="Nothing to do until Sat 11 Apr 2026",
            post="locked 60d Sat 11 Apr",
            state="locked 60d Sat 11 Apr",
            senator="locked 61d Sun 12 Apr",
            happened="Tue 10 Feb 26 221(g) slip",
            ahead="""
                ◇ Sat 11 Apr 26 asking opens
                ~ Sat 11 Apr 26 usual end (estimate)
                ◇ Sun 12 Apr 26 Senator opens""",
        )

    async with she.comes("2026-03-20") as it:
        await it.records("Petition sent back")
        await it.sees(
            day="Day 38 of 60",
            now="Petition going back · with the post or pouch since Fri 20 Mar 2026",
            next_="Nothing to do until Sat 11 Apr 2026",
            post="locked 22d Sat 11 Apr",
            state="locked 22d Sat 11 Apr",
            senator="locked 23d Sun 12 Apr",
            ahead="""
                ◇ Sat 11 Apr 26 asking opens
                ◇ Sun 12 Apr 26 Senator opens
                ~ Sat 20 Jun 26 usual end (estimate)""",
        )
        await it.reads_the_road(
            "Petition going back",
            roads.RETURNING,
            behind="Tue 10 Feb 2026 Refused for now, 221(g)",
        )

    async with she.comes("2026-04-11") as it:
        await it.sees(
            day="Day 60 · asking open since day 60",
            next_="Write to the consulate",
            post="open new",
            state="open new",
            senator="locked 1d Sun 12 Apr",
        )
        await it.sees("2026-04-10", day="Day 59 of 60", post="locked 1d Sat 11 Apr")

    async with she.comes("2026-06-01") as it:
        await it.records("USCIS receipt notice")
        await it.sees(
            day="Day 111 · asking open since day 60",
            now="Second review at USCIS · with USCIS since Mon 1 Jun 2026",
            next_="Ask the Department of State",
            post="closed",
            state="open",
            senator="open",
            ahead="~ Tue 1 Sep 26 usual end (estimate)",
        )
        await it.reads_the_road("Second review at USCIS", roads.SECOND_REVIEW)
        await it.sees(
            "2026-05-31",
            now="Petition going back · with the post or pouch since Fri 20 Mar 2026",
            next_="Write to the consulate",
            post="open",
        )


async def misses_the_notice(she: Person) -> None:
    """The notice has its dates; no answer is recorded, and the petition is revoked."""
    async with she.comes("2026-08-06") as it:
        await it.records(
            "Notice of intent to revoke", on="3 Aug 2026", learned="today", due="2 Sep 2026"
        )
        await it.sees(
            day="Day 177 · asking open since day 60",
            now="Notice to answer · with USCIS since Mon 3 Aug 2026",
            next_="Your petitioner answers the notice of intent to revoke by Wed 2 Sep 2026",
            due=f"{NOTICE} Wed 2 Sep, in 27 days",
            post="closed",
            state="open",
            senator="open",
            ahead="! Wed 2 Sep 26 Answer to the notice of intent to revoke",
        )
        await it.opens("timeline", "Mon 3 Aug Notice of intent", "Thu 6 Aug 2026", "Wed 2 Sep 2026")
        await it.reads_the_road("Notice to answer", roads.RESPONSE_DUE)

    async with she.comes("2026-08-26") as it:
        await it.sees(next_=f"{OVERDUE}, in 7 days", due=f"{NOTICE} Wed 2 Sep, in 7 days")
        await it.sees(
            "2026-08-25", next_="Your petitioner answers", due=f"{NOTICE} Wed 2 Sep, in 8 days"
        )

    async with she.comes("2026-09-02") as it:
        await it.sees(
            next_="Answer to the notice of intent to revoke: today, Wed 2 Sep 2026",
            due=f"{NOTICE} Wed 2 Sep, today",
            post="closed",
            state="open",
        )
        await it.sees(
            "2026-09-03", next_=f"{OVERDUE}, yesterday", due=f"{NOTICE} Wed 2 Sep, yesterday"
        )

    async with she.comes("2026-10-05") as it:
        await it.records("Petition revoked")
        await it.sees(
            day="Petition ended",
            now="Petition ended since Mon 5 Oct 2026",
            next_="Where the petition was revoked or denied, the notice says whether and until "
            "when the petitioner may appeal. A new petition, by the same or another petitioner "
            "(an employer, a relative)",
            note="",
            post="closed",
            state="closed",
            senator="closed",
            trackers="closed",
            ahead="",
        )
        await it.reads_the_road(
            "Petition ended",
            roads.END,
            behind="""
                Tue 10 Feb 2026 Refused for now, 221(g)
                Fri 20 Mar 2026 Petition going back
                Mon 1 Jun 2026 Second review at USCIS
                Mon 3 Aug 2026 Notice to answer""",
        )
        await it.sees(
            "2026-10-04",
            next_=OVERDUE,
            due=f"{NOTICE} Wed 2 Sep, 32 days ago",
            post="closed",
            state="open",
        )


async def begins_anew_beside_it(she: Person) -> None:
    """A case of its own for the new employer, linked; the old one stays as it was."""
    async with she.comes("2027-01-11") as it:
        await it.opens_a_case(documents="Offer", asked="yes")
        await it.corrects_the_facts(title="New employer")
        await it.links(
            "1 Old employer", "Linked case 2 with case 1 (parallel).", "parallel with New employer"
        )
        await it.sees(
            day="Day 0 of 60",
            now="Documents due · with the post since Mon 11 Jan 2027",
            next_="Send Offer, the one requested document.",
            key="space on its row",
            due="Papers: limit Mon 10 Jan 2028, in 364 days",
            post="locked 60d if complete",
            state="locked 60d if complete",
            senator="locked 61d if complete",
            papers="□ Offer with you",
            happened="""
                Mon 11 Jan 27 221(g) slip
                Mon 11 Jan 27 asked for Offer""",
            ahead="""
                ◇ Fri 12 Mar 27 if complete: asking opens
                ◇ Sat 13 Mar 27 if complete: Senator opens
                ! Mon 10 Jan 28 Papers: limit""",
        )
        await it.reads_the_road("Documents due", roads.DOCUMENTS_DUE, behind="")

    async with she.comes("2027-01-15") as it:
        await it.ticks("Offer", told="The set is complete today")
        await it.sees(
            day="Day 0 of 60 · 4 since the refusal",
            now="Administrative processing · with the post since Fri 15 Jan 2027",
            next_="Nothing to do until Tue 16 Mar 2027",
            post="locked 60d Tue 16 Mar",
            state="locked 60d Tue 16 Mar",
        )

    async with she.comes("2027-02-22") as it:
        await it.records("Visa issued")
        await it.sees(
            day="Visa issued",
            now="Visa issued since Mon 22 Feb 2027",
            next_="Check the visa page once your passport is back",
            post="locked 14d Mon 8 Mar",
            state="closed",
        )
        await it.takes_in_hand("1 Old employer")
        await it.sees(
            day="Petition ended",
            now="Petition ended since Mon 5 Oct 2026",
            post="closed",
            state="closed",
            trackers="closed",
            papers="Nothing was asked for: your case is processing only.",
            happened="""
                Tue 10 Feb 26 221(g) slip
                Fri 20 Mar 26 Petition sent back
                Mon 1 Jun 26 USCIS receipt notice
                Mon 3 Aug 26 Notice of intent to revoke
                Mon 5 Oct 26 Petition revoked""",
            ahead="",
        )
