const feminineSurname = /(?:ов|ев|ёв|ин|ын)а$|(?:ск|цк)ая$/u
const masculineSurname = /(?:ов|ев|ёв|ин|ын)$|(?:ск|цк)ий$/u
/** Given names of men that end like those of women. */
const menInA = /^(?:илья|никита|фома|лука|кузьма|данила|савва|миша|саша|паша|гриша|женя|валя)$/u

/** The forms of one surname share what is left without their case: Белозёров, Белозёровой, Белозёрову. */
export function surnameKey(surname: string): string {
  const lower = surname.toLowerCase().replaceAll('ё', 'е')
  const adjective = /^(?<stem>.+(?:ск|цк))(?:ий|ого|ому|им|ом|ая|ой|ую)$/u.exec(lower)?.groups?.['stem']
  if (adjective !== undefined) return adjective
  return /^(?<stem>.{2,}[бвгджзклмнпрстфхцчшщ])(?:ым|ой|ою|ом|а|у|е|ю|я|ы|и)$/u.exec(lower)?.groups?.['stem'] ?? lower
}

/** Surnames with a suffix show their case. */
export function maySpeak(name: string): boolean {
  return !/(?:ов|ев|ёв|ин|ын)(?:у|ым|е|ой|ою)$|(?:ск|цк)(?:ого|ому|им|ом|ой|ую)$/u.test(name.toLowerCase())
}

export function isPatronymic(word: string): boolean {
  return /\p{Ll}(?:вич|вна|ична)\p{Ll}{0,2}$/u.test(word)
}

export function genderOfName(words: readonly string[]): 'he' | 'she' | null {
  const lower = words.map((word) => word.toLowerCase())
  const surname = lower.at(-1) ?? ''
  if (lower.some((word) => /(?:вна|ична)$/u.test(word))) return 'she'
  if (lower.some((word) => /вич$/u.test(word))) return 'he'
  if (feminineSurname.test(surname)) return 'she'
  if (masculineSurname.test(surname)) return 'he'
  const given = lower[0] ?? ''
  if (lower.length < 2 || given.includes('.') || menInA.test(given)) return menInA.test(given) ? 'he' : null
  if (/[ая]$/u.test(given)) return 'she'
  return /[бвгджзйклмнпрстфхцчшщ]$/u.test(given) ? 'he' : null
}

export function genderOfVerb(verb: string): 'he' | 'she' | null {
  if (/ла(?:сь)?$/u.test(verb)) return 'she'
  return /л(?:ся)?$/u.test(verb) ? 'he' : null
}
