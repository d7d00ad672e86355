import { primaryLanguage } from '../../model/language.ts'
import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

const twice =
  /(?<![\p{L}\p{M}\p{N}'’-])(?<word>[\p{L}\p{M}]+)(?<gap>[ \u00a0]+)(?<again>\k<word>)(?![\p{L}\p{M}\p{N}'’-])/giu
const meant: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['that', 'had', 'is', 'very', 'no', 'bye', 'ha', 'so', 'yes', 'well', 'now', 'never']),
  ru: new Set(['да', 'нет', 'очень', 'едва', 'чуть', 'еле', 'вот', 'ну']),
}
/** Languages that double a word to say "each" or "very". */
const doubling = new Set(['hy', 'fa', 'tr', 'id', 'hi', 'az'])

export const doubleWord: Rule = {
  name: 'double-word',
  hints: true,
  check(story) {
    const language = primaryLanguage(story.record.language)
    if (doubling.has(language)) return []
    return story.blocks.flatMap((block) =>
      [...block.text.matchAll(twice)].flatMap((match) => {
        const { word = '', gap = '', again = '' } = match.groups ?? {}
        const name = /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(again)
        if (name || meant[language]?.has(word.toLowerCase()) === true) return []
        const from = match.index + word.length
        const start = block.pos + 1
        return [
          {
            rule: this.name,
            severity: 'hint' as const,
            message: `“${word}” stands here twice. Remove one if it was not meant.`,
            params: { word },
            where: inBlock(story, block, match.index, match.index + match[0].length),
            fix: {
              label: `Remove second “${again}”`,
              change: {
                kind: 'replaceText' as const,
                from: start + from,
                to: start + from + gap.length + again.length,
                text: '',
              },
            },
          },
        ]
      }),
    )
  },
}
