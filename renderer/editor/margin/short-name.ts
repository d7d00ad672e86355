/** A name as the margin has room for it: initial and surname, `A. Vanesyan`. A single word stays as it is. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u)
  const [first, last] = [words[0], words.at(-1)]
  if (words.length < 2 || first === undefined || last === undefined) return name.trim()
  const initial = [...new Intl.Segmenter().segment(first)][0]?.segment ?? ''
  return `${initial}. ${last}`
}
