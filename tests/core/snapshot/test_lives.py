"""Three whole lives, from the refusal to the end, at every day that changes an answer."""

from core.life import Life
from core.steps import live

H1B = ("--visa", "H-1B", "--post", "Mumbai", "--petition", "yes")

# day, stage, holder, anchor, channels (call, e-mail, State, Senator, tracker, CEAC),
# deadlines (? an estimate, q quiet), next step
ISSUED_AFTER_74_DAYS = """
2026-03-01 before        nobody -          cccccc * *
2026-03-02 documents_due post   2026-03-02 lllloo documents_one_year=2027-03-01 documents
> docs set Letter submitted --on 2026-03-04
2026-03-04 documents_due post   2026-03-02 lllloo documents_one_year=2027-03-01 documents
> docs set Chart submitted --on 2026-03-06
2026-03-05 documents_due post   2026-03-02 lllloo documents_one_year=2027-03-01 documents
2026-03-06 processing    post   2026-03-06 lllloo documents_one_year=2027-03-01q wait=2026-05-05
> docs set Letter received --on 2026-04-10
> docs set Chart received --on 2026-04-10
2026-04-09 processing    post   2026-03-06 lllloo documents_one_year=2027-03-01q wait=2026-05-05
2026-04-10 processing    post   2026-03-06 lllloo - wait=2026-05-05
2026-05-04 processing    post   2026-03-06 lllloo - wait=2026-05-05
2026-05-05 processing    post   2026-03-06 oooloo - channel=consulate_email
> log consulate_email --on 2026-05-06 --note "were my papers received?"
2026-05-06 processing    post   2026-03-06 rroooo - wait
> event add passport_requested --on 2026-05-08
2026-05-08 passport_requested post 2026-03-06 ccoooo - passport
> event add passport_sent --on 2026-05-11
2026-05-10 passport_requested post 2026-03-06 ccoooo - passport
2026-05-11 passport_sent post   2026-03-06 lloooo - wait
2026-05-14 passport_sent post   2026-03-06 lloooo - wait=2026-05-25
> event add visa_issued --on 2026-05-15
2026-05-15 issued        nobody -          llccoo * ended
> event add passport_returned --on 2026-05-20
2026-05-19 issued        nobody -          llccoo * ended
2026-05-20 issued        nobody -          cccccc * ended
2026-09-01 issued        nobody -          cccccc * ended
"""

RETURNED_REAFFIRMED_ISSUED = """
2026-01-04 before        nobody -          cccccc * *
2026-01-05 documents_due post   2026-01-05 lllloo documents_one_year=2027-01-04 documents
> docs set Letter submitted --on 2026-01-12
2026-01-12 processing    post   2026-01-12 lllloo documents_one_year=2027-01-04q wait=2026-03-13
> docs set Letter received --on 2026-02-01
2026-02-01 processing    post   2026-01-12 lllloo - wait=2026-03-13
2026-03-12 processing    post   2026-01-12 lllloo - wait=2026-03-13
2026-03-13 processing    post   2026-01-12 oooloo - channel=consulate_email
2026-03-14 processing    post   2026-01-12 oooooo - channel=consulate_email
> event add petition_returned --on 2026-04-01
2026-04-01 returning     post_or_pouch 2026-01-12 oooooo - channel=consulate_email
> log consulate_email --on 2026-04-10 --note "was the petition sent, and when?"
2026-04-11 returning     post_or_pouch 2026-01-12 rroooo - wait
2026-04-20 returning     post_or_pouch 2026-01-12 rroooo - channel=dos
2026-05-10 returning     post_or_pouch 2026-01-12 oooooo - channel=consulate_email
> event add centre_received --on 2026-06-10
2026-06-10 centre_review KCC    2026-01-12 ccoooo - channel=dos
> log dos --on 2026-06-15
2026-06-16 centre_review KCC    2026-01-12 ccrooo - wait
2026-06-30 centre_review KCC    2026-01-12 ccrooo - channel=senator
> event add uscis_received --on 2026-07-01
2026-07-01 second_review USCIS  2026-01-12 ccrooo - channel=senator
2026-07-15 second_review USCIS  2026-01-12 ccoooo - channel=dos
2026-09-14 second_review USCIS  2026-01-12 ccoooo - channel=dos
> event add noir --on 2026-09-15 --learned 2026-09-21
2026-09-21 response_due  USCIS  2026-01-12 ccoooo noir_response=2026-10-15? notice !
> correct {noir} due=2026-10-16
2026-09-21 response_due  USCIS  2026-01-12 ccoooo noir_response=2026-10-16 notice=2026-10-16
2026-10-08 response_due  USCIS  2026-01-12 ccoooo noir_response=2026-10-16 notice=2026-10-16
2026-10-09 response_due  USCIS  2026-01-12 ccoooo noir_response=2026-10-16 deadline=noir_response
> event add response_sent --on 2026-10-10
2026-10-10 response_review USCIS 2026-01-12 ccoooo noir_response=2026-10-16q channel=dos
> event add response_received --on 2026-10-14
2026-10-13 response_review USCIS 2026-01-12 ccoooo noir_response=2026-10-16q channel=dos
2026-10-14 response_review USCIS 2026-01-12 ccoooo - channel=dos
> event add reaffirmed --on 2026-11-20
2026-11-19 response_review USCIS 2026-01-12 ccoooo - channel=dos
2026-11-20 back_to_post  * 2026-11-20 lllloo - wait=2027-01-19
> event add interview_scheduled --on 2026-12-01 --due 2026-12-18
2026-12-01 interview_scheduled post 2026-12-01 lllloo interview=2026-12-18 expiry=interview
2026-12-10 interview_scheduled post 2026-12-01 lllloo interview=2026-12-18 expiry=interview
2026-12-11 interview_scheduled post 2026-12-01 lllloo interview=2026-12-18 deadline=interview
> event add interview --on 2026-12-18
2026-12-17 interview_scheduled post 2026-12-01 lllloo interview=2026-12-18 deadline=interview
2026-12-18 interviewed   post   2026-12-18 lllloo - wait=2027-02-16
> event add refused_221g --on 2026-12-21
2026-12-20 interviewed   post   2026-12-18 lllloo - wait=2027-02-16
2026-12-21 documents_due post   2026-12-21 lllloo documents_one_year=2027-12-20 documents !
> set asked=no
2026-12-21 processing    post   2026-12-21 lllloo - wait=2027-02-19
2027-02-18 processing    post   2026-12-21 lllloo - wait=2027-02-19
2027-02-19 processing    post   2026-12-21 oooloo - channel=consulate_email
> event add passport_requested --on 2027-03-02
2027-03-02 passport_requested post 2026-12-21 ccoooo - passport
> event add visa_issued --on 2027-03-04
2027-03-04 issued        nobody -          llccoo * ended
> event add passport_returned --on 2027-03-10
2027-03-10 issued        nobody -          cccccc * ended
"""


def test_a_life_that_is_issued_after_74_days(life: Life) -> None:
    life.open("2026-03-02", *H1B, "--document", "Letter", "Chart")
    live(life, "2026-03-02", ISSUED_AFTER_74_DAYS)


def test_a_life_that_goes_back_is_reaffirmed_refused_again_and_issued_in_round_2(
    life: Life,
) -> None:
    life.open("2026-01-05", *H1B, "--document", "Letter")
    live(life, "2026-01-05", RETURNED_REAFFIRMED_ISSUED)
    rounds = {
        "2026-01-05": (1, "2026-01-05"),
        "2026-12-20": (1, "2026-01-05"),
        "2026-12-21": (2, "2026-12-21"),
        "2027-03-10": (2, "2026-12-21"),
    }
    for day, expected in rounds.items():
        case = life.status(day)["case"]
        assert (case["round"], case["refused_on"]) == expected, day
        assert case["first_refused_on"] == "2026-01-05"
