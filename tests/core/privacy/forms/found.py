"""Forms that people reported to programs that look for names and numbers, with invented ones.

Each comes with where it was reported; the number or name in it is none of anybody's.
"""

from typing import NamedTuple


class Found(NamedTuple):
    """A form that was reported."""

    where: str
    """The report."""
    value: str
    """As it is typed into the case."""
    form: str
    """As it was written."""
    name: bool = False
    """Whether it is the name of a person."""


FOUND = (
    Found("Recognizers-Text 2165", "+33 4 94 00 89 66", "numéro : 0«4.94.00.89.66»"),
    Found("Recognizers-Text 2165", "+34 824 00 43 21", "from a landline 00 34 «824 00 43 21»"),
    Found("presidio 1311", "+1 630-555-0111", "testdata«630-555-0111»"),
    Found("Telephone 112", "+31 6 12341234", "06 «12341234» called"),
    Found("Telephone 112", "06 12341234", "+31 6 «12341234» called"),
    Found("phone-report 234", "+212 5 22 94 00 70", "«+212522940070»/74"),
    Found("phone-report 234", "+212522940070", "0«5 22 94 00 70» ou 74"),
    Found("phone-report 53", "+49 7755 91155", "49 «7755 91155»"),
    Found("phone-report 53", "+49 7736 92190", "+49 7736 «9219-0»"),
    Found("CallerInfo 27", "+86 21 3900 1234", "＋86«2139001234»"),
    Found("CallerInfo 27", "021 3900 1234", "86«2139001234»"),
    Found("Finder 29", "+48 123 123 132", "call «123 123 132» then"),
    Found("organice 477", "+41 78 326 86 74", "0«783268674»"),
    Found("organice 477", "+41 78 326 86 74", "0041«783268674»"),
    Found("baresip-studio 247", "+41 31 000 12 34", "031 «000 12 34»"),
    Found("libphonenumber 740", "+49 721 9638-537", "0«721963853»7"),
    Found("libphonenumber 740", "+49 721 9638-537", "0«7219638 537»"),
    Found("libphonenumber 988", "+1 408 555 8908", "«4085558908»#6"),
    Found("phone-number-parser 492", "+44 114 555 6444", "tel:+44-«114-555-6444»,1234"),
    Found("phone-number-parser 689", "0234 123456-10", "0«234/123456-10»"),
    Found("phonelib 367", "+1 650 555 0000", "+1«6505550000»x136"),
    Found("phonelib 58", "+1 905 555 3333", "+1«9055553333»;ext=555"),
    Found("E.123", "+55 15 99955–9999", "015 «99955 9999»"),
    Found("scrubadub 19", "Sarah Quokkason", "then «sarah» wrote", True),
    Found("scrubadub 7", "Evander Wombat", "cheers,«Evander»", True),
    Found("scrubadub 22", "Jessica Chappelle", "PHONE: 555 («JESSICA») IS HERE", True),
    Found("wordlist 80", "Kinkona Levison", "«Kinkona»'s's and «Levison»'s papers", True),
    Found("prompt-scrubber 106", "John Fauxman", "Hello «John Fauxman», hello «John»", True),
    Found("ferret-scan 422", "Ludwig van Bramhoven", "Dr. «Ludwig van Bramhoven» came", True),
    Found("ferret-scan 422", "Paulo da Silveirinha", "Dr. «Paulo» da «Silveirinha» came", True),
    Found("ferret-scan 422", "Omar bin Rashidov", "«Omar bin Rashidov» came", True),
    Found("DAM 12", "alice@wombat.example", "email: «alice@\u200bwombat.example»"),
    Found("Friday 1618", "victoria.fw@wombat.example", "«ｖｉｃｔｏｒｉａ．ｆｗ@wombat.example»"),
    Found("Friday 1618", "victoria.fw@wombat.example", "«vic\u0300toria.fw@wombat.example»"),
    Found("Friday 1203", "123-45-6789", "号码«１２３－４５－６７８９»。"),
    Found("Friday 1203", "123-45-6789", "号码«123\u300045\u30006789»。"),
    Found("openhuman 2310", "123-45-6789", "no. «1\u030323-45-6789»"),
    Found("Friday 1619", "+91 98765 43210", "no. «𝟿𝟾𝟽𝟼𝟻 𝟺𝟹𝟸𝟷𝟶»"),
    Found("tmswiki", "abc123@somewombat.example", "«abc 123 at somewombat dot example»"),
    Found("address munging", "noone@wombat.example", "«noone at wombat (dot) example»"),
    Found("address munging", "noone77@wombat.example", "«noone77@wombatREMOVEME.example»"),
    Found("legalclarity, receipt numbers", "EAC2212345678", "«EAC-22-123-45678» they say"),
)
"""What was reported."""
