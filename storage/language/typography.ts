import { primaryLanguage } from '../model/language.ts'

/** How a language prints quotation marks, outer and inner. */
export interface QuotationMarks {
  readonly outer: readonly [open: string, close: string]
  readonly inner: readonly [open: string, close: string]
}

/** What a typesetter of a language does with what a keyboard types. */
export interface Typography {
  readonly quotationMarks: QuotationMarks
  /** Abbreviated units and magnitudes, which are not parted from their number. */
  readonly units: readonly string[]
  /** Signs that are not parted from the number behind them. */
  readonly numberSigns: readonly string[]
  /** The dash between two spaces, or null where a typed hyphen between spaces is left alone. */
  readonly spacedDash: string | null
  /** Signs that a narrow space keeps off the word before them. */
  readonly heldOff: readonly string[]
}

const metric = ['km', 'm', 'cm', 'mm', 'kg', 'g', 'ha', 'km/h', 'kW', 'MW', 'GW', 'kWh', '°C', '°F']
const angular = { outer: ['«', '»'], inner: ['„', '“'] } as const
const romance = { outer: ['«', '»'], inner: ['“', '”'] } as const

const english: Typography = {
  quotationMarks: { outer: ['“', '”'], inner: ['‘', '’'] },
  units: [...metric, 'mph', 'bn', 'tn', 'lb', 'oz', 'ft', 'a.m', 'p.m'],
  numberSigns: ['§', 'No.'],
  spacedDash: null,
  heldOff: [],
}

const russian: Typography = {
  quotationMarks: angular,
  units: [
    'км',
    'м',
    'см',
    'мм',
    'кг',
    'г',
    'т',
    'га',
    'л',
    'км/ч',
    'кВт',
    'МВт',
    'тыс',
    'млн',
    'млрд',
    'трлн',
    'руб',
    '°C',
    '%',
  ],
  numberSigns: ['№', '§'],
  spacedDash: '—',
  heldOff: [],
}

const typographies: Readonly<Record<string, Typography>> = {
  en: english,
  ru: russian,
  uk: { ...russian, units: [...russian.units, 'грн'] },
  be: russian,
  hy: {
    quotationMarks: romance,
    units: ['կմ', 'մ', 'սմ', 'մմ', 'կգ', 'գ', 'տ', 'հա', 'լ', 'կմ/ժ', 'հազ', 'մլն', 'մլրդ', '°C', '%'],
    numberSigns: ['№', 'N'],
    spacedDash: '—',
    heldOff: [],
  },
  fa: {
    quotationMarks: { outer: ['«', '»'], inner: ['‹', '›'] },
    units: ['کیلومتر', 'متر', 'کیلوگرم', 'گرم', 'تن', 'هکتار', 'درصد'],
    numberSigns: [],
    spacedDash: null,
    heldOff: [],
  },
  de: {
    ...english,
    quotationMarks: { outer: ['„', '“'], inner: ['‚', '‘'] },
    units: [...metric, 'Mio', 'Mrd', '%'],
    numberSigns: ['§', 'Nr.'],
    spacedDash: '–',
  },
  es: { ...english, quotationMarks: romance, units: [...metric, '%'] },
  it: { ...english, quotationMarks: romance, units: [...metric] },
  fr: {
    ...english,
    quotationMarks: { outer: ['«\u00a0', '\u00a0»'], inner: ['“', '”'] },
    units: [...metric, '%', '€'],
    numberSigns: ['§', 'n°'],
    spacedDash: '–',
    heldOff: [';', '!', '?'],
  },
}

/** The typography of a language; English marks and no more where the table has none. */
export function typographyOf(language: string): Typography {
  return typographies[primaryLanguage(language)] ?? unknown
}

const unknown: Typography = { ...english, units: metric, numberSigns: [] }

interface Respaced {
  readonly replaced: number
  readonly by: string
}

/** Whether `spacing` could have anything to do: quick, and the same for every language. */
export function mayNeedSpacing(before: string): boolean {
  return /(?:\p{Lu}\.|[№§°N]|[or]\.|[ \u00a0][-–]) $|[\d٠-٩۰-۹] [^\s\d]+.$| [;!?]$/su.test(before.slice(-24))
}

const noBreak = '\u00a0'

/**
 * What the end of a text becomes when its last character has just been typed, or null for nothing.
 *
 * @param before the text of the paragraph up to and with the typed character
 * @returns how many code units of the end are replaced, and by what
 */
export function spacing(before: string, language: string): Respaced | null {
  const change = respaced(before, language)
  return change === null || before.endsWith(change.by) ? null : change
}

function respaced(before: string, language: string): Respaced | null {
  const { units, numberSigns, spacedDash, heldOff } = typographyOf(language)
  const typed = before.slice(-1)
  if (typed === ' ') {
    if (/(?:^|[\s(«“‘„])(?:\p{Lu}\.[\u00a0 ]?){0,2}\p{Lu}\. $/u.test(before)) return { replaced: 1, by: noBreak }
    if (numberSigns.some((sign) => endsInWord(before.slice(0, -1), sign))) return { replaced: 1, by: noBreak }
    if (spacedDash !== null && /\S[ \u00a0][-–] $/u.test(before)) return { replaced: 3, by: `${noBreak}${spacedDash} ` }
  }
  if (heldOff.includes(typed) && /\S $/u.test(before.slice(0, -1))) return { replaced: 2, by: `\u202f${typed}` }
  return /^[\s.,;:)»”!?։]$/u.test(typed) ? unitSpacing(before, units) : null
}

/** The space between a number and the unit that has just been ended. */
function unitSpacing(before: string, units: readonly string[]): { replaced: number; by: string } | null {
  const match = /[\d٠-٩۰-۹] ([^\s\d]+)[^\s]?\s?$/u.exec(before.slice(-24))
  const ended = match?.[1]
  if (ended === undefined) return null
  const typed = before.slice(-1)
  const unit = units.find((each) => before.endsWith(` ${each}${typed}`))
  return unit === undefined ? null : { replaced: unit.length + 2, by: `${noBreak}${unit}${typed}` }
}

function endsInWord(text: string, word: string): boolean {
  return text.endsWith(word) && /^(?:|.*[\s(«“])$/su.test(text.slice(-word.length - 1, text.length - word.length))
}
