"""Words that are names too: a part of a name that is one of them is looked for with care."""

from g221_tui.core.text.dates import LONG_MONTHS, LONG_WEEKDAYS, MONTHS, WEEKDAYS


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


CALENDAR = frozenset(word.casefold() for word in (*MONTHS, *LONG_MONTHS, *WEEKDAYS, *LONG_WEEKDAYS))
"""What stands in dates: a part that is spelt so tells nobody's name where it stands alone."""

PARTICLES = words("""
    de la las los le du des del della di da do das dos e y van von der den het ter ten zu zum
    af av bin ibn bint ben abu abd al el ul ur as ad bte binti san st mr mrs ms miss mx dr
    prof sir shri smt sri herr frau mme mlle sra srta senor senora jr sr ii iii iv self
""")
"""What stands in names and tells nobody's; titles included."""

TITLES = words("""
    mr mrs ms miss mx dr prof sir madam herr frau mme mlle sr sra srta shri smt sri uncle aunt
    applicant petitioner beneficiary wife husband son daughter brother sister
""")
"""After one of these stands a name."""

FIELD_WORDS = words("""
    case post visa page day days week month year law office officer embassy consulate document
    documents paper papers letter slip notice date dates number form fee passport status state
    senator house center centre service services ready refused issued pending road step round
    list note event contact phone email street city town north south east west inc ltd llc llp
    corp co company gmbh plc pvt group bank university college school hospital institute
    church foundation works holdings international global national solutions systems
    technologies technology consulting consultancy partners associates industries example an
    in on at to of or so no is it if be by am as we us he me my up go hi ok do us
""")
"""Words of this field, of companies and of every sentence: never masked where they stand alone."""

COMMON = words("""
    abbot able about above academy account accounting ace africa after again against agency
    agent ago air airline airlines all also amber american americas an and angel another
    answer answered any apple are arm art arts as asia ask asked asking at attorney auto
    autumn aviation baby back bacon bail baker bakery ball ban bank banks bar basil bass batch
    bay be beach bean bear beauty been before bell bells below bench berry best better between
    bicycle big bike bill birch bird bishop black blaze bliss block blue bo board bold bond
    bonds book books both box boy branch bridge bridges bright brook brooks brown buddy build
    builder building bull bus bush busy but butler by cafe call calls calm came can canyon
    capital car care cargo carpenter cars carter case cases cash castle central change charity
    chase check checks chemical cherry chi child children chip choice church city classic clay
    clear cliff clinic close cloud club coast cold come community construct construction
    contract contractor cook cool cooper cope copper copy core cost could council courier
    court courts cow coy crane cross crow crystal dale dan dash data date dated daughter dawn
    day days dean dear delivery dental desert design destiny diamond did digital dill din
    director do does don door drake drew drop dropped dry duke during each earl early earth
    education electric electronic electronics elite energy engineer engineering english era
    europe eve evening event events every export express eye face fair faith false family farm
    farmer farms fast fat father felicity fern few field fields file files film films finance
    financial fine fire first fish fisher flat flight floor folder food foot for ford forest
    form forms fox frank free freight french friend friends from front frost fry full future
    game gang garden gardener gas gate gates gave gentle german get gill ginger give glad
    glass glen go gold good got grace grant graphic grave graves gray great greek green grey
    grim guard guy ha had hair half hall hand hands hang happy harbor harbour hardware hardy
    harmony harp has haste hatch have hawk he head health hello help her herb here high hill
    hills his hobby hold holder home honor honour hook hope horizon horn hot hotel hotels hour
    hours house how hung hunt hunter if ill import imports in info inn insurance into invest
    irish iron is island it its jade jolly journey joy judge just justice keep key keys kids
    kind king kitchen knight know la lab labs lake lakes lamb lance land lank large lark lash
    last late later law laws lawyer le leaf learning leg legal let level light lily line lines
    link links lion list lists little lock locks logic long lord loud love low lung mace
    machine machines made major make man management manager many mar marine mark market
    markets marks marsh marshal mason match max may me mean means media medical melody men
    mercy merit metal micro might miles miller mint minute mission mist mister misty mobile
    modern money monk moody moon more morning moss most mother motor motors mountain move
    moves music must my nail name names neck need net network networks new next nice night nil
    no noble none noon norm not note notes now null number numbers nun oak ocean of off oil
    old olive on once only open or original other our out over own pack page paper park parker
    parks part parts pat patch path patience pay peach peak pearl people per person pet pets
    pharmacy phone pierce pike pine ping plain planet plastic play plays please point points
    police pond pong pool pope poplar port porter post posts power powers premier press price
    prime prince print project projects prudence pure put quality quiet rail rain rains ray
    read reader ready real reason reed rent rescue research restaurant rice rich ridge river
    rivers rob robin robot rock rocky roman room root rose roses royal ruby rude run runs rush
    rusty sad safe safety sage said sales salmon same sand sandy sang savage saw sawyer scan
    science sciences sea security see self sell sells send sent set sets shall sharp sheets
    shepherd ship shipping shore short should show side sides sign signature signed silk
    silver simple sing singer skip sky slaughter slow small smart snow so society soft
    software sol some son song soon sorry space spark sparks speaker speed sport sports spring
    staff staffing stand star start starts steel stew stone stop storm stormy street strong
    studio such sue summer summit sun sunny sunrise sunset supplies supply sure swan sweet
    swift tag tailor take talent tan tanner tax taxi team tech tell teller temple test tests
    than thank thanks that their them then there these they this thorn those through tiger
    time times tin to today told tomorrow ton too took tool tools tour tours towers town track
    tracks trade trading trail train training trains transport transportation travel trout
    truck true trust try tuck turn turns under union united up us use valentine valley value
    van verity very vice view village viola viper vision wade wager wait walker wall walls
    want ward warm was water waters way ways we weaver web weeks were west wet what when where
    which white who why wick wife wild wiles will win wing winner winter winters wise with
    wolf won wood woods woody word words work works world worth would write writer wrote yang
    yard year years yes yesterday you young your
""")
"""Words that are names too: as a name they are masked only where they are written as one."""

HELPERS = words("""
    is was has had will would can could did does wants needs knows thinks and also then never still
    s d ll isn wasn hasn hadn won can didn doesn must should
""")
"""What follows a name at the start of a sentence, beside deeds: where one does, it is the name."""

DEEDS = words("""
    called said asked sent wrote rang told phoned emailed mailed went came signed filed gave
    got brought picked paid answered replied flew travelled traveled arrived left visited
    applied spoke says calls asks writes
""")
"""What a person does: before one of these a word with a capital is a name."""

PAPERS = words("""
    passport diploma photo photos letter cv resume degree certificate birth marriage scan copy
    copies form visa slip final new old signed translation english the and for from papers paper
    file document documents pdf doc jpg png affidavit police medical tax bank statement ticket
    receipt
""")
"""Words that the names of files join to the name of a person."""

OF_A_TERM = words("""
    card period list number form fee page
""")
"""What follows the first word of a term: `Green Card`, `Price List`."""

OF_A_POST = words("""
    us usa u s embassy consulate general the of in at american section visa immigrant post
""")
"""What stands beside the name of a post's city."""

BEFORE_A_PLACE = words("""
    in at from to via near post embassy consulate general of the section visa us u.s office
    centre center through leaving reach reached
""")
"""Words before the name of a place."""

AFTER_A_PLACE = words("""
    post embassy consulate section airport office centre center time visa city
""")
"""Words after the name of a place."""
