/** Verbs of saying, base form; the regular forms are made from it. */
const regular = `
accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assail assert assure attack
bemoan blast boast brag call caution challenge characterize charge cheer chant cite claim comment complain concede
conclude condemn confess confirm contend continue counter credit criticize declare decry defend demand denounce deny
deride describe deplore detail dismiss dispute dub echo elaborate emphasize emphasise endorse estimate exclaim explain
express fire fume gripe hail highlight hint imply indicate inform insist interject intone invoke joke jest label lament lash
liken maintain marvel mention moan mock mumble murmur muse mutter note object observe offer opine order paraphrase pen plead
pledge point ponder post praise predict press proclaim promise pronounce propose protest query question quip quote reason
recall recount reflect refer reiterate reject relate remark remember remind repeat reply report request respond
retort reveal scoff scold shout sigh signal slam snap sneer speculate state stress suggest summarize surmise tease
term testify thank thunder tout trumpet tweet urge vent volunteer vow wail warn whisper wonder yell tout ridicule rip
admonish applaud ask allude attest bellow blurt clarify commend compare correct
disclose guarantee inquire joke jeer justify lambaste mock muse narrate notify persuade preach rage rail rant rebuke rebut
recommend refute regret retweet sneer taunt trash uncover underline underscore vent voice characterise criticise recognise recognize
`
  .split(/\s+/u)
  .filter((verb) => verb !== '')

/** Forms that the rules do not make: base, s-form, past, participle, ing-form. */
const irregular = `
say says said said saying
tell tells told told telling
write writes wrote written writing
read reads read read reading
think thinks thought thought thinking
speak speaks spoke spoken speaking
swear swears swore sworn swearing
sing sings sang sung singing
quip quips quipped quipped quipping
admit admits admitted admitted admitting
refer refers referred referred referring
slam slams slammed slammed slamming
jot jots jotted jotted jotting
rebut rebuts rebutted rebutted rebutting
brag brags bragged bragged bragging
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Whether a form can stand as the verb of a clause or only hangs on one. */
export type CueForm = 'finite' | 'base' | 'ing'

/** Every form of every verb of saying. */
export const cueForms: ReadonlyMap<string, CueForm> = makeForms()

function makeForms(): Map<string, CueForm> {
  const forms = new Map<string, CueForm>()
  const known = new Set(irregular.map(([base]) => base))
  for (const base of regular) {
    if (known.has(base)) continue
    forms.set(base, 'base')
    const sibilant = /(?:s|sh|ch|x|z)$/u.test(base)
    const y = /[^aeiou]y$/u.test(base)
    forms.set(y ? `${base.slice(0, -1)}ies` : `${base}${sibilant ? 'es' : 's'}`, 'finite')
    forms.set(y ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`, 'finite')
    forms.set(`${base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base}ing`, 'ing')
    if (/^(?:rip|tout|snap)$/u.test(base)) forms.set(`${base}${base.at(-1) ?? ''}ed`, 'finite')
  }
  for (const [base, third, past, participle, ing] of irregular) {
    if (base !== undefined) forms.set(base, 'base')
    for (const form of [third, past, participle]) if (form !== undefined) forms.set(form, 'finite')
    if (ing !== undefined) forms.set(ing, 'ing')
  }
  return forms
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** The plain verbs of saying: little else can be meant. */
export const plainCues = set(`say says said saying tell tells told telling ask asks asked asking add adds added adding
  write writes wrote written writing reply replies replied insist insists insisted argue argues argued arguing
  explain explains explained warn warns warned tweet tweets tweeted declare declares declared quip quips quipped
  recall recalls recalled acknowledge acknowledges acknowledged joke joked respond responded continue continued
  announce announced predict predicted vow vowed note notes noted remark remarked testify testified`)

export const determiners = set(`a an the this that these those his her its their our my your some any no every each
  another one two three four five several many few most all both other such`)
export const possessives = set('his her its their our my your whose')
export const people = set('he she they i we you who it')
export const relative = set('who which')
export const auxiliaries =
  set(`is are was were be been being am has have had having do does did will would shall should can could may
  might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
  shouldn't not never`)
export const adverbs = set(`also later then again once often now still just even always already recently earlier
  first further instead only soon simply famously reportedly repeatedly specifically previously meanwhile ultimately
  however therefore too yet nevertheless both all went goes on to long ever thus so`)
export const prepositions = set(`in on at of for from with to by about into over after before during since under
  against between among through without within across near behind despite toward towards upon as than like amid
  including regarding via until till`)
/** Words for when: they may stand between a subject and its verb. */
export const times =
  set(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april
  may june july august september october november december morning afternoon evening night week month year weekend
  tonight jan. feb. aug. sept. oct. nov. dec.`)
/** Prepositions that join a phrase to the noun before it: "a spokesman for the bank". */
export const joiners = set('of for at in from with to on')
export const subordinators = set(`that when while because although though if unless until whether as since after before
  once where why how what whom whose than but or nor so and yet who which`)
export const notNames =
  set(`the a an this that these those he she it they we i you his her its their our my your and but or
  nor so yet if when while because although though as since after before until where why how what who whom which whose
  in on at of for from with to by about into over during under against between among through without within across
  near behind despite toward upon than like not no yes there here then now also still even just only both all some any
  many most several few one two three four five six seven eight nine ten another other such each every more less
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday is are was were be been has have had do does did will would can could may might
  must should well indeed instead however meanwhile moreover nevertheless furthermore later earlier today yesterday
  tomorrow asked speaking according`)

export const abbreviations =
  set(`mr mrs ms dr prof gov sen rep gen lt col maj capt cmdr adm sgt sr jr st rev hon pres vs etc inc co corp ltd jan feb mar
  apr jun jul aug sept sep oct nov dec mt ave dept est fig no d-ny`)

/** Titles in front of a name, abbreviated or not. */
export const titles = set(`mr mrs ms miss dr prof professor gov governor sen senator rep representative gen general lt
  col colonel maj major capt captain cmdr commander adm admiral sgt sergeant rev reverend president vice prime minister
  chancellor secretary mayor judge justice king queen prince princess pope bishop archbishop chief chairman chairwoman
  ambassador congressman congresswoman speaker premier sir lady lord foreign defense defence deputy former
  first attorney candidate nominee spokesman spokeswoman spokesperson director coach sheriff detective officer
  inspector councillor councilman councilwoman commissioner`)

/** Common nouns for people: the head of "the veteran senator", "a spokeswoman for the port". */
export const roles = set(`president senator governor minister premier chancellor secretary mayor judge justice general
  colonel candidate nominee spokesman spokeswoman spokesperson official officials chief chairman chairwoman director
  manager leader leaders lawmaker lawmakers businessman congressman congresswoman adviser advisor aide aides ambassador
  analyst analysts expert experts author professor researcher researchers critic critics host anchor moderator reporter
  reporters journalist correspondent columnist man woman mother father son daughter brother sister teacher student students
  officer police sheriff lawyer attorney prosecutor prosecutors activist organizer voter voters strategist pollster
  executive founder owner editor historian economist doctor nurse resident residents witness witnesses coach
  player singer actor actress writer billionaire mogul democrat republican conservative democrats republicans
  campaign committee department ministry agency report study court statement company group union party commission
  pope king queen bishop priest farmer scientist diplomat envoy commander soldier captain veteran survivor`)

const feminine = set(
  'mrs ms miss congresswoman chairwoman spokeswoman actress mother daughter sister woman queen princess councilwoman lady',
)
const masculine = set(
  'mr congressman chairman spokesman businessman actor father son brother man king prince councilman sir lord',
)

/** What a title or role tells of the person, or null. */
export function genderOf(word: string): 'she' | 'he' | null {
  return feminine.has(word) ? 'she' : masculine.has(word) ? 'he' : null
}
