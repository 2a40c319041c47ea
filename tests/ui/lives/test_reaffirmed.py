"""A life that goes back to USCIS, is reaffirmed, refused for now once more, and issued."""

from ui.conftest import Opener
from ui.lives import roads
from ui.lives.away import answers_the_notice, follows_the_petition_back
from ui.lives.person import Person


async def test_a_life_that_is_reaffirmed_and_issued_in_its_second_round(window: Opener) -> None:
    she = Person(window)
    await waits_at_the_post(she)
    await follows_the_petition_back(she)
    await answers_the_notice(she)
    await returns_to_the_post(she)
    await waits_once_more(she)


async def waits_at_the_post(she: Person) -> None:
    """One paper, sent after a week; nobody asks before the day on which it may be asked."""
    async with she.comes("2026-01-05") as it:
        await it.opens_a_case(documents="Letter", asked="yes")
        await it.sees(
            day="Day 0 of 60",
            now="Documents due · with the post since Mon 5 Jan 2026",
            next_="Send Letter, the one requested document.",
            key="space ticks it",
            due="Papers: limit Mon 4 Jan 2027, in 364 days",
            post="locked 60d if complete",
            state="locked 60d if complete",
            senator="locked 61d if complete",
            ahead="""
                ◇ Fri 6 Mar 26 if complete: asking opens
                ◇ Sat 7 Mar 26 if complete: Senator opens
                ! Mon 4 Jan 27 Papers: limit""",
        )
        await it.reads_the_road("Documents due", roads.DOCUMENTS_DUE)

    async with she.comes("2026-01-12") as it:
        await it.ticks("Letter", told="questions about status open Fri 13 Mar")
        await it.sees(
            day="Day 0 of 60 · 7 since the refusal",
            now="Administrative processing · with the post since Mon 12 Jan 2026",
            next_="Nothing to do until Fri 13 Mar 2026",
            post="locked 60d Fri 13 Mar",
            state="locked 60d Fri 13 Mar",
            senator="locked 61d Sat 14 Mar",
        )

    async with she.comes("2026-02-01") as it:
        await it.corrects("documents", "Letter", received="today")
        await it.sees(
            day="Day 20 of 60 · 27 since the refusal",
            post="locked 40d Fri 13 Mar",
            ahead="""
                ◇ Fri 13 Mar 26 asking opens
                ~ Fri 13 Mar 26 usual end (estimate)
                ◇ Sat 14 Mar 26 Senator opens""",
        )

    async with she.comes("2026-03-13") as it:
        await it.sees(
            day="Day 60 · asking open since day 60",
            next_="Write to the consulate",
            post="open new",
            state="open new",
            senator="locked 1d Sat 14 Mar",
        )
        await it.sees(
            "2026-03-12", day="Day 59 of 60 · 66 since the refusal", post="locked 1d Fri 13 Mar"
        )
        await it.sees(
            "2026-03-14",
            day="Day 61 · asking open since day 60",
            post="open new",
            state="open new",
            senator="open new",
        )


async def returns_to_the_post(she: Person) -> None:
    """Reaffirmed: the wait begins anew, with each step on the way to the second interview."""
    async with she.comes("2026-11-20") as it:
        await it.records("Petition reaffirmed")
        await it.sees(
            day="Day 0 of 60 · 319 since the refusal",
            now="On its way back to the post · on its way since Fri 20 Nov 2026",
            next_="Nothing to do until Tue 19 Jan 2027",
            post="locked 60d Tue 19 Jan",
            state="locked 60d Tue 19 Jan",
            senator="locked 61d Wed 20 Jan",
            ahead="""
                ◇ Tue 19 Jan 27 asking opens
                ◇ Wed 20 Jan 27 Senator opens""",
        )
        await it.reads_the_road("On its way back to the post", roads.BACK_TO_POST)
        await it.sees("2026-11-19", day="Day 311 · asking open again", post="closed", state="open")

    async with she.comes("2026-12-01") as it:
        await it.records("Interview scheduled", due="18 Dec 2026")
        await it.sees(
            day="Day 0 of 60 · 330 since the refusal",
            now="Interview scheduled · with the post since Tue 1 Dec 2026",
            next_="Interview appointment: Fri 18 Dec 2026, in 17 days",
            due="Interview appointment Fri 18 Dec, in 17 days",
            post="locked 60d Sat 30 Jan",
            ahead="""
                ! Fri 18 Dec 26 Interview appointment
                ◇ Sat 30 Jan 27 asking opens
                ◇ Sun 31 Jan 27 Senator opens""",
        )
        await it.reads_the_road("Interview scheduled", roads.INTERVIEW_SCHEDULED)
        await it.sees(
            "2026-12-10",
            next_="Interview appointment: Fri 18 Dec 2026, in 8 days",
            due="Interview appointment Fri 18 Dec, in 8 days",
        )
        await it.sees(
            "2026-12-11",
            next_="Interview appointment: Fri 18 Dec 2026, in 7 days",
            due="Interview appointment Fri 18 Dec, in 7 days",
        )

    async with she.comes("2026-12-18") as it:
        await it.records("Interview")
        await it.sees(
            day="Day 0 of 60 · 347 since the refusal",
            now="Interviewed · with the post since Fri 18 Dec 2026",
            next_="Nothing to do until Tue 16 Feb 2027",
            post="locked 60d Tue 16 Feb",
        )
        await it.reads_the_road("Interviewed", roads.INTERVIEWED)
        await it.sees(
            "2026-12-17",
            day="Day 16 of 60 · 346 since the refusal",
            next_="Interview appointment: Fri 18 Dec 2026, tomorrow",
            due="Interview appointment Fri 18 Dec, tomorrow",
        )


async def waits_once_more(she: Person) -> None:
    """The second refusal opens the second round, with its own wait."""
    async with she.comes("2026-12-21") as it:
        await it.records("221(g) slip")
        await it.sees(
            day="Day 0 of 60",
            now="Documents due · with the post since Mon 21 Dec 2026",
            next_="Does your letter ask for documents?",
            key="f records it",
            due="Papers: limit Mon 20 Dec 2027, in 364 days",
            papers="✔ Letter received 1 Feb 2026",
            post="locked 60d Fri 19 Feb",
            ahead="""
                ◇ Fri 19 Feb 27 asking opens
                ◇ Sat 20 Feb 27 Senator opens
                ! Mon 20 Dec 27 Papers: limit""",
        )
        await it.corrects_the_facts(asked="no")
        await it.sees(
            now="Administrative processing · with the post since Mon 21 Dec 2026",
            next_="Nothing to do until Fri 19 Feb 2027",
            post="locked 60d Fri 19 Feb",
            ahead="""
                ◇ Fri 19 Feb 27 asking opens
                ~ Fri 19 Feb 27 usual end (estimate)
                ◇ Sat 20 Feb 27 Senator opens""",
        )
        await it.reads_the_road("Administrative processing", roads.PROCESSING)

    async with she.comes("2027-02-19") as it:
        await it.sees(
            day="Day 60 · asking open since day 60", next_="Write to the consulate", post="open new"
        )
        await it.sees("2027-02-18", day="Day 59 of 60", post="locked 1d Fri 19 Feb")

    async with she.comes("2027-03-02") as it:
        await it.records("Passport requested")
        await it.sees(next_="Send your passport", post="closed", state="open")

    async with she.comes("2027-03-04") as it:
        await it.records("Visa issued")
        post = "locked 14d Thu 18 Mar"
        await it.sees(day="Visa issued", next_="Check the visa page", post=post, state="closed")

    async with she.comes("2027-03-10") as it:
        await it.records("Passport returned")
        await it.sees(
            day="Visa issued",
            trackers="closed",
            ahead="",
            happened="""
                Mon 5 Jan 26 221(g) slip
                Mon 5 Jan 26 asked for Letter
                Mon 12 Jan 26 sent Letter
                Sun 1 Feb 26 received Letter
                Wed 1 Apr 26 Petition sent back
                Fri 10 Apr 26 asked E-mail: was it sent, and when?
                Wed 10 Jun 26 Visa centre has the petition
                Mon 15 Jun 26 asked State Dept: by telephone
                Wed 1 Jul 26 USCIS receipt notice
                Tue 15 Sep 26 Notice of intent to revoke
                Sat 10 Oct 26 Answer sent
                Wed 14 Oct 26 Answer received
                Fri 20 Nov 26 Petition reaffirmed
                Tue 1 Dec 26 Interview scheduled
                Fri 18 Dec 26 Interview
                Mon 21 Dec 26 221(g) slip
                Tue 2 Mar 27 Passport requested
                Thu 4 Mar 27 Visa issued
                Wed 10 Mar 27 Passport returned""",
        )
        await it.reads_the_road(
            "Visa issued",
            roads.END,
            behind="""
                Mon 5 Jan 2026 Refused for now, 221(g)
                Wed 1 Apr 2026 Petition going back
                Wed 10 Jun 2026 At the visa centre
                Wed 1 Jul 2026 Second review at USCIS
                Tue 15 Sep 2026 Notice to answer
                Sat 10 Oct 2026 Answer under review
                Fri 20 Nov 2026 On its way back to the post
                Tue 1 Dec 2026 Interview scheduled
                Fri 18 Dec 2026 Interviewed
                Mon 21 Dec 2026 Refused for now, 221(g)
                Tue 2 Mar 2027 Passport requested""",
        )
        await it.sees("2027-03-09", trackers="open")
