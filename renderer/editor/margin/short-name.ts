/**
 * A name as the margin has room for it: initial and surname, `A. Vanesyan`. A single word stays as it is, and so does
 * what only describes somebody, such as "shopkeepers on the quay": its last word is no surname.
 */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u)
  const [first, last] = [words[0], words.at(-1)]
  if (words.length < 2 || first === undefined || last === undefined || /^\p{Ll}/u.test(last)) return name.trim()
  const initial = [...new Intl.Segmenter().segment(first)][0]?.segment ?? ''
  return `${initial}. ${last}`
}
