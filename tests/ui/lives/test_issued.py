"""A life that is issued after 74 days: two papers, one question too early, the passport."""

from ui.conftest import Opener
from ui.lives import roads
from ui.lives.person import Person


async def test_a_life_that_is_issued_after_74_days(window: Opener) -> None:
    she = Person(window)
    async with she.comes("2026-03-02") as it:
        await it.opens_a_case(documents="Letter", asked="yes")
        await it.adds("Chart", by="the letter")
        await it.sees(
            day="Day 0 of 60",
            now="Documents due · with the post since Mon 2 Mar 2026",
            next_="Send Letter, Chart: 2 requested documents",
            key="space ticks it",
            due="Papers: limit Mon 1 Mar 2027, in 364 days",
            post="locked 60d if complete",
            state="locked 60d if complete",
            senator="locked 61d if complete",
            papers="""
                □ Letter with you
                □ Chart with you""",
            happened="""
                Mon 2 Mar 26 221(g) slip
                Mon 2 Mar 26 asked for 2 papers""",
            ahead="""
                ◇ Fri 1 May 26 if complete: asking opens
                ◇ Sat 2 May 26 if complete: Senator opens
                ! Mon 1 Mar 27 Papers: limit""",
        )
        await it.reads_the_road("Documents due", roads.DOCUMENTS_DUE, behind="")
        await it.sees(
            "2026-03-01",
            day="Before the refusal",
            post="closed",
            state="closed",
            senator="closed",
            trackers="closed",
            happened="",
            ahead="",
        )

    async with she.comes("2026-03-04") as it:
        await it.ticks("Letter")
        await it.sees(
            day="Day 2 of 60",
            now="Documents due · with the post since Mon 2 Mar 2026",
            next_="Send Chart, the last requested document.",
            key="space on its row",
            due="Papers: limit Mon 1 Mar 2027, in 362 days",
            post="locked 58d if complete",
            state="locked 58d if complete",
            senator="locked 59d if complete",
            papers="""
                ✔ Letter sent 4 Mar
                □ Chart with you""",
        )

    async with she.comes("2026-03-06") as it:
        await it.ticks("Chart", told="The set is complete today: the wait starts now")
        await it.sees(
            day="Day 0 of 60 · 4 since the refusal",
            now="Administrative processing · with the post since Fri 6 Mar 2026",
            next_="Nothing to do until Tue 5 May 2026",
            key="",
            post="locked 60d Tue 5 May",
            state="locked 60d Tue 5 May",
            senator="locked 61d Wed 6 May",
            papers="""
                ✔ Letter sent 4 Mar
                ✔ Chart sent 6 Mar""",
            ahead="""
                ◇ Tue 5 May 26 asking opens
                ~ Tue 5 May 26 usual end (estimate)
                ◇ Wed 6 May 26 Senator opens
                ! Mon 1 Mar 27 Papers: limit (sent)""",
        )
        await it.reads_the_road("Administrative processing", roads.PROCESSING)
        await it.sees(
            "2026-03-05",
            day="Day 3 of 60",
            due="Papers: limit Mon 1 Mar 2027, in 361 days",
            post="locked 57d if complete",
        )

    async with she.comes("2026-03-20") as it:
        await it.logs("E-mail", early="E-mail is locked on Fri 20 Mar 2026", note="any news?")
        await it.sees(
            day="Day 14 of 60 · 18 since the refusal",
            now="Administrative processing · with the post since Fri 6 Mar 2026",
            next_="Nothing to do until Tue 5 May 2026",
            post="locked 46d Tue 5 May",
            state="locked 46d Tue 5 May",
            senator="locked 47d Wed 6 May",
            happened="""
                Mon 2 Mar 26 221(g) slip
                Mon 2 Mar 26 asked for 2 papers
                Wed 4 Mar 26 sent Letter
                Fri 6 Mar 26 sent Chart
                Fri 20 Mar 26 asked E-mail: any news?""",
        )
        contact = it.w.case.contacts[-1]
        assert (contact.when_logged, contact.early) == ("locked", True)
        await it.opens("timeline", "any news?", "E-mail: any news?", "Fri 20 Mar 2026")

    async with she.comes("2026-04-10") as it:
        await it.corrects("documents", "Letter", received="today")
        await it.corrects("documents", "Chart", received="today")
        await it.sees(
            day="Day 35 of 60 · 39 since the refusal",
            next_="Nothing to do until Tue 5 May 2026",
            post="locked 25d Tue 5 May",
            state="locked 25d Tue 5 May",
            senator="locked 26d Wed 6 May",
            papers="""
                ✔ Letter received 10 Apr
                ✔ Chart received 10 Apr""",
            ahead="""
                ◇ Tue 5 May 26 asking opens
                ~ Tue 5 May 26 usual end (estimate)
                ◇ Wed 6 May 26 Senator opens""",
        )
        await it.sees(
            "2026-04-09",
            day="Day 34 of 60 · 38 since the refusal",
            post="locked 26d Tue 5 May",
            papers="""
                ✔ Letter sent 4 Mar
                ✔ Chart sent 6 Mar""",
        )

    async with she.comes("2026-05-05") as it:
        await it.sees(
            "2026-05-04",
            day="Day 59 of 60 · 63 since the refusal",
            next_="Nothing to do until Tue 5 May 2026",
            post="locked 1d Tue 5 May",
            state="locked 1d Tue 5 May",
            senator="locked 2d Wed 6 May",
        )
        await it.sees(
            "2026-05-06",
            day="Day 61 · asking open since day 60",
            next_="Write to the consulate",
            key="",
            post="open new",
            state="open new",
            senator="open new",
            ahead="◇ Wed 6 May 26 Senator opens",
        )
        await it.sees(
            day="Day 60 · asking open since day 60",
            now="Administrative processing · with the post since Fri 6 Mar 2026",
            next_="Write to the consulate",
            key="l logs it",
            post="open new",
            state="open new",
            senator="locked 1d Wed 6 May",
            ahead="""
                ◇ Tue 5 May 26 asking opens
                ~ Tue 5 May 26 usual end (estimate)
                ◇ Wed 6 May 26 Senator opens""",
        )

    async with she.comes("2026-05-06") as it:
        await it.logs("E-mail", note="were my papers received?")
        await it.sees(
            day="Day 61 · asking open since day 60",
            next_="Nothing to do until",
            post="resting 30d Fri 5 Jun",
            state="open new",
            senator="open new",
        )

    async with she.comes("2026-05-08") as it:
        await it.records("Passport requested")
        await it.sees(
            day="Day 63 · asking open since day 60",
            now="Passport requested · with the post since Fri 8 May 2026",
            next_="Send your passport exactly as the post told you.",
            key="e records it",
            post="closed",
            state="open",
            senator="open",
        )
        await it.reads_the_road(
            "Passport requested",
            roads.PASSPORT_REQUESTED,
            behind="Mon 2 Mar 2026 Refused for now, 221(g)",
        )

    async with she.comes("2026-05-11") as it:
        await it.records("Passport sent", note="by courier")
        await it.sees(
            day="Day 66 · asking open since day 60",
            now="Passport sent · with the post since Mon 11 May 2026",
            next_="Nothing to do until",
            post="locked 25d Fri 5 Jun",
            state="open",
            senator="open",
        )
        await it.reads_the_road("Passport sent", roads.PASSPORT_SENT)
        await it.sees(
            "2026-05-10",
            now="Passport requested · with the post since Fri 8 May 2026",
            next_="Send your passport",
            post="closed",
        )
        await it.sees(
            "2026-05-14",
            now="Passport sent · with the post since Mon 11 May 2026",
            next_="Nothing to do until Mon 25 May",
            post="locked 22d Fri 5 Jun",
        )

    async with she.comes("2026-05-15") as it:
        await it.records("Visa issued")
        await it.sees(
            day="Visa issued",
            now="Visa issued since Fri 15 May 2026",
            next_="Check the visa page once your passport is back",
            post="locked 21d Fri 5 Jun",
            state="closed",
            senator="closed",
            ahead="◇ Fri 5 Jun 26 Call post and E-mail open",
        )
        await it.reads_the_road("Visa issued", roads.END)

    async with she.comes("2026-05-20") as it:
        await it.records("Passport returned")
        await it.sees(
            day="Visa issued",
            now="Visa issued since Fri 15 May 2026",
            post="closed",
            state="closed",
            senator="closed",
            trackers="closed",
            ahead="",
            happened="""
                Mon 2 Mar 26 221(g) slip
                Mon 2 Mar 26 asked for 2 papers
                Wed 4 Mar 26 sent Letter
                Fri 6 Mar 26 sent Chart
                Fri 20 Mar 26 asked E-mail: any news?
                Fri 10 Apr 26 received 2 papers
                Wed 6 May 26 asked E-mail: were my papers received?
                Fri 8 May 26 Passport requested
                Mon 11 May 26 Passport sent
                Fri 15 May 26 Visa issued
                Wed 20 May 26 Passport returned""",
        )
        await it.sees(
            "2026-05-19", now="Visa issued since Fri 15 May 2026", post="locked 17d Fri 5 Jun"
        )
        await it.sees(
            "2026-05-14",
            now="Passport sent · with the post since Mon 11 May 2026",
            state="open",
        )
